"""`haggle replay`: an exported run played again, and whether every line and score came out the same."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import typer
from rich.console import Console
from rich.markup import escape

from bot.console.named import pack_named, pack_option
from bot.views.comments import WITH, in_words
from bot.views.happenings import differences, event_in_words
from engine.director.director import ENGINE
from engine.director.export import MOST_BYTES, BadExport, HugeExport, NotAnExport, RunExport, read_export
from engine.director.rerun import Rerun, rerun, source_of
from engine.errors import HaggleError
from engine.negotiation.events import encode
from engine.panel.judging import judged
from engine.scoring.commenting import full_score
from engine.scoring.disputing import adjusted, changes_in
from packs.loading import LoadedPack, pack_in

out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, soft_wrap=True)

STANDARD_INPUT = "-"
FORMAT = 1
"""Version of the JSON document: raised when a field changes its meaning or goes."""


class PackMissing(BadExport):
    """The export leaves its pack out, and the very one is not at hand."""


class Played(NamedTuple):
    """A file's run, and what came of playing it again."""

    export: RunExport
    again: Rerun


def replay(
    file: Annotated[str, typer.Argument(help="An exported run; - reads the standard input.")],
    pack: Annotated[str | None, pack_option(otherwise="for an export that leaves it out")] = None,
    as_document: Annotated[bool, typer.Option("--json", help="Print one JSON document instead.")] = False,
) -> None:
    """Plays an exported run again and says whether every line and score came out the same.

    The exit code is 0 where they did, 1 where they did not, 2 where the file cannot be read.
    """
    try:
        played = played_again(_text(file), pack or "")
    except HaggleError as error:
        if as_document:
            typer.echo(json.dumps({"format": FORMAT, "readable": False, "why": str(error)}, ensure_ascii=False))
        else:
            err.print(f"[red]haggle:[/] {escape(str(error))}")
        raise typer.Exit(2) from error
    if as_document:
        typer.echo(json.dumps(_document(played), indent=2))
    else:
        for part in _parts(played):
            out.print(_printable(part))
    raise typer.Exit(0 if played.again.same else 1)


def played_again(text: str, pack: str = "") -> Played:
    """The run in the text, played again. BadExport, PackError or UnknownPack say why it cannot be."""
    export = read_export(text)
    source = source_of(export)
    loaded = pack_in(source) if source is not None else _same_pack(export, pack)
    return Played(export, rerun(export, loaded.pack, judged))


def _printable(text: str) -> str:
    """The text without what a terminal would take for an order: anybody may have written the file."""
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text)


def _same_pack(export: RunExport, pack: str) -> LoadedPack:
    loaded = pack_named(pack or export.pack.id)
    if loaded.hash != export.pack.hash:
        raise PackMissing(
            f"This export leaves its pack out, and {loaded.pack.id} as it is here is not the one that it was drawn "
            f"from ({export.pack.hash[:12]}). Name that one's folder with --pack, or export the run with its pack."
        )
    return loaded


def _text(file: str) -> str:
    name = "The standard input" if file == STANDARD_INPUT else file
    try:
        read = sys.stdin.buffer.read(MOST_BYTES + 1) if file == STANDARD_INPUT else _start_of(Path(file))
        if len(read) > MOST_BYTES:
            raise HugeExport(f"{name} is larger than any run: an export has at most {MOST_BYTES:,} bytes.")
        return read.decode("utf-8-sig")
    except OSError as error:
        raise NotAnExport(f"{name} cannot be read: {error.strerror or error}.") from error
    except UnicodeDecodeError as error:
        raise NotAnExport(f"{name} is not UTF-8 text (byte {error.start:,}), so it is no export of a run.") from error


def _start_of(path: Path) -> bytes:
    with path.open("rb") as opened:
        return opened.read(MOST_BYTES + 1)


def _parts(played: Played) -> Iterator[str]:
    export, again = played
    lines = sum(event.kind == "said" for event in export.events)
    about = f"{escape(export.share_code)}, {lines} lines, engine {escape(export.engine)}"
    if again.same:
        yield f"[green]same[/] {about}: every line and the score ({export.verdict.total} / 100) came out the same."
        yield from _besides(export)
        return
    yield f"[red]different[/] {about}."
    if export.engine != ENGINE:
        yield f"The run was played by engine {escape(export.engine)}; this is engine {ENGINE}."
    yield from _diverged(again)
    yield from _scored(played)
    yield from _besides(export)


def _besides(export: RunExport) -> Iterator[str]:
    """What stands beside the score, which is what the replay compares."""
    yield from _disputed(export)
    yield from _commented(export)


def _commented(export: RunExport) -> Iterator[str]:
    for each in export.comments:
        yield escape(f"Comment: {in_words(export.verdict, each)}")
    if any(each.answer is not None for each in export.comments):
        yield f"Score {WITH}: {full_score(export.verdict, export.comments)} / 100."


def _disputed(export: RunExport) -> Iterator[str]:
    """What became of disputed checks: the replay compares the judge's score, which no dispute touches."""
    verdict = export.verdict
    for each in export.disputes:
        became = {"open": "not decided", "upheld": "upheld", "changed": f"changed to {each.points} / {each.of}"}
        because = f": {each.reason}" if each.reason else ""
        title = verdict.check(each.check).title
        yield escape(f"Disputed: {title}, {each.given} / {each.of} by the judge, {became[each.status]}{because}")
    if changes := changes_in(export.disputes):
        yield f"Score after dispute: {adjusted(verdict, changes).total} / 100."


def _diverged(again: Rerun) -> Iterator[str]:
    if again.divergence is None:
        yield "Every line came out the same."
        return
    recorded, replayed = again.divergence.recorded, again.divergence.replayed
    yield f"They first differ in round {again.round} (event {again.divergence.index + 1}):"
    yield f"  in the file  {escape(event_in_words(again.scenario, recorded))}"
    yield f"  played again {escape(event_in_words(again.scenario, replayed))}"
    yield from (f"  [dim]{escape(each)}[/]" for each in differences(recorded, replayed))


def _scored(played: Played) -> Iterator[str]:
    export, again = played
    if again.verdict is None:
        yield "Played again it does not come to an end, so there is no score to compare."
        return
    if again.same_score:
        yield f"The score came out the same: {export.verdict.total} / 100."
        return
    yield f"Score: {export.verdict.total} in the file, {again.verdict.total} played again."
    titles = {check.id: check.title for check in (*export.verdict.checks, *again.verdict.checks)}
    if again.rescored:
        yield f"Checks that differ: {escape(', '.join(titles[name] for name in again.rescored))}."


def _document(played: Played) -> dict[str, Any]:
    export, again = played
    divergence = again.divergence
    return {
        "format": FORMAT,
        "readable": True,
        "same": again.same,
        "share_code": export.share_code,
        "engine": {"recorded": export.engine, "replayed": ENGINE},
        "divergence": None
        if divergence is None
        else {
            "round": again.round,
            "index": divergence.index,
            "recorded": encode(divergence.recorded) if divergence.recorded else None,
            "replayed": encode(divergence.replayed) if divergence.replayed else None,
        },
        "score": {
            "same": again.same_score,
            "recorded": export.verdict.total,
            "replayed": again.verdict.total if again.verdict else None,
            "checks": list(again.rescored),
        },
    }
