"""One transaction from the inside: work that is written without `await`, so that it can be done in one go."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import BigInteger, ColumnElement, Connection, Executable, Insert, Row, Table, bindparam, func, select
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.sql.dml import ReturningInsert

T = TypeVar("T")
Found = Row[*tuple[Any, ...]]
"""A row of whatever columns the statement names, in its order."""


class Transaction:
    """An open transaction. Statements are built once, with bound names, and given their values here."""

    __slots__ = ("raw",)

    def __init__(self, raw: Connection) -> None:
        self.raw = raw

    def run(self, statement: Executable, **values: Any) -> int:
        """The number of rows that the statement changed."""
        return self.raw.execute(statement, values).rowcount

    def run_each(self, statement: Executable, rows: Sequence[Mapping[str, Any]]) -> None:
        """Runs the statement once with the values of each row, in this order and in one go."""
        if rows:
            self.raw.execute(statement, list(rows))

    def insert(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        """Adds the rows, none at all if one is refused."""
        self.run_each(_insert(table), rows)

    def insert_new(self, table: Table, row: Mapping[str, Any], key: ColumnElement[Any]) -> Any:
        """The key of the new row; None, and no effect, where any unique key of it is taken."""
        return self.raw.execute(_insert_new(self.raw.dialect.name, table, key), dict(row)).scalar_one_or_none()

    def add(self, table: Table, *rows: Mapping[str, Any]) -> None:
        """Adds the figures of each to those of the row with the same key; where there is none, it becomes that."""
        self.run_each(_add(self.raw.dialect.name, table), rows)

    def one_at_a_time(self, lock: int) -> None:
        """Holds up whoever else asks for this lock until the transaction ends. SQLite has a single writer anyway."""
        if self.raw.dialect.name == "postgresql":
            self.raw.execute(_LOCK, {"lock": lock})

    def first(self, statement: Executable, **values: Any) -> Found | None:
        """The first row, None where there is none."""
        return self.raw.execute(statement, values).first()

    def all(self, statement: Executable, **values: Any) -> Sequence[Found]:
        """Every row."""
        return self.raw.execute(statement, values).all()


Work = Callable[[Transaction], T]
"""What is to be done in a transaction, in one go."""


_LOCK = select(func.pg_advisory_xact_lock(bindparam("lock", type_=BigInteger)))


@cache
def _insert(table: Table) -> Insert:
    return table.insert()


@cache
def _insert_new(dialect: str, table: Table, key: ColumnElement[Any]) -> ReturningInsert[Any]:
    statement = (postgresql_insert if dialect == "postgresql" else sqlite_insert)(table)
    return statement.on_conflict_do_nothing().returning(key)


@cache
def _add(dialect: str, table: Table) -> Insert:
    statement = (postgresql_insert if dialect == "postgresql" else sqlite_insert)(table)
    figures = {each.name: each + statement.excluded[each.name] for each in table.c if not each.primary_key}
    return statement.on_conflict_do_update(index_elements=list(table.primary_key), set_=figures)
