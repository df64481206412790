"""What the verdicts of a window's runs found is read check by check, as disputes have left it."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import update

from bot.flows.weak_checks import weakest
from bot.states import Weak
from storage import assignments, disputes, findings
from storage.assignments import Attempt
from storage.database import Database
from storage.disputes import Dispute, Ruling
from storage.findings import Found
from storage.tables import runs
from storage.verdicts import VerdictRow
from tests.assigned import ASSIGNMENT, DUE, START, TEAM, assignee, assignment, window
from tests.storage.given import NOW, ended_run

SEED = 18422


@pytest.fixture(autouse=True)
async def held(database: Database) -> None:
    """The assignment, its window, and two people in it."""
    async with database.writing() as connection:
        await assignments.add(connection, assignment(seeds=(SEED,)))
        await assignments.add_window(connection, window(seeds=(SEED,)), [assignee("UANA"), assignee("UBEN")])


def check(name: str, won: int | None, of: int = 4) -> dict[str, Any]:
    """A check as verdicts have it."""
    return {"id": name, "title": name.capitalize(), "won": won, "of": of, "note": "n", "quote": "q"}


async def counted(database: Database, person: str, *checks: dict[str, Any], after: timedelta = timedelta()) -> str:
    """A run of the person's that counts, with these checks."""
    thread = f"{len(checks)}{person}{after.seconds}.1"
    run = await ended_run(database, thread, person, verdict=VerdictRow(50, False, {"checks": list(checks)}, "r"))
    async with database.writing() as connection:
        await connection.run(update(runs).where(runs.c.id == run.id).values(ended_at=START + after))
        await assignments.add_attempt(connection, Attempt(TEAM, run.id, ASSIGNMENT, 1, person, SEED, 1))
    return run.id


async def found(database: Database) -> tuple[Found, ...]:
    """What is found in the window."""
    async with database.reading() as connection:
        return await findings.of_window(connection, TEAM, ASSIGNMENT, 1)


async def test_each_check_of_each_run_is_found(database: Database) -> None:
    run = await counted(database, "UANA", check("trust", 3), check("payments", None))
    assert await found(database) == (Found(run, "trust", "Trust", 3, 4), Found(run, "payments", "Payments", None, 4))


async def test_what_ended_too_late_and_who_is_excused_is_left_out(database: Database) -> None:
    await counted(database, "UANA", check("trust", 3), after=DUE - START)
    await counted(database, "UBEN", check("trust", 3))
    async with database.writing() as connection:
        await assignments.excuse(connection, TEAM, ASSIGNMENT, 1, "UBEN", "UMEI", START)
    assert await found(database) == ()


async def test_points_that_a_dispute_gave_stand_instead(database: Database) -> None:
    run = await counted(database, "UANA", check("trust", 1))
    dispute = Dispute(team=TEAM, id="d1", run_id=run, check_id="trust", rep="UANA", words="w", given=1, of=4, key="k",
                      filed_at=NOW)  # fmt: skip
    async with database.writing() as connection:
        await disputes.add(connection, dispute)
    assert [each.won for each in await found(database)] == [1]
    async with database.writing() as connection:
        await disputes.decide(
            connection, TEAM, "d1", Ruling(points=4, reason="seen", by="UMEI", name="Mei", key="k2"), NOW
        )
    assert [each.won for each in await found(database)] == [4]


def test_the_weakest_are_those_of_which_the_fewest_runs_earned_half() -> None:
    rows = [
        *(Found(f"r{nth}", "trust", "Trust", won, 4) for nth, won in enumerate((2, 3, 0, None))),
        *(Found(f"r{nth}", "anchor", "Anchor", won, 3) for nth, won in enumerate((1, 1, 1))),
        *(Found(f"r{nth}", "close", "Close", 4, 4) for nth in range(3)),
        Found("r0", "silent", "Silent", None, 4),
    ]
    assert weakest(rows) == (Weak("Anchor", 0, 3), Weak("Trust", 2, 3))
    assert weakest([replace_won(each, 4) for each in rows]) == ()
    assert weakest(()) == ()


def replace_won(each: Found, won: int) -> Found:
    return each._replace(won=won)
