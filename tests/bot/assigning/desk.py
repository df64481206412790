"""A manager's desk without Slack: a workspace of people in some zones, with groups and channels."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.app.wiring import house_on, opened
from bot.flows.assigning.understanding import Desk
from bot.flows.directory import CannotSee, Group
from engine.timing.local_time import instant
from storage import seed_packs
from storage.people import Person
from storage.seed_packs import Made, of_workspace

TEAM, MANAGER, APP = "T1", "U0MEI", "U0APP"
ZONE = "America/Chicago"
HERE = datetime(2026, 2, 25, 10, 0)
"""Wednesday morning, where the manager is."""
NOW = instant(HERE, ZONE)
_ZONES = {
    "U0MEI": ("Mei", ZONE),
    "U0ANA": ("Ana", ZONE),
    "U0BEN": ("Ben", "Europe/London"),
    "U0AOI": ("Aoi", "Asia/Tokyo"),
}
_APP = Person(team=TEAM, person=APP, name="Haggle", zone="UTC", seen_at=NOW, is_app=True)
_GONE = Person(team=TEAM, person="U0GONE", name="Gil", zone="UTC", seen_at=NOW, has_left=True)
_GROUPS = (Group("S0CLOSE", "closers", "Closers"), Group("S0EMPTY", "empty", "Empty"), Group("S0LEFT", "left", "Left"))
_IN_GROUPS = {"S0CLOSE": ("U0ANA", "U0BEN"), "S0EMPTY": (), "S0LEFT": ("U0GONE", APP)}
_IN_CHANNELS = {
    "C0SALES": ("U0MEI", "U0ANA", "U0BEN", "U0AOI", "U0GONE", APP),
    "C0ALONE": ("U0MEI", APP),
    "C0AWAY": ("U0ANA",),
}


@dataclass(frozen=True)
class Workspace:
    """The directory of these people."""

    async def person(self, user: str) -> Person | None:
        """The person or app of that id."""
        return (await self.people((user,))).get(user)

    async def people(self, users: Sequence[str]) -> dict[str, Person]:
        """Those of them that there are."""
        known = {
            **{
                user: Person(team=TEAM, person=user, name=name, zone=zone, seen_at=NOW)
                for user, (name, zone) in _ZONES.items()
            },
            APP: _APP,
            "U0GONE": _GONE,
        }
        return {user: known[user] for user in users if user in known}

    async def groups(self) -> tuple[Group, ...]:
        """Every user group."""
        return _GROUPS

    async def members_of_group(self, group: str) -> tuple[str, ...]:
        """Who is in the group."""
        if group not in _IN_GROUPS:
            raise CannotSee("There is no such user group any more.")
        return _IN_GROUPS[group]

    async def members_of_channel(self, channel: str) -> tuple[str, ...]:
        """Who is in the channel."""
        if channel not in _IN_CHANNELS:
            raise CannotSee("I am not in that channel. Type /invite @Haggle there, then try again.")
        return _IN_CHANNELS[channel]


@asynccontextmanager
async def open_desk(folder: Path, channel: str = "C0SALES") -> AsyncIterator[Desk]:
    """Mei at her desk on a Wednesday morning, with a seed pack of her own."""
    async with opened(f"sqlite:///{folder / 'haggle.sqlite'}") as database:
        house = house_on(database, lambda: NOW)
        week = of_workspace("discovery_week", "car_sales", 1, "Discovery week", (18422, 1024))
        async with database.writing() as connection:
            await seed_packs.add(connection, TEAM, Made(week, MANAGER, NOW))
        yield Desk(house, Workspace(), TEAM, MANAGER, channel, APP)
