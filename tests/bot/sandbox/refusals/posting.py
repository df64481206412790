"""Refusals of chat.postMessage, postEphemeral, update, delete and getPermalink."""

from typing import Any

from tests.bot.sandbox.place import Json
from tests.bot.sandbox.refusals.scene import Provoked, Scene, by

_LONG = [{"type": "section", "text": {"type": "mrkdwn", "text": "x" * 3000}}] * 5
_CONTENT: dict[str, Json] = {
    "attachment_payload_limit_exceeded": {"attachments": [{"text": "x" * 100_001}]},
    "invalid_attachments": {"attachments": "[not JSON"},
    "invalid_blocks": {"blocks": [{"type": "sculpture"}]},
    "invalid_blocks_format": {"blocks": {"type": "divider"}},
    "invalid_metadata_format": {"text": "x", "metadata": "[]"},
    "invalid_metadata_schema": {"text": "x", "metadata": {"event_type": "offer"}},
    "markdown_text_conflict": {"text": "x", "markdown_text": "x"},
    "metadata_too_large": {"text": "x", "metadata": {"event_type": "offer", "event_payload": {"it": "x" * 8000}}},
    "msg_blocks_too_long": {"blocks": _LONG},
    "msg_too_long": {"text": "x" * 40_001},
    "no_text": {},
    "too_many_attachments": {"attachments": [{"text": "x"}] * 101},
}


def content(method: str, **place: Any) -> dict[tuple[str, str], Provoked]:
    """The refusals of what a message holds."""
    return {(method, code): by(method, **place, **wrong) for code, wrong in _CONTENT.items()}


def places(method: str, **more: Any) -> dict[tuple[str, str], Provoked]:
    """The refusals of where a message would go."""
    return {
        (method, "as_user_not_supported"): by(method, channel="$practice", text="x", as_user=True, **more),
        (method, "channel_not_found"): by(method, channel="C0NOWHERE", text="x", **more),
        (method, "not_in_channel"): by(method, channel="$general", text="x", **more),
        (method, "thread_not_found"): by(method, channel="$practice", text="x", thread_ts="1.000001", **more),
        (method, "cannot_reply_to_message"): by(method, channel="$practice", text="x", thread_ts="$reply", **more),
        (method, "is_archived"): _in_archived(method, **more),
        (method, "messages_tab_disabled"): _without_messages_tab(method, **more),
    }


def _in_archived(method: str, **more: Any) -> Provoked:
    async def provoke(scene: Scene) -> Json:
        return await by(method, channel=await scene.archived(), text="x", **more)(scene)

    return provoke


def _without_messages_tab(method: str, **more: Any) -> Provoked:
    async def provoke(scene: Scene) -> Json:
        scene.set_app_home(messages_tab_enabled=False)
        return await by(method, channel="$dm", text="x", **more)(scene)

    return provoke


async def _edited_in_archived(scene: Scene) -> Json:
    channel = await scene.archived()
    await scene.place.ask("DELETE", "channels/old/archive")
    ts = (await scene.call("chat.postMessage", channel=channel, text="x"))["ts"]
    await scene.place.ask("POST", "channels/old/archive")
    return await scene.call("chat.update", channel=channel, ts=ts, text="y")


REFUSALS: dict[tuple[str, str], Provoked] = {
    **content("chat.postMessage", channel="$practice"),
    **places("chat.postMessage"),
    **content("chat.postEphemeral", channel="$practice", user="$ana"),
    **places("chat.postEphemeral", user="$ana"),
    ("chat.postEphemeral", "user_not_in_channel"): by("chat.postEphemeral", channel="$deals", user="$ben", text="x"),
    **content("chat.update", channel="$practice", ts="$parent"),
    ("chat.update", "as_user_not_supported"): by("chat.update", channel="$practice", ts="$parent", as_user=True),
    ("chat.update", "channel_not_found"): by("chat.update", channel="C0NOWHERE", ts="$parent", text="x"),
    ("chat.update", "message_not_found"): by("chat.update", channel="$practice", ts="1.000001", text="x"),
    ("chat.update", "cant_update_message"): by("chat.update", channel="$practice", ts="$hers", text="x"),
    ("chat.update", "cant_broadcast_message"): by(
        "chat.update", channel="$practice", ts="$parent", text="x", reply_broadcast=True
    ),
    ("chat.update", "is_inactive"): _edited_in_archived,
    ("chat.delete", "channel_not_found"): by("chat.delete", channel="C0NOWHERE", ts="$parent"),
    ("chat.delete", "message_not_found"): by("chat.delete", channel="$practice", ts="1.000001"),
    ("chat.delete", "cant_delete_message"): by("chat.delete", channel="$practice", ts="$hers"),
    ("chat.getPermalink", "channel_not_found"): by("chat.getPermalink", channel="C0NOWHERE", message_ts="$parent"),
    ("chat.getPermalink", "message_not_found"): by("chat.getPermalink", channel="$practice", message_ts="1.000001"),
}
