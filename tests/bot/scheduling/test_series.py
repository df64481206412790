"""What comes again: with buyers drawn anew each time, until a day, and for others than the manager."""

from bot.flows.assigning.drawing import draw_seeds
from storage import assignments
from storage.assignments import Whom
from storage.database import Database
from tests.bot.scheduling.given import ANA, STARTS_ON, TEAM, at, order, person, planned
from tests.bot.scheduling.keeping import Keeper

BERLIN = "Europe/Berlin"


async def test_each_window_draws_its_own_buyers(database: Database) -> None:
    keeper = Keeper(database)
    await keeper.know(ANA)
    loaded = keeper.house.packs.get("car_sales")
    await planned(database, order(repeats="weekly", seeds=(), drawn=3, pack_hash=loaded.hash), ANA)
    await keeper.tick(at("02T09:00", BERLIN))
    async with database.reading() as connection:
        second = (await assignments.windows_of(connection, TEAM, "a1"))[1]
    assert second.seeds == await draw_seeds(keeper.house, "car_sales", loaded.hash, 3, "", "a1:2")


async def test_a_series_ends_with_its_last_day(database: Database) -> None:
    keeper = Keeper(database)
    await keeper.know(ANA)
    weekly = order(repeats="weekly", until_on=STARTS_ON.replace(day=10))
    await planned(database, weekly, ANA)
    for day in ("02T09:00", "06T18:00", "09T09:00"):
        await keeper.tick(at(day, BERLIN))
    async with database.reading() as connection:
        assert [each.number for each in await assignments.windows_of(connection, TEAM, "a1")] == [1, 2]
        found = await assignments.get(connection, TEAM, "a1")
    assert found
    assert found.status == "active"
    await keeper.tick(at("13T18:00", BERLIN))
    async with database.reading() as connection:
        found = await assignments.get(connection, TEAM, "a1")
    assert found
    assert found.status == "ended"


async def test_a_manager_is_not_among_those_of_a_channel_unless_by_name(database: Database) -> None:
    keeper, boss = Keeper(database), person("Boss")
    await keeper.know(ANA, boss)
    keeper.town.members["CTEAM"] = ("UANA", "UBOSS")
    await planned(database, order(repeats="weekly", whom=Whom(channels=("CTEAM",))), ANA)
    await planned(database, order(id="a2", repeats="weekly", whom=Whom(("UBOSS",), (), ("CTEAM",))), ANA, boss)
    await keeper.tick(at("02T09:00", BERLIN))
    async with database.reading() as connection:
        without = await assignments.assignees_of(connection, TEAM, "a1", 2)
        named = await assignments.assignees_of(connection, TEAM, "a2", 2)
    assert [each.person for each in without] == ["UANA"]
    assert [each.person for each in named] == ["UANA", "UBOSS"]
