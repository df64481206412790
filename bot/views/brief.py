"""The post that opens a run's thread: what the rep sells, and what will be scored."""

from bot.views.attempts import brief_line
from bot.views.blocks import actions, button, confirm, context, escape, fields, section
from bot.views.counterpart import profile_mark, sight_of
from bot.views.dates import moment
from bot.views.message import Block, Message
from bot.views.share_modal import share_button
from bot.views.sheet import scored_on, sheet_lists
from engine.scenario.scenario import Scenario
from engine.scoring.rubric import HINT_POINTS
from engine.terms.money import format_money
from storage.attempts import Counting
from storage.runs import Run

HINT, PAUSE, RESUME, END, CHECKS = "run_hint", "run_pause", "run_resume", "run_end", "run_checks"

_LIVE = ("opening", "open", "paused")


def brief_message(run: Run, scenario: Scenario, counting: Counting | None = None) -> Message:
    """The brief in the run's present state; the buttons are those that the state allows. An assigned run says what it
    is `counting` for."""
    title = f"{'Assigned' if counting else 'Practice'} run · {scenario.share_code} · {run.mode}"
    blocks = (
        section(f"*{title}* — <@{run.rep}> plays {scenario.rep.role}"),
        *((section(brief_line(counting)),) if counting else ()),
        section(sight_of(scenario)),
        *_sheet(scenario),
        context(
            scored_on(scenario),
            f"{profile_mark(scenario)} — the same for everyone who plays this seed; in full under *See every check*",
        ),
        *_ranked(run),
        *_worded_by(run),
        *_state(run),
    )
    return Message(f"{title}. {escape(scenario.product.name)}. Answer in the thread.", blocks)


def _ranked(run: Run) -> tuple[Block, ...]:
    if run.withheld_until is None:
        return ()
    until = moment(run.withheld_until)
    return (context(f"Ranked until {until}: till then what the buyer hides is told to the rep alone."),)


def _worded_by(run: Run) -> tuple[Block, ...]:
    """Who finds the buyer's words, and that what the rep writes goes there."""
    if run.mode == "strict":
        return ()
    tone = ", in the tone of earlier runs where reps have allowed it" if run.mode == "flavor" else ""
    by = f" (`{escape(run.model)}`)" if run.model else ""
    return (context(f"A language model{by} words the buyer{tone}; what you write in the thread goes to its provider."),)


def _sheet(scenario: Scenario) -> tuple[Block, ...]:
    """What the rep works from: the product, the limits, what may be added, and what may be said of it."""
    product, money = scenario.product, scenario.currency
    limits = fields(
        f"*List*\n{format_money(product.list_price, money)}",
        f"*Your floor*\n{format_money(product.floor, money)} — below it the deal costs the house money",
    )
    return (
        section(escape(f"{scenario.rep.public} {product.summary}.")),
        limits,
        *(
            section(f"*{title}*\n" + "\n".join(f"• {escape(line)}" for line in lines))
            for title, lines in sheet_lists(scenario).items()
        ),
    )


def _state(run: Run) -> tuple[Block, ...]:
    checks = button(CHECKS, "See every check", run.id)
    if run.status not in _LIVE:
        over = context(
            f"Over after {run.round} {'round' if run.round == 1 else 'rounds'}. The verdict is in the thread."
        )
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
