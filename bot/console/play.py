"""`haggle play`: a run in the terminal, by hand or from a file."""

import secrets
from collections.abc import Callable, Iterable
from typing import Annotated

import typer
from rich.console import Console, RenderableType
from rich.markup import escape

from bot.console.named import PackOption, buyer_named, own_pack, packs_named
from bot.console.rep_lines import Entry, entries_in
from bot.console.run_document import run_as_json
from bot.console.table_talk import get_up, sit_down, take
from bot.console.telling import brief_parts, entry_parts, told_since
from bot.console.typing_in import LeftTheRun, typed_in
from bot.console.verdict import verdict_parts
from engine.coaching.final import final_verdict
from engine.errors import HaggleError
from engine.negotiation.negotiation import Negotiation
from engine.persona.draw import draw_scenario
from packs.choosing import DEFAULT_PACK, NEW_SEEDS, Chosen

out = Console(highlight=False)
err = Console(stderr=True, highlight=False)

Tell = Callable[[RenderableType], None]
LEFT = 130
"""The exit code of a run that was left: that of a program stopped by Ctrl+C."""


def play(
    seed: Annotated[str | None, typer.Option(help="A seed or share code; somebody new where it is left out.")] = None,
    pack: PackOption = None,
    lines: Annotated[
        str, typer.Option(help="A file with what the rep says, a line each; - reads the standard input.")
    ] = "",
    as_document: Annotated[bool, typer.Option("--json", help="Print one JSON document at the end instead.")] = False,
    without_pack: Annotated[
        bool, typer.Option("--without-pack", help="Leave the pack's content out of the document.")
    ] = False,
) -> None:
    """Plays a run in the terminal, by hand or from a file, with its brief and its verdict."""
    try:
        chosen = _chosen(seed, pack or "")
        entries = entries_in(lines) if lines else ()
    except HaggleError as error:
        err.print(f"[red]haggle:[/] {escape(str(error))}", soft_wrap=True)
        raise typer.Exit(2) from error
    run = sit_down(draw_scenario(chosen.loaded.pack, chosen.loaded.hash, chosen.seed))
    console = err if as_document else out
    if lines:
        run, unsaid = _from_file(run, entries, _keep_silent if as_document else console.print)
    else:
        run, unsaid = _by_hand(run, console), 0
    if as_document:
        typer.echo(run_as_json(chosen.loaded, run, unsaid, with_pack=not without_pack))
    else:
        _tell_all(
            console.print, verdict_parts(run.scenario, final_verdict(run, chosen.loaded.pack), own_pack(pack or ""))
        )


def _chosen(seed: str | None, pack: str) -> Chosen:
    if seed is not None:
        return buyer_named(seed, pack)
    packs, pack_id = packs_named(pack)
    return Chosen(packs.get(pack_id or DEFAULT_PACK), secrets.randbelow(NEW_SEEDS))


def _from_file(run: Negotiation, entries: tuple[Entry, ...], tell: Tell) -> tuple[Negotiation, int]:
    """The run, and how many entries were left unsaid because it was over; where they run out, the rep ends it."""
    _tell_all(tell, (*brief_parts(run.scenario), *told_since(None, run)))
    for number, entry in enumerate(entries):
        if run.status == "ended":
            unsaid = len(entries) - number
            tell(f"\n[dim]The run was over. Lines left unsaid: {unsaid}.[/]")
            return run, unsaid
        _tell_all(tell, entry_parts(entry))
        run = _after(run, entry, tell)
    if run.status != "ended":
        tell("\n[dim]There are no more lines, so the rep ends the run here.[/]")
    return get_up(run), 0


def _by_hand(run: Negotiation, console: Console) -> Negotiation:
    """The run as it is typed in; where the typing ends, the rep ends it. Exits where the rep leaves it."""
    _tell_all(console.print, (*brief_parts(run.scenario, by_hand=True), *told_since(None, run)))
    try:
        for entry in typed_in(console):
            run = _after(run, entry, console.print)
            if run.status == "ended":
                break
    except (LeftTheRun, KeyboardInterrupt) as left:
        err.print("\nYou left the run. Nothing was scored.")
        raise typer.Exit(LEFT) from left
    return get_up(run)


def _after(run: Negotiation, entry: Entry, tell: Tell) -> Negotiation:
    """The run after the entry, what came of it told."""
    after = take(run, entry)
    _tell_all(tell, told_since(run, after))
    return after


def _tell_all(tell: Tell, parts: Iterable[RenderableType]) -> None:
    for part in parts:
        tell(part)


def _keep_silent(_: RenderableType) -> None:
    """Tells nobody: the document says it all."""
