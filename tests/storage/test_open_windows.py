"""Which windows are open, who is in them, and what is withheld while they are."""

from datetime import timedelta

import pytest

from storage import assignments, open_windows
from storage.assignments import Window
from storage.database import Database
from tests.assigned import DUE, SEEDS, START, TEAM, assignee, assignment, window
from tests.storage.given import ended_run, open_run, run_now

WEDNESDAY = START + timedelta(days=2)


@pytest.fixture(autouse=True)
async def held(database: Database) -> None:
    """The assignment, its window, and Ana in it."""
    async with database.writing() as connection:
        await assignments.add(connection, assignment())
        await assignments.add_window(connection, window(), [assignee()])


async def opened(database: Database, pack: str = "car_sales", epoch: int = 1) -> list[Window]:
    """The windows that are open on Wednesday."""
    async with database.reading() as connection:
        found = await open_windows.of_pack(connection, TEAM, pack, epoch, WEDNESDAY)
    return [each.window for each in found]


async def test_a_window_is_open_from_its_start_until_it_closes_for_the_last(database: Database) -> None:
    async with database.reading() as connection:
        for moment, is_open in (
            (START - timedelta(seconds=1), False),
            (START, True),
            (DUE - timedelta(seconds=1), True),
            (DUE, False),
        ):
            assert bool(await open_windows.everywhere(connection, moment)) is is_open


async def test_only_windows_on_buyers_of_this_draw_matter(database: Database) -> None:
    assert [each.seeds for each in await opened(database)] == [SEEDS]
    assert await opened(database, epoch=2) == []
    assert await opened(database, pack="other") == []


async def test_what_was_cancelled_is_open_no_more(database: Database) -> None:
    async with database.writing() as connection:
        await assignments.change(connection, assignment(status="cancelled"))
    assert await opened(database) == []


async def test_runs_under_way_are_withheld_until_it_closes_and_those_told_already_are_not(database: Database) -> None:
    live = await open_run(database, "100.000001")
    told = await ended_run(database, "101.000001")
    elsewhere = await open_run(database, "102.000001", seed=77)
    async with database.writing() as connection:
        [found] = await open_windows.everywhere(connection, WEDNESDAY)
        assert await open_windows.withhold(connection, found) == 1
        assert await open_windows.withhold(connection, found) == 0
        longer = found._replace(window=window(closes_at=DUE + timedelta(hours=1)))
        assert await open_windows.withhold(connection, longer) == 1
    assert (await run_now(database, live)).withheld_until == DUE + timedelta(hours=1)
    assert (await run_now(database, told)).withheld_until is None
    assert (await run_now(database, elsewhere)).withheld_until is None


async def test_another_teams_windows_are_none_of_ours(database: Database) -> None:
    async with database.reading() as connection:
        assert await open_windows.of_pack(connection, "T2", "car_sales", 1, WEDNESDAY) == ()
