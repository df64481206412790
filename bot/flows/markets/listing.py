"""The markets that a team has set up for itself."""

from bot.flows.house import House
from engine.marketplace.market import Market
from storage import markets


async def own_here(house: House, team: str) -> tuple[tuple[str, Market], ...]:
    """Each with its name, the oldest first."""
    async with house.database.reading() as connection:
        own = await markets.own_markets(connection, team)
    return tuple((each.name, each.market) for each in own if each.name)
