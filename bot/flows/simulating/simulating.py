"""Talks of a market, held unattended: what is stored already is counted as it was held, the rest is played and stored.

A part of the work is stored in one transaction, so that a talk is there whole or not at all, whenever it is stopped;
whoever begins again goes on with what is missing.
"""

import asyncio
from collections.abc import Callable, Iterator
from itertools import chain, islice
from typing import NamedTuple

from bot.flows.simulating.asked import TEAM, Simulation, id_of
from bot.flows.simulating.held import Due, Held
from bot.flows.simulating.troupe import Troupe
from engine.marketplace.record import record_of
from engine.marketplace.summary import Summary
from storage import market_talks, simulated
from storage.database import Database
from storage.markets import session_id


class Part(NamedTuple):
    """How many talks of a part were played now, how many had been before, and how many were not for want of money."""

    played: int
    found: int
    left: int


Told = Callable[[Part], None]


async def simulate(database: Database, simulation: Simulation, troupe: Troupe, told: Told) -> Summary:
    """All the talks, added up, whether they were held now or before; without those for which the money was spent."""
    summary, parts = Summary(), _in_parts(_dues(simulation, troupe), troupe.talks_at_once)

    async def work() -> None:
        for dues in parts:
            summary.add(await _part(database, simulation, troupe, dues, told))

    workers = [asyncio.ensure_future(work()) for _ in range(troupe.parts_at_once)]
    try:
        await asyncio.gather(*workers)
    finally:
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
    return summary


async def _part(
    database: Database, simulation: Simulation, troupe: Troupe, dues: tuple[Due, ...], told: Told
) -> Summary:
    summary, ids = Summary(), [due.id for due in dues]
    async with database.reading() as connection:
        done = await simulated.done_of(connection, TEAM, ids)
        for before in await simulated.held_of(connection, TEAM, [this for this in ids if this in done]):
            summary.count(record_of(before.room, before.verdict.quality))
    missing = [due for due in dues if due.id not in done]
    held = await troupe.hold(simulation, missing) if missing and not troupe.is_spent else ()
    if held:
        async with database.writing() as connection:
            await simulated.keep_all(connection, TEAM, [_kept(troupe, each) for each in held])
    for each in held:
        summary.count(each.record)
    told(Part(len(held), len(done), len(missing) - len(held)))
    return summary


def _dues(simulation: Simulation, troupe: Troupe) -> Iterator[Due]:
    """The talks, those of one seed together."""
    for seed in chain.from_iterable(simulation.seeds):
        buyer = troupe.buyer_of(simulation.key(seed))
        for item in simulation.items:
            yield Due(seed, item, buyer, id_of(simulation, seed, item, buyer, troupe.sellers))


def _in_parts(dues: Iterator[Due], size: int) -> Iterator[tuple[Due, ...]]:
    while part := tuple(islice(dues, size)):
        yield part


def _kept(troupe: Troupe, held: Held) -> simulated.Held:
    talk = market_talks.Talk(
        team=TEAM,
        session=session_id(held.room.market),
        item=held.due.item,
        started_at=held.room.events[0].at,
        buyer=held.due.buyer,
        sellers=troupe.sellers,
        id=market_talks.TalkId(held.due.id),
    )
    return simulated.Held(talk, held.room, held.verdict)
