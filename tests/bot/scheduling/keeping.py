"""A house that keeps its timetable by a clock that tests set, with the people of a small workspace."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache

from bot.app.wiring import house_on, playable_packs
from bot.flows.directory import CannotSee, Group
from bot.flows.house import House
from bot.flows.scheduling.firing import Handler
from bot.flows.scheduling.handlers import HANDLERS
from bot.flows.scheduling.keeping import keep_timetable
from storage import outbox, people, timetable
from storage.database import Database
from storage.people import Person
from storage.posts import Post
from tests.bot.scheduling.given import NOW, TEAM

installed = cache(playable_packs)
"""The packs, read once."""


@dataclass
class Town:
    """A directory of people, with the members of its groups and channels."""

    known: dict[str, Person] = field(default_factory=dict)
    members: dict[str, tuple[str, ...]] = field(default_factory=dict)

    async def person(self, user: str) -> Person | None:
        return self.known.get(user)

    async def people(self, users: Sequence[str]) -> dict[str, Person]:
        return {user: self.known[user] for user in users if user in self.known}

    async def groups(self) -> tuple[Group, ...]:
        return ()

    async def members_of_group(self, group: str) -> tuple[str, ...]:
        return self._in(group)

    async def members_of_channel(self, channel: str) -> tuple[str, ...]:
        return self._in(channel)

    def _in(self, place: str) -> tuple[str, ...]:
        if place not in self.members:
            raise CannotSee("I am not in that channel. Type /invite @Haggle there, then try again.")
        return self.members[place]


@dataclass
class Keeper:
    """One process's house, at a time that is set by hand."""

    database: Database
    town: Town = field(default_factory=Town)
    now: datetime = NOW
    handlers: Mapping[str, Handler] = field(default_factory=lambda: HANDLERS)

    def __post_init__(self) -> None:
        self.house: House = house_on(self.database, lambda: self.now, packs=installed())

    async def tick(self, at: datetime | None = None) -> None:
        """What is due is done."""
        self.now = at or self.now
        await keep_timetable(self.house, self.town, self.handlers)

    async def know(self, *them: Person) -> None:
        """From now on this is what is known of these people."""
        self.town.known |= {each.person: each for each in them}
        async with self.database.writing() as connection:
            for each in them:
                await people.put(connection, each)

    async def posts(self) -> list[tuple[str, Post]]:
        """What is in the outbox, with where it goes, as if it were all sent now."""
        rows = await outbox.take_due(self.database, "test", self.now + timedelta(days=1), 1_000)
        return [(row.channel, row.post) for row in rows]

    async def kinds(self) -> list[tuple[str, str]]:
        """The kinds of what is in the outbox, with where each goes."""
        return sorted((post.kind, channel) for channel, post in await self.posts())

    async def outcomes(self) -> dict[tuple[str, str], str]:
        """What became of what fell due last, by what it was and for whom."""
        async with self.database.reading() as connection:
            fired = await timetable.fired(connection, TEAM, "")
        return {(each.schedule.split(":", 2)[2], each.recipient): each.outcome for each in fired}
