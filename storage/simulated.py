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
            market_talks.begin(transaction, talk, room.events)
            market_talks.end(transaction, talk, room, verdict, room.events[-1].at)

    await connection.do(keep)


async def held_of(connection: Connection, team: str, ids: Sequence[str]) -> tuple[Held, ...]:
    """The talks of these ids that are over, as they were held, in that order."""
    found: dict[str, Market] = {}
    held = []
    for this in ids:
        talk = await market_talks.get(connection, team, this)
        verdict = await market_talks.verdict_of(connection, team, this)
        if talk is None or verdict is None:
            continue
        if talk.session not in found:
            market = await markets.session(connection, team, talk.session)
            found = {talk.session: market} if market else {}
        room = fold(found[talk.session], await market_talks.events_of(connection, team, this))
        held.append(Held(talk, room, verdict))
    return tuple(held)
