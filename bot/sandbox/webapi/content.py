"""The content of a message as a call gives it: text, blocks, attachments, metadata, name and icon."""

import json
import re
from dataclasses import dataclass, replace

from bot.sandbox.blocks.surfaces import accept_attachments, accept_message_blocks
from bot.sandbox.errors import SlackError
from bot.sandbox.records import Message
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.webapi.call import Call
from bot.sandbox.webapi.method import flags, missing_scope, parsed, texts
from bot.sandbox.wire import Json, as_objects, object_at, text_at
from bot.sandbox.writing.posted import kept_text

CONTENT = {**texts("text", "markdown_text", "parse"), **parsed("blocks", "attachments", "metadata")}
GUISE = texts("username", "icon_emoji", "icon_url")
FORMATTING = flags("link_names")
CONTENT_REFUSES = (
    "attachment_payload_limit_exceeded",
    "invalid_attachments",
    "invalid_blocks",
    "invalid_blocks_format",
    "invalid_metadata_format",
    "invalid_metadata_schema",
    "markdown_text_conflict",
    "metadata_too_large",
    "msg_blocks_too_long",
    "msg_too_long",
    "no_text",
    "too_many_attachments",
)
MOST_TEXT = 40_000
MOST_MARKDOWN = 12_000
MOST_ATTACHMENTS = 100
MOST_METADATA = 8_000
MOST_IN_ATTACHMENTS = 100_000
_SHOWN = (
    "author_name",
    "blocks",
    "fallback",
    "fields",
    "footer",
    "image_url",
    "pretext",
    "text",
    "thumb_url",
    "title",
)
"""What an attachment shows something by."""
_EVENT_TYPE = re.compile("[A-Za-z0-9_]+")


@dataclass(frozen=True, slots=True)
class Content:
    """What a message shows. `attachments` is None when the call does not speak of them."""

    text: str
    blocks: list[Json] | None
    attachments: list[Json] | None


def read_content(sandbox: Sandbox, call: Call, most: int = MOST_TEXT) -> Content:
    """The call's content; SlackError when there is none, or it is more than Slack takes."""
    text, markdown = call.text("text"), call.text("markdown_text")
    blocks_given = call.json("blocks", "invalid_blocks_format")
    attachments = call.json("attachments", "invalid_attachments")
    if markdown and (text or blocks_given):
        raise SlackError("markdown_text_conflict")
    if len(text) > most or len(markdown) > MOST_MARKDOWN:
        raise SlackError("msg_too_long")
    if markdown:
        blocks_given = [{"type": "markdown", "text": markdown}]
    blocks = None if blocks_given is None else accept_message_blocks(sandbox.ids, blocks_given) or None
    shown = _attachments(sandbox, attachments)
    if not text.strip() and not blocks and not any(_shows_something(each) for each in as_objects(attachments)):
        raise SlackError("no_text")
    return Content(kept_text(text, links=call.text("parse") != "none") or markdown, blocks, shown)


def _attachments(sandbox: Sandbox, given: object) -> list[Json] | None:
    """The attachments, None when the call does not speak of them."""
    if given is None:
        return None
    if not isinstance(given, list) or not all(isinstance(each, dict) for each in given):
        raise SlackError("invalid_attachments")
    if len(given) > MOST_ATTACHMENTS:
        raise SlackError("too_many_attachments")
    if len(json.dumps(given)) > MOST_IN_ATTACHMENTS:
        raise SlackError("attachment_payload_limit_exceeded")
    return accept_attachments(sandbox.ids, given)


def _shows_something(attachment: Json) -> bool:
    return any(attachment.get(key) for key in _SHOWN)


def read_guise(sandbox: Sandbox, call: Call, content: Content) -> Message:
    """The app's message without a place, under the call's name and icon.

    A name or an icon needs `chat:write.customize`, and takes the bot user's place as the author.
    """
    app = sandbox.workspace.app
    message = Message(
        ts="",
        text=content.text,
        user=app.bot_user_id,
        bot_id=app.bot_id,
        app_id=app.app_id,
        blocks=content.blocks,
        attachments=content.attachments or None,
    )
    username, emoji, url = call.text("username"), call.text("icon_emoji"), call.text("icon_url")
    if not (username or emoji or url):
        return message
    if "chat:write.customize" not in sandbox.manifest.scopes:
        raise missing_scope(sandbox, "chat:write.customize")
    icons: Json | None = {"emoji": emoji} if emoji else {"image_48": url} if url else None
    return replace(message, user=None, username=username or app.name, icons=icons, subtype="bot_message")


def read_metadata(call: Call) -> Json | None:
    """The call's message metadata; SlackError when it is malformed. An empty object is none."""
    metadata = call.json("metadata", "invalid_metadata_format")
    if metadata is None or metadata == {}:
        return None
    if not isinstance(metadata, dict):
        raise SlackError("invalid_metadata_format")
    if not _EVENT_TYPE.fullmatch(text_at(metadata, "event_type")):
        raise SlackError("invalid_metadata_schema")
    if not isinstance(metadata.get("event_payload"), dict):
        raise SlackError("invalid_metadata_schema")
    if len(json.dumps(metadata)) > MOST_METADATA:
        raise SlackError("metadata_too_large")
    return {"event_type": metadata["event_type"], "event_payload": object_at(metadata, "event_payload")}
