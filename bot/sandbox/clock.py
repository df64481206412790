"""The sandbox's one clock: it runs with the machine's, can be moved on, and can stand still.

Whatever waits, waits here. A moved clock passes through the time between: what falls due there happens in the order
of its times, each at its own moment.
"""

import asyncio
import re
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import count

from bot.sandbox.errors import Refusal

LATEST = 9_999_999_999
"""The last second that a Slack timestamp, whose seconds have ten digits, can name."""
_TURNS = 20
"""So many turns of the event loop let whoever was woken begin what they do next."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How a clock is set: seconds ahead of the machine's, or the moment at which it stands."""

    offset: float = 0.0
    frozen_at: float | None = None


@dataclass(order=True, slots=True)
class Alarm:
    """Something to be done at a moment."""

    moment: float
    number: int
    act: Callable[[], None] | None = field(compare=False)

    def cancel(self) -> None:
        """It will not be done."""
        self.act = None


class Clock:
    """Seconds since 1970, UTC."""

    def __init__(self) -> None:
        self._setting = Setting()
        self._last_stamp = 0
        self._alarms: list[Alarm] = []
        self._numbers = count()
        self._timer: asyncio.TimerHandle | None = None
        self._moving = asyncio.Lock()
        self._moved = asyncio.Event()
        self._holds: set[asyncio.Event] = set()

    @property
    def setting(self) -> Setting:
        """How the clock is set, for `set` to bring back."""
        return self._setting

    @property
    def frozen(self) -> bool:
        """Whether the clock stands still."""
        return self._setting.frozen_at is not None

    def now(self) -> float:
        """The present moment in seconds, with a fraction."""
        offset, frozen_at = self._setting.offset, self._setting.frozen_at
        return time.time() + offset if frozen_at is None else frozen_at

    def stamp(self, after: str = "") -> str:
        """A Slack timestamp for now, later than `after` and than every stamp before it by a microsecond at least."""
        micros = max(int(self.now() * 1_000_000), self._last_stamp + 1)
        if after:
            micros = max(micros, micros_of(after) + 1)
        self._last_stamp = micros
        return f"{micros // 1_000_000}.{micros % 1_000_000:06d}"

    def at(self, moment: float, act: Callable[[], None]) -> Alarm:
        """The alarm that does `act` at `moment`; those of one moment go in the order in which they were set."""
        alarm = Alarm(moment, next(self._numbers), act)
        heappush(self._alarms, alarm)
        self._wind()
        return alarm

    async def wait_until(self, moment: float) -> None:
        """Returns at `moment`, at once when it is past."""
        if moment <= self.now():
            return
        reached = asyncio.Event()
        alarm = self.at(moment, reached.set)
        try:
            await reached.wait()
        finally:
            alarm.cancel()

    async def sleep(self, seconds: float) -> None:
        """Returns when the clock has come `seconds` further."""
        await self.wait_until(self.now() + seconds)

    async def nap(self, seconds: float) -> None:
        """Returns after `seconds` of the machine's time, or as soon as this clock was moved."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._moved.wait()

    @asynccontextmanager
    async def timeout(self, seconds: float) -> AsyncIterator[None]:
        """The block is ended with TimeoutError when the clock has come `seconds` further."""
        loop = asyncio.get_running_loop()
        async with asyncio.timeout(None) as limit:
            alarm = self.at(self.now() + seconds, lambda: limit.reschedule(loop.time()))
            try:
                yield
            finally:
                alarm.cancel()

    @contextmanager
    def held(self, at_most: float) -> Iterator[None]:
        """The clock is not moved while the block runs, or for `at_most` seconds of the machine's time."""
        hold = asyncio.Event()
        lapse = asyncio.get_running_loop().call_later(at_most, hold.set)
        self._holds.add(hold)
        try:
            yield
        finally:
            lapse.cancel()
            hold.set()
            self._holds.discard(hold)

    async def advance(self, seconds: float) -> None:
        """Moves the clock on, through everything that falls due on the way; Refusal when it cannot be.

        Before the move and after each thing that fell due, the app has the time to answer what it was sent.
        """
        if not 0 <= seconds <= LATEST:
            raise _no_way_back()
        await self._pass(lambda: self.now() + seconds)

    async def move_to(self, moment: float) -> None:
        """Moves the clock on to `moment`, as `advance` does."""
        if not moment >= self.now():
            raise _no_way_back()
        await self._pass(lambda: moment)

    def freeze(self) -> None:
        """Stops the clock at this moment."""
        self._change(Setting(self._setting.offset, self.now()))

    def release(self) -> None:
        """Lets the clock run on from where it stands."""
        if self.frozen:
            self._change(Setting(self.now() - time.time()))

    def set(self, setting: Setting) -> None:
        """Sets the clock, forwards or back; what waits goes on waiting for its moment."""
        self._last_stamp = 0
        self._change(setting)
        self._wake_nappers()

    def stop(self) -> None:
        """Nothing falls due any more."""
        self._alarms.clear()
        self._wind()

    async def _pass(self, goal: Callable[[], float]) -> None:
        async with self._moving:
            await self._settle()
            moment = goal()
            if moment > LATEST:
                raise Refusal(400, "time_too_far", "Slack's timestamps end in the year 2286; choose an earlier moment.")
            while (alarm := self._first()) and alarm.moment <= moment:
                self._jump(alarm.moment)
                self._ring(alarm)
                await self._settle()
            self._jump(moment)
        self._wake_nappers()

    async def _settle(self) -> None:
        """Lets go on what was woken, until it waits again: for this clock, or for what only the app can bring."""
        await _turns()
        for hold in tuple(self._holds):
            await hold.wait()
        await _turns()

    def _jump(self, moment: float) -> None:
        if moment > self.now():
            self._change(Setting(0.0, moment) if self.frozen else Setting(moment - time.time()))

    def _change(self, setting: Setting) -> None:
        self._setting = setting
        self._wind()

    def _wake_nappers(self) -> None:
        self._moved.set()
        self._moved = asyncio.Event()

    def _first(self) -> Alarm | None:
        while self._alarms and self._alarms[0].act is None:
            heappop(self._alarms)
        return self._alarms[0] if self._alarms else None

    def _ring(self, alarm: Alarm) -> None:
        act, alarm.act = alarm.act, None
        if act:
            act()

    def _wind(self) -> None:
        """Sets the machine's timer for the first alarm; a clock that stands reaches none but those of its moment."""
        if self._timer:
            self._timer.cancel()
            self._timer = None
        first = self._first()
        if first is None:
            return
        wait = max(first.moment - self.now(), 0)
        if wait == 0 or not self.frozen:
            self._timer = asyncio.get_running_loop().call_later(wait, self._ring_due)

    def _ring_due(self) -> None:
        try:
            while (alarm := self._first()) and alarm.moment <= self.now():
                self._ring(alarm)
        finally:
            self._wind()


async def _turns() -> None:
    for _ in range(_TURNS):
        await asyncio.sleep(0)


def _no_way_back() -> Refusal:
    detail = "Time only goes on; load a snapshot to be in an earlier moment again."
    return Refusal(400, "time_in_past", detail)


def is_stamp(text: str) -> bool:
    """Whether `text` is a message's timestamp, such as `1700000000.000100`."""
    return re.fullmatch(r"[0-9]{1,12}\.[0-9]{1,6}", text, re.ASCII) is not None


def micros_of(stamp: str) -> int:
    """The microseconds of a Slack timestamp such as `1700000000.000100`; ValueError if it is none."""
    seconds, _, fraction = stamp.partition(".")
    return int(seconds) * 1_000_000 + int((fraction + "000000")[:6])
