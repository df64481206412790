"""Answers that only the one who pressed sees."""

from typing import Any

from slack_bolt.async_app import AsyncRespond
from slack_sdk.web.async_client import AsyncWebClient

from bot.listeners.opening import open_modal
from bot.views.look_modal import look_modal
from bot.views.message import Message


async def beside(respond: AsyncRespond, body: dict[str, Any], message: Message) -> None:
    """Shows the message to whoever pressed, in the thread of what was pressed."""
    thread = (body.get("message") or {}).get("thread_ts")
    blocks = list(message.blocks) or None
    await respond(message.text, blocks, response_type="ephemeral", replace_original=False, thread_ts=thread)


async def look_beside(
    client: AsyncWebClient, respond: AsyncRespond, body: dict[str, Any], title: str, message: Message
) -> None:
    """Shows the message beside the one that was pressed, and as a modal where that was none: in Home."""
    if body.get("view"):
        await open_modal(client, body, look_modal(title, message))
    else:
        await beside(respond, body, message)


async def look_in_its_place(
    client: AsyncWebClient, respond: AsyncRespond, body: dict[str, Any], title: str, message: Message
) -> None:
    """Shows the message, or the modal, where the pressed one stood."""
    if view := body.get("view"):
        await client.views_update(view_id=view["id"], view=look_modal(title, message))
    else:
        await in_its_place(respond, message)


async def in_its_place(respond: AsyncRespond, message: Message) -> None:
    """Shows the message where the pressed one stood."""
    await respond(message.text, list(message.blocks), response_type="ephemeral", replace_original=True)


async def told_at(client: AsyncWebClient, user: str, card: str, message: Message, *, replaces: bool = False) -> None:
    """Tells the person where they opened a form, which `card` is the address of, or else in their own messages."""
    blocks = list(message.blocks)
    if card:
        respond = AsyncRespond(response_url=card, proxy=client.proxy, ssl=client.ssl)
        await respond(message.text, blocks, response_type="ephemeral", replace_original=replaces)
    else:
        await client.chat_postMessage(channel=user, text=message.text, blocks=blocks)
