"""A sign of life while a model looks for words: the thread shows that the counterpart is thinking."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from slack_sdk.web.async_client import AsyncWebClient

from bot.delivery.client import call
from bot.flows.house import House
from storage.runs import Run

log = logging.getLogger(__name__)

SOON = 1.0
"""Seconds after which somebody who waits should see that something happens."""


@asynccontextmanager
async def thinking(house: House, client: AsyncWebClient, run: Run) -> AsyncIterator[None]:
    """Shows it when the block takes longer than a moment; Slack takes it away when the line is posted."""
    if run.mode == "strict":
        yield
        return
    task = asyncio.create_task(_show(house, client, run))
    try:
        yield
    finally:
        task.cancel()
        # Whatever became of the sign, the turn that it was a sign of goes on.
        await asyncio.gather(task, return_exceptions=True)


async def _show(house: House, client: AsyncWebClient, run: Run) -> None:
    await asyncio.sleep(SOON)
    name, icon = await _who(house, run)
    arguments = {
        "channel_id": run.channel,
        "thread_ts": run.thread_ts,
        "status": "is thinking…",
        "username": name,
        "icon_emoji": icon,
    }
    outcome = await call(client, "assistant.threads.setStatus", arguments)
    log.info("thinking", extra={"run_id": run.id, "outcome": type(outcome).__name__})


async def _who(house: House, run: Run) -> tuple[str, str]:
    """Who is thinking: the counterpart, or in a market the sellers together."""
    if run.kind == "market":
        return "Sellers", ":shopping_trolley:"
    person = (await house.scenarios.of(run)).counterpart
    return person.name, person.icon
