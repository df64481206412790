"""The bot can be stopped at any moment."""

import asyncio
from pathlib import Path

from slack_sdk.web.async_client import AsyncWebClient

from bot.app.wiring import house_on, opened
from bot.app.workers import Pace, Workers
from bot.delivery.directory import SlackDirectory
from bot.delivery.managers import SlackManagers
from bot.delivery.sender import Sender
from tests.bot.clock import Clock


async def test_workers_stop_also_when_they_are_woken_in_the_same_instant(tmp_path: Path) -> None:
    client = AsyncWebClient()
    async with opened(f"sqlite:///{tmp_path / 'haggle.sqlite'}") as database, asyncio.timeout(10):
        house = house_on(database, Clock())
        directory = SlackDirectory(client, database, "T1", house.now)
        managers = SlackManagers(directory, database, "T1")
        workers = Workers(house, client, Sender(house, client, ""), managers, directory, Pace(look=60))
        async with workers.at_work():
            await asyncio.sleep(0.2)
            house.wake.posts.set()
            house.wake.turns.set()
