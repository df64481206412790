"""The markets that a team has set up for itself."""

from bot.flows.house import House
from engine.marketplace.market import Market
from storage import markets


async def own_here(house: House, team: str) -> tuple[tuple[str, Market], ...]:
    """Each with its name, by their titles."""
    async with house.database.reading() as connection:
        own = await markets.own_markets(connection, team)
    named = ((each.name, each.market) for each in own if each.name)
    return tuple(sorted(named, key=lambda pair: (pair[1].title.casefold(), pair[0])))
