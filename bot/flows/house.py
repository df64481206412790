"""What every flow is given: the stores, the packs, the clock, and a way to wake the workers."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple
from weakref import WeakValueDictionary

from bot.flows.difficulties import DifficultyBook
from bot.flows.draws import Draws
from bot.flows.drilling import DrillBook
from bot.flows.negotiations import NegotiationBook
from bot.flows.playing_ahead import PlayingAhead
from bot.flows.scenarios import ScenarioBook
from engine.llm.budget import Cap, Scope
from engine.llm.troubles import ModelTrouble
from engine.llm.voice import Voice
from engine.marketplace.template import MarketPackNote
from engine.scenario.pack import Pack
from packs.loading import Packs
from packs.markets import installed_markets
from storage.database import Database
from storage.turns import Claim

Thread = tuple[str, str, str]


class Alert(NamedTuple):
    """Something that the managers of a team are to be told: why its language model does not answer."""

    team: str
    trouble: ModelTrouble


@dataclass(frozen=True, slots=True)
class Wake:
    """Set when there may be work; the workers also look by themselves, so that a missed call only costs time.

    `claims` hands over runs that were taken together with the line that came in, `alerts` what managers are to be told;
    `behind` holds the threads (team,
    channel, ts) in which something came in while their run was busy, to be looked at when its turn is over, and
    `changed_homes` those (team, person) whose Home shows something else by now.
    """

    turns: asyncio.Event = field(default_factory=asyncio.Event)
    posts: asyncio.Event = field(default_factory=asyncio.Event)
    disputes: asyncio.Event = field(default_factory=asyncio.Event)
    departures: asyncio.Event = field(default_factory=asyncio.Event)
    homes: asyncio.Event = field(default_factory=asyncio.Event)
    claims: asyncio.Queue[Claim] = field(default_factory=asyncio.Queue)
    alerts: asyncio.Queue[Alert] = field(default_factory=asyncio.Queue)
    behind: set[Thread] = field(default_factory=set)
    changed_homes: set[tuple[str, str]] = field(default_factory=set)

    def home_changed(self, team: str, *people: str) -> None:
        """What these people's Homes show has changed, and is committed: they are drawn again, each once for all that
        has changed by then."""
        if people:
            self.changed_homes.update((team, person) for person in people)
            self.homes.set()

    def something_waits(self, thread: Thread) -> None:
        """Something came in for the run in this thread, and nobody has taken it yet."""
        self.behind.add(thread)
        self.turns.set()

    def turn_is_over(self, thread: Thread) -> None:
        """The run in this thread is free again."""
        if thread in self.behind:
            self.behind.discard(thread)
            self.turns.set()


class Doors:
    """One door for each thread: what comes in through it is taken in the order in which it came."""

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[Thread, asyncio.Lock] = WeakValueDictionary()

    def of(self, thread: Thread) -> asyncio.Lock:
        """The thread's lock; whoever asks first goes first."""
        lock = self._locks.get(thread)
        if lock is None:
            self._locks[thread] = lock = asyncio.Lock()
        return lock


@dataclass(frozen=True, slots=True, repr=False)
class House:
    """The things that flows stand on. `now` gives an aware datetime; `worker` is a name no other process has.

    `voice` words counterparts' lines in runs that are to have it; None where no language model is set up. `caps`
    are the budgets that language models have.
    """

    database: Database
    packs: Packs
    scenarios: ScenarioBook
    negotiations: NegotiationBook
    playing_ahead: PlayingAhead
    now: Callable[[], datetime]
    worker: str
    voice: Voice | None = None
    caps: Mapping[Scope, Cap] = field(default_factory=dict)
    markets: MarketPackNote = field(default_factory=installed_markets)
    wake: Wake = field(default_factory=Wake)
    doors: Doors = field(default_factory=Doors)
    difficulties: DifficultyBook = field(default_factory=DifficultyBook)
    draws: Draws = field(default_factory=Draws)
    drills: DrillBook = field(default_factory=DrillBook)

    @property
    def playable(self) -> tuple[Pack, ...]:
        """The packs that can be played, in the order of their ids."""
        return tuple(self.packs.get(pack).pack for pack in self.packs.ids)
