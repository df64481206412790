"""The loops that work off the inbox and the outbox. Truth is in the database: any of them may die at any point."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from functools import partial

from slack_sdk.web.async_client import AsyncWebClient

from bot.apology import apologise
from bot.app.thinking import thinking
from bot.delivery.departing import see_off
from bot.delivery.homes import Homes
from bot.delivery.reconciling import reconcile
from bot.delivery.sender import Sender
from bot.delivery.telling import pass_on
from bot.flows.alerting import alert_managers
from bot.flows.boards.standing import refresh_boards
from bot.flows.commenting import comment_on_verdicts
from bot.flows.directory import Directory
from bot.flows.expiry import expire_idle
from bot.flows.house import House
from bot.flows.housekeeping import keep_house
from bot.flows.intake import LEASE
from bot.flows.managers import Managers
from bot.flows.markets.turn import take_market_turn
from bot.flows.measuring import measure_what_waits
from bot.flows.setback import set_back
from bot.flows.turn import take_turn
from engine.errors import StaleRun
from storage import outbox, turns
from storage.outbox import Outgoing
from storage.turns import Claim

log = logging.getLogger(__name__)

Sleep = Callable[[float], Awaitable[None]]
"""Returns after so many seconds, or sooner when the time of the house has jumped."""

_TURNS = {"practice": take_turn, "market": take_market_turn}
"""How a turn is taken in each kind of run."""

AT_ONCE = 16
"""Turns and posts under way at the same time."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How often the workers look by themselves, in seconds."""

    look: float = 0.5
    reconcile: float = 2.0
    expire: float = 60.0
    boards: float = 10.0
    ask_again: float = 15.0
    """After Slack did not say who the managers are."""
    tick: float = 5.0
    """From one look at the timetable to the next."""


class Workers:
    """The workers of one process."""

    def __init__(
        self,
        house: House,
        client: AsyncWebClient,
        sender: Sender,
        managers: Managers,
        directory: Directory,
        pace: Pace,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self._house = house
        self._client = client
        self._sender = sender
        self._managers = managers
        self._directory = directory
        self._homes = Homes(house, client, managers, sender.workspace_url)
        self._pace = pace
        self._sleep = sleep
        self._under_way: set[asyncio.Task[None]] = set()
        self._name = house.worker

    @asynccontextmanager
    async def at_work(self) -> AsyncIterator[None]:
        """The loops run while the block does."""
        loops = [
            asyncio.create_task(self._handed_over()),
            asyncio.create_task(self._alerts()),
            asyncio.create_task(self._on_wake(self._house.wake.turns, self._turns)),
            asyncio.create_task(self._on_wake(self._house.wake.posts, self._posts)),
            asyncio.create_task(self._on_wake(self._house.wake.disputes, self._disputes)),
            asyncio.create_task(self._on_wake(self._house.wake.departures, self._departures)),
            asyncio.create_task(self._on_wake(self._house.wake.homes, self._homes.draw_changed)),
            asyncio.create_task(self._every(self._pace.look, self._comments)),
            asyncio.create_task(self._every(self._pace.reconcile, self._reconcile)),
            asyncio.create_task(self._every(self._pace.boards, self._unmeasured)),
            asyncio.create_task(self._every(self._pace.boards, self._boards)),
            asyncio.create_task(self._every(self._pace.expire, self._expire)),
        ]
        try:
            yield
        finally:
            tasks = [*loops, *self._under_way]
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _on_wake(self, wake: asyncio.Event, work: Callable[[], Awaitable[None]]) -> None:
        while True:
            # wait_for would lose a cancellation that comes together with the wake, and stopping would take for ever.
            with suppress(TimeoutError):
                async with asyncio.timeout(self._pace.look):
                    await wake.wait()
            wake.clear()
            await _surviving(work)

    async def _every(self, seconds: float, work: Callable[[], Awaitable[None]]) -> None:
        while True:
            await _surviving(work)
            await self._sleep(seconds)

    async def _handed_over(self) -> None:
        """Takes the turns of runs that were claimed together with their line."""
        while True:
            claim = await self._house.wake.claims.get()
            await self._begin(claim)

    async def _alerts(self) -> None:
        """Tells the managers what they are to know; what fails is told again with the next line."""
        while True:
            alert = await self._house.wake.alerts.get()
            await _surviving(partial(alert_managers, self._house, self._managers, alert))

    async def _turns(self) -> None:
        """Claims and begins turns until nothing is open; turns of different runs overlap."""
        while claim := await turns.claim(self._house.database, self._name, self._house.now(), LEASE):
            await self._begin(claim)

    async def _begin(self, claim: Claim) -> None:
        """Begins a turn once there is room for one more."""
        while len(self._under_way) >= AT_ONCE:
            await asyncio.wait(self._under_way, return_when=asyncio.FIRST_COMPLETED)
        task = asyncio.create_task(self._turn(claim))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def _turn(self, claim: Claim) -> None:
        try:
            async with thinking(self._house, self._client, claim.run):
                first = await self._answer(claim)
        finally:
            self._house.wake.turn_is_over((claim.run.team, claim.run.channel, claim.run.thread_ts or ""))
        if first:
            await self._sender.send(first)

    async def _answer(self, claim: Claim) -> Outgoing | None:
        try:
            return await _TURNS[claim.run.kind](self._house, claim)
        except StaleRun:
            log.info("turn taken over by another worker", extra={"run_id": claim.run.id})
        except Exception:  # the boundary of a turn: whatever broke, the line is kept and tried again
            apology = apologise()
            log.exception("turn failed", extra={"run_id": claim.run.id, "ref": apology.ref})
            await set_back(self._house, claim, apology.text)
        return None

    async def _posts(self) -> None:
        """Sends what is due until nothing is."""
        while due := await outbox.take_due(self._house.database, self._name, self._house.now(), AT_ONCE):
            results = await asyncio.gather(*(self._sender.send(row) for row in due), return_exceptions=True)
            for row, result in zip(due, results, strict=True):
                if isinstance(result, Exception):
                    log.error("post failed", exc_info=result, extra={"oid": row.oid})

    async def _disputes(self) -> None:
        if not await pass_on(self._house, self._client, self._managers):
            await self._sleep(self._pace.ask_again)

    async def _departures(self) -> None:
        await see_off(self._house, self._client)

    async def _comments(self) -> None:
        await comment_on_verdicts(self._house)

    async def _unmeasured(self) -> None:
        await measure_what_waits(self._house)

    async def _boards(self) -> None:
        await refresh_boards(self._house, self._directory)

    async def _reconcile(self) -> None:
        await reconcile(self._house, self._sender, self._client)

    async def _expire(self) -> None:
        await expire_idle(self._house)
        await keep_house(self._house)


async def _surviving(work: Callable[[], Awaitable[None]]) -> None:
    """Does the work; an error is logged and the loop goes on, for the database still holds what is to be done."""
    try:
        await work()
    except Exception:  # the boundary of a worker loop
        log.exception("worker stumbled")
        await asyncio.sleep(1)
