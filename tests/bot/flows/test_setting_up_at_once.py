"""However many managers set up and change markets at once, and in however many processes, a name is one market."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from bot.app.wiring import house_on
from bot.flows.house import House
from bot.flows.markets.setting_up import MOST_OWN, SetUp, edited, save
from engine.errors import HaggleError
from engine.marketplace.sheet.mistakes import BadSheet
from engine.marketplace.sheet.reading import Sheet
from storage import markets
from storage.database import open_database
from tests.assigned import START, TEAM
from tests.bot.flows.test_totals_agree import AllManagers
from tests.databases import BACKENDS, fresh_url

NEEDS = "3 USB-C cables: 5.00 to 9.00"


@pytest.fixture(params=BACKENDS)
async def houses(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[list[House]]:
    """Two processes on one PostgreSQL, or one on SQLite, which serves no more."""
    url = fresh_url(request.param, tmp_path)
    async with AsyncExitStack() as stack:
        databases = [await open_database(url) for _ in range(2 if request.param == "postgresql" else 1)]
        for each in databases:
            stack.push_async_callback(each.close)
        found = [house_on(each, lambda: START) for each in databases]
        yield [found[0], found[-1]]


def wish(handle: str, title: str = "Cables") -> SetUp:
    """A market with one seller."""
    return SetUp(Sheet(title, NEEDS, (f"@{handle}\ncables: cost 4, least 6, price 8, 9 pieces",)))


async def kept(house: House, by: str, form: SetUp) -> str:
    """What came of saving it: the name, or what was wrong."""
    try:
        return (await save(house, AllManagers(), TEAM, by, form, f"view:{by}")).name
    except HaggleError as refusal:
        return type(refusal).__name__


async def names(house: House) -> list[str | None]:
    """What the team's markets are called."""
    async with house.database.reading() as connection:
        return [each.name for each in await markets.own_markets(connection, TEAM)]


async def test_a_name_that_eight_managers_give_at_once_is_the_market_of_the_first(houses: list[House]) -> None:
    came = await asyncio.gather(*(kept(houses[nth % 2], f"U{nth}", wish(f"Seller{nth}")) for nth in range(8)))
    assert sorted(came) == [BadSheet.__name__] * 7 + ["cables"]
    async with houses[0].database.reading() as connection:
        found = await markets.named(connection, TEAM, "cables")
    assert found is not None
    assert found.made_by == f"U{came.index('cables')}"


async def test_of_changes_at_once_the_first_holds_and_the_others_are_told(houses: list[House]) -> None:
    assert await kept(houses[0], "U0", wish("First")) == "cables"
    form = await edited(houses[0], AllManagers(), TEAM, "U0", "cables")
    changes = [form._replace(sheet=wish(f"Seller{nth}").sheet) for nth in range(6)]
    came = await asyncio.gather(*(kept(houses[nth % 2], f"U9{nth}", each) for nth, each in enumerate(changes)))
    assert sorted(came) == ["RuleViolation"] * 5 + ["cables"]
    assert await names(houses[0]) == ["cables"]


async def test_there_are_never_more_than_there_may_be(houses: list[House]) -> None:
    many = [kept(houses[nth % 2], f"U{nth}", wish("Seller", f"Cables {nth}")) for nth in range(MOST_OWN + 3)]
    assert (await asyncio.gather(*many)).count("RuleViolation") == 3
    assert len(await names(houses[1])) == MOST_OWN
