"""What falls due is begun by one, once."""

import asyncio
from datetime import datetime, timedelta

from storage import timetable
from storage.database import Database, open_database
from storage.timetable import Due, Outcome
from tests.storage.given import NOW, TEAM

MINUTE = timedelta(minutes=1)


def due(schedule: str = "assignment:a:1:start", recipient: str = "U1", at: datetime = NOW, team: str = TEAM) -> Due:
    """Something that is due now."""
    return Due(team, schedule, recipient, "start", at)


async def add(database: Database, *dues: Due) -> None:
    """They fall due."""
    async with database.writing() as connection:
        await timetable.add(connection, dues)


async def coming(database: Database, prefix: str = "assignment:") -> tuple[Due, ...]:
    """What is still to come."""
    async with database.reading() as connection:
        return await timetable.to_come(connection, TEAM, prefix)


async def outcomes(database: Database) -> list[str]:
    """What became of all that fell due."""
    async with database.reading() as connection:
        return [each.outcome for each in await timetable.fired(connection, TEAM, "")]


async def do(database: Database, what: Due, next_at: datetime | None = None) -> bool:
    """Whether it was for us to do."""
    async with database.writing() as connection:
        if not await timetable.begin(connection, what, NOW):
            return False
        await timetable.end(connection, what, Outcome("posted", "oid", next_at))
        return True


async def test_what_is_due_is_listed_the_longest_overdue_first(database: Database) -> None:
    early, late, later = due(at=NOW - MINUTE), due("assignment:b:1:start"), due("assignment:c:1:start", at=NOW + MINUTE)
    await add(database, later, late, early)
    async with database.reading() as connection:
        assert await timetable.due_by(connection, ["start"], NOW, 10) == (early, late)
        assert await timetable.due_by(connection, ["start"], NOW, 1) == (early,)
        assert await timetable.due_by(connection, ["remind"], NOW, 10) == ()


async def test_what_is_done_is_done_once_and_falls_due_again_if_it_says_so(database: Database) -> None:
    await add(database, due())
    assert await do(database, due(), next_at=NOW + MINUTE)
    assert not await do(database, due())
    assert await coming(database) == (due(at=NOW + MINUTE),)
    assert await do(database, due(at=NOW + MINUTE))
    assert await coming(database) == ()
    assert await outcomes(database) == ["posted", "posted"]


async def test_what_has_fired_at_that_time_does_not_fire_again_though_it_was_planned_again(database: Database) -> None:
    await add(database, due())
    assert await do(database, due())
    await add(database, due())
    assert not await do(database, due())
    assert await coming(database) == ()


async def test_what_was_moved_or_removed_is_not_done(database: Database) -> None:
    await add(database, due(), due(recipient="U2"))
    await add(database, due(at=NOW + MINUTE))
    assert not await do(database, due())
    async with database.writing() as connection:
        assert await timetable.remove(connection, TEAM, "assignment:a:", "U2") == 1
    assert not await do(database, due(recipient="U2"))
    assert await outcomes(database) == []


async def test_an_error_on_the_way_leaves_it_due(database: Database) -> None:
    await add(database, due())
    try:
        async with database.writing() as connection:
            assert await timetable.begin(connection, due(), NOW)
            raise RuntimeError
    except RuntimeError:
        pass
    assert await coming(database) == (due(),)
    assert await outcomes(database) == []
    assert await do(database, due())


async def test_only_schedules_that_begin_so_are_removed_and_in_that_team_alone(database: Database) -> None:
    other = due(team="T2")
    await add(database, due(), due("assignment:a_:1:start"), due("assignment:aa:1:start"), other)
    async with database.writing() as connection:
        assert await timetable.remove(connection, TEAM, "assignment:a:") == 1
        assert await timetable.to_come(connection, "T2", "") == (other,)
    assert {each.schedule for each in await coming(database)} == {"assignment:a_:1:start", "assignment:aa:1:start"}


async def test_two_at_the_same_instant_do_it_once(database: Database, url: str) -> None:
    dues = [due(recipient=f"U{number}") for number in range(20)]
    await add(database, *dues)
    other = await open_database(url) if database.is_shared else database
    try:
        done = await asyncio.gather(*(do(place, each) for each in dues for place in (database, other)))
    finally:
        if other is not database:
            await other.close()
    assert sum(done) == 20
    assert await outcomes(database) == ["posted"] * 20
