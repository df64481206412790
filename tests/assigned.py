"""Assignments for tests, with what people have made of them."""

from datetime import UTC, datetime, timedelta
from typing import Any

from storage.assignments import Assignee, Assignment, Whom, Window
from storage.attempts import Played

TEAM, ASSIGNMENT = "T1", "discovery"
START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
DUE = datetime(2026, 3, 6, 17, 0, tzinfo=UTC)
MONDAY, FRIDAY = START.replace(tzinfo=None), DUE.replace(tzinfo=None)
SEEDS = (18422, 1024, 9001)


def assignment(**changes: Any) -> Assignment:
    """Three buyers of car_sales from Monday to Friday, one attempt each."""
    known: dict[str, Any] = {
        "team": TEAM,
        "id": ASSIGNMENT,
        "title": "Discovery week",
        "manager": "UMEI",
        "pack": "car_sales",
        "pack_hash": "hash-1",
        "draw_epoch": 1,
        "whom": Whom(people=("UANA",)),
        "starts_on": MONDAY,
        "due_on": FRIDAY,
        "made_at": START - timedelta(days=3),
        "seeds": SEEDS,
    }
    return Assignment(**known | changes)


def window(**changes: Any) -> Window:
    """Its first window."""
    known: dict[str, Any] = {
        "team": TEAM,
        "assignment": ASSIGNMENT,
        "number": 1,
        "seeds": SEEDS,
        "starts_on": MONDAY,
        "due_on": FRIDAY,
        "opens_at": START,
        "closes_at": DUE,
    }
    return Window(**known | changes)


def assignee(person: str = "UANA", **changes: Any) -> Assignee:
    """Somebody in that window, whose clock shows UTC."""
    known: dict[str, Any] = {
        "team": TEAM,
        "assignment": ASSIGNMENT,
        "number": 1,
        "person": person,
        "zone": "UTC",
        "starts_at": START,
        "due_at": DUE,
    }
    return Assignee(**known | changes)


def played(
    seed: int,
    score: int | None = None,
    *,
    nth: int = 1,
    ended_at: datetime | None = None,
    complies: bool = True,
    person: str = "UANA",
) -> Played:
    """A run that counts; with a score it has ended, an hour after the start unless told otherwise."""
    over = ended_at or (None if score is None else START + timedelta(hours=nth))
    return Played(ASSIGNMENT, 1, person, seed, nth, f"{person}-{seed}-{nth}", over, score, complies)
