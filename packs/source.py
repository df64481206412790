"""The files of a pack put together into one document, remembering which file each part came from.

A pack is a folder. Every `.yaml` or `.json` file in it holds some of the pack's fields. A folder inside it is one
field, with one file for each entry: `phrases/terse.yaml` is the field `phrases`, entry `terse`.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

from engine.errors import Problem
from packs.plain_yaml import MAX_DEPTH, NotPlain, Plain, read_yaml

MAX_BYTES = 1_000_000
_SUFFIXES = (".yaml", ".yml", ".json")


@dataclass(slots=True)
class Source:
    """A pack's fields, the file that each came from, and what was wrong with the files themselves."""

    fields: dict[str, Plain] = field(default_factory=dict)
    files: dict[tuple[str, ...], str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def file_of(self, place: tuple[str | int, ...]) -> str:
        """The file in which a field stands, or should stand."""
        names = tuple(str(part) for part in place)
        return self.files.get(names[:2]) or self.files.get(names[:1]) or "pack.yaml"

    def text(self) -> str:
        """The whole pack as one JSON document, its order kept: what is hashed and pinned."""
        return json.dumps(self.fields, ensure_ascii=False, separators=(",", ":"))


def read_folder(folder: Path) -> Source:
    """What the folder's files say; problems are gathered, not raised."""
    source = Source()
    files = sorted(path for path in folder.rglob("*") if path.suffix in _SUFFIXES and path.is_file())
    if not files:
        source.problems.append(Problem(folder.name, "", "there is no .yaml or .json file in this folder"))
    if sum(path.stat().st_size for path in files) > MAX_BYTES:
        source.problems.append(Problem(folder.name, "", f"its files are larger than {MAX_BYTES:,} bytes together"))
        return source
    for path in files:
        _add_file(source, path, path.relative_to(folder))
    return source


def _add_file(source: Source, path: Path, name: Path) -> None:
    shown = name.as_posix()
    try:
        document = read_document(path.read_bytes(), path.suffix)
    except NotPlain as error:
        source.problems.append(Problem(shown, "", str(error)))
        return
    if not isinstance(document, dict):
        source.problems.append(Problem(shown, "", "the file must hold named fields at its top"))
        return
    for place, value in _placed(name, document):
        _put(source, place, value, shown)


def _placed(name: Path, document: dict[str, Plain]) -> Iterator[tuple[tuple[str, ...], Plain]]:
    if len(name.parts) == 1:
        yield from (((key,), value) for key, value in document.items())
    else:
        yield (*name.parts[:-2], name.parts[-2], name.stem)[-2:], document


def _put(source: Source, place: tuple[str, ...], value: Plain, file: str) -> None:
    into = source.fields
    for part in place[:-1]:
        inner = into.setdefault(part, {})
        if not isinstance(inner, dict):
            source.problems.append(Problem(file, part, "is a field of another file already; keep one of the two"))
            return
        into = inner
    if place[-1] in into:
        source.problems.append(
            Problem(file, ".".join(place), "is written in another file already; keep one of the two")
        )
        return
    into[place[-1]] = value
    source.files[place] = file


def read_document(content: bytes, suffix: str) -> Plain:
    """The document in a file's bytes; NotPlain where it is no UTF-8 or holds what a pack may not."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotPlain(f"byte {error.start} is not UTF-8; save the file as UTF-8") from error
    return read_json(text) if suffix == ".json" else read_yaml(text)


def read_json(text: str) -> Plain:
    """The JSON document in the text: whole numbers only, no key twice, at most 32 levels deep."""
    try:
        document: Plain = json.loads(
            text, parse_float=_not_whole, parse_constant=_not_whole, object_pairs_hook=_without_repeats
        )
    except json.JSONDecodeError as error:
        raise NotPlain(f"line {error.lineno} is not JSON: {error.msg}") from error
    except RecursionError as error:
        raise NotPlain(f"the file is nested more than {MAX_DEPTH} levels deep") from error
    _refuse_depth(document, 0)
    return document


def _refuse_depth(value: Plain, depth: int) -> None:
    if depth > MAX_DEPTH:
        raise NotPlain(f"the file is nested more than {MAX_DEPTH} levels deep")
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        _refuse_depth(inner, depth + 1)


def _not_whole(written: str) -> NoReturn:
    raise NotPlain(f"{written} is not a whole number; packs hold whole numbers only")


def _without_repeats(pairs: list[tuple[str, Plain]]) -> dict[str, Plain]:
    found: dict[str, Plain] = {}
    for name, value in pairs:
        if name in found:
            raise NotPlain(f"{name!r} is written twice in one place")
        found[name] = value
    return found
