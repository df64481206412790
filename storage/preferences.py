"""What each person has allowed; nothing is, until they say so."""

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import and_, bindparam, delete, select, update

from storage.connection import Connection
from storage.tables import excerpts, preferences
from storage.transaction import Transaction

_THIS = and_(preferences.c.team == bindparam("in_team"), preferences.c.person == bindparam("who"))
_SINCE = select(preferences.c.excerpts_since).where(_THIS)
_REMINDERS = select(preferences.c.wants_reminders).where(_THIS)
_CHOSEN = select(preferences.c.hides_name, preferences.c.wants_reminders, preferences.c.excerpts_since).where(_THIS)
_THEIR_EXCERPTS = delete(excerpts).where(excerpts.c.team == bindparam("in_team"), excerpts.c.rep == bindparam("who"))

_HIDES = select(preferences.c.hides_name).where(_THIS)


async def hides_name(connection: Connection, team: str, person: str) -> bool:
    """Whether the person's name is hidden on boards."""
    row = await connection.first(_HIDES, in_team=team, who=person)
    return row is not None and bool(row[0])


class Chosen(NamedTuple):
    """What a person has chosen of what there is to choose."""

    hides_name: bool = False
    wants_reminders: bool = True
    allows_excerpts: bool = False


async def chosen_by(connection: Connection, team: str, person: str) -> Chosen:
    """All of it at once."""
    row = await connection.first(_CHOSEN, in_team=team, who=person)
    return Chosen() if row is None else Chosen(bool(row[0]), bool(row[1]), row[2] is not None)


async def set_hides_name(connection: Connection, team: str, person: str, hides: bool) -> None:
    """From now on the person's name is hidden on boards, or shown."""
    await connection.do(lambda transaction: _put(transaction, team, person, hides_name=hides))


async def set_wants_reminders(connection: Connection, team: str, person: str, wants: bool) -> None:
    """From now on the person is reminded of assignments, or not."""
    await connection.do(lambda transaction: _put(transaction, team, person, wants_reminders=wants))


async def allows_excerpts(connection: Connection, team: str, person: str) -> bool:
    """Whether excerpts of the person's runs may be shown to a model in other people's runs."""
    return await connection.do(lambda transaction: is_allowed(transaction, team, person))


def is_allowed(transaction: Transaction, team: str, person: str) -> bool:
    """The same, inside a transaction."""
    row = transaction.first(_SINCE, in_team=team, who=person)
    return row is not None and row[0] is not None


async def wants_reminders(connection: Connection, team: str, person: str) -> bool:
    """Whether the person is to be reminded of assignments: everybody is who has not said otherwise."""
    row = await connection.first(_REMINDERS, in_team=team, who=person)
    return row is None or bool(row[0])


async def allow_excerpts(connection: Connection, team: str, person: str, at: datetime) -> None:
    """From now on excerpts of the person's runs may be kept."""
    await connection.do(lambda transaction: _set(transaction, team, person, at))


async def withdraw_excerpts(connection: Connection, team: str, person: str) -> None:
    """No more excerpts of the person's runs; those that were kept are deleted."""

    def withdraw(transaction: Transaction) -> None:
        _set(transaction, team, person, None)
        transaction.run(_THEIR_EXCERPTS, in_team=team, who=person)

    await connection.do(withdraw)


def _set(transaction: Transaction, team: str, person: str, since: datetime | None) -> None:
    _put(transaction, team, person, excerpts_since=since)


def _put(transaction: Transaction, team: str, person: str, **chosen: Any) -> None:
    if not transaction.run(update(preferences).where(_THIS).values(**chosen), in_team=team, who=person):
        transaction.insert_new(preferences, {"team": team, "person": person, **chosen}, preferences.c.person)
