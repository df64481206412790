"""A month of assignments by a moved clock: every post exactly once, within a minute of its time."""

import faulthandler
from collections import defaultdict
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import NamedTuple
from zoneinfo import ZoneInfo

import pytest

from storage import timetable
from storage.database import Database
from tests.bot.scheduling.month import Life, Pair
from tests.bot.scheduling.story import AUTUMN, SPRING, Month, Order, Posted
from tests.bot.world import World, open_world
from tests.databases import fresh_url

MINUTE = timedelta(minutes=1)
LONGEST = 600
"""Seconds; half a minute where nothing else is at work, but longer than other tests may take where much is."""


class Table(NamedTuple):
    """What came of a month."""

    expected: int
    posted_once: int
    doubled: int
    lost: int
    not_expected: int
    later_than_a_minute: int
    reminders: int
    outside_hours: int
    after_passing: int

    def __str__(self) -> str:
        return "\n".join(f"{name.replace('_', ' '):<22}{count:>6}" for name, count in self._asdict().items())


@pytest.mark.parametrize("month", [SPRING, AUTUMN], ids=lambda month: month.name)
async def test_a_month_with_both_changes_of_clocks_two_processes_and_restarts(month: Month, tmp_path: Path) -> None:
    faulthandler.dump_traceback_later(LONGEST, exit=True)
    url = fresh_url("postgresql", tmp_path)
    chance = Random(month.name)  # noqa: S311 - no secret hangs on it
    async with open_world(tmp_path, bot=False) as world, Pair(world, url, chance) as pair:
        life = Life(month, world)
        await life.settle_in()
        await life.live(pair)
        table = _table(life, await _posted(world, pair.bots[0].database, life.team))
    print(f"\n{month.name}: {pair.killed} killed, {pair.restarted} restarted\n{table}")  # noqa: T201 - to be read
    assert pair.killed > 3
    assert table.expected > 600
    assert table == Table(table.expected, table.expected, 0, 0, 0, 0, table.reminders, 0, 0)


async def _posted(world: World, database: Database, team: str) -> dict[Posted, list[datetime]]:
    """When each post came, as often as it did, by what people see in the sandbox."""
    async with database.reading() as connection:
        fired = await timetable.fired(connection, team, "")
    named = {each.oid: Posted(each.schedule, each.recipient) for each in fired if each.oid}
    found: dict[Posted, list[datetime]] = defaultdict(list)
    for channel in world.sandbox.sandbox.workspace.channels.values():
        for message in channel.history.messages.values():
            if message.metadata:
                oid = message.metadata["event_payload"]["oid"]
                found[named.get(oid, Posted("?", oid))].append(datetime.fromtimestamp(float(message.ts), UTC))
    return found


def _table(life: Life, posted: dict[Posted, list[datetime]]) -> Table:
    expected = life.month.expected(life.ids, life.channels, life.managers)
    reminders = [(post, at) for post, times in posted.items() for at in times if ":remind:" in post.schedule]
    return Table(
        expected=len(expected),
        posted_once=sum(len(posted.get(post, ())) == 1 for post in expected),
        doubled=sum(len(times) > 1 for times in posted.values()),
        lost=sum(post not in posted for post in expected),
        not_expected=sum(post not in expected for post in posted),
        later_than_a_minute=sum(
            not timedelta(0) <= posted[post][0] - at <= MINUTE for post, at in expected.items() if post in posted
        ),
        reminders=len(reminders),
        outside_hours=sum(not _in_hours(life, post, at) for post, at in reminders),
        after_passing=sum(_is_after_passing(life, post, at) for post, at in reminders),
    )


def _rep(life: Life, post: Posted) -> int:
    return next(rep for rep, person in life.ids.items() if person == post.recipient)


def _in_hours(life: Life, post: Posted, at: datetime) -> bool:
    there = at.astimezone(ZoneInfo(life.month.zone(_rep(life, post), at)))
    return there.weekday() < 5 and 9 <= there.hour < 17


def _is_after_passing(life: Life, post: Posted, at: datetime) -> bool:
    _, name, number, *_ = post.schedule.split(":")
    order: Order = next(each for each in life.month.orders if each.id == name)
    passed = life.month.passes_at(order, int(number), _rep(life, post))
    return passed is not None and at > passed
