"""Comments are due once the verdict stands, taken by one at a time, and kept once."""

import asyncio
from datetime import timedelta

import pytest

from storage import comments, outbox, verdicts
from storage.comments import CommentsRow, Due
from storage.database import Database
from storage.runs import Run
from tests.storage.given import NOW, TEAM, VERDICT, after, ended_run

LEASE = timedelta(seconds=90)
ROW = CommentsRow([{"question": "tone", "answer": 1}], 84)


@pytest.fixture
async def run(database: Database) -> Run:
    """A run that has its verdict, to be commented on; the card is still to be posted."""
    return await judged(database)


async def judged(database: Database, thread: str = "100.000001", to_be_commented: bool = True) -> Run:
    """A run that has its verdict."""
    return await ended_run(database, thread, verdict=VERDICT, to_be_commented=to_be_commented)


async def post(database: Database) -> None:
    """Whatever is to be posted stands in Slack."""
    for each in await outbox.take_due(database, "sender", NOW, 100):
        await outbox.mark_sent(database, each.oid, "900.000001", NOW)


async def take(database: Database, seconds: float = 1) -> tuple[Due, ...]:
    """What somebody is given to comment on so many seconds into the story."""
    return await comments.take(database, after(seconds), LEASE, 4)


async def keep(database: Database, run: Run, row: CommentsRow = ROW) -> bool:
    """Whether the row was kept."""
    async with database.writing() as connection:
        return await comments.keep(connection, TEAM, run.id, row, after(9))


async def kept(database: Database, run: Run) -> CommentsRow | None:
    """The run's comments."""
    async with database.reading() as connection:
        return await comments.of_run(connection, TEAM, run.id)


async def test_nothing_is_due_before_the_card_stands(database: Database, run: Run) -> None:
    assert await take(database) == ()
    await post(database)
    assert await take(database) == (Due(TEAM, run.id, 1),)


async def test_a_verdict_that_is_not_to_be_commented_on_never_is(database: Database) -> None:
    await judged(database, to_be_commented=False)
    await post(database)
    assert await take(database) == ()


async def test_who_takes_it_up_has_it_alone_until_the_lease_is_over(database: Database, run: Run) -> None:
    await post(database)
    given = await asyncio.gather(*(take(database) for _ in range(4)))
    assert sorted(given) == [(), (), (), (Due(TEAM, run.id, 1),)]
    assert await take(database, 60) == ()
    assert await take(database, 92) == (Due(TEAM, run.id, 2),)


async def test_comments_are_kept_once_and_the_verdict_stays(database: Database, run: Run) -> None:
    await post(database)
    await take(database)
    assert await kept(database, run) is None
    assert [await keep(database, run), await keep(database, run, CommentsRow([], 3))] == [True, False]
    assert await kept(database, run) == ROW
    assert await take(database, 10_000) == ()
    async with database.reading() as connection:
        row = await verdicts.get(connection, TEAM, run.id)
    assert row is not None
    assert (row.det_score, row.payload) == (VERDICT.det_score, VERDICT.payload)


async def test_another_team_sees_none(database: Database, run: Run) -> None:
    await post(database)
    await keep(database, run)
    async with database.reading() as connection:
        assert await comments.of_run(connection, "T2", run.id) is None
