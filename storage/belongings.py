"""All that is kept of a person, row by row: what `storage.forgetting` would take out, read."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, or_, select

from storage.columns import word
from storage.connection import Connection
from storage.forgetting import FATES, IN_THEIR_THREADS
from storage.leaving import THEIR_RUNS, THEIR_TALKS, WHO, Fate, in_team, mentions
from storage.tables import inbox, outbox
from storage.transaction import Transaction

Row = dict[str, Any]

LEFT_OUT = ("once_keys", "open_calls", "departures")
"""Tables of keys and of what is under way: they say nothing that the others don't."""
OF_OTHERS: Mapping[str, tuple[str, ...]] = {
    "disputes": ("rep", "words", "run_id", "key"),
    "assignees": ("person", "zone"),
    "dispute_cards": (),
}
"""In rows that are another's, and in which the person had a part, these are that other's alone."""
OURS = frozenset(
    {"team", "epoch", "revision", "event_count", "post_count", "lease_until", "lease_holder", "sender", "oid", "lane",
     "seq", "attempt_at", "not_before", "position", "event_id", "key", "decided_key"}
)  # fmt: skip
"""Columns that only say how far Haggle has come."""


def _theirs(fate: Fate) -> ColumnElement[bool] | None:
    """The rows that are the person's, or in which they had a part; None where the table has nothing of anybody."""
    table = fate.table
    found = [table.c[name] == WHO for name in fate.persons if name not in ("name", "sharer_name", "decider_name")]
    found += [table.c.run_id.in_(THEIR_RUNS)] if "run_id" in table.c else []
    found += [table.c.negotiation_id.in_(THEIR_TALKS)] if "negotiation_id" in table.c else []
    if table is inbox:
        found.append(IN_THEIR_THREADS)
    if table is outbox:
        to_them = or_(table.c.channel.in_((WHO, bindparam("dm"))), mentions(table.c.payload))
        return and_(table.c.status == word("sent"), or_(to_them, *found))
    return or_(*found) if found else None


def _query(fate: Fate) -> Select[Any] | None:
    theirs = _theirs(fate)
    shown = [column for column in fate.table.c if column.name not in OURS]
    return None if theirs is None else select(*shown).where(in_team(fate.table), theirs)


_QUERIES = tuple(
    (fate, query) for fate in FATES if fate.table.name not in LEFT_OUT and (query := _query(fate)) is not None
)


async def of_person(connection: Connection, team: str, person: str, dm: str) -> dict[str, list[Row]]:
    """The rows by table; `dm` is the channel of their messages with Haggle."""

    def read(transaction: Transaction) -> dict[str, list[Row]]:
        whose = {"in_team": team, "who": person}
        return {
            fate.table.name: _rows(fate, person, dm, transaction, query, whose | _place(fate, dm))
            for fate, query in _QUERIES
        }

    return await connection.do(read)


def _place(fate: Fate, dm: str) -> dict[str, str]:
    return {"dm": dm} if fate.table is outbox else {}


def _rows(
    fate: Fate, person: str, dm: str, transaction: Transaction, query: Select[Any], values: Mapping[str, str]
) -> list[Row]:
    rows: Sequence[Row] = [row._asdict() for row in transaction.all(query, **values)]
    if fate.table is outbox:
        return [row for row in rows if _is_to(row, person, dm)]
    others = OF_OTHERS.get(fate.table.name, ())
    owner = next(iter(fate.persons), "")
    return [
        {name: value for name, value in row.items() if row.get(owner, person) == person or name not in others}
        for row in rows
    ]


def _is_to(row: Row, person: str, dm: str) -> bool:
    """Whether the post was in a run of theirs or to them, and not one to others that names them."""
    return bool(row["run_id"]) or row["channel"] in (person, dm) or row["payload"].get("user") == person
