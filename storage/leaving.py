"""Somebody whose data is to go, and the ways in which rows of theirs go."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Executable,
    Table,
    Text,
    and_,
    bindparam,
    cast,
    delete,
    or_,
    select,
    update,
)

from storage.market_tables import negotiation_runs
from storage.tables import disputes, runs
from storage.transaction import Transaction


class Leaving(NamedTuple):
    """The person, the channel of their direct messages with Haggle (empty where not known), and the moment."""

    team: str
    person: str
    dm: str
    now: datetime


Act = Callable[[Transaction, Leaving], None]
"""Takes the person out of a table."""


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of a table's rows when somebody's data is deleted, in words and in deed.

    `persons` are the columns that hold a person's id or name, `texts` those with words that people wrote.
    """

    table: Table
    says: str
    act: Act
    persons: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()


WHO: BindParameter[str] = bindparam("who", type_=Text())
THEIR_RUNS = select(runs.c.id).where(runs.c.team == bindparam("in_team"), runs.c.rep == WHO)
THEIR_DISPUTES = select(disputes.c.id).where(
    disputes.c.team == bindparam("in_team"), or_(disputes.c.rep == WHO, disputes.c.run_id.in_(THEIR_RUNS))
)
THEIR_TALKS = select(negotiation_runs.c.id).where(
    negotiation_runs.c.team == bindparam("in_team"), negotiation_runs.c.run_id.in_(THEIR_RUNS)
)


def in_team(table: Table) -> ColumnElement[bool]:
    """Rows of the person's workspace."""
    return table.c.team == bindparam("in_team")


def mentions(column: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether the column holds the id, letters and digits, somewhere in its text."""
    return cast(column, Text).contains(WHO)


def deleted(table: Table, *which: ColumnElement[bool]) -> Act:
    """Deletes the rows to which any of these applies."""
    return _doing(delete(table).where(and_(in_team(table), or_(*which))))


def their_own(table: Table, *columns: str) -> Act:
    """Deletes the rows with the person in any of the columns."""
    return deleted(table, *(table.c[name] == WHO for name in columns))


def of_their_runs(table: Table, *more: ColumnElement[bool]) -> Act:
    """Deletes the rows of the person's runs."""
    return deleted(table, table.c.run_id.in_(THEIR_RUNS), *more)


def of_their_talks(table: Table) -> Act:
    """Deletes the rows of the person's talks in markets."""
    return deleted(table, table.c.negotiation_id.in_(THEIR_TALKS))


def unnamed(table: Table, column: str, **instead: Any) -> Act:
    """Puts nobody, or what is given, where the person stood in the column; the row stays."""
    values = {column: "", **instead}
    return _doing(update(table).where(in_team(table), table.c[column] == WHO).values(**values))


def all_of(*acts: Act) -> Act:
    """One after the other."""

    def act(transaction: Transaction, leaving: Leaving) -> None:
        for each in acts:
            each(transaction, leaving)

    return act


def nothing(transaction: Transaction, leaving: Leaving) -> None:
    """The table holds nothing of anybody."""


def _doing(statement: Executable) -> Act:
    def act(transaction: Transaction, leaving: Leaving) -> None:
        transaction.run(statement, in_team=leaving.team, who=leaving.person)

    return act
