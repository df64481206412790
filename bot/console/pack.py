"""`haggle pack check`, `haggle pack new` and `haggle pack seeds`: for those who write packs."""

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from bot.console.figures import Checked, as_json, as_tables
from bot.console.named import markets_named, own_pack, pack_named
from bot.console.seeds import as_json as seeds_as_json
from bot.console.seeds import as_table as seeds_as_table
from engine.errors import HaggleError, PackError, Problem
from engine.marketplace.template import MarketPackNote
from packs.figures import JUDGED_FROM, Figures
from packs.loading import LoadedPack
from packs.market_playing import play_markets
from packs.markets import hash_of, installed_markets, load_markets
from packs.playing import play_seeds
from packs.scaffold import new_pack

pack = typer.Typer(
    help="Write and check packs.", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False
)
out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, soft_wrap=True)

Json = Annotated[bool, typer.Option("--json", help="Print one JSON document instead.")]


@pack.command()
def check(
    path: Annotated[str, typer.Argument(help="A pack's folder, a file of markets, or the id of an installed pack.")],
    seeds: Annotated[int, typer.Option(min=0, max=1_000_000, help="How many seeds to play; 0 for none.")] = 2_000,
    jobs: Annotated[int, typer.Option(min=0, max=64, help="Processes to play them in; 0 for one on each core.")] = 0,
    as_document: Json = False,
) -> None:
    """Says everything that is wrong with a pack, then plays seeds against reference reps and prints its figures.

    The exit code is 1 where a problem was found or a figure is not as it should be.
    """
    try:
        if markets := markets_named(path):
            _check_markets(markets, seeds, jobs, as_document)
            return
        loaded = pack_named(path, (installed_markets().id,))
    except PackError as error:
        _tell_problems(error.pack, error.problems, as_document)
        raise typer.Exit(1) from error
    except HaggleError as error:
        err.print(f"[red]haggle:[/] {escape(str(error))}")
        raise typer.Exit(2) from error
    if not seeds:
        _tell_sound(loaded, as_document)
        return
    figures = _played(loaded, seeds, jobs)
    if as_document:
        typer.echo(as_json(_checked(loaded), (), figures))
    else:
        _tell_sound(loaded, as_document)
        _tell_figures(figures)
    raise typer.Exit(1 if figures.wrong else 0)


def _check_markets(path: Path, seeds: int, jobs: int, as_document: bool) -> None:
    found = load_markets(path)
    figures = None
    if seeds:
        with _progress() as progress:
            task = progress.add_task(f"Playing {found.id}", total=-(-seeds // len(found.markets)) * len(found.markets))
            figures = play_markets(found, seeds, lambda played: progress.advance(task, played), jobs)
    if as_document:
        typer.echo(as_json(Checked(found.id, found.version, hash_of(found)), (), figures))
    else:
        out.print(f"[green]ok[/] {found.id}, version {found.version}: {_counts(found)} No problem found.")
        _tell_figures(figures)
    raise typer.Exit(1 if figures and figures.wrong else 0)


@pack.command()
def new(
    name: Annotated[str, typer.Argument(help="The id of the new pack: small letters, digits and underscores.")],
    folder: Annotated[Path, typer.Option(help="Where the pack's folder is made.")] = Path("packs"),
) -> None:
    """Writes a small pack that can be played, to be changed into your own."""
    try:
        made = new_pack(name, folder)
    except HaggleError as error:
        err.print(f"[red]haggle:[/] {escape(str(error))}")
        raise typer.Exit(2) from error
    out.print(f"[green]ok[/] {escape(str(made))} holds a pack that can be played. Check it with:")
    out.print(f"haggle pack check {escape(str(made))}")


@pack.command()
def seeds(
    path: Annotated[str, typer.Argument(help="A pack's folder, or the id of an installed pack.")],
    as_document: Json = False,
) -> None:
    """Prints a pack's seed packs, with who is in them and how hard each one is."""
    try:
        loaded = pack_named(path)
    except HaggleError as error:
        err.print(f"[red]haggle:[/] {escape(str(error))}")
        raise typer.Exit(2) from error
    if as_document:
        typer.echo(seeds_as_json(loaded))
        return
    for each in loaded.pack.seed_lists:
        out.print(seeds_as_table(loaded, each))
    if loaded.pack.seed_lists and (option := own_pack(path)):
        out.print(f"\n[dim]To meet one of them: haggle play {escape(option)}--seed and its share code[/]")
    if not loaded.pack.seed_lists:
        out.print(f"{loaded.pack.id} has no seed packs. docs/packs.md tells how to write one.")


def _checked(loaded: LoadedPack) -> Checked:
    return Checked(loaded.pack.id, loaded.pack.version, loaded.hash)


def _tell_figures(figures: Figures | None) -> None:
    if figures:
        out.print(*as_tables(figures), sep="\n")
        out.print(_verdict(figures))


def _progress() -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    return Progress(*columns, console=err, transient=True)


def _played(loaded: LoadedPack, seeds: int, jobs: int) -> Figures:
    with _progress() as progress:
        task = progress.add_task(f"Playing {loaded.pack.id}", total=seeds)
        return play_seeds(loaded, seeds, lambda played: progress.advance(task, played), jobs)


def _tell_problems(name: str, problems: tuple[Problem, ...], as_document: bool) -> None:
    if as_document:
        typer.echo(json.dumps({"ok": False, "pack": name, "problems": [one._asdict() for one in problems]}, indent=2))
        return
    count = f"{len(problems)} problem{'s' if len(problems) != 1 else ''}"
    out.print(f"[red]wrong[/] {escape(name)} cannot be used: {count}.")
    for problem in problems:
        out.print(f"  {escape(str(problem))}")


def _tell_sound(loaded: LoadedPack, as_document: bool) -> None:
    if as_document:
        typer.echo(as_json(_checked(loaded), (), None))
        return
    found = loaded.pack
    lines = sum(len(lines) for acts in found.phrases.values() for lines in acts.values())
    out.print(
        f"[green]ok[/] {found.id}, version {found.version}: {len(found.attributes)} attributes,"
        f" {len(found.facts)} facts, {len(found.products)} products, {lines:,} lines. No problem found."
    )


def _counts(markets: MarketPackNote) -> str:
    items = sum(len(market.items) for market in markets.ready.values())
    lines = sum(len(lines) for moves in markets.phrases.values() for lines in moves.values())
    return f"{len(markets.ready)} markets, {items} items, {lines:,} lines."


def _verdict(figures: Figures) -> str:
    if figures.wrong:
        names = "; ".join(escape(row.name) for row in figures.wrong)
        return f"\n[red]wrong[/] Not as it should be over {figures.seeds:,} seeds: {names}."
    unjudged = f" Zones and skill are judged from {JUDGED_FROM:,} seeds on." if figures.seeds < JUDGED_FROM else ""
    return f"\n[green]ok[/] The figures over {figures.seeds:,} seeds are as they should be.{unjudged}"
