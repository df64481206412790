"""Refusals of chat.startStream, chat.appendStream and chat.stopStream, and of updating a stream."""

from typing import Any

from tests.bot.sandbox.place import Json
from tests.bot.sandbox.refusals.scene import Provoked, Scene

_START, _APPEND, _STOP = "chat.startStream", "chat.appendStream", "chat.stopStream"
_MANY = {"type": "blocks", "blocks": [{"type": "divider"}] * 51}
_LONG = {"type": "section", "text": {"type": "mrkdwn", "text": "x" * 2900}}


async def start(scene: Scene, **more: Any) -> Json:
    """The answer to a call that begins a stream, or would without `more`."""
    team = scene.place.running.team_id
    given = {"channel": scene.practice, "thread_ts": scene.parent, "recipient_user_id": scene.ana, **more}
    return await scene.call(_START, **{"recipient_team_id": team, **given})


async def stream(scene: Scene, **more: Any) -> str:
    """The timestamp of a stream that has begun."""
    return str((await start(scene, **more))["ts"])


def _with(method: str, **wrong: Any) -> Provoked:
    """The refusal of a stream's beginning or of what is added to it for what the call holds."""

    async def provoke(scene: Scene) -> Json:
        if method == _START:
            return await start(scene, **wrong)
        return await scene.call(method, **{"channel": scene.practice, "ts": await stream(scene), **wrong})

    return provoke


def _in(method: str, where: str) -> Provoked:
    async def provoke(scene: Scene) -> Json:
        channel = await scene.archived() if where == "archived" else getattr(scene, where, where)
        if where == "dm":
            scene.set_app_home(messages_tab_enabled=False)
        if method == _START:
            return await start(scene, channel=channel)
        return await scene.call(method, channel=channel, ts="1.000000", markdown_text="x")

    return provoke


def _to(method: str, which: str) -> Provoked:
    async def provoke(scene: Scene) -> Json:
        ts = getattr(scene, which, which)
        return await scene.call(method, channel=scene.practice, ts=ts, markdown_text="x")

    return provoke


def _in_other_form(method: str) -> Provoked:
    async def provoke(scene: Scene) -> Json:
        ts = await stream(scene, markdown_text="An")
        chunk = {"type": "markdown_text", "text": " offer"}
        return await scene.call(method, channel=scene.practice, ts=ts, chunks=[chunk])

    return provoke


async def _append_after_stop(scene: Scene) -> Json:
    scene.become_agent()
    ts = await stream(scene)
    await scene.place.do("ana", "sessions/stop", channel="practice", thread_ts=scene.parent)
    return await scene.call(_APPEND, channel=scene.practice, ts=ts, markdown_text="x")


async def _update(scene: Scene) -> Json:
    return await scene.call("chat.update", channel=scene.practice, ts=await stream(scene), text="x")


def _content(method: str) -> dict[tuple[str, str], Provoked]:
    chunk = {"type": "markdown_text", "text": "x"}
    chunks = [{"type": "blocks", "blocks": [_LONG] * 5}]
    return {
        (method, "cannot_provide_both_markdown_text_and_chunks"): _with(method, markdown_text="x", chunks=[chunk]),
        (method, "channel_not_found"): _in(method, "C0NOWHERE"),
        (method, "invalid_blocks"): _with(method, chunks=[{"type": "blocks", "blocks": [{"type": "sofa"}]}]),
        (method, "invalid_chunks"): _with(method, chunks=[{"type": "sofa"}]),
        (method, "is_archived"): _in(method, "archived"),
        (method, "messages_tab_disabled"): _in(method, "dm"),
        (method, "msg_blocks_too_long"): _with(method, chunks=chunks),
        (method, "msg_blocks_too_many"): _with(method, chunks=[_MANY]),
        (method, "msg_too_long"): _with(method, markdown_text="x" * 12_001),
        (method, "not_in_channel"): _in(method, "general"),
    }


def _later(method: str) -> dict[tuple[str, str], Provoked]:
    return {
        **_content(method),
        (method, "message_not_found"): _to(method, "1.000000"),
        (method, "message_not_in_streaming_state"): _to(method, "parent"),
        (method, "message_not_owned_by_app"): _to(method, "hers"),
        (method, "no_text"): _with(method),
        (method, "streaming_mode_mismatch"): _in_other_form(method),
    }


REFUSALS: dict[tuple[str, str], Provoked] = {
    **_content(_START),
    (_START, "invalid_thread_ts"): _with(_START, thread_ts="0"),
    (_START, "missing_recipient_team_id"): _with(_START, recipient_team_id=""),
    (_START, "missing_recipient_user_id"): _with(_START, recipient_user_id=""),
    (_START, "user_not_found"): _with(_START, recipient_user_id="U0NOBODY"),
    **_later(_APPEND),
    (_APPEND, "stopped_by_user"): _append_after_stop,
    **_later(_STOP),
    (_STOP, "invalid_metadata_format"): _with(_STOP, markdown_text="x", metadata="{"),
    (_STOP, "invalid_metadata_schema"): _with(_STOP, markdown_text="x", metadata={"event_type": "offer"}),
    (_STOP, "metadata_too_large"): _with(
        _STOP, markdown_text="x", metadata={"event_type": "offer", "event_payload": {"text": "x" * 9000}}
    ),
    ("chat.update", "streaming_state_conflict"): _update,
}
