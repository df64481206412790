"""Small writes that come in a crowd, done in few transactions."""

import asyncio

import pytest
from sqlalchemy import func, select

from bot.app.books import KeptBooks
from engine.llm.budget import Amount, Cap, Payer, Scope
from engine.llm.purse import Call
from engine.llm.troubles import OverBudget
from storage.database import Database
from storage.tables import open_calls
from storage.together import Together
from storage.transaction import T, Transaction, Work
from tests.storage.given import NOW


class Counting(Together):
    """Writes of which the transactions are counted."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self.transactions = 0
        write = database.write

        async def counted(work: Work[T]) -> T:
            self.transactions += 1
            return await write(work)

        database.write = counted


async def test_a_crowd_is_written_in_few_transactions_and_each_gets_its_own_answer(database: Database) -> None:
    together = Counting(database)
    answers = await asyncio.gather(*(together.write(lambda _, number=number: number) for number in range(200)))
    assert answers == list(range(200))
    assert together.transactions == 1
    assert await together.write(lambda _: "later") == "later"


async def test_where_one_raises_nothing_has_happened_and_all_are_told(database: Database) -> None:
    together, seen = Together(database), []

    def fails(_: Transaction) -> None:
        raise ValueError("no")

    found = await asyncio.gather(together.write(seen.append), together.write(fails), return_exceptions=True)
    assert [type(each) for each in found] == [ValueError, ValueError]
    assert await together.write(lambda _: 1) == 1


async def test_whoever_has_gone_keeps_nobody_else_from_being_served(database: Database) -> None:
    together = Together(database)
    gone = asyncio.create_task(together.write(lambda _: 1))
    stays = asyncio.create_task(together.write(lambda _: 2))
    await asyncio.sleep(0)
    gone.cancel()
    assert await stays == 2
    with pytest.raises(asyncio.CancelledError):
        await gone


async def test_calls_that_begin_together_overdraw_no_budget(database: Database) -> None:
    books = KeptBooks(database, {Scope.RUN: Cap(1_000, None)})
    call = Call(Payer("T1", "U1", "r1"), "seller", "anthropic:x", Amount(100, 0), NOW)
    found = await asyncio.gather(*(books.open(call) for _ in range(50)), return_exceptions=True)
    assert sum(isinstance(each, OverBudget) for each in found) == 40
    async with database.reading() as connection:
        held = await connection.first(select(func.count(open_calls.c.id)).where(open_calls.c.until > NOW))
    assert held is not None
    assert held[0] == 10
