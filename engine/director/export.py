"""One run as a document that needs nothing else to be played again. docs/export.md tells of its fields.

The seal is a plain SHA-256 over the fields: it finds slips and edits, and proves nothing about who wrote the file.
"""

import hashlib
import json
import re
from dataclasses import dataclass
from typing import Any, NoReturn

from pydantic import TypeAdapter, ValidationError

from engine.errors import HaggleError
from engine.judges.comment import Comment
from engine.negotiation.events import Event
from engine.negotiation.negotiation import Negotiation
from engine.scenario.pack import Pack
from engine.scoring.commenting import are_about
from engine.scoring.disputing import Disputed, is_about
from engine.scoring.verdict import Verdict

SCHEMA = "haggle.run"
FORMAT = 1
"""Version of the document: raised when a field changes its meaning or goes."""
MOST_BYTES = 20_000_000
MOST_EVENTS = 10_000
"""Far more than a run can have: reading a file must not take for ever."""


class BadExport(HaggleError):
    """The file is no run that can be read; the message says why, and what to do."""


class NotAnExport(BadExport):
    """The file is something else."""


class NewerExport(BadExport):
    """The file was written by a later version."""


class TruncatedExport(BadExport):
    """The file ends too early."""


class EditedExport(BadExport):
    """The file is not as it was written."""


class HugeExport(BadExport):
    """The file is larger than any run."""


@dataclass(frozen=True, slots=True)
class ExportedPack:
    """The pack that the run was drawn from; `source` is its whole content, None where it was left out."""

    id: str
    title: str
    version: int
    draw_epoch: int
    hash: str
    source: str | None


@dataclass(frozen=True, slots=True)
class RunExport:
    """A run that has ended, with all that happened in it and what it was scored.

    `disputes` is what became of checks that the rep contested, `comments` what a model said to single questions;
    `verdict` stays as the judge gave it.
    """

    share_code: str
    seed: int
    pack: ExportedPack
    profile_hash: str
    mode: str
    engine: str
    rubric_hash: str
    verdict: Verdict
    events: tuple[Event, ...]
    disputes: tuple[Disputed, ...] = ()
    comments: tuple[Comment, ...] = ()


_ADAPTER: TypeAdapter[RunExport] = TypeAdapter(RunExport)
_LATER = ("disputes", "comments")
"""Fields that came after the format: they stand beside the seal, which older versions reckon without them."""
_SEALED = ("schema", "format", *(name for name in RunExport.__slots__ if name not in _LATER))


def export_run(
    negotiation: Negotiation,
    verdict: Verdict,
    pack: Pack,
    source: str | None,
    disputes: tuple[Disputed, ...] = (),
    comments: tuple[Comment, ...] = (),
) -> RunExport:
    """The run with the verdict that it was given, its disputes and a model's comments; ValueError unless it has ended.

    `source` is the content of its pack, None to leave it out.
    """
    if negotiation.outcome is None:
        raise ValueError("only a run that has ended can be exported")
    scenario, opened = negotiation.scenario, negotiation.opened
    return RunExport(
        share_code=scenario.share_code,
        seed=scenario.seed,
        pack=ExportedPack(pack.id, pack.title, pack.version, scenario.draw_epoch, scenario.pack_hash, source),
        profile_hash=scenario.profile_hash,
        mode=opened.mode,
        engine=opened.engine,
        rubric_hash=verdict.rubric_hash,
        verdict=verdict,
        events=negotiation.events,
        disputes=disputes,
        comments=comments,
    )


def document_of(export: RunExport) -> dict[str, Any]:
    """The export as JSON values, sealed."""
    fields: dict[str, Any] = {"schema": SCHEMA, "format": FORMAT, **_ADAPTER.dump_python(export, mode="json")}
    return {"schema": SCHEMA, "format": FORMAT, "seal": seal_of(fields), **fields}


def as_json(document: dict[str, Any]) -> str:
    """The document as text that any file can hold, the same for the same document."""
    return _HALF_A_PAIR.sub(_escaped, json.dumps(document, indent=2, ensure_ascii=False))


_HALF_A_PAIR = re.compile("[\ud800-\udfff]")


def _escaped(half: re.Match[str]) -> str:
    """Half a surrogate pair as JSON writes it: UTF-8 has no place for it."""
    return f"\\u{ord(half[0]):04x}"


def seal_of(document: dict[str, Any]) -> str:
    """SHA-256 (hex) of the export's fields in the document, however they are laid out; other fields are left aside."""
    fields = {name: document.get(name) for name in _SEALED}
    return hashlib.sha256(json.dumps(fields, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def read_export(text: str) -> RunExport:
    """The run in the text; BadExport says in plain words why there is none."""
    document = _document(text)
    _refuse_other_formats(document)
    if document.get("seal") != seal_of(document):
        raise EditedExport("This export was changed after it was written, so it proves nothing. Export the run again.")
    if len(document.get("events") or ()) > MOST_EVENTS:
        raise HugeExport(f"This export has more than {MOST_EVENTS:,} events; no run has as many.")
    try:
        known = {name: document.get(name) for name in RunExport.__slots__ if name not in _LATER or name in document}
        export = _ADAPTER.validate_python(known)
    except ValidationError as error:
        raise NotAnExport(f"This is not an export that Haggle has written: {_first_of(error)}.") from error
    if not all(is_about(export.verdict, each) for each in export.disputes):
        raise EditedExport("The disputes in this export are not about its verdict. Export the run again.")
    if not are_about(export.verdict, export.comments, export.events):
        raise EditedExport("The comments in this export are not about its verdict. Export the run again.")
    return export


def _document(text: str) -> dict[str, Any]:
    if len(text) > MOST_BYTES:
        raise HugeExport(f"This is larger than any run: an export has at most {MOST_BYTES:,} bytes.")
    try:
        document = json.loads(text, parse_float=_not_whole, parse_constant=_not_whole)
    except RecursionError as error:
        raise NotAnExport("This is nested too deeply to be a run of Haggle.") from error
    except json.JSONDecodeError as error:
        if text.lstrip().startswith("{") and not text.rstrip().endswith("}"):
            raise TruncatedExport("This export ends too early; its end is missing. Export the run again.") from error
        raise NotAnExport(
            f"This is not JSON (line {error.lineno}: {error.msg}). Give me an export of a run."
        ) from error
    except ValueError as error:
        raise NotAnExport(f"This is not an export of a run: {error}.") from error
    if not isinstance(document, dict):
        raise NotAnExport("This is JSON, but not an export of a run.")
    return document


def _not_whole(written: str) -> NoReturn:
    raise ValueError(f"{written[:40]} is not a whole number, and runs hold no other")


def _refuse_other_formats(document: dict[str, Any]) -> None:
    if document.get("schema") != SCHEMA:
        raise NotAnExport(f"This is JSON, but not an export of a run: its schema is not {SCHEMA}.")
    version = document.get("format")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise NotAnExport("This export does not say which format it is in.")
    if version > FORMAT:
        raise NewerExport(f"This export is in format {version}, and I read up to {FORMAT}. Use a later Haggle.")


def _first_of(error: ValidationError) -> str:
    detail = error.errors(include_url=False, include_input=False)[0]
    return f"{'.'.join(str(part) for part in detail['loc'])}: {detail['msg'][:200]}"
