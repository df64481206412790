"""What Slack puts under a message with a link in it."""

import re
from dataclasses import replace

from bot.sandbox.acts.messages import edit
from bot.sandbox.channels import Channel
from bot.sandbox.errors import Refusal
from bot.sandbox.records import Message
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.wire import Json

_LINK = re.compile(r"<(https?://[^|>]+)(?:\|[^>]*)?>")


def unfurl(sandbox: Sandbox, channel: Channel, message: Message, title: str, text: str) -> tuple[Message, list[str]]:
    """The message with its first link unfurled, and the ids of the events that tell of it: changed, but not edited."""
    found = _LINK.search(message.text)
    if found is None:
        raise Refusal(409, "no_link", "There is no link in this message to unfurl.")
    address = found[1].replace("&amp;", "&")
    attached = message.attachments or []
    unfurled: Json = {
        "id": len(attached) + 1,
        "from_url": address,
        "original_url": address,
        "title": title,
        "title_link": address,
        "text": text,
        "fallback": title,
    }
    after = replace(message, attachments=[*attached, unfurled])
    return after, edit(sandbox, channel, message, after)
