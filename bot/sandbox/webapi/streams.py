"""chat.startStream, appendStream and stopStream: a message that grows before its reader's eyes."""

from dataclasses import replace

from bot.sandbox.acts.sessions import set_state
from bot.sandbox.acts.streaming import Form, begin, end, end_if_due, grown, is_open, show_grown
from bot.sandbox.blocks.surfaces import MOST_BLOCKS, accept_message_blocks
from bot.sandbox.channels import Channel
from bot.sandbox.errors import SlackError
from bot.sandbox.records import Message
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.shapes import message_json
from bot.sandbox.streaming import MOST_TEXT, faults, text_of
from bot.sandbox.webapi.call import Call, wrong_argument
from bot.sandbox.webapi.content import GUISE, Content, read_guise, read_metadata
from bot.sandbox.webapi.found import joined_channel, standing_message
from bot.sandbox.webapi.method import Method, Tier, parsed, texts
from bot.sandbox.webapi.omissions import DUPLICATES, ELSEWHERE, RESTRICTIONS, SHARED_CHANNELS
from bot.sandbox.webapi.sessions import STATES
from bot.sandbox.wire import Json, as_objects, text_at

_MODES = ("timeline", "plan")


def _start(sandbox: Sandbox, call: Call) -> Json:
    channel = _channel(sandbox, call)
    mode = call.text("task_display_mode", "timeline")
    if mode not in _MODES:
        raise wrong_argument("task_display_mode", f"must be one of: {', '.join(_MODES)}")
    thread_ts = _thread(channel, call)
    _check_recipient(sandbox, channel, call)
    chunks, form = _content(sandbox, call)
    message = read_guise(sandbox, call, Content("", None, None))
    message = replace(message, ts=sandbox.workspace.next_ts(channel), thread_ts=thread_ts)
    message = begin(sandbox, channel, message, as_plan=mode == "plan")
    if chunks:
        show_grown(sandbox, channel, grown(sandbox, message, chunks, form))
    return {"channel": channel.id, "ts": message.ts}


def _append(sandbox: Sandbox, call: Call) -> Json:
    channel = _channel(sandbox, call)
    if _was_stopped(channel, call.text("ts")):
        raise SlackError("stopped_by_user")
    message = _open(sandbox, channel, call)
    chunks, form = _content(sandbox, call)
    if not chunks:
        raise SlackError("no_text")
    show_grown(sandbox, channel, _added(sandbox, message, chunks, form))
    return {"channel": channel.id, "ts": message.ts}


def _stop(sandbox: Sandbox, call: Call) -> Json:
    channel = _channel(sandbox, call)
    message = _open(sandbox, channel, call)
    state = STATES.get(call.text("session_status", "active"))
    if state is None:
        raise wrong_argument("session_status", f"must be one of: {', '.join(STATES)}")
    chunks, form = _content(sandbox, call)
    whole = _added(sandbox, message, chunks, form)
    last = _accepted(sandbox, call.json("blocks", "invalid_blocks"))
    whole = replace(whole, blocks=[*(whole.blocks or []), *last] or None, metadata=read_metadata(call))
    _check_size(whole)
    if not whole.blocks:
        raise SlackError("no_text")
    whole = end(sandbox, channel, whole, "completed")
    set_state(sandbox, channel, whole.thread_ts or "", state)
    shown = message_json(sandbox.workspace, channel, whole, metadata=True)
    return {"channel": channel.id, "ts": whole.ts, "message": shown}


def _channel(sandbox: Sandbox, call: Call) -> Channel:
    channel = joined_channel(sandbox, call)
    if channel.kind == "im" and not sandbox.manifest.features.app_home.messages_tab_enabled:
        raise SlackError("messages_tab_disabled")
    return channel


def _thread(channel: Channel, call: Call) -> str:
    """The thread to stream in; Slack takes no streams outside of threads, and "0" for none."""
    parent = channel.history.find(call.text("thread_ts"))
    if parent is None or parent.thread_ts is not None:
        raise SlackError("invalid_thread_ts")
    return parent.ts


def _check_recipient(sandbox: Sandbox, channel: Channel, call: Call) -> None:
    user, team = call.text("recipient_user_id"), call.text("recipient_team_id")
    if channel.kind != "im":
        if not user:
            raise SlackError("missing_recipient_user_id")
        if not team:
            raise SlackError("missing_recipient_team_id")
    known = user in sandbox.workspace.people and team in ("", sandbox.workspace.team_id)
    if user and not known:
        raise SlackError("user_not_found")


def _open(sandbox: Sandbox, channel: Channel, call: Call) -> Message:
    end_if_due(sandbox, channel, call.text("ts"))
    message = standing_message(channel, call.text("ts"))
    if message.bot_id != sandbox.workspace.app.bot_id:
        raise SlackError("message_not_owned_by_app")
    if not is_open(message):
        raise SlackError("message_not_in_streaming_state")
    return message


