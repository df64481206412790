"""Answers that only the one who pressed sees."""

from typing import Any

from slack_bolt.async_app import AsyncRespond

from bot.views.message import Message


async def beside(respond: AsyncRespond, body: dict[str, Any], message: Message) -> None:
    """Shows the message to whoever pressed, in the thread of what was pressed."""
    thread = (body.get("message") or {}).get("thread_ts")
    blocks = list(message.blocks) or None
    await respond(message.text, blocks, response_type="ephemeral", replace_original=False, thread_ts=thread)


async def in_its_place(respond: AsyncRespond, message: Message) -> None:
    """Shows the message where the pressed one stood."""
    await respond(message.text, list(message.blocks), response_type="ephemeral", replace_original=True)
