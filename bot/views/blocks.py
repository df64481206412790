"""Block Kit pieces, as plain dicts within Slack's limits."""

import re
from typing import Any, Literal

from bot.views.message import Block
from bot.visible import visible

SECTION_LIMIT = 3_000
HEADER_LIMIT = 150
BUTTON_LIMIT = 75

_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_MARKUP = str.maketrans({mark: f"{mark}\u200b" for mark in "*_~`"})


def escape(text: str) -> str:
    """The text so that Slack shows it as written: no mentions, links or pings can come out of it, and nothing in it
    turns or hides what stands around it."""
    return visible(text).translate(_ENTITIES)


def unescape(text: str) -> str:
    """What a person typed: Slack delivers &, < and > as entities."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def as_text(text: str) -> str:
    """Somebody's words on one line, as they wrote them: escaped, without formatting marks taking effect."""
    return escape(" ".join(text.split())).translate(_MARKUP)


_SENT = re.compile(
    r"<(?P<sign>[@#!]?)(?P<what>(?<=@)[UW]\w+|(?<=#)C\w+|(?<=!)[\w^]+|(?:https?|mailto|tel):[^<>|\s]+)"
    r"(?:\|(?P<label>[^<>]*))?>"
)
"""A person, channel, group or link, as Slack writes it into a message."""
_UNNAMED = {"@": "somebody", "#": "channel"}


def as_typed(text: str) -> str:
    """A message as whoever wrote it saw it: `@mei` and `#sales` for ids, links by their labels."""
    return _SENT.sub(_typed, text)


def _typed(sent: re.Match[str]) -> str:
    sign, what, label = sent["sign"], sent["what"], sent["label"] or ""
    named = label or _UNNAMED.get(sign, what.removeprefix("mailto:").partition("^")[0])
    return f"{sign.replace('!', '@')}{named.lstrip('@#')}"


def quoted(text: str, limit: int = 200) -> str:
    """Somebody's words in typographic quotes, on one line, escaped, without formatting marks taking effect."""
    words = " ".join(as_typed(text).split())
    shown = words if len(words) <= limit else words[: limit - 1].rstrip() + "…"
    return f"“{as_text(shown)}”"


def section(text: str, accessory: Block | None = None) -> Block:
    """A paragraph of mrkdwn."""
    block: Block = {"type": "section", "text": {"type": "mrkdwn", "text": _cut(text, SECTION_LIMIT)}}
    return {**block, "accessory": accessory} if accessory else block


def fields(*texts: str) -> Block:
    """Up to ten short texts in two columns."""
    return {"type": "section", "fields": [{"type": "mrkdwn", "text": _cut(text, 2_000)} for text in texts[:10]]}


def header(text: str) -> Block:
    """A line in large type."""
    return {"type": "header", "text": {"type": "plain_text", "text": _cut(text, HEADER_LIMIT), "emoji": True}}


def context(*texts: str) -> Block:
    """Small print."""
    return {"type": "context", "elements": [{"type": "mrkdwn", "text": _cut(text, 2_000)} for text in texts[:10]]}


def divider() -> Block:
    """A rule across the message."""
    return {"type": "divider"}


def actions(block_id: str, *elements: Block) -> Block:
    """A row of buttons."""
    return {"type": "actions", "block_id": block_id, "elements": list(elements)}


def button(
    action_id: str,
    text: str,
    value: str = "",
    *,
    style: Literal["primary", "danger"] | None = None,
    confirm: Block | None = None,
    url: str | None = None,
) -> Block:
    """A button; `value` comes back with the press."""
    block: dict[str, Any] = {
        "type": "button",
        "action_id": action_id,
        "text": {"type": "plain_text", "text": _cut(text, BUTTON_LIMIT), "emoji": True},
    }
    extras = {"value": value, "style": style, "confirm": confirm, "url": url}
    return {**block, **{key: extra for key, extra in extras.items() if extra}}


def confirm(title: str, text: str, yes: str, no: str) -> Block:
    """What is asked before a button does what cannot be undone."""
    plain = {"title": title, "confirm": yes, "deny": no}
    dialog: Block = {key: {"type": "plain_text", "text": words} for key, words in plain.items()}
    return {**dialog, "text": {"type": "mrkdwn", "text": text}, "style": "danger"}


def _cut(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
