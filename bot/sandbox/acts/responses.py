"""What the app answers: to a command in its acknowledgement, or later at a response URL."""

from dataclasses import replace

from bot.sandbox.acts.messages import delete, drop_ephemeral, edit, post, show_ephemeral
from bot.sandbox.blocks.surfaces import accept_attachments, accept_message_blocks
from bot.sandbox.channels import Channel
from bot.sandbox.errors import SlackError
from bot.sandbox.records import Message
from bot.sandbox.response_urls import ResponseUrl
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.wire import Json, objects_at, text_at


def answer(sandbox: Sandbox, channel: Channel, person: str, body: Json) -> Message:
    """The message that the app's answer became: ephemeral unless it says `in_channel`."""
    in_channel = body.get("response_type") == "in_channel"
    message = _message(sandbox, channel, body, None if in_channel else person)
    if in_channel:
        post(sandbox, channel, message)
    else:
        show_ephemeral(sandbox, channel, message)
    return message


def respond(sandbox: Sandbox, channel: Channel, leave: ResponseUrl, body: Json) -> None:
    """Does what a post to a response URL asks: a new message, or the original replaced or deleted."""
    original = _original(channel, leave.original_ts)
    if body.get("delete_original"):
        _delete(sandbox, channel, original)
    elif body.get("replace_original") and original is not None:
        _replace(sandbox, channel, original, body)
    else:
        answer(sandbox, channel, leave.person, body)
    leave.uses += 1


def _original(channel: Channel, ts: str | None) -> Message | None:
    return channel.history.find(ts) or channel.history.ephemerals.get(ts) if ts else None


def _delete(sandbox: Sandbox, channel: Channel, original: Message | None) -> None:
    if original is None:
        raise SlackError("message_not_found")
    if original.ephemeral_for:
        drop_ephemeral(sandbox, channel, original)
    else:
        delete(sandbox, channel, original)


def _replace(sandbox: Sandbox, channel: Channel, original: Message, body: Json) -> None:
    said = _message(sandbox, channel, body, original.ephemeral_for)
    after = replace(original, text=said.text, blocks=said.blocks, attachments=said.attachments)
    if original.ephemeral_for:
        show_ephemeral(sandbox, channel, after)
    else:
        edit(sandbox, channel, original, after)


def _message(sandbox: Sandbox, channel: Channel, body: Json, ephemeral_for: str | None) -> Message:
    app = sandbox.workspace.app
    text, blocks = text_at(body, "text"), body.get("blocks")
    if not text and not blocks and not body.get("attachments"):
        raise SlackError("no_text")
    thread_ts = text_at(body, "thread_ts") or None
    parent = channel.history.find(thread_ts) if thread_ts else None
    if thread_ts and (parent is None or parent.thread_ts):
        raise SlackError("thread_not_found")
    return Message(
        ts=sandbox.workspace.next_ts(channel),
        text=text,
        user=app.bot_user_id,
        bot_id=app.bot_id,
        app_id=app.app_id,
        blocks=accept_message_blocks(sandbox.ids, blocks) if blocks else None,
        attachments=accept_attachments(sandbox.ids, objects_at(body, "attachments")) or None,
        thread_ts=thread_ts,
        ephemeral_for=ephemeral_for,
    )
