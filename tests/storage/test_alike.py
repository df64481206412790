"""Which runs are compared, with which, and what is kept of it: ids and counts."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import update

from engine.negotiation.events import Said
from storage import alike, assignments, run_events
from storage.alike import Counted, Flagged, Likeness
from storage.assignments import Attempt
from storage.database import Database
from storage.tables import runs
from tests.assigned import ASSIGNMENT, DUE, START, TEAM, assignee, assignment, window
from tests.storage.given import NOW, VERDICT, ended_run, open_run

SEED = 18422
BEFORE = START - timedelta(days=1)


@pytest.fixture(autouse=True)
async def held(database: Database) -> None:
    """The assignment, its window, and three people in it."""
    async with database.writing() as connection:
        await assignments.add(connection, assignment(seeds=(SEED,)))
        everybody = [assignee(person) for person in ("UANA", "UBEN", "UOLU")]
        await assignments.add_window(connection, window(seeds=(SEED,)), everybody)


async def attempt(database: Database, person: str, minutes: int, **changes: Any) -> str:
    """A run of the person's that counts and has ended so many minutes after the start."""
    run = await ended_run(database, f"{minutes + 100}.000001", rep=person, verdict=VERDICT)
    async with database.writing() as connection:
        ended = START + timedelta(minutes=minutes)
        await connection.run(update(runs).where(runs.c.id == run.id).values(ended_at=ended))
        await assignments.add_attempt(connection, Attempt(TEAM, run.id, ASSIGNMENT, 1, person, SEED, 1))
    return run.id


async def due(database: Database, since: Any = BEFORE) -> list[Counted]:
    """What is to be compared."""
    async with database.reading() as connection:
        return list(await alike.to_compare(connection, since, 10))


async def test_a_run_that_has_ended_is_compared_once(database: Database) -> None:
    ana = await attempt(database, "UANA", 5)
    [run] = await due(database)
    assert run.run_id == ana
    async with database.writing() as connection:
        assert await alike.note(connection, run, (), NOW)
        assert not await alike.note(connection, run, (), NOW)
    assert await due(database) == []


async def test_runs_under_way_and_of_windows_long_closed_are_not_compared(database: Database) -> None:
    run = await open_run(database, rep="UANA")
    async with database.writing() as connection:
        await assignments.add_attempt(connection, Attempt(TEAM, run.id, ASSIGNMENT, 1, "UANA", SEED, 1))
    assert await due(database) == []
    await attempt(database, "UBEN", 5)
    assert await due(database, DUE) == []


async def test_a_run_is_held_against_other_peoples_that_ended_before(database: Database) -> None:
    first, second = await attempt(database, "UANA", 5), await attempt(database, "UBEN", 9)
    mine = await attempt(database, "UANA", 12)
    runs_due = {each.run_id: each for each in await due(database)}
    async with database.reading() as connection:
        assert await alike.ended_before(connection, runs_due[first]) == ()
        assert [each.run_id for each in await alike.ended_before(connection, runs_due[second])] == [first]
        assert [each.run_id for each in await alike.ended_before(connection, runs_due[mine])] == [second]


async def test_lines_are_the_reps_and_what_was_said_to_them(database: Database) -> None:
    run = await attempt(database, "UANA", 5)
    events = [Said(NOW, "counterpart", 0, "Hi there"), Said(NOW, "rep", 1, "Good morning")]
    await database.write(lambda there: run_events.append(there, run_events.rows_of(TEAM, run, 50, events)))
    async with database.reading() as connection:
        lines = await alike.lines_of(connection, TEAM, [run, "unknown"])
    assert lines[run].said == ("hello", "bye", "Good morning")
    assert lines[run].heard == ("Hi there",)
    assert lines["unknown"].said == ()


async def test_what_is_found_is_kept_with_whose_runs_they_are(database: Database) -> None:
    first, second = await attempt(database, "UANA", 5), await attempt(database, "UBEN", 9)
    run = next(each for each in await due(database) if each.run_id == second)
    async with database.writing() as connection:
        await alike.note(connection, run, (Likeness(first, 3, 4),), NOW)
        found = await alike.in_window(connection, TEAM, ASSIGNMENT, 1)
        two = await alike.of_two(connection, TEAM, second, first)
        assert await alike.of_two(connection, "T2", second, first) is None
        assert await alike.in_window(connection, TEAM, ASSIGNMENT, 2) == ()
    assert found == (Flagged(second, "UBEN", first, "UANA", SEED, 3, 4),) == (two,)
