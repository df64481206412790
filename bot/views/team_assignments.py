"""What a team is assigned, for its managers: how many are how far, and a way into each assignment."""

from collections.abc import Sequence
from datetime import datetime

from bot.states import Overview, Weak
from bot.views.assigned_buttons import COPY, CSV, EDIT
from bot.views.blocks import actions, as_text, button, context, divider, escape, header, section
from bot.views.dates import on_the_wall
from bot.views.follow_buttons import (
    MINE,
    NEWER,
    OLDER,
    PEOPLE,
    REMIND,
    SEEDS,
    Place,
    cancel_button,
)
from bot.views.history import CLOSE
from bot.views.message import Block, Message
from bot.views.totals import totals_words

NONE = (
    "Nothing was assigned in this team yet. `/haggle assign` opens a form; "
    "`/haggle assign @someone car_sales 18422 due fri` does the same in one line."
)


def team_assignments_message(
    overviews: Sequence[Overview], number: int, pages: int, total: int, now: datetime
) -> Message:
    """One page of so many, for one manager."""
    if not total:
        row = actions("assignments", button(MINE, "Mine", "1"), button(CLOSE, "Close"))
        return Message(NONE, (section(NONE), row))
    rows = [block for each in overviews for block in (divider(), *overview_blocks(each, now))]
    place = f"Page {number} of {pages} · " if pages > 1 else ""
    foot = context(f"{place}Times are those on each person’s own clock.")
    newer = [button(NEWER, "Newer", str(number - 1))] if number > 1 else []
    older = [button(OLDER, "Older", str(number + 1))] if number < pages else []
    turning = actions("assignments", *newer, *older, button(MINE, "Mine", "1"), button(CLOSE, "Close"))
    said = "1 assignment" if total == 1 else f"{total} assignments"
    return Message(f"{said} in this team.", (header(f"Assignments · {total}"), *rows, divider(), foot, turning))


def overview_blocks(each: Overview, now: datetime) -> tuple[Block, ...]:
    """One assignment: its totals, its weakest check, and what can be done with it."""
    assignment, window = each.assignment, each.window
    head = f"*{as_text(assignment.title)}* · {standing_words(each, now)}"
    if window is None:
        return (section(f"{head}\nNobody is in it yet."), actions(f"assignment:{assignment.id}", *_buttons(each, now)))
    weak = f"\n{weak_words(each.weak[0])}" if each.weak else ""
    return (
        section(f"{head}\n{totals_words(each.totals)}{weak}"),
        actions(f"assignment:{assignment.id}", *_buttons(each, now)),
    )


def standing_words(each: Overview, now: datetime) -> str:
    """`due Fri 6 Mar, 17:00`, and which time it is held."""
    assignment, window = each.assignment, each.window
    if assignment.status == "cancelled":
        return "cancelled"
    if window is None:
        return "not planned yet"
    nth = f" · round {window.number}" if assignment.repeats or each.windows > 1 else ""
    if now < window.opens_at:
        return f"starts {on_the_wall(window.starts_on)}{nth}"
    return f"{'closed' if now >= window.closes_at else 'due'} {on_the_wall(window.due_on)}{nth}"


def weak_words(weak: Weak) -> str:
    """`Weakest check: packages (2 of 9)`."""
    return f"Weakest check: *{escape(weak.title)}* ({weak.met} of {weak.runs})"


def _buttons(each: Overview, now: datetime) -> list[Block]:
    """What the state of the assignment allows."""
    assignment, window = each.assignment, each.window
    place = Place(assignment.id, window.number if window else 1)
    is_active = assignment.status == "active" and (window is None or assignment.repeats or now < window.closes_at)
    is_open = window is not None and is_active and window.opens_at <= now < window.closes_at
    left = each.totals.not_started + each.totals.in_progress
    offered: list[tuple[object, Block]] = [
        (window, button(PEOPLE, "People", str(place))),
        (window, button(SEEDS, "Seeds", str(place))),
        (is_open and left, button(REMIND, "Remind", str(place))),
        (is_active, button(EDIT, "Edit", assignment.id)),
        (window, button(CSV, "CSV", str(place))),
        (True, button(COPY, "Copy", assignment.id)),
        (is_active, cancel_button(place, assignment.title)),
    ]
    return [block for is_offered, block in offered if is_offered]


def called_text(reminded: int, asleep: int, muted: int) -> str:
    """What the manager is told who has had them reminded."""
    told = f"Reminded {_people(reminded)}."
    later = f" It is outside working hours for {_people(asleep)} more." if asleep else ""
    silent = f" {_people(muted).capitalize()} wanted no reminders." if muted else ""
    return told + later + silent


def _people(count: int) -> str:
    return "1 person" if count == 1 else f"{count} people"
