"""SQLite's connections, each in a thread of its own, to which work travels in one trip."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial
from typing import cast

import aiosqlite
from sqlalchemy import Connection as SyncConnection
from sqlalchemy import Engine

from storage.connection import Connection
from storage.transaction import T, Transaction, Work
from storage.unavailable import all_in_use

_WAIT = 30
"""Seconds to wait for a connection that is free."""


class SqliteWorker(aiosqlite.Connection):
    """A connection and its thread. Work is done in the order in which it was sent, also when its sender has gone."""

    def __init__(self, engine: Engine) -> None:
        super().__init__(self._open, iter_chunk_size=64)
        self._engine = engine
        self._alchemy: SyncConnection
        self._raw: sqlite3.Connection
        # A process that dies without closing its database must not wait for this thread.
        self._thread.daemon = True

    def _open(self) -> sqlite3.Connection:
        self._alchemy = self._engine.connect()
        self._raw = cast(sqlite3.Connection, self._alchemy.connection.dbapi_connection)
        return self._raw

    async def trip(self, work: Callable[[SyncConnection], T]) -> T:
        """What the work returns; the first one after `end` begins a transaction."""
        return await self._there(partial(self._work, work))

    async def whole(self, work: Work[T]) -> T:
        """What the work returns, its transaction begun and ended in the same trip."""
        return await self._there(partial(self._whole, work))

    async def end(self, *, keep: bool) -> None:
        """Commits the transaction, or undoes it."""
        await self._there(partial(self._end, keep=keep))

    async def close(self) -> None:
        """Closes the connection once all that was sent is done, and ends the thread."""
        await self._there(self._alchemy.close)
        await super().close()

    async def ended(self) -> None:
        """Returns when the thread of a connection that could not be opened has ended."""
        await asyncio.to_thread(self._thread.join)

    async def _there(self, act: Callable[[], T]) -> T:
        result: T = await self._execute(act)  # type: ignore[no-untyped-call]  # aiosqlite leaves this one untyped
        return result

    def _work(self, work: Callable[[SyncConnection], T]) -> T:
        return work(self._alchemy)

    def _whole(self, work: Work[T]) -> T:
        keep = False
        try:
            result = work(Transaction(self._alchemy))
            keep = True
        finally:
            self._end(keep=keep)
        return result

    def _end(self, *, keep: bool) -> None:
        try:
            if keep:
                self._alchemy.commit()
        finally:
            # After a commit that failed, SQLAlchemy waits for a rollback that it doesn't pass on to SQLite.
            self._alchemy.rollback()
            if self._raw.in_transaction:
                self._raw.rollback()


class SqliteConnections:
    """So many connections of one kind, opened when first needed; whoever finds none free waits."""

    def __init__(self, engine: Engine, count: int, place: str) -> None:
        self._engine = engine
        self._place = place
        self._free = asyncio.Semaphore(count)
        self._idle: list[SqliteWorker] = []
        self._is_closed = False

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Connection]:
        """A transaction that begins with the first statement. It is committed at the end, or undone on an error."""
        async with self._worker() as worker:
            connection = Connection(worker.trip)
            keep = False
            try:
                yield connection
                keep = True
            finally:
                connection.end()
                await worker.end(keep=keep)

    async def do(self, work: Work[T]) -> T:
        """What the work returns, done in a transaction of its own and in a single trip.

        Whoever is cancelled while waiting for the answer doesn't know whether it was done; whole it is, or not at all.
        """
        async with self._worker() as worker:
            return await worker.whole(work)

    async def close(self) -> None:
        """Closes every connection; one that is in use, when it is given back."""
        self._is_closed = True
        while self._idle:
            await self._idle.pop().close()
        self._engine.dispose()

    @asynccontextmanager
    async def _worker(self) -> AsyncIterator[SqliteWorker]:
        await self._wait()
        try:
            worker = self._idle.pop() if self._idle else await self._one_more()
            try:
                yield worker
            finally:
                await self._give_back(worker)
        finally:
            self._free.release()

    async def _wait(self) -> None:
        try:
            async with asyncio.timeout(_WAIT if self._free.locked() else None):
                await self._free.acquire()
        except TimeoutError as error:
            raise all_in_use(self._place) from error

    async def _give_back(self, worker: SqliteWorker) -> None:
        if self._is_closed:
            await worker.close()
        else:
            self._idle.append(worker)

    async def _one_more(self) -> SqliteWorker:
        """Whatever comes of it, no thread is left behind that could outlive the event loop."""
        worker = SqliteWorker(self._engine)
        opening = asyncio.ensure_future(worker)
        try:
            await asyncio.wait((opening,))
        except asyncio.CancelledError:
            await asyncio.wait((opening,))
            await (worker.ended() if opening.exception() else worker.close())
            raise
        if opening.exception():
            await worker.ended()
        await opening
        return worker
