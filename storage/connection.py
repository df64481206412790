"""One transaction, as the rest of the house holds it: it can be passed on, and only storage can look inside."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Executable, RowMapping, Table
from sqlalchemy import Connection as SyncConnection
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.dml import ReturningInsert


class Connection:
    """An open transaction of `Database.writing()` or `Database.reading()`; of no use once that has ended."""

    def __init__(self, transaction: AsyncConnection) -> None:
        self._transaction = transaction

    async def run(self, statement: Executable) -> int:
        """The number of rows that the statement changed."""
        return (await self._transaction.execute(statement)).rowcount

    async def insert(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        """Adds the rows, none at all if one is refused."""
        if rows:
            await self._transaction.execute(table.insert(), list(rows))

    async def insert_new(self, table: Table, row: Mapping[str, Any], key: ColumnElement[Any]) -> Any:
        """The key of the new row; None, and no effect, where any unique key of it is taken."""
        postgresql = self._transaction.dialect.name == "postgresql"
        statement = (postgresql_insert if postgresql else sqlite_insert)(table).values(row)
        returning: ReturningInsert[Any] = statement.on_conflict_do_nothing().returning(key)
        return (await self._transaction.execute(returning)).scalar_one_or_none()

    async def first(self, statement: Executable) -> RowMapping | None:
        """The first row by column, None where there is none."""
        return (await self._transaction.execute(statement)).mappings().first()

    async def all(self, statement: Executable) -> Sequence[RowMapping]:
        """Every row by column."""
        return (await self._transaction.execute(statement)).mappings().all()

    async def run_sync(self, work: Callable[[SyncConnection], object]) -> None:
        """Does the work on the same transaction, for tools that know no `await`."""
        await self._transaction.run_sync(work)
