"""How many people are how far, in one line that every view shares."""

from bot.states import Totals


def totals_words(totals: Totals) -> str:
    """`12 people · 3 not started · 4 in progress · 4 passed · 1 did not pass · 0 overdue`, and how many are excused."""
    people = "1 person" if totals.people == 1 else f"{totals.people} people"
    shown = (
        (totals.not_started, "not started"),
        (totals.in_progress, "in progress"),
        (totals.passed, "passed"),
        (totals.did_not_pass, "did not pass"),
        (totals.overdue, "overdue"),
        *(((totals.excused, "excused"),) if totals.excused else ()),
    )
    return " · ".join((people, *(f"{count} {words}" for count, words in shown)))
