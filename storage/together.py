"""Small writes that come in a crowd: all that wait while one transaction is under way are done in the next one."""

import asyncio
from functools import partial
from typing import Any, NamedTuple

from storage.database import Database
from storage.transaction import T, Transaction, Work


class _Crowd(NamedTuple):
    """Works that are to be done in one transaction, and the task that does them."""

    works: list[Work[Any]]
    written: asyncio.Task[list[Any]]


class Together:
    """Writes for whoever asks, in the order in which they come, as many as wait at a time in one transaction.

    Each sees what those before it have done. Where one raises, nothing of its transaction has happened, and all in it
    are told.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._turn = asyncio.Lock()
        self._waiting: _Crowd | None = None

    async def write(self, work: Work[T]) -> T:
        """What the work returns, done and committed; it is done also if whoever asked has gone. Raises what it raises,
        and DatabaseUnavailable."""
        if self._waiting is None:
            works: list[Work[Any]] = []
            self._waiting = _Crowd(works, asyncio.create_task(self._written(works)))
        crowd, place = self._waiting, len(self._waiting.works)
        crowd.works.append(work)
        result: T = (await asyncio.shield(crowd.written))[place]
        return result

    async def _written(self, works: list[Work[Any]]) -> list[Any]:
        async with self._turn:
            self._waiting = None
            return await self._database.write(partial(_each, works))


def _each(works: list[Work[Any]], transaction: Transaction) -> list[Any]:
    return [work(transaction) for work in works]
