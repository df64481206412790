"""A process that is killed between any two steps of a firing loses no post and doubles none."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.flows.scheduling.planning import plan_window
from bot.sandbox.clock import Setting
from storage import assignments, timetable
from storage.assignments import Whom
from tests.bot.scheduling.given import order
from tests.bot.scheduling.mortal import Bot, Fuse, bot_on
from tests.bot.world import World, open_world
from tests.databases import fresh_url

pytestmark = pytest.mark.parametrize("backend", ["postgresql"])


async def test_whoever_is_killed_on_the_way_loses_nothing_and_nothing_comes_twice(tmp_path: Path, backend: str) -> None:
    url = fresh_url(backend, tmp_path)
    async with open_world(tmp_path, bot=False) as world, bot_on(world, url) as heir:
        world.sandbox.sandbox.clock.set(Setting(frozen_at=datetime(2026, 3, 2, 8, tzinfo=UTC).timestamp()))
        steps, was_killed = 0, True
        while was_killed:
            steps += 1
            was_killed = await _killed_after(world, url, heir, steps)
    assert steps > 30, "as many as a card and the next window take"
    print(f"\nkilled after each of {steps - 1} steps: 0 lost, 0 doubled")  # noqa: T201 - a figure to see


async def _killed_after(world: World, url: str, heir: Bot, steps: int) -> bool:
    """Whether it was killed before its work was done; all that was due has been posted once in any case."""
    assignment = await _planned(world, heir, f"a{steps}")
    async with bot_on(world, url, Fuse(steps)) as mortal:
        lives = await mortal.tick()
    for _ in range(12):
        await heir.tick()
        await world.sandbox.sandbox.clock.advance(5)
    posted = oids(world)
    async with heir.database.reading() as connection:
        fired = await timetable.fired(connection, team_of(world), f"assignment:{assignment}:")
        windows = await assignments.windows_of(connection, team_of(world), assignment)
    firing = {each.schedule.rsplit(":", 1)[1]: each for each in fired}
    assert {what: each.outcome for what, each in firing.items()} == {"start": "posted", "next": "planned"}, steps
    assert posted.count(firing["start"].oid or "") == 1, (steps, "posted once")
    assert [window.number for window in windows] == [1, 2], steps
    return not lives


async def _planned(world: World, bot: Bot, name: str) -> str:
    """An assignment whose window has opened this moment for Ben."""
    ben = next(each for each in world.sandbox.sandbox.workspace.people.values() if each.handle == "ben")
    now = bot.house.now()
    starts_on = now.replace(tzinfo=None)
    assignment = order(
        team=team_of(world),
        id=name,
        channel="",
        repeats="weekly",
        whom=Whom(people=(ben.id,)),
        starts_on=starts_on,
        due_on=starts_on + timedelta(days=1),
    )
    people = await bot.directory.people((ben.id,))
    async with bot.database.writing() as connection:
        await assignments.add(connection, assignment)
        await plan_window(connection, assignment, 1, assignment.seeds, people, now)
    return name


def oids(world: World) -> list[str]:
    """The oids of everything that the app has posted."""
    messages = [
        message
        for channel in world.sandbox.sandbox.workspace.channels.values()
        for message in channel.history.messages.values()
    ]
    return [str(each.metadata["event_payload"]["oid"]) for each in messages if each.metadata]


def team_of(world: World) -> str:
    """The id of the team."""
    return world.sandbox.sandbox.workspace.team_id
