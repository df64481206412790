"""Slack's payloads as the flows want them."""

from typing import Any

from bot.flows.intake import Incoming
from bot.views.blocks import unescape


def incoming(body: dict[str, Any], event: dict[str, Any]) -> Incoming:
    """A message event as a flow takes it. A reply sent to the channel as well counts in its thread."""
    return Incoming(
        team=str(body["team_id"]),
        event_id=str(body["event_id"]),
        channel=str(event["channel"]),
        thread=event.get("thread_ts"),
        ts=str(event["ts"]),
        user=str(event.get("user", "")),
        text=unescape(str(event.get("text", ""))),
    )


def changed(body: dict[str, Any], event: dict[str, Any]) -> Incoming | None:
    """The message that was edited or deleted, by whom; None when its text is the same (an unfurl, say)."""
    before = event.get("previous_message") or {}
    after = event.get("message") or {}
    if before.get("bot_id") or not before.get("user"):
        return None
    if event["subtype"] == "message_changed" and before.get("text") == after.get("text"):
        return None
    return incoming(body, {**before, "channel": event["channel"]})
