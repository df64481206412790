"""However many presses come at once, and to however many processes, one run counts at a time."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from datetime import timedelta
from pathlib import Path

import pytest

from bot.app.wiring import house_on
from bot.flows.attempting import AssignedStart, Begun, start_assigned
from bot.flows.house import House
from engine.errors import RuleViolation
from storage import assignments, attempts, pinned_packs
from storage.database import open_database
from tests.assigned import ASSIGNMENT, DUE, SEEDS, START, TEAM, assignee, assignment, window
from tests.databases import fresh_url

WEDNESDAY = START + timedelta(days=2)


@pytest.fixture
async def houses(tmp_path: Path) -> AsyncIterator[list[House]]:
    """Two processes on one PostgreSQL, with an assignment of as many attempts as anybody likes."""
    url = fresh_url("postgresql", tmp_path)
    async with AsyncExitStack() as stack:
        databases = [await open_database(url) for _ in range(2)]
        for each in databases:
            stack.push_async_callback(each.close)
        found = [house_on(each, lambda: WEDNESDAY) for each in databases]
        loaded = found[0].packs.get("car_sales")
        async with databases[0].writing() as connection:
            await pinned_packs.pin(connection, "car_sales", loaded.hash, loaded.source_json, START)
            await assignments.add(connection, assignment(pack_hash=loaded.hash, attempts=0))
            await assignments.add_window(connection, window(), [assignee("UANA"), assignee("UBEN")])
        yield found


async def press(house: House, nth: int, buyer: int = 1, rep: str = "UANA") -> Begun | None:
    """A press of Start; None where it comes to nothing."""
    start = AssignedStart(TEAM, rep, f"D{rep}", ASSIGNMENT, 1, buyer, f"press-{rep}-{buyer}-{nth}")
    try:
        return await start_assigned(house, start)
    except RuleViolation:
        return None


async def test_eight_presses_in_two_processes_begin_one_run_for_each_person(houses: list[House]) -> None:
    pressed = [press(houses[nth % 2], nth, rep=rep) for nth in range(8) for rep in ("UANA", "UBEN")]
    begun = [each for each in await asyncio.gather(*pressed) if each]
    assert [each.nth for each in begun] == [1, 1]
    async with houses[0].database.reading() as connection:
        counted = await attempts.in_window(connection, TEAM, ASSIGNMENT, 1)
    assert [(each.person, each.seed, each.nth) for each in counted] == [("UANA", SEEDS[0], 1), ("UBEN", SEEDS[0], 1)]


async def test_the_last_moment_counts_and_the_due_one_does_not(houses: list[House]) -> None:
    moments = (("UANA", DUE - timedelta(microseconds=1), ""), ("UBEN", DUE, "it was due on Fri 6 Mar, 17:00."))
    for rep, now, why in moments:
        object.__setattr__(houses[0], "now", lambda now=now: now)
        begun = await press(houses[0], 0, rep=rep)
        assert begun is not None
        assert begun.why == why
