"""Assignments and people to plan with."""

from datetime import UTC, datetime
from typing import Any

from bot.flows.scheduling.planning import plan_window
from engine.timing.local_time import instant
from storage import assignments, people, timetable
from storage.assignments import Assignment, Whom, Window
from storage.database import Database
from storage.people import Person
from storage.timetable import Due

TEAM, MANAGER, CHANNEL = "T1", "UBOSS", "CTEAM"
NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
STARTS_ON, DUE_ON = datetime.fromisoformat("2026-03-02T09:00"), datetime.fromisoformat("2026-03-06T17:00")


def order(**changes: Any) -> Assignment:
    """Discovery week, from Monday nine o'clock to Friday five."""
    known: dict[str, Any] = {
        "team": TEAM,
        "id": "a1",
        "title": "Discovery week",
        "manager": MANAGER,
        "pack": "car_sales",
        "pack_hash": "hash",
        "draw_epoch": 1,
        "whom": Whom(people=("UANA", "UMEI")),
        "starts_on": STARTS_ON,
        "due_on": DUE_ON,
        "made_at": NOW,
        "seeds": (18422, 1024),
        "channel": CHANNEL,
    }
    return Assignment(**{**known, **changes})


def person(name: str, zone: str = "Europe/Berlin", **changes: Any) -> Person:
    """Somebody; the id is made of the name."""
    return Person(team=TEAM, person=f"U{name.upper()}", name=name, zone=zone, seen_at=NOW, **changes)


ANA, MEI = person("Ana"), person("Mei", "Asia/Tokyo")


async def planned(
    database: Database, assignment: Assignment, *who: Person, number: int = 1, now: datetime = NOW
) -> Window:
    """The assignment is stored, its people are known, and its window is planned."""
    async with database.writing() as connection:
        await assignments.add(connection, assignment)
        for each in who:
            await people.put(connection, each)
        them = {each.person: each for each in who}
        return await plan_window(connection, assignment, number, assignment.seeds, them, now)


async def coming(database: Database, prefix: str = "assignment:") -> tuple[Due, ...]:
    """What is still to come."""
    async with database.reading() as connection:
        return await timetable.to_come(connection, TEAM, prefix)


def at(wall: str, zone: str = "UTC") -> datetime:
    """The instant of an ISO wall time in March 2026, such as `02T09:00`."""
    return instant(datetime.fromisoformat(f"2026-03-{wall}"), zone)
