"""A bot that keeps its timetable in the sandbox and posts over a socket, and that can be killed between any two steps.

A step is a trip to the database, the begin or the end of a transaction, or a call to Slack.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, TypeVar

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy import Connection as SyncConnection

from bot.app.wiring import house_on
from bot.delivery.client import slack_client
from bot.delivery.directory import SlackDirectory
from bot.delivery.reconciling import reconcile
from bot.delivery.sender import Sender
from bot.flows.difficulties import DifficultyBook
from bot.flows.house import House
from bot.flows.scheduling.handlers import HANDLERS
from bot.flows.scheduling.keeping import keep_timetable
from storage import outbox
from storage.connection import Connection, Connections
from storage.database import Database, open_database
from storage.transaction import Work
from tests.bot.scheduling.keeping import installed
from tests.bot.world import World

T = TypeVar("T")


class Killed(BaseException):
    """The process is gone."""


@dataclass
class Fuse:
    """Kills whoever takes so many steps, and from then on whoever takes any; None lets them live."""

    steps: int | None = None
    blown: bool = False

    def step(self) -> None:
        """One more step."""
        if self.steps is not None:
            self.steps -= 1
            self.blown = self.blown or self.steps <= 0
        if self.blown:
            raise Killed


class Fused:
    """Connections whose transactions take steps."""

    def __init__(self, inner: Connections, fuse: Fuse) -> None:
        self._inner = inner
        self._fuse = fuse

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Connection]:
        self._fuse.step()
        async with self._inner.transaction() as connection:

            async def trip(work: Callable[[SyncConnection], T]) -> T:
                self._fuse.step()
                return await connection.run_sync(work)

            yield Connection(trip)
            self._fuse.step()
        self._fuse.step()

    async def do(self, work: Work[T]) -> T:
        async with self.transaction() as connection:
            return await connection.do(work)

    async def close(self) -> None:
        await self._inner.close()


@dataclass
class Bot:
    """One process."""

    house: House
    client: AsyncWebClient
    directory: SlackDirectory
    sender: Sender
    database: Database
    fuse: Fuse

    async def tick(self) -> bool:
        """Whether it lives after a look at the timetable and at what is to be posted."""
        try:
            await reconcile(self.house, self.sender, self.client)
            await keep_timetable(self.house, self.directory, HANDLERS)
            await self._post()
        except Killed:
            return False
        return not self.fuse.blown

    async def _post(self) -> None:
        while due := await outbox.take_due(self.database, self.house.worker, self.house.now(), 16):
            for result in await asyncio.gather(*(self.sender.send(row) for row in due), return_exceptions=True):
                if result is not None:
                    raise result


@asynccontextmanager
async def bot_on(
    world: World, url: str, fuse: Fuse | None = None, measured: DifficultyBook | None = None
) -> AsyncIterator[Bot]:
    """A bot with a connection of its own to the database, which goes by the sandbox's clock.

    `measured` are difficulties that it need not measure again.
    """
    fuse = fuse or Fuse()
    database = await open_database(url)
    database._writer, database._reader = Fused(database._writer, fuse), Fused(database._reader, fuse)
    async with aiohttp.ClientSession() as session:
        client = slack_client(world.sandbox.bot_token, f"{world.sandbox.url}/api/", session)
        _arm(client, fuse)
        clock, team = world.sandbox.sandbox.clock, world.sandbox.sandbox.workspace.team_id

        def now() -> datetime:
            return datetime.fromtimestamp(clock.now(), UTC)

        house = replace(house_on(database, now, packs=installed()), difficulties=measured or DifficultyBook())
        directory = SlackDirectory(client, database, team, now)
        try:
            yield Bot(house, client, directory, Sender(house, client, world.sandbox.url), database, fuse)
        finally:
            await database.close()


def _arm(client: AsyncWebClient, fuse: Fuse) -> None:
    call = client.api_call

    async def api_call(*arguments: Any, **named: Any) -> Any:
        fuse.step()
        answer = await call(*arguments, **named)
        fuse.step()
        return answer

    client.api_call = api_call
