"""The bot in a process of its own, which can be killed."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.bot.world import World, eventually, settings_for


@asynccontextmanager
async def bot_process(world: World, folder: Path) -> AsyncIterator[asyncio.subprocess.Process]:
    """The bot in a process of its own, as `haggle serve` runs it."""
    settings = settings_for(world.sandbox, "")
    environment = {
        **os.environ,
        "SLACK_API_URL": settings.slack_api_url,
        "SLACK_BOT_TOKEN": world.sandbox.bot_token,
        "SLACK_APP_TOKEN": world.sandbox.app_token,
        "DATABASE_URL": f"sqlite:///{folder / 'haggle.sqlite'}",
        "HAGGLE_LOG_LEVEL": "WARNING",
        "HAGGLE_MANAGERS": ",".join(world.managers),
        **{name.upper(): str(value) for name, value in world.model.items()},
    }
    process = await asyncio.create_subprocess_exec(sys.executable, "-m", "bot", "serve", env=environment)

    async def connected() -> bool | None:
        return True if (await world.ask("GET", "workspace"))["connected"] else None

    await eventually(connected, 30)
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
