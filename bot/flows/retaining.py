"""How long a team keeps what was said: admins set it, and once a day what is older loses its words."""

from collections.abc import Sequence
from datetime import timedelta

from bot.flows.house import House
from bot.flows.managers import Managers, only_admins
from engine.errors import RuleViolation
from storage import audit, retention
from storage.audit import Act
from storage.retention import Retention

FEWEST, MOST = 7, 3650
BATCH = 50
"""Runs in one transaction: on SQLite it holds everyone else's writing up."""
HOW = f"Write `/haggle retention 180 days`, from {FEWEST} to {MOST}, or `/haggle retention off` to keep everything."


async def kept(house: House, team: str) -> Retention | None:
    """What the team has chosen; None where it keeps everything. Everybody may know."""
    async with house.database.reading() as connection:
        return await retention.of_team(connection, team)


async def retain(house: House, managers: Managers, team: str, user: str, words: Sequence[str]) -> Retention | None:
    """Changes it; RuleViolation for others than admins and for what cannot be."""
    await only_admins(managers, user)
    days, now = days_meant(words), house.now()
    chosen = None if days is None else Retention(days, user, now)
    async with house.database.writing() as connection:
        await retention.choose(connection, team, chosen)
        await audit.note(connection, team, Act(now, user, "changed retention", "", {"days": days}))
    return chosen


def days_meant(words: Sequence[str]) -> int | None:
    """`180`, `180 days` or `180d` as a number, `off` as None; RuleViolation for anything else."""
    written = "".join(words).lower()
    if written == "off":
        return None
    number = written.removesuffix("days").removesuffix("day").removesuffix("d")
    if not (number.isascii() and number.isdigit() and len(number) <= 6) or not FEWEST <= int(number) <= MOST:
        raise RuleViolation(HOW)
    return int(number)


async def clear_what_is_old(house: House) -> int:
    """How many runs, and talks in markets, have lost their words; each team is cleared once a day."""
    now = house.now()
    async with house.database.reading() as connection:
        due = await retention.to_clear(connection, now.date())
    return sum([await _clear(house, team, days) for team, days in due])


async def _clear(house: House, team: str, days: int) -> int:
    now, cleared = house.now(), 0
    before = now - timedelta(days=days)
    while True:
        async with house.database.writing() as connection:
            some = await retention.clear_runs(connection, team, before, BATCH)
            talks = await retention.clear_talks(connection, team, before, BATCH)
            if max(some, talks) < BATCH:
                await retention.finish(connection, team, before, now.date())
        cleared += some + talks
        if max(some, talks) < BATCH:
            return cleared
