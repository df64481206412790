"""YAML as packs use it: mappings, lists, texts and whole numbers. No aliases, no tags, no keys written twice.

Built on the parser's events, so that nothing is expanded or constructed before it has been looked at.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeAlias

import yaml

Plain: TypeAlias = "dict[str, Plain] | list[Plain] | str | int | bool | None"

MAX_DEPTH = 32
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Document(NamedTuple):
    """What a file says, and the line (from 1) that each place in it stands on; JSON files tell no lines."""

    value: Plain
    lines: Mapping[tuple[str | int, ...], int]


class NotPlain(ValueError):
    """The text is not what a pack may contain; the message says where and why."""


def read_yaml(text: str) -> Document:
    """The document in the text. NotPlain, with the line, for anything that a pack may not contain."""
    try:
        reader = _Reader(yaml.parse(text, Loader=_LOADER))
        return Document(reader.document(), reader.lines)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise NotPlain(f"line {line} is not YAML: {error.problem or error.context}") from error
    except yaml.YAMLError as error:
        raise NotPlain(f"this is not YAML: {error}") from error


class _Reader:
    def __init__(self, events: Iterator[yaml.Event]) -> None:
        self._events = (event for event in events if not isinstance(event, yaml.StreamStartEvent))
        self.lines: dict[tuple[str | int, ...], int] = {}

    def document(self) -> Plain:
        if isinstance(next(self._events), yaml.StreamEndEvent):
            return None
        value = self._value(next(self._events), ())
        next(self._events)
        if not isinstance(next(self._events), yaml.StreamEndEvent):
            raise NotPlain("the file holds more than one document; remove the line ---")
        return value

    def _value(self, event: yaml.Event, place: tuple[str | int, ...]) -> Plain:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise NotPlain(f"line {_line(event)} uses an alias or anchor (& or *); write the text out instead")
        if len(place) > MAX_DEPTH:
            raise NotPlain(f"line {_line(event)} is nested more than {MAX_DEPTH} levels deep")
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(place)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(place)
        return _scalar(event)

    def _mapping(self, place: tuple[str | int, ...]) -> dict[str, Plain]:
        found: dict[str, Plain] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise NotPlain(f"line {_line(event)} has a list or mapping where a name is expected")
            if event.value in found:
                raise NotPlain(f"line {_line(event)} writes {event.value!r} a second time")
            within = (*place, event.value)
            self.lines[within] = _line(event)
            found[event.value] = self._value(next(self._events), within)
        return found

    def _sequence(self, place: tuple[str | int, ...]) -> list[Plain]:
        found: list[Plain] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            within = (*place, len(found))
            self.lines[within] = _line(event)
            found.append(self._value(event, within))
        return found


def _scalar(event: yaml.Event) -> Plain:
    if not isinstance(event, yaml.ScalarEvent):
        raise NotPlain(f"line {_line(event)} is not a value")
    if event.tag:
        raise NotPlain(f"line {_line(event)} has the tag {event.tag}; packs hold plain texts and whole numbers only")
    return _plain(event.value) if event.implicit[0] else event.value


def _plain(written: str) -> Plain:
    """A whole number, true, false or nothing; all else is the text as written: no and 1.5 are texts."""
    digits = written.removeprefix("-")
    if digits.isascii() and digits.isdigit() and len(digits) <= 18:
        return int(written)
    words: dict[str, Plain] = {"true": True, "false": False, "": None, "null": None, "~": None}
    return words.get(written, written)


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1
