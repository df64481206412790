"""One transaction, as the rest of the house holds it: it can be passed on, and only storage can look inside."""

from collections.abc import Awaitable, Callable, Sequence
from contextlib import AbstractAsyncContextManager
from typing import Any, Protocol

from sqlalchemy import Connection as SyncConnection
from sqlalchemy import Executable

from storage.transaction import Found, T, Transaction, Work


class Trip(Protocol):
    """Does work on an open transaction, wherever that lives, and comes back with the result."""

    def __call__(self, work: Callable[[SyncConnection], T], /) -> Awaitable[T]: ...


class Connections(Protocol):
    """Where transactions come from."""

    def transaction(self) -> "AbstractAsyncContextManager[Connection]":
        """A transaction that is committed at the end of the block, or undone if the block raises."""

    async def do(self, work: Work[T]) -> T:
        """What the work returns, done in a transaction of its own."""

    async def close(self) -> None:
        """Gives every connection back."""


class Connection:
    """An open transaction of `Database.writing()` or `Database.reading()`; of no use once that has ended."""

    def __init__(self, trip: Trip) -> None:
        self._trip: Trip | None = trip

    async def do(self, work: Work[T]) -> T:
        """What the work returns, done in one trip to the database."""
        return await self.run_sync(lambda raw: work(Transaction(raw)))

    async def run(self, statement: Executable, **values: Any) -> int:
        """The number of rows that the statement changed."""
        return await self.do(lambda transaction: transaction.run(statement, **values))

    async def first(self, statement: Executable, **values: Any) -> Found | None:
        """The first row, None where there is none."""
        return await self.do(lambda transaction: transaction.first(statement, **values))

    async def all(self, statement: Executable, **values: Any) -> Sequence[Found]:
        """Every row."""
        return await self.do(lambda transaction: transaction.all(statement, **values))

    async def run_sync(self, work: Callable[[SyncConnection], T]) -> T:
        """What the work returns, for tools that know SQLAlchemy's own connection."""
        if self._trip is None:
            raise RuntimeError("The transaction has ended; its connection may not be used any more.")
        return await self._trip(work)

    def end(self) -> None:
        """Takes the transaction away, so that nobody writes into a later one."""
        self._trip = None
