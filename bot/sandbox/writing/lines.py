"""A whole message as it was typed: sections, lists, quotes and code blocks."""

import re
from collections.abc import Callable
from itertools import groupby
from typing import NamedTuple

from bot.sandbox.wire import Json, text_at
from bot.sandbox.workspace import Workspace
from bot.sandbox.writing.inline import elements_of, escape, read_line, text_of

_FENCED = re.compile(r"```\n?(.*?)\n?```", re.DOTALL)
_ITEM = re.compile(r"(?P<indent>[ \t]*)(?:(?P<bullet>[-*•◦▪])|(?P<number>\d+)\.)[ \t]+(?P<words>\S.*)")
_QUOTED = re.compile(r">[ \t]?(?P<words>.*)")
_BULLETS = ("•", "◦", "▪︎")
_SPACES_A_LEVEL = 4
_DEEPEST = 8


class Composed(NamedTuple):
    """A typed message: its text as stored, and the elements of its rich text."""

    text: str
    elements: list[Json]


class _Typed(NamedTuple):
    """One line and what it belongs to: a section, a quote, or a list of a style and depth."""

    kind: str
    indent: int
    words: str
    number: int = 1


def compose(workspace: Workspace, typed: str) -> Composed:
    """The message that a client makes of what was typed."""
    texts: list[str] = []
    elements: list[Json] = []
    for index, piece in enumerate(_FENCED.split(typed)):
        if index % 2:
            texts.append(f"```{escape(piece)}```")
            elements.append(_preformatted(piece))
        elif piece.strip() or (piece and not elements):
            _compose_lines(workspace, piece.strip("\n") if index else piece.rstrip("\n"), texts, elements)
    return Composed("\n".join(texts), _ended(elements))


def _preformatted(code: str) -> Json:
    return {"type": "rich_text_preformatted", "elements": [{"type": "text", "text": code}], "border": 0}


def _compose_lines(workspace: Workspace, typed: str, texts: list[str], elements: list[Json]) -> None:
    lines = [_read(line) for line in typed.split("\n")]
    for (kind, indent), group in groupby(lines, key=lambda line: (line.kind, line.indent)):
        run = list(group)
        read = [read_line(workspace, line.words) for line in run]
        texts += [_mark(line) + text_of(words) for line, words in zip(run, read, strict=True)]
        rich = [elements_of(words) for words in read]
        elements.append(_RICH[kind](rich, indent, run[0].number))


def _read(line: str) -> _Typed:
    item = _ITEM.fullmatch(line)
    if item:
        indent = min(len(item["indent"].expandtabs(_SPACES_A_LEVEL)) // _SPACES_A_LEVEL, _DEEPEST)
        if item["bullet"]:
            return _Typed("bullet", indent, item["words"])
        return _Typed("ordered", indent, item["words"], int(item["number"]))
    quoted = _QUOTED.fullmatch(line)
    return _Typed("quote", 0, quoted["words"]) if quoted else _Typed("section", 0, line)


def _mark(line: _Typed) -> str:
    gap = " " * (_SPACES_A_LEVEL * line.indent)
    match line.kind:
        case "bullet":
            return f"{gap}{_BULLETS[line.indent % len(_BULLETS)]} "
        case "ordered":
            return f"{gap}{line.number}. "
        case "quote":
            return "&gt; "
        case _:
            return ""


def _list(style: str) -> Callable[[list[list[Json]], int, int], Json]:
    def make(lines: list[list[Json]], indent: int, first: int) -> Json:
        items = [{"type": "rich_text_section", "elements": line} for line in lines]
        made: Json = {"type": "rich_text_list", "elements": items, "style": style, "indent": indent, "border": 0}
        return {**made, "offset": first - 1} if style == "ordered" and first > 1 else made

    return make


def _flowing(kind: str) -> Callable[[list[list[Json]], int, int], Json]:
    def make(lines: list[list[Json]], _indent: int, _first: int) -> Json:
        return {"type": kind, "elements": _with_breaks(lines)}

    return make


_RICH = {
    "bullet": _list("bullet"),
    "ordered": _list("ordered"),
    "quote": _flowing("rich_text_quote"),
    "section": _flowing("rich_text_section"),
}


def _with_breaks(lines: list[list[Json]]) -> list[Json]:
    flow: list[Json] = []
    for index, line in enumerate(lines):
        if index:
            _add_text(flow, "\n")
        for element in line:
            if element["type"] == "text" and "style" not in element:
                _add_text(flow, text_at(element, "text"))
            else:
                flow.append(element)
    return flow


def _add_text(flow: list[Json], text: str) -> None:
    last = flow[-1] if flow else {}
    if last.get("type") == "text" and "style" not in last:
        flow[-1] = {**last, "text": text_at(last, "text") + text}
    else:
        flow.append({"type": "text", "text": text})


def _ended(elements: list[Json]) -> list[Json]:
    """The same, with a line break at the end of each section that something follows, as clients send them."""
    for element in elements[:-1]:
        inner = element["elements"]
        if element["type"] == "rich_text_section" and isinstance(inner, list):
            _add_text(inner, "\n")
    return elements
