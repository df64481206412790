"""The post that opens a run's thread: what the rep sells, and what will be scored."""

from bot.views.blocks import actions, button, confirm, context, escape, fields, section
from bot.views.counterpart import profile_mark, sight_of
from bot.views.message import Block, Message
from bot.views.share_modal import share_button
from engine.scenario.scenario import Issue, IssueKind, Scenario
from engine.scoring.rubric import AREA_POINTS, HINT_POINTS
from engine.strict.wording import amount_in_words
from engine.terms.money import format_money
from storage.runs import Run

HINT, PAUSE, RESUME, END, CHECKS = "run_hint", "run_pause", "run_resume", "run_end", "run_checks"

_LIVE = ("opening", "open", "paused")


def brief_message(run: Run, scenario: Scenario) -> Message:
    """The brief in the run's present state; the buttons are those that the state allows."""
    title = f"Practice run · {scenario.share_code} · {run.mode}"
    blocks = (
        section(f"*{title}* — <@{run.rep}> plays {scenario.rep.role}"),
        section(sight_of(scenario)),
        *_sheet(scenario),
        context(
            _scored(scenario.rules.max_rounds),
            f"{profile_mark(scenario)} — the same for everyone who plays this seed; in full under *See every check*",
        ),
        *_state(run),
    )
    return Message(f"{title}. {escape(scenario.product.name)}. Answer in the thread.", blocks)


def _sheet(scenario: Scenario) -> tuple[Block, ...]:
    """What the rep works from: the product, the limits, what may be added, and what may be said of it."""
    product, money = scenario.product, scenario.currency
    limits = fields(
        f"*List*\n{format_money(product.list_price, money)}",
        f"*Your floor*\n{format_money(product.floor, money)} — below it the deal costs the house money",
    )
    lists = {
        "You may add": _add_ons(scenario),
        "You may also trade": _counts(scenario),
        "What you can say of it": [fact for _, fact in product.facts],
    }
    return (
        section(escape(f"{scenario.rep.public} {product.summary}.")),
        limits,
        *(
            section(f"*{title}*\n" + "\n".join(f"• {escape(line)}" for line in lines))
            for title, lines in lists.items()
            if lines
        ),
    )


def _add_ons(scenario: Scenario) -> list[str]:
    money = scenario.currency
    return [
        f"{scenario.issue(add_on.issue).label}: brings you {format_money(add_on.brings, money)}"
        if add_on.brings
        else f"{scenario.issue(add_on.issue).label}: costs you {format_money(add_on.cost, money)}, "
        f"sells at {format_money(add_on.price, money)}"
        for add_on in scenario.product.add_ons
    ]


def _counts(scenario: Scenario) -> list[str]:
    """What each step of the months, seats or percent on the table is worth to the rep."""
    counts = (issue for issue in scenario.issues if issue.kind is IssueKind.COUNT)
    telling = (issue for issue in counts if scenario.rep.interests.stake(issue.id).slope)
    return [f"{issue.label}: {_by_step(scenario, issue)}" for issue in telling]


def _by_step(scenario: Scenario, issue: Issue) -> str:
    """`each more than 12 brings you $62`, counted from where it neither brings nor costs anything."""
    stake = scenario.rep.interests.stake(issue.id)
    neutral = -stake.once // stake.slope
    way = "more" if issue.high > neutral else "less"
    verb = "brings" if (stake.slope > 0) == (way == "more") else "costs"
    worth = format_money(abs(stake.slope) * issue.scale, scenario.currency)
    return f"each {way} than {amount_in_words(scenario, issue, neutral)} {verb} you {worth}"


def _scored(most_rounds: int) -> str:
    areas = ", ".join(f"{area} {points}" for area, points in AREA_POINTS.items())
    return (
        f"Scored: {areas}; each hint takes {HINT_POINTS}. At most {most_rounds} rounds: one is a line of yours with its"
        " answer."
    )


def _state(run: Run) -> tuple[Block, ...]:
    checks = button(CHECKS, "See every check", run.id)
    if run.status not in _LIVE:
        over = context(f"Over after {run.round} rounds. The verdict is in the thread.")
        return (over, actions("run", checks, share_button(run.id)))
    toggle = (
        (button(RESUME, "Resume", run.id, style="primary"),)
        if run.status == "paused"
        else (button(PAUSE, "Pause", run.id), button(HINT, f"Hint −{HINT_POINTS}", run.id))
    )
    end = button(END, "End", run.id, style="danger", confirm=_sure())
    note = (
        "Paused: lines do not count until you press Resume."
        if run.status == "paused"
        else "Open the thread and answer there; just type."
    )
    return (context(note), actions("run", *toggle, end, checks, share_button(run.id)))


def _sure() -> Block:
    return confirm("End this run?", "It ends without a deal and is scored as it stands.", "End it", "Keep going")
