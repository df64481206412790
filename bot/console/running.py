"""Long work of the console: done until it is told to stop, its failures told in one line."""

import asyncio
import signal
from collections.abc import Coroutine
from typing import Any

import typer
from rich.console import Console

from bot.sandbox.errors import PortInUseError, SandboxError
from engine.errors import HaggleError

out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, soft_wrap=True)


def run(work: Coroutine[Any, Any, None]) -> None:
    """Does the work until it ends or somebody stops it; typer.Exit with the reason where it cannot be done."""
    try:
        asyncio.run(_until_told(work))
    except (KeyboardInterrupt, asyncio.CancelledError):
        out.print("Stopped.")
    except PortInUseError as error:
        free = error.port + 1
        raise refused(f"{error} `haggle sandbox --port {free}` or `make run PORT={free}` would.") from error
    except (HaggleError, SandboxError) as error:
        raise refused(error) from error


async def _until_told(work: Coroutine[Any, Any, None]) -> None:
    """Does the work; a SIGTERM ends it as Ctrl+C does, with everything put away."""
    task = asyncio.ensure_future(work)
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    await task


def refused(error: Exception | str) -> typer.Exit:
    """The exit to raise, its reason told."""
    err.print(f"[red]haggle:[/] {error}")
    return typer.Exit(2)
