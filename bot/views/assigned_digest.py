"""How a window of an assignment went, for its manager, once it has closed."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from bot.views.assigned_buttons import COPY, CSV, EDIT, window_value
from bot.views.blocks import actions, as_text, button, context, escape, section
from bot.views.message import Block, Message
from storage.assignments import Assignment

SHOWN = 15
"""People named as overdue; more are counted."""
_PLANNED = "The next round is planned already. Edit changes it, or ends it."


class WeakestCheck(NamedTuple):
    """The check that fewest runs have passed."""

    title: str
    passed: int
    of: int


def digest_message(
    assignment: Assignment,
    number: int,
    totals: Mapping[str, int],
    overdue: Sequence[str],
    weakest: WeakestCheck | None,
) -> Message:
    """`totals` are how many people are in each state; `overdue` the ids of those who have something left to play."""
    title = as_text(assignment.title)
    counted = totals_line(totals)
    blocks: tuple[Block, ...] = (
        section(f"*{title}* has closed{_round(assignment, number)}\n{counted}"),
        *((section(_weakest(weakest)),) if weakest else ()),
        *((section(_overdue(overdue)),) if overdue else ()),
        _buttons(assignment, number),
        *(
            (context("The next round is planned already. Edit changes it, or ends it."),)
            if _goes_on(assignment)
            else ()
        ),
    )
    return Message(f"{title} has closed: {counted}.", blocks)


def totals_line(totals: Mapping[str, int]) -> str:
    """`12 people · 3 not started · 9 passed`; states that nobody is in are left out, but for who passed."""
    people = sum(totals.values())
    named = [f"{count} {state}" for state, count in totals.items() if count or state == "passed"]
    return " · ".join(("1 person" if people == 1 else f"{people} people", *named))


def _goes_on(assignment: Assignment) -> bool:
    return bool(assignment.repeats) and assignment.status == "active"


def _round(assignment: Assignment, number: int) -> str:
    return f", round {number}" if assignment.repeats else ""


def _weakest(check: WeakestCheck) -> str:
    return f"Weakest check: *{escape(check.title)}* ({check.passed} of {check.of})"


def _overdue(people: Sequence[str]) -> str:
    named = ", ".join(f"<@{person}>" for person in people[:SHOWN])
    more = len(people) - SHOWN
    return f"Overdue: {named}{f' and {more} more' if more > 0 else ''}"


def _buttons(assignment: Assignment, number: int) -> Block:
    value = window_value(assignment.id, number)
    return actions("assignment", button(EDIT, "Edit", value), button(COPY, "Copy", value), button(CSV, "CSV", value))
