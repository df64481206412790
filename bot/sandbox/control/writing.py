"""Whether a person may write where they want to."""

from typing import Annotated

from pydantic import Field

from bot.sandbox.channels import Channel
from bot.sandbox.control.request import message_of
from bot.sandbox.errors import Refusal
from bot.sandbox.sandbox import Sandbox

Typed = Annotated[str, Field(max_length=40_000)]
"""What a person writes in one message; Slack keeps no more of it."""


def check_may_write(sandbox: Sandbox, channel: Channel) -> None:
    """Refusal when these are messages with an app that takes none."""
    tabs = sandbox.manifest.features.app_home
    if channel.kind == "im" and (not tabs.messages_tab_enabled or tabs.messages_tab_read_only_enabled):
        raise Refusal(403, "messages_tab_disabled", "The manifest lets nobody write to this app directly.")


def check_parent(channel: Channel, thread_ts: str | None) -> None:
    """Refusal when there is no message to reply to, or it is itself a reply."""
    if thread_ts and message_of(channel, thread_ts).thread_ts:
        raise Refusal(400, "cannot_reply_to_message", "That is a reply; answer in the thread of its parent.")
