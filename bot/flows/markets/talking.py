"""Where a run in a market stands: the talk under way, and what is still to be bargained for."""

from typing import NamedTuple

from bot.flows.house import House
from engine.errors import StaleRun
from engine.marketplace.market import Item, ItemId, Market
from engine.marketplace.room import Room, fold
from engine.marketplace.trading import House as Sellers
from engine.seed import seed_key
from storage import market_talks, markets
from storage.market_talks import Talk
from storage.runs import Run


class Held(NamedTuple):
    """A talk of a run, as it stands, with the items that come after its own."""

    run: Run
    talk: Talk
    room: Room
    then: tuple[Item, ...]


async def held(house: House, run: Run) -> Held:
    """The talk under way in the run, or the last one; StaleRun where nothing is known of any."""
    async with house.database.reading() as connection:
        talks = await market_talks.of_run(connection, run.team, run.id)
        if not talks:
            raise StaleRun(f"The run {run.id} has no talk.")
        talk = talks[-1]
        market = await markets.session(connection, run.team, talk.session)
        events = await market_talks.events_of(connection, run.team, talk.id)
    if market is None or not events:
        raise StaleRun(f"The talk {talk.id} has lost its market.")
    return Held(run, talk, fold(market, events), items_left(run, market, talk.number))


async def talk_at(house: House, team: str, talk_id: str, after: int | None = None) -> tuple[Talk, Room]:
    """The talk of that id, as it stood after so many events; StaleRun where the team has none."""
    async with house.database.reading() as connection:
        talk = await market_talks.get(connection, team, talk_id)
        market = await markets.session(connection, team, talk.session) if talk else None
        events = await market_talks.events_of(connection, team, talk_id)
    if talk is None or market is None or not events:
        raise StaleRun(f"The talk {talk_id} is lost.")
    return talk, fold(market, events[:after])


def items_of(run: Run, market: Market) -> tuple[Item, ...]:
    """What the run is to buy, in order: it stands in the run's profile."""
    wanted = dict(run.profile)["items"]
    return tuple(market.item(ItemId(item)) for item in wanted) if isinstance(wanted, tuple) else ()


def items_left(run: Run, market: Market, number: int) -> tuple[Item, ...]:
    """What comes after the item of that number."""
    return items_of(run, market)[number:]


def sellers_of(house: House, run: Run) -> Sellers:
    """What the strict sellers of the run have in common."""
    return Sellers(house.markets.phrases, seed_key(run.pack, run.draw_epoch, run.seed))
