"""What every flow is given: the stores, the packs, the clock, and a way to wake the workers."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from bot.flows.scenarios import ScenarioBook
from packs.loading import Packs
from storage.database import Database


@dataclass(frozen=True, slots=True)
class Wake:
    """Set when there may be work; the workers also look by themselves, so that a missed call only costs time."""

    turns: asyncio.Event = field(default_factory=asyncio.Event)
    posts: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass(frozen=True, slots=True)
class House:
    """The things that flows stand on. `now` gives an aware datetime."""

    database: Database
    packs: Packs
    scenarios: ScenarioBook
    now: Callable[[], datetime]
    wake: Wake = field(default_factory=Wake)

    @property
    def pack_titles(self) -> dict[str, str]:
        """The titles of the packs that can be played, by id."""
        return {pack: self.packs.get(pack).pack.title for pack in self.packs.ids}
