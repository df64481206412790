"""What each person has allowed; nothing is, until they say so."""

from datetime import datetime

from sqlalchemy import and_, bindparam, delete, select, update

from storage.connection import Connection
from storage.tables import excerpts, preferences
from storage.transaction import Transaction

_THIS = and_(preferences.c.team == bindparam("in_team"), preferences.c.person == bindparam("who"))
_SINCE = select(preferences.c.excerpts_since).where(_THIS)
_REMINDERS = select(preferences.c.wants_reminders).where(_THIS)
_SET_SINCE = update(preferences).where(_THIS).values(excerpts_since=bindparam("since"))
_THEIR_EXCERPTS = delete(excerpts).where(excerpts.c.team == bindparam("in_team"), excerpts.c.rep == bindparam("who"))

_HIDES = select(preferences.c.hides_name).where(_THIS)
_SET_HIDES = update(preferences).where(_THIS).values(hides_name=bindparam("hides"))


async def hides_name(connection: Connection, team: str, person: str) -> bool:
    """Whether the person's name is hidden on boards."""
    row = await connection.first(_HIDES, in_team=team, who=person)
    return row is not None and bool(row[0])


async def set_hides_name(connection: Connection, team: str, person: str, hides: bool) -> None:
    """From now on the person's name is hidden on boards, or shown."""

    def put(transaction: Transaction) -> None:
        if not transaction.run(_SET_HIDES, in_team=team, who=person, hides=hides):
            row = {"team": team, "person": person, "hides_name": hides}
            transaction.insert_new(preferences, row, preferences.c.person)

    await connection.do(put)


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
    if not transaction.run(_SET_SINCE, in_team=team, who=person, since=since):
        row = {"team": team, "person": person, "excerpts_since": since}
        transaction.insert_new(preferences, row, preferences.c.person)
