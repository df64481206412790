"""What is said around assigned runs."""

from bot.views.assigned_buttons import START_ASSIGNED
from bot.views.blocks import actions, as_text, button, escape, section
from bot.views.dates import moment
from bot.views.message import Message
from storage.assignments import UNLIMITED
from storage.attempts import Counting


def begun_text(title: str, attempt: str, why_practice: str) -> str:
    """What the rep is told where they pressed, unless that was in their messages with Haggle."""
    what = f"Practice, since {escape(why_practice)}" if why_practice else f"{attempt} for *{as_text(title)}*."
    return f"{what} The run is in your messages with me."


def attempt_words(nth: int, attempts: int) -> str:
    """`Attempt 1 of 3`."""
    return f"Attempt {nth}" if attempts == UNLIMITED else f"Attempt {nth} of {attempts}"


def meet_first_message(text: str, start: str) -> Message:
    """A refusal with the way into the assigned run."""
    row = actions("start_assigned", button(START_ASSIGNED, "Start the assigned run", start, style="primary"))
    return Message(text, (section(text), row))


def brief_line(counting: Counting) -> str:
    """What a run counts for, in its brief."""
    assignment, _, whose = counting.held
    if assignment.status == "cancelled":
        return f"*{as_text(assignment.title)}* was cancelled: this run is practice."
    if whose.excused_at is not None:
        return f"You are excused from *{as_text(assignment.title)}*: this run is practice."
    nth = attempt_words(counting.nth, assignment.attempts)
    return (
        f"{nth} for *{as_text(assignment.title)}* · pass mark {assignment.pass_mark} · due {moment(whose.due_at)}. "
        "What ends later does not count."
    )
