"""chat.*: posting, updating, deleting, and links to messages."""

from dataclasses import replace

from bot.sandbox.acts.files import update
from bot.sandbox.acts.messages import delete, edited_by, post, show_ephemeral
from bot.sandbox.acts.sharing import app_sees
from bot.sandbox.acts.streaming import is_open
from bot.sandbox.errors import SlackError
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.shapes import message_json
from bot.sandbox.webapi.call import Call
from bot.sandbox.webapi.content import (
    CONTENT,
    CONTENT_REFUSES,
    FORMATTING,
    GUISE,
    read_content,
    read_guise,
    read_metadata,
)
from bot.sandbox.webapi.found import known_person, standing_message, visible_channel
from bot.sandbox.webapi.method import Method, Tier, flags, parsed, texts
from bot.sandbox.webapi.omissions import DRAFTS, DUPLICATES, ELSEWHERE, RESTRICTIONS, SHARED_CHANNELS
from bot.sandbox.webapi.target import not_as_user, target, thread_of
from bot.sandbox.wire import Json, as_texts

MOST_TEXT_UPDATE = 4000


def _post_message(sandbox: Sandbox, call: Call) -> Json:
    not_as_user(call)
    channel = target(sandbox, call)
    message = replace(
        read_guise(sandbox, call, read_content(sandbox, call)),
        ts=sandbox.workspace.next_ts(channel),
        thread_ts=thread_of(channel, call),
        metadata=read_metadata(call),
    )
    message = replace(message, broadcast=bool(message.thread_ts) and call.flag("reply_broadcast"))
    post(sandbox, channel, message)
    shown = message_json(sandbox.workspace, channel, message, metadata=True)
    return {"channel": channel.id, "ts": message.ts, "message": shown}


def _post_ephemeral(sandbox: Sandbox, call: Call) -> Json:
    not_as_user(call)
    channel = target(sandbox, call)
    person = known_person(sandbox, call.text("user"), "user_not_in_channel")
    if person.id not in channel.members:
        raise SlackError("user_not_in_channel")
    message = replace(
        read_guise(sandbox, call, read_content(sandbox, call)),
        ts=sandbox.workspace.next_ts(channel),
        thread_ts=thread_of(channel, call),
        metadata=read_metadata(call),
        ephemeral_for=person.id,
    )
    show_ephemeral(sandbox, channel, message)
    return {"message_ts": message.ts}


def _update(sandbox: Sandbox, call: Call) -> Json:
    not_as_user(call)
    channel = visible_channel(sandbox, call)
    before = standing_message(channel, call.text("ts"))
    if before.bot_id != sandbox.workspace.app.bot_id:
        raise SlackError("cant_update_message")
    if is_open(before):
        raise SlackError("streaming_state_conflict")
    if channel.is_archived:
        raise SlackError("is_inactive")
    if call.flag("reply_broadcast") and before.thread_ts is None:
        raise SlackError("cant_broadcast_message")
    content = read_content(sandbox, call, MOST_TEXT_UPDATE)
    after = replace(
        before,
        text=content.text,
        blocks=content.blocks if content.blocks or content.text else before.blocks,
        attachments=before.attachments if content.attachments is None else content.attachments or None,
        edited=before.edited if content.blocks else edited_by(sandbox, channel, sandbox.workspace.app.bot_user_id),
        metadata=read_metadata(call) if call.has("metadata") else before.metadata,
        broadcast=before.broadcast or call.flag("reply_broadcast"),
        files=_files(sandbox, call) if call.has("file_ids") else before.files,
    )
    update(sandbox, channel, before, after)
    shown = message_json(sandbox.workspace, channel, after, metadata=True)
    return {"channel": channel.id, "ts": after.ts, "text": after.text, "message": shown}


def _files(sandbox: Sandbox, call: Call) -> tuple[str, ...]:
    """The files that an update leaves under a message: an array, or as the SDKs write it, ids between commas."""
    given = call.text("file_ids")
    listed = as_texts(call.json("file_ids", "invalid_arguments")) if given.startswith("[") else given.split(",")
    ids = [file_id.strip() for file_id in listed if file_id.strip()]
    for file in [sandbox.workspace.files.get(file_id) for file_id in ids]:
        if file is None or not app_sees(sandbox.workspace, file):
            raise SlackError("file_not_found")
        if file.mode == "tombstone":
            raise SlackError("file_deleted")
    return tuple(dict.fromkeys(ids))


