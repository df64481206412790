"""Managers' seed packs are kept by team and pack, under names that nobody else has there."""

from storage import seed_packs
from storage.database import Database
from storage.seed_packs import Made, of_workspace
from tests.storage.given import NOW, TEAM

WEEK = Made(of_workspace("discovery_week", "car_sales", 1, "Discovery week", (18422, 1024)), "U1", NOW)


async def test_a_list_is_kept_once_and_removed_once(database: Database) -> None:
    async with database.writing() as connection:
        assert await seed_packs.add(connection, TEAM, WEEK)
        assert not await seed_packs.add(connection, TEAM, WEEK)
        assert await seed_packs.of_team(connection, TEAM) == (WEEK,)
        assert await seed_packs.remove(connection, TEAM, "car_sales", "discovery_week")
        assert not await seed_packs.remove(connection, TEAM, "car_sales", "discovery_week")
        assert await seed_packs.of_team(connection, TEAM) == ()


async def test_another_team_has_its_own(database: Database) -> None:
    async with database.writing() as connection:
        await seed_packs.add(connection, TEAM, WEEK)
        assert await seed_packs.of_team(connection, "T2") == ()
        assert not await seed_packs.remove(connection, "T2", "car_sales", "discovery_week")
        assert await seed_packs.add(connection, "T2", WEEK)
