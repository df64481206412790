"""How a window of an assignment went, for its manager, once it has closed."""

from collections.abc import Sequence

from bot.states import Alike, Progress, Weak
from bot.views.assigned_buttons import COPY, CSV, EDIT, window_value
from bot.views.blocks import actions, as_text, button, context, escape, section
from bot.views.follow_buttons import PEOPLE, SEEDS
from bot.views.message import Block, Message
from bot.views.team_assignments import weak_words
from bot.views.totals import totals_words
from storage.assignments import Assignment
from storage.posts import Trouble

SHOWN, PAIRS = 15, 5
"""People named as overdue, and pairs whose lines are alike; more are counted."""
_PLANNED = "The next round is planned already. Edit changes it, or ends it."


def digest_message(progress: Progress, weak: Sequence[Weak] = (), alike: Sequence[Alike] = ()) -> Message:
    """The totals, the weakest check, who is overdue, whose lines are alike, and what the manager can do about it."""
    assignment, number = progress.assignment, progress.window.number
    title, counted = as_text(assignment.title), totals_words(progress.totals)
    overdue = [each.person for each in progress.people if each.state == "overdue"]
    goes_on = bool(assignment.repeats) and assignment.status == "active"
    blocks: tuple[Block, ...] = (
        section(f"*{title}* has closed{_round(assignment, number)}\n{counted}"),
        *((section(weak_words(weak[0])),) if weak else ()),
        *((section(_overdue(overdue)),) if overdue else ()),
        *((section(_alike(alike)),) if alike else ()),
        _buttons(assignment, number),
        *((context(_PLANNED),) if goes_on else ()),
    )
    return Message(f"{title} has closed{_round(assignment, number)}: {counted}.", blocks)


def trouble_message(assignment: Assignment, what: Trouble, why: str) -> Message:
    """What the manager can mend; `why` says why, or is Slack's word for what it refused."""
    title = as_text(assignment.title)
    if what == "unseen":
        return Message(f"Some of those whom *{title}* is for are missing from its next round. {escape(why)}")
    if what == "undrawn":
        return Message(f"The next round of *{title}* is not planned. {escape(why)} I try again every day.")
    return Message(
        f"I could not post *{title}* in <#{assignment.channel}> ({escape(why)}). Everybody has it in their messages "
        "all the same. If I am not in that channel, type `/invite @Haggle` there before the next round."
    )


def _round(assignment: Assignment, number: int) -> str:
    return f", round {number}" if assignment.repeats else ""


def _alike(alike: Sequence[Alike]) -> str:
    """Whose lines are nearly somebody else's, for the manager to look at."""
    named = list(dict.fromkeys(f"<@{each.person}> and <@{each.other_person}>" for each in alike))
    more = len(named) - PAIRS
    shown = ", ".join(named[:PAIRS]) + (f" and {more} more" if more > 0 else "")
    return f"Nearly the same lines to one buyer: {shown}. *People* shows them side by side."


def _overdue(people: Sequence[str]) -> str:
    named = ", ".join(f"<@{person}>" for person in people[:SHOWN])
    more = len(people) - SHOWN
    return f"Overdue: {named}{f' and {more} more' if more > 0 else ''}"


def _buttons(assignment: Assignment, number: int) -> Block:
    value = window_value(assignment.id, number)
    return actions(
        "assignment",
        button(PEOPLE, "People", value),
        button(SEEDS, "Seeds", value),
        button(EDIT, "Edit", assignment.id),
        button(CSV, "CSV", value),
        button(COPY, "Copy", assignment.id),
    )
