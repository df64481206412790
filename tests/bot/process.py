"""The bot in a process of its own, which can be killed."""

import asyncio
import multiprocessing
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from tests.bot.served import serve_in
from tests.bot.world import World, eventually, settings_for

_LOADED = multiprocessing.get_context("forkserver")
_LOADED.set_forkserver_preload([serve_in.__module__, "engine.llm.anthropic_client", "pytest"])


@asynccontextmanager
async def bot_process(world: World, folder: Path, database: str = "") -> AsyncIterator[ForkServerProcess]:
    """The bot in a process of its own, as `haggle serve` runs it, forked from one that has loaded everything."""
    process = _LOADED.Process(target=serve_in, args=(environment_for(world, folder, database),), daemon=True)
    process.start()
    try:
        await connected(world)
        yield process
    finally:
        await kill(process)


@asynccontextmanager
async def bot_command(world: World, folder: Path) -> AsyncIterator[asyncio.subprocess.Process]:
    """The bot in a process of its own, started from the command line; that takes seconds."""
    command = (sys.executable, "-m", "bot", "serve")
    process = await asyncio.create_subprocess_exec(*command, env={**os.environ, **environment_for(world, folder)})
    try:
        await connected(world)
        yield process
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def kill(process: ForkServerProcess) -> None:
    """Kill -9; returns when the process is gone."""
    process.kill()
    await asyncio.to_thread(process.join)
    assert process.exitcode == -signal.SIGKILL


async def connected(world: World) -> None:
    """Returns when the bot has connected to the sandbox."""

    async def listens() -> bool | None:
        return True if (await world.ask("GET", "workspace"))["connected"] else None

    await eventually(listens, 30)


def environment_for(world: World, folder: Path, database: str = "") -> dict[str, str]:
    """What makes `haggle serve` the bot of this world."""
    settings = settings_for(world.sandbox, "")
    return {
        "SLACK_API_URL": settings.slack_api_url,
        "SLACK_BOT_TOKEN": world.sandbox.bot_token,
        "SLACK_APP_TOKEN": world.sandbox.app_token,
        "DATABASE_URL": database or f"sqlite:///{folder / 'haggle.sqlite'}",
        "HAGGLE_LOG_LEVEL": "WARNING",
        "HAGGLE_MANAGERS": ",".join(world.managers),
        **{name.upper(): str(value) for name, value in world.model.items()},
    }
