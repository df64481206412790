"""The post that opens a run's thread: what the rep sells, and what will be scored."""

from bot.views.blocks import actions, button, confirm, context, escape, section
from bot.views.message import Block, Message
from engine.scenario.scenario import Scenario
from engine.scoring.rubric import AREA_POINTS
from engine.terms.money import format_money
from storage.runs import Run

PAUSE, RESUME, END, CHECKS = "run_pause", "run_resume", "run_end", "run_checks"

_LIVE = ("opening", "open", "paused")


def brief_message(run: Run, scenario: Scenario) -> Message:
    """The brief in the run's present state; the buttons are those that the state allows."""
    title = f"Practice run · {scenario.share_code} · {run.mode}"
    blocks = (
        section(f"*{title}* — <@{run.rep}> plays {scenario.rep.role}"),
        section(_sheet(scenario)),
        context(
            _scored(), f"Buyer profile `{short_hash(run.profile_hash)}` — the same for everyone who plays this seed"
        ),
        *_state(run),
    )
    return Message(f"{title}. {escape(scenario.product.name)}. Answer in the thread.", blocks)


def short_hash(profile_hash: str) -> str:
    """The first and last four characters, enough to compare by eye."""
    return f"{profile_hash[:4]}…{profile_hash[-4:]}"


def _sheet(scenario: Scenario) -> str:
    product, money = scenario.product, scenario.currency
    add_ons = "; ".join(
        f"{escape(scenario.issue(add_on.issue).label)} "
        f"(costs you {format_money(add_on.cost, money)}, sells at {format_money(add_on.price, money)})"
        for add_on in product.add_ons
    )
    lines = [
        f"{escape(scenario.rep.public)} {escape(product.summary)}.",
        f"List {format_money(product.list_price, money)} · your floor *{format_money(product.floor, money)}* "
        "(below it the deal costs the house money)",
    ]
    if add_ons:
        lines.append(f"You may add: {add_ons}.")
    lines.extend(f"• {escape(fact)}" for _, fact in product.facts)
    return "\n".join(lines)


def _scored() -> str:
    return "Scored: " + ", ".join(f"{area} {points}" for area, points in AREA_POINTS.items())


def _state(run: Run) -> tuple[Block, ...]:
    checks = button(CHECKS, "See every check", run.id)
    if run.status not in _LIVE:
        return (context(f"Over after {run.round} rounds. The verdict is in the thread."), actions("run", checks))
    toggle = (
        button(RESUME, "Resume", run.id, style="primary") if run.status == "paused" else button(PAUSE, "Pause", run.id)
    )
    end = button(END, "End", run.id, style="danger", confirm=_sure())
    note = "Paused: lines do not count until you press Resume." if run.status == "paused" else "Answer in the thread."
    return (context(note), actions("run", toggle, end, checks))


def _sure() -> Block:
    return confirm("End this run?", "It ends without a deal and is scored as it stands.", "End it", "Keep going")
