"""One line of what a person typed: its mentions, links, emoji and styles."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from bot.sandbox.emoji import CHARACTERS, Emoji, emoji_drawn, emoji_named
from bot.sandbox.wire import Json, object_at, text_at
from bot.sandbox.workspace import Workspace
from bot.sandbox.writing.domains import DOMAIN

_RANGES = ("channel", "here", "everyone")
_PARTS = re.compile(
    r"(?P<code>`[^`\n]+`)"
    r"|(?P<known><@(?P<id>[UW][A-Z0-9]+)>)"
    r"|(?P<link>https?://[^\s<>|]+)"
    r"|(?P<mail>(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    rf"|(?P<domain>{DOMAIN})"
    r"|@(?P<at>[\w.-]*\w)"
    r"|#(?P<channel>[\w-]+)"
    r"|:(?P<emoji>[a-z0-9_+-][a-z0-9_+'-]*(?:::skin-tone-[2-6])?):"
    rf"|(?P<drawn>{CHARACTERS})"
)
_STYLES = {"*": "bold", "_": "italic", "~": "strike"}
_STYLED = re.compile(r"(?<![\w*_~])(?P<mark>[*_~])(?P<inner>(?=\S)[^\n]{0,2000}?\S)(?P=mark)(?!\w)")
_FIRST = 0xF0000
"""Parts are held by a character of a private plane while styles are looked for around them."""


class Line(NamedTuple):
    """A line with a character in place of each of its `parts`, which are rich text elements."""

    words: str
    parts: list[Json]


def escape(text: str) -> str:
    """`text` with `&`, `<` and `>` as entities."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def read_line(workspace: Workspace, typed: str) -> Line:
    """The line, with its mentions, links, emoji and code found.

    An id such as `<@U…>` of somebody in the workspace is taken as a mention, for the sake of scripts.
    """
    parts: list[Json] = []

    def hold(found: re.Match[str]) -> str:
        element, rest = _part(workspace, found)
        if element is None:
            return found.group()
        parts.append(element)
        return chr(_FIRST + len(parts) - 1) + rest

    return Line(_PARTS.sub(hold, typed), parts)


def text_of(line: Line, *, handles: dict[str, str] | None = None) -> str:
    """The line as Slack stores it; with `handles` by user id, mentions bear them, as in commands."""
    return "".join(
        escape(piece) if isinstance(piece, str) else _written(piece, handles or {}) for piece in _pieces(line)
    )


def elements_of(line: Line) -> list[Json]:
    """The line as rich text elements."""
    return _joined(list(_styled(line.words, line.parts, {})))


def _part(workspace: Workspace, found: re.Match[str]) -> tuple[Json | None, str]:
    """The element that was found, if it is one, and what was caught behind it."""
    whole = found.group()
    match found.lastgroup:
        case "code":
            return {"type": "text", "text": whole[1:-1], "style": {"code": True}}, ""
        case "known" | "id":
            person = workspace.people.get(found["id"])
            return ({"type": "user", "user_id": person.id} if person else None), ""
        case "link":
            link = whole.rstrip(".,;:!?)'\"")
            return {"type": "link", "url": link}, whole[len(link) :]
        case "mail":
            return {"type": "link", "url": f"mailto:{whole}", "text": whole}, ""
        case "domain":
            domain = whole.rstrip(".,;:!?)'\"")
            return {"type": "link", "url": f"http://{domain}", "text": domain}, whole[len(domain) :]
        case "at":
            return _mention(workspace, found["at"]), ""
        case "channel":
            channel = workspace.channel_named(found["channel"])
            return ({"type": "channel", "channel_id": channel.id, "name": channel.name} if channel else None), ""
        case "drawn":
            return _emoji(emoji_drawn(whole)), ""
        case _:
            emoji = emoji_named(found["emoji"])
            return (_emoji(emoji) if emoji else None), ""


def _emoji(emoji: Emoji) -> Json:
    tone: Json = {"skin_tone": emoji.skin_tone} if emoji.skin_tone else {}
    return {"type": "emoji", "name": emoji.name, "unicode": emoji.unicode, **tone}


def _mention(workspace: Workspace, handle: str) -> Json | None:
    person = workspace.person(handle.lower())
    if person is not None:
        return {"type": "user", "user_id": person.id}
    group = workspace.usergroup(handle.lower())
    if group is not None:
        return {"type": "usergroup", "usergroup_id": group.id, "name": group.handle}
    return {"type": "broadcast", "range": handle} if handle in _RANGES else None


def _pieces(line: Line) -> Iterator[str | Json]:
    for piece in re.split(r"([\U000F0000-\U000FFFFD])", line.words):
        index = ord(piece) - _FIRST if len(piece) == 1 else -1
        if 0 <= index < len(line.parts):
            yield line.parts[index]
        elif piece:
            yield piece


def _written(element: Json, handles: dict[str, str]) -> str:
    match element["type"]:
        case "user":
            user = str(element["user_id"])
            return f"<@{user}|{handles[user]}>" if user in handles else f"<@{user}>"
        case "channel":
            return f"<#{element['channel_id']}|{element['name']}>"
        case "usergroup":
            return f"<!subteam^{element['usergroup_id']}|@{element['name']}>"
        case "broadcast":
            return f"<!{element['range']}>"
        case "link":
            label = text_at(element, "text")
            return f"<{escape(text_at(element, 'url'))}{'|' + escape(label) if label else ''}>"
        case "emoji":
            tone = f"::skin-tone-{element['skin_tone']}" if "skin_tone" in element else ""
            return f":{element['name']}{tone}:"
        case _:
            return f"`{escape(text_at(element, 'text'))}`"


def _styled(words: str, parts: list[Json], style: Json) -> Iterator[Json]:
    at = 0
    for found in _STYLED.finditer(words):
        yield from _plain(Line(words[at : found.start()], parts), style)
        yield from _styled(found["inner"], parts, {**style, _STYLES[found["mark"]]: True})
        at = found.end()
    yield from _plain(Line(words[at:], parts), style)


def _plain(line: Line, style: Json) -> Iterator[Json]:
    for piece in _pieces(line):
        element: Json = {"type": "text", "text": piece} if isinstance(piece, str) else dict(piece)
        if element["type"] in ("channel", "usergroup"):
            del element["name"]
        worn = {**style, **object_at(element, "style")}
        yield {**element, "style": worn} if worn else element


def _joined(elements: list[Json]) -> list[Json]:
    """The same, with neighbouring texts of one style in one element."""
    joined: list[Json] = []
    for element in elements:
        last = joined[-1] if joined else {}
        if last.get("type") == element["type"] == "text" and last.get("style") == element.get("style"):
            joined[-1] = {**last, "text": text_at(last, "text") + text_at(element, "text")}
        else:
            joined.append(element)
    return joined