def _was_stopped(channel: Channel, ts: str) -> bool:
    message = channel.history.find(ts)
    return message is not None and message.streaming is not None and message.streaming.stopped_by is not None


def _content(sandbox: Sandbox, call: Call) -> tuple[list[Json], Form]:
    """What the call adds, as chunks, and the form in which it came."""
    markdown, given = call.text("markdown_text"), call.json("chunks", "invalid_chunks")
    if given is not None and not isinstance(given, list):
        raise SlackError("invalid_chunks")
    if markdown and given:
        raise SlackError("cannot_provide_both_markdown_text_and_chunks")
    if wrong := faults(given or []):
        raise SlackError.with_messages("invalid_chunks", wrong)
    whole: Json = {"type": "markdown_text", "text": markdown}
    chunks = [whole] if markdown else as_objects(given)
    if any(len(text_at(each, "text")) > MOST_TEXT for each in chunks):
        raise SlackError("msg_too_long")
    chunks = [_with_blocks(sandbox, each) if each["type"] == "blocks" else each for each in chunks]
    return chunks, "markdown_text" if markdown else "chunks" if chunks else ""


def _with_blocks(sandbox: Sandbox, chunk: Json) -> Json:
    return {**chunk, "blocks": _accepted(sandbox, chunk["blocks"])}


def _accepted(sandbox: Sandbox, blocks: object) -> list[Json]:
    if isinstance(blocks, list) and len(blocks) > MOST_BLOCKS["message"]:
        raise SlackError("msg_blocks_too_many")
    try:
        return accept_message_blocks(sandbox.ids, blocks) if blocks else []
    except SlackError as error:
        code = "invalid_blocks" if error.code == "invalid_blocks_format" else error.code
        raise SlackError(code, **error.answer) from None


def _added(sandbox: Sandbox, message: Message, chunks: list[Json], form: Form) -> Message:
    streaming = message.streaming
    if form and streaming and streaming.takes not in ("", form):
        raise SlackError("streaming_mode_mismatch")
    whole = grown(sandbox, message, chunks, form)
    _check_size(whole)
    return whole


def _check_size(message: Message) -> None:
    blocks = message.blocks or []
    if len(blocks) > MOST_BLOCKS["message"]:
        raise SlackError("msg_blocks_too_many")
    if len(text_of(blocks)) > MOST_TEXT:
        raise SlackError("msg_too_long")


_CONTENT = {**texts("markdown_text"), **parsed("chunks")}
_CONTENT_REFUSES = (
    "cannot_provide_both_markdown_text_and_chunks",
    "channel_not_found",
    "invalid_blocks",
    "invalid_chunks",
    "is_archived",
    "messages_tab_disabled",
    "msg_blocks_too_long",
    "msg_blocks_too_many",
    "msg_too_long",
    "not_in_channel",
)
_LATER_REFUSES = (
    *_CONTENT_REFUSES,
    "message_not_found",
    "message_not_in_streaming_state",
    "message_not_owned_by_app",
    "no_text",
    "streaming_mode_mismatch",
)
_METADATA = ("invalid_metadata_format", "invalid_metadata_schema", "metadata_too_large")
_OMITS = (*ELSEWHERE, *DUPLICATES, *RESTRICTIONS, *SHARED_CHANNELS, "channel_type_not_supported")
_LATER_OMITS = (*_OMITS, "as_user_not_supported", "too_many_attachments", "too_many_contact_cards")

METHODS = {
    "chat.startStream": Method(
        _start,
        Tier.TWO,
        {
            **_CONTENT,
            **GUISE,
            **texts("channel", "recipient_team_id", "recipient_user_id", "task_display_mode", "thread_ts"),
        },
        required=("channel",),
        scopes=("chat:write",),
        refuses=(
            *_CONTENT_REFUSES,
            "invalid_thread_ts",
            "missing_recipient_team_id",
            "missing_recipient_user_id",
            "user_not_found",
        ),
        omits=(
            *_OMITS,
            *_METADATA,
            "invalid_blocks_format",
            "messaging_processing_failed",
            "no_text",
            "not_subscribed_to_message_stream_stopped",
        ),
    ),
    "chat.appendStream": Method(
        _append,
        Tier.FOUR,
        {**_CONTENT, **texts("channel", "ts")},
        required=("channel", "ts"),
        scopes=("chat:write",),
        refuses=(*_LATER_REFUSES, "stopped_by_user"),
        omits=(*_LATER_OMITS, *_METADATA, "messaging_processing_failed"),
    ),
    "chat.stopStream": Method(
        _stop,
        Tier.TWO,
        {**_CONTENT, **texts("channel", "session_status", "ts"), **parsed("blocks", "metadata")},
        required=("channel", "ts"),
        scopes=("chat:write",),
        refuses=(*_LATER_REFUSES, *_METADATA),
        omits=(
            *_LATER_OMITS,
            "attachment_payload_limit_exceeded",
            "cannot_reply_to_message",
            "missing_file_data",
        ),
    ),
}
