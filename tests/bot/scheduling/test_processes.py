"""Two processes as `haggle serve` runs them, on PostgreSQL, one of which is killed while what is due is posted."""

import asyncio
from contextlib import AsyncExitStack
from datetime import timedelta
from pathlib import Path

from bot.flows.scheduling.planning import plan_window
from engine.timing.local_time import wall_time
from storage import assignments, timetable
from storage.assignments import Whom
from storage.database import Database, open_database
from storage.people import Person
from tests.bot.clock import Clock
from tests.bot.process import bot_process
from tests.bot.scheduling.given import order
from tests.bot.scheduling.test_killed import oids, team_of
from tests.bot.world import World, eventually, open_world
from tests.databases import fresh_url

REPS = 40


async def test_all_is_posted_once_though_one_of_two_processes_is_killed_in_the_middle(tmp_path: Path) -> None:
    url = fresh_url("postgresql", tmp_path)
    async with open_world(tmp_path, bot=False) as world, AsyncExitStack() as stack:
        doomed = await stack.enter_async_context(bot_process(world, tmp_path, url))
        await stack.enter_async_context(bot_process(world, tmp_path, url))
        database = await open_database(url)
        stack.push_async_callback(database.close)
        await _plan(world, database)

        async def some() -> bool | None:
            return len(oids(world)) >= REPS // 4 or None

        await eventually(some, 60)
        doomed.kill()

        async def all_settled() -> bool | None:
            async with database.reading() as connection:
                fired = await timetable.fired(connection, team_of(world), "assignment:")
            return ({each.oid for each in fired if each.oid} <= set(oids(world)) and len(fired) == REPS) or None

        await eventually(all_settled, 120)
        await asyncio.sleep(1)
        posted = oids(world)
    assert len(posted) == len(set(posted)) == REPS


async def _plan(world: World, database: Database) -> None:
    """An assignment that starts in a moment for forty people."""
    now = Clock()()
    for number in range(REPS):
        await world.ask("POST", "people", name=f"rep{number}", real_name=f"Rep {number}", tz="Europe/Berlin")
    everybody = [each for each in world.sandbox.sandbox.workspace.people.values() if each.handle.startswith("rep")]
    known = {"team": team_of(world), "seen_at": now}
    people = {each.id: Person(person=each.id, name=each.handle, zone=each.tz, **known) for each in everybody}
    starts_on = wall_time(now + timedelta(seconds=2), "Europe/Berlin")
    assignment = order(
        team=team_of(world), channel="", whom=Whom(tuple(people)), starts_on=starts_on,
        due_on=starts_on + timedelta(days=3),
    )  # fmt: skip
    async with database.writing() as connection:
        await assignments.add(connection, assignment)
        await plan_window(connection, assignment, 1, assignment.seeds, people, now)
