"""Packs from their folders into the engine's types."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from pydantic import ValidationError

from engine.errors import PackError, Problem, UnknownPack
from engine.scenario.pack import Pack, read_pack
from packs.check import problems_of
from packs.plain_words import in_plain_words
from packs.shipped import checked_before
from packs.source import Source, read_folder

INSTALLED = Path(__file__).parent


@dataclass(frozen=True, slots=True, repr=False)
class LoadedPack:
    """A pack, the SHA-256 (hex) of its content, and that content as one JSON document to be pinned."""

    pack: Pack
    hash: str
    source_json: str


@dataclass(frozen=True, slots=True, repr=False)
class Packs:
    """The packs that can be played, and what is wrong with those that cannot, by folder name."""

    loaded: Mapping[str, LoadedPack]
    problems: Mapping[str, tuple[Problem, ...]]

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the packs that can be played, sorted."""
        return tuple(sorted(self.loaded))

    def get(self, pack_id: str, also: Sequence[str] = ()) -> LoadedPack:
        """The pack of that id; UnknownPack otherwise, naming those there are, and what `also` could be named here."""
        if pack_id in self.loaded:
            return self.loaded[pack_id]
        ids = sorted((*self.ids, *also))
        near = get_close_matches(pack_id, ids, n=1)
        meant = f" Did you mean {near[0]}?" if near else ""
        there_are = ", ".join(ids) or "none; an admin can see why with `haggle doctor`"
        shown = pack_id if len(pack_id) <= 40 else f"{pack_id[:39]}…"
        raise UnknownPack(f"There is no pack {shown}.{meant} Installed: {there_are}.")


def load_pack(folder: Path) -> LoadedPack:
    """The pack in a folder; PackError with every problem in it, by file and field, where it cannot be used."""
    source = read_folder(folder)
    if source.problems:
        raise PackError(folder.name, tuple(source.problems))
    text = source.text()
    try:
        pack = read_pack(text)
    except ValidationError as error:
        raise PackError(folder.name, _problems_in(error, source)) from error
    digest = hashlib.sha256(text.encode()).hexdigest()
    findings = () if digest in checked_before() else problems_of(pack)
    if findings:
        raise PackError(folder.name, tuple(_problem_at(place, message, source) for place, message in findings))
    return LoadedPack(pack, digest, text)


def parse_pack(json_text: str) -> Pack:
    """The pack of a pinned JSON document, as `LoadedPack.source_json` gave it. PackError if it is none."""
    try:
        return read_pack(json_text)
    except ValidationError as error:
        raise PackError("(pinned)", _problems_in(error, Source())) from error


def pack_in(json_text: str) -> LoadedPack:
    """The pack of a document that anybody may have written, checked as one in a folder is. PackError."""
    pack = parse_pack(json_text)
    found = tuple(_problem_at(place, message, Source()) for place, message in problems_of(pack))
    if found:
        raise PackError("(in the file)", found)
    return LoadedPack(pack, hashlib.sha256(json_text.encode()).hexdigest(), json_text)


def load_installed(root: Path = INSTALLED) -> Packs:
    """Every pack under the root, read once in a process. A broken one is left out, its problems beside the rest."""
    return _packs_under(root)


@cache
def _packs_under(root: Path) -> Packs:
    loaded: dict[str, LoadedPack] = {}
    problems: dict[str, tuple[Problem, ...]] = {}
    for folder in sorted(path.parent for path in root.glob("*/pack.*")):
        try:
            found = load_pack(folder)
        except PackError as error:
            problems[folder.name] = error.problems
            continue
        if found.pack.id in loaded:
            problems[folder.name] = (Problem("pack.yaml", "id", f"the id {found.pack.id} is taken by another folder"),)
        else:
            loaded[found.pack.id] = found
    return Packs(loaded, problems)


def _problems_in(error: ValidationError, source: Source) -> tuple[Problem, ...]:
    details = error.errors(include_url=False)
    return tuple(_problem_at(_as_written(detail["loc"]), in_plain_words(detail), source) for detail in details)


def _as_written(place: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """The place as it stands in the files: without how an attribute is drawn, which the validator puts in it."""
    return place[:2] + place[3:] if place[:1] == ("attributes",) else place


def _problem_at(place: tuple[str | int, ...], message: str, source: Source) -> Problem:
    return Problem(source.file_of(place), _path(place), message, source.line_of(place))


def _path(place: tuple[str | int, ...]) -> str:
    return ".".join(str(part) for part in place)
