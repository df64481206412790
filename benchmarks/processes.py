"""Programs under measurement, each in a process of its own."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass

import aiohttp
import psutil

from tests.ports import free_port

PYTHON = sys.executable


@dataclass(frozen=True, slots=True)
class Sandbox:
    """A sandbox in its own process: its address, and the environment that points an app at it."""

    url: str
    environment: Mapping[str, str]


@asynccontextmanager
async def sandbox(session: aiohttp.ClientSession) -> AsyncIterator[Sandbox]:
    """A fresh sandbox, ready to be used."""
    port = free_port()
    async with process("-m", "bot", "sandbox", "--no-rate-limits", "--port", str(port)):
        url = f"http://127.0.0.1:{port}"
        workspace = await _answer(session, f"{url}/sandbox/workspace")
        tokens = workspace["tokens"]
        environment = {
            "SLACK_API_URL": f"{url}/api/",
            "SLACK_BOT_TOKEN": tokens["bot"],
            "SLACK_APP_TOKEN": tokens["app"],
        }
        yield Sandbox(url, environment)


@asynccontextmanager
async def process(*arguments: str, environment: Mapping[str, str] | None = None) -> AsyncIterator[psutil.Process]:
    """A Python program that runs while the block does."""
    child = await asyncio.create_subprocess_exec(
        PYTHON, *arguments, env={**os.environ, **(environment or {})}, stdout=asyncio.subprocess.DEVNULL
    )
    try:
        yield psutil.Process(child.pid)
    finally:
        child.terminate()
        await child.wait()


async def connected(session: aiohttp.ClientSession, place: Sandbox) -> None:
    """Waits until an app listens to the sandbox; TimeoutError after 20 s."""
    for _ in range(400):
        if (await _answer(session, f"{place.url}/sandbox/workspace"))["connected"]:
            return
        await asyncio.sleep(0.05)
    raise TimeoutError("no app connected")


async def _answer(session: aiohttp.ClientSession, url: str) -> dict[str, dict[str, str]]:
    for _ in range(400):
        try:
            async with session.get(url) as response:
                answer: dict[str, dict[str, str]] = await response.json()
                return answer
        except aiohttp.ClientError:
            await asyncio.sleep(0.05)
    raise TimeoutError(f"{url} did not answer")
