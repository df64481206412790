"""The least a Bolt app can do: it answers every message in a thread with "ok"."""

import asyncio
import os
from typing import Any

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp, AsyncSay
from slack_sdk.web.async_client import AsyncWebClient


async def main() -> None:
    """Answers until it is stopped."""
    client = AsyncWebClient(token=os.environ["SLACK_BOT_TOKEN"], base_url=os.environ["SLACK_API_URL"])
    client.proxy = None
    app = AsyncApp(token=client.token, client=client)

    @app.event("message")
    async def on_message(event: dict[str, Any], say: AsyncSay) -> None:
        if event.get("thread_ts"):
            await say("ok", thread_ts=event["thread_ts"])

    handler = AsyncSocketModeHandler(app, os.environ["SLACK_APP_TOKEN"])
    handler.client.proxy = None
    await handler.client.connect()
    await asyncio.Event().wait()


asyncio.run(main())
