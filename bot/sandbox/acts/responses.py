"""What the app answers: to a command in its acknowledgement, or later at a response URL."""

from dataclasses import replace

from bot.sandbox.acts.messages import delete, drop_ephemeral, edit, post, show_ephemeral
from bot.sandbox.channels import Channel
from bot.sandbox.errors import SlackError
from bot.sandbox.records import Message
from bot.sandbox.response_urls import ResponseUrl
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.webapi.call import Call, check, wrong_argument
from bot.sandbox.webapi.content import read_content, read_guise, read_metadata
from bot.sandbox.webapi.method import flags, parsed, texts
from bot.sandbox.webapi.target import thread_of
from bot.sandbox.wire import Json

_TAKES = {
    **texts("parse", "response_type", "text", "thread_ts"),
    **flags("delete_original", "link_names", "mrkdwn", "replace_original", "unfurl_links", "unfurl_media"),
    **parsed("attachments", "blocks", "metadata"),
}
"""What Slack's own SDKs send in an answer."""


def answer(sandbox: Sandbox, channel: Channel, person: str, body: Json) -> Message:
    """The message that the app's answer became: ephemeral unless it says `in_channel`."""
    return _answer(sandbox, channel, person, _read(body))


def _answer(sandbox: Sandbox, channel: Channel, person: str, said: Call) -> Message:
    in_channel = said.text("response_type") == "in_channel"
    message = _message(sandbox, channel, said, None if in_channel else person)
    if in_channel:
        post(sandbox, channel, message)
    else:
        show_ephemeral(sandbox, channel, message)
    return message


def respond(sandbox: Sandbox, channel: Channel, leave: ResponseUrl, body: Json) -> None:
    """Does what a post to a response URL asks: a new message, or the original replaced or deleted."""
    said, original = _read(body), _original(channel, leave.original_ts)
    if said.flag("delete_original"):
        _delete(sandbox, channel, original)
    elif said.flag("replace_original") and original is not None:
        _replace(sandbox, channel, original, said)
    else:
        _answer(sandbox, channel, leave.person, said)
    leave.uses += 1


def _read(body: Json) -> Call:
    said = check("response_url", body, _TAKES, ())
    if said.text("response_type", "ephemeral") not in ("ephemeral", "in_channel"):
        raise wrong_argument("response_type", "must be `ephemeral` or `in_channel`")
    return said


def _original(channel: Channel, ts: str | None) -> Message | None:
    return channel.history.find(ts) or channel.history.ephemerals.get(ts) if ts else None


def _delete(sandbox: Sandbox, channel: Channel, original: Message | None) -> None:
    if original is None:
        raise SlackError("message_not_found")
    if original.ephemeral_for:
        drop_ephemeral(sandbox, channel, original)
    else:
        delete(sandbox, channel, original)


def _replace(sandbox: Sandbox, channel: Channel, original: Message, said: Call) -> None:
    new = _message(sandbox, channel, said, original.ephemeral_for)
    metadata = new.metadata if said.has("metadata") else original.metadata
    after = replace(original, text=new.text, blocks=new.blocks, attachments=new.attachments, metadata=metadata)
    if original.ephemeral_for:
        show_ephemeral(sandbox, channel, after)
    else:
        edit(sandbox, channel, original, after)


def _message(sandbox: Sandbox, channel: Channel, said: Call, ephemeral_for: str | None) -> Message:
    return replace(
        read_guise(sandbox, said, read_content(sandbox, said)),
        ts=sandbox.workspace.next_ts(channel),
        thread_ts=thread_of(channel, said),
        metadata=read_metadata(said),
        ephemeral_for=ephemeral_for,
    )