def _delete(sandbox: Sandbox, call: Call) -> Json:
    channel = visible_channel(sandbox, call)
    message = standing_message(channel, call.text("ts"))
    if message.bot_id != sandbox.workspace.app.bot_id or is_open(message):
        raise SlackError("cant_delete_message")
    delete(sandbox, channel, message)
    return {"channel": channel.id, "ts": message.ts}


def _get_permalink(sandbox: Sandbox, call: Call) -> Json:
    channel = visible_channel(sandbox, call)
    message = standing_message(channel, call.text("message_ts"))
    link = f"{sandbox.url}/archives/{channel.id}/p{message.ts.replace('.', '')}"
    if message.thread_ts:
        link += f"?thread_ts={message.thread_ts}&cid={channel.id}"
    return {"channel": channel.id, "permalink": link}


_PLACE_REFUSES = ("channel_not_found", "is_archived", "messages_tab_disabled", "not_in_channel")
_THREAD_REFUSES = ("cannot_reply_to_message", "thread_not_found")

METHODS = {
    "chat.postMessage": Method(
        _post_message,
        Tier.POSTING,
        {**CONTENT, **GUISE, **texts("channel", "thread_ts"), **flags("as_user", "reply_broadcast")},
        idle={
            **FORMATTING,
            **texts("current_draft_last_updated_ts"),
            **flags("mrkdwn", "unfurl_links", "unfurl_media"),
        },
        required=("channel",),
        scopes=("chat:write",),
        refuses=("as_user_not_supported", *_PLACE_REFUSES, *_THREAD_REFUSES, *CONTENT_REFUSES),
        omits=(
            *ELSEWHERE,
            *DUPLICATES,
            *DRAFTS,
            *RESTRICTIONS,
            *SHARED_CHANNELS,
            "app_access_restricted",
            "missing_file_data",
            "too_many_contact_cards",
        ),
    ),
    "chat.postEphemeral": Method(
        _post_ephemeral,
        Tier.FOUR,
        {**CONTENT, **GUISE, **texts("channel", "thread_ts", "user"), **flags("as_user")},
        idle=FORMATTING,
        required=("channel", "user"),
        scopes=("chat:write",),
        refuses=("as_user_not_supported", *_PLACE_REFUSES, *_THREAD_REFUSES, *CONTENT_REFUSES, "user_not_in_channel"),
        omits=("message_limit_exceeded", "restricted_action"),
    ),
    "chat.update": Method(
        _update,
        Tier.THREE,
        {**CONTENT, **texts("channel", "ts"), **flags("as_user", "reply_broadcast"), **parsed("file_ids")},
        idle={**FORMATTING, **parsed("unfurled_attachments")},
        required=("channel", "ts"),
        scopes=("chat:write",),
        refuses=(
            *CONTENT_REFUSES,
            "as_user_not_supported",
            "cant_broadcast_message",
            "cant_update_message",
            "channel_not_found",
            "file_deleted",
            "file_not_found",
            "is_inactive",
            "message_not_found",
            "streaming_state_conflict",
        ),
        omits=(
            "block_mismatch",
            "blocked_file_type",
            "file_is_deleted",
            "file_share_limit_reached",
            "max_file_sharing_exceeded",
            "unable_to_share_files",
            "edit_window_closed",
            "external_channel_migrating",
            "message_limit_exceeded",
            "metadata_must_be_sent_from_app",
            "no_dual_broadcast_content_update",
            "posting_to_channel_denied",
            "slack_connect_blocked_file_type",
            "slack_connect_canvas_sharing_blocked",
            "slack_connect_clip_sharing_blocked",
            "slack_connect_file_link_sharing_blocked",
            "slack_connect_file_upload_sharing_blocked",
            "team_not_found",
            "update_failed",
        ),
    ),
    "chat.delete": Method(
        _delete,
        Tier.THREE,
        {**texts("channel", "ts"), **flags("as_user")},
        required=("channel", "ts"),
        scopes=("chat:write",),
        refuses=("cant_delete_message", "channel_not_found", "message_not_found"),
    ),
    "chat.getPermalink": Method(
        _get_permalink,
        Tier.MANY,
        texts("channel", "message_ts"),
        required=("channel", "message_ts"),
        refuses=("channel_not_found", "message_not_found"),
    ),
}
