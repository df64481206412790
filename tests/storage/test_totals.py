"""Totals are at any moment what the verdicts come to, whatever has become of these."""

import asyncio
from functools import partial
from random import Random

import pytest
from sqlalchemy import select

from engine.timing.periods import period_at
from storage import totals
from storage.board_tables import board_totals
from storage.database import Database
from storage.transaction import Transaction
from storage.verdicts import Counts, VerdictRow
from tests.storage.given import NOW, TEAM, ended_run
from tests.storage.histories import History, as_stored, by_hand, put_marks

PARTS, IN_PART, IN_PART_ELSEWHERE = 20, 500, 25
"""10,000 histories on SQLite and a sample of them on PostgreSQL, where each statement takes longer."""
AT_ONCE = 25
"""Histories in one transaction, each in a team of its own."""


@pytest.mark.parametrize("part", range(PARTS))
async def test_totals_equal_a_full_recompute_after_any_history(database: Database, backend: str, part: int) -> None:
    await database.write(put_marks)
    first, many = part * IN_PART, IN_PART if backend == "sqlite" else IN_PART_ELSEWHERE
    for number in range(first, first + many, AT_ONCE):
        await database.write(partial(_live, range(number, number + AT_ONCE)))


def _live(numbers: range, transaction: Transaction) -> None:
    for number in numbers:
        history = History(f"T{number}", Random(number))  # noqa: S311 - no secret hangs on it
        for _ in range(history.random.randrange(1, 9)):
            history.go_on(transaction)
        kept = as_stored(transaction, history.team)
        assert kept == by_hand(history), number
        totals.from_scratch(transaction, history.team)
        assert as_stored(transaction, history.team) == kept, number


def counted(score: int, percentile: int | None) -> VerdictRow:
    """A verdict that counts with this percentile."""
    return VerdictRow(score, True, {}, "rubric-1", counts=Counts(percentile, "1" if percentile else ""))


async def test_a_verdict_is_committed_together_with_its_totals(database: Database) -> None:
    await ended_run(database, verdict=counted(70, 6_000))
    week = period_at("week", NOW, "UTC").key
    async with database.reading() as connection:
        rows = await connection.all(select(board_totals.c.runs, board_totals.c.points, board_totals.c.period))
    assert sorted(rows).count((1, 6_000, week)) == 2
    assert len(rows) == 8


async def test_two_first_verdicts_at_once_on_one_buyer_count_once(database: Database) -> None:
    await asyncio.gather(
        *(ended_run(database, f"10{number}.000001", verdict=counted(70, 6_000)) for number in range(4))
    )
    async with database.reading() as connection:
        rows = await connection.all(select(board_totals.c.runs))
    assert {row[0] for row in rows} == {1}
    async with database.writing() as connection:
        before = await connection.do(lambda there: as_stored(there, TEAM))
        await totals.recompute(connection, TEAM)
        assert await connection.do(lambda there: as_stored(there, TEAM)) == before
