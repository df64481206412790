"""The files of a pack put together into one document, remembering which file each part came from.

A pack is a folder. Every `.yaml` or `.json` file in it holds some of the pack's fields. A folder inside it is one
field, with one file for each entry: `phrases/terse.yaml` is the field `phrases`, entry `terse`.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

from engine.errors import Problem
from packs.plain_yaml import MAX_DEPTH, Document, NotPlain, Plain, read_yaml

MAX_BYTES = 2_000_000
"""Of one file."""
MAX_PACK_BYTES = 8_000_000
MAX_FILES = 200
_SUFFIXES = (".yaml", ".yml", ".json")


@dataclass(slots=True)
class Source:
    """A pack's fields, the file that each came from, and what was wrong with the files themselves."""

    fields: dict[str, Plain] = field(default_factory=dict)
    files: dict[tuple[str, ...], str] = field(default_factory=dict)
    lines: dict[tuple[str, ...], int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def file_of(self, place: tuple[str | int, ...]) -> str:
        """The file in which a field stands, or should stand."""
        names = tuple(str(part) for part in place)
        return self.files.get(names[:2]) or self.files.get(names[:1]) or "pack.yaml"

    def line_of(self, place: tuple[str | int, ...]) -> int:
        """The line on which a field stands, or the nearest field around it that is there; 0 where none is known."""
        names = tuple(str(part) for part in place)
        return next((line for end in range(len(names), 0, -1) if (line := self.lines.get(names[:end]))), 0)

    def text(self) -> str:
        """The whole pack as one JSON document, its order kept: what is hashed and pinned."""
        return json.dumps(self.fields, ensure_ascii=False, separators=(",", ":"))


def read_folder(folder: Path) -> Source:
    """What the folder's files say; problems are gathered, not raised."""
    source = Source()
    files = sorted(path for path in folder.rglob("*") if path.suffix in _SUFFIXES and not path.is_dir())
    source.problems += _about_files(folder, files)
    for path in () if source.problems else files:
        _add_file(source, path, path.relative_to(folder))
    return source


def _about_files(folder: Path, files: Sequence[Path]) -> Iterator[Problem]:
    """What is wrong with the files before any is read: none, too many, too large."""
    if not files:
        yield Problem(folder.name, "", "there is no .yaml or .json file in this folder")
    links = [path.relative_to(folder).as_posix() for path in files if path.is_symlink() or not path.is_file()]
    for shown in links:
        yield Problem(shown, "", "is a link or no plain file; put the file itself here")
    if links:
        return
    if len(files) > MAX_FILES:
        yield Problem(folder.name, "", f"it holds {len(files):,} files; a pack may have {MAX_FILES}")
        return
    sizes = {path.relative_to(folder).as_posix(): path.stat().st_size for path in files}
    too_large = {shown: size for shown, size in sizes.items() if size > MAX_BYTES}
    for shown, size in too_large.items():
        yield Problem(shown, "", f"has {size:,} bytes; one file of a pack may have {MAX_BYTES:,}")
    if not too_large and sum(sizes.values()) > MAX_PACK_BYTES:
        yield Problem(folder.name, "", f"its files are larger than {MAX_PACK_BYTES:,} bytes together")


def _add_file(source: Source, path: Path, name: Path) -> None:
    shown = name.as_posix()
    try:
        document = read_document(path.read_bytes(), path.suffix)
    except NotPlain as error:
        source.problems.append(Problem(shown, "", str(error)))
        return
    if document.value is None:
        source.problems.append(Problem(shown, "", "the file is empty; write its fields or remove it"))
        return
    if not isinstance(document.value, dict):
        source.problems.append(Problem(shown, "", "the file must hold named fields at its top"))
        return
    within = _field_of(name)
    for place, line in document.lines.items():
        source.lines.setdefault((*within, *(str(part) for part in place)), line)
    for place, value in _placed(within, document.value):
        _put(source, place, value, shown)


def _field_of(name: Path) -> tuple[str, ...]:
    """The field that a file fills: nothing for a file at the top, `phrases`, `terse` for phrases/terse.yaml."""
    return (*name.parts[:-2], name.parts[-2], name.stem)[-2:] if len(name.parts) > 1 else ()


def _placed(within: tuple[str, ...], document: dict[str, Plain]) -> Iterator[tuple[tuple[str, ...], Plain]]:
    if within:
        yield within, document
    else:
        yield from (((key,), value) for key, value in document.items())


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


def read_document(content: bytes, suffix: str) -> Document:
    """The document in a file's bytes; NotPlain where it is no UTF-8 or holds what a pack may not."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotPlain(f"byte {error.start} is not UTF-8; save the file as UTF-8") from error
    return Document(read_json(text), {}) if suffix == ".json" else read_yaml(text)


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
