"""Talks that ran unattended: many are stored in one go, each whole or not at all, and read back to be counted."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from sqlalchemy import bindparam, select

from engine.marketplace.market import Market
from engine.marketplace.room import Room, fold
from engine.marketplace.verdict import BuyerVerdict
from storage import market_talks, markets
from storage.columns import word
from storage.connection import Connection
from storage.market_tables import negotiation_runs
from storage.market_talks import Talk
from storage.transaction import Transaction

_DONE = select(negotiation_runs.c.id).where(
    negotiation_runs.c.team == bindparam("in_team"),
    negotiation_runs.c.status == word("completed"),
    negotiation_runs.c.id.in_(bindparam("these", expanding=True)),
)


class Held(NamedTuple):
    """A talk that is over, and what its buyer is told."""

    talk: Talk
    room: Room
    verdict: BuyerVerdict


async def done_of(connection: Connection, team: str, ids: Sequence[str]) -> frozenset[str]:
    """Those of the ids whose talks are over."""
    rows = await connection.all(_DONE, in_team=team, these=list(ids))
    return frozenset(row.id for row in rows)


async def keep_all(connection: Connection, by: str, held: Collection[Held]) -> None:
    """Stores the talks with the markets in which they were held."""

    def keep(transaction: Transaction) -> None:
        for talk, room, verdict in held:
            markets.store_session(transaction, talk.team, room.market, by, talk.started_at)
            market_talks.keep_whole(transaction, talk, room, verdict)

    await connection.do(keep)


async def held_of(connection: Connection, team: str, ids: Sequence[str]) -> tuple[Held, ...]:
    """The talks of these ids that are over, as they were held, in that order."""
    ended = await market_talks.ended(connection, team, ids)
    events = await market_talks.events_of_all(connection, team, list(ended))
    sessions = dict.fromkeys(talk.session for talk, _ in ended.values())
    held_in = {session: await _market(connection, team, session) for session in sessions}
    return tuple(
        Held(talk, fold(held_in[talk.session], events[this]), verdict)
        for this, (talk, verdict) in ((this, ended[this]) for this in ids if this in ended)
    )


async def _market(connection: Connection, team: str, session: str) -> Market:
    """The market of a session that a talk refers to, so that it is there."""
    market = await markets.session(connection, team, session)
    if market is None:
        raise LookupError(f"The session {session} is gone, and talks refer to it.")
    return market
