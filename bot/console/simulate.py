"""`haggle simulate`: a market that runs by itself, on many seeds."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from bot.console.players import NAMES_OF_HABITS, Players, players_of, troupe_of
from bot.console.running import err, out, refused
from bot.console.seed_ranges import seeds_in
from bot.console.simulated_table import as_json, as_table
from bot.flows.simulating import simulating
from bot.flows.simulating.asked import Simulation, Wanted, meant
from bot.flows.simulating.strict_troupe import STRICT
from bot.flows.simulating.troupe import Troupe
from bot.settings import dollars, read_settings
from engine.errors import HaggleError
from engine.llm.budget import Cap
from engine.marketplace.summary import Summary
from packs.markets import INSTALLED, load_markets
from storage.database import Database, open_database

INTERRUPTED = 130
_BUYER = f"strict, its habits ({', '.join(NAMES_OF_HABITS)}), guarded, or guarded:MODEL."
_BUDGET = "The most that a model may cost in US dollars, such as 5 or 2.50: no further talk begins once it is spent."
_JOBS = "Processes for strict parties (0: one on each core), talks at a time for a model (0: 8)."


def simulate(
    market: Annotated[str, typer.Option(help="The market: one that `haggle markets` lists, or one of a team's own.")],
    item: Annotated[str, typer.Option(help="One of its items; without it all of them.")] = "",
    seeds: Annotated[str, typer.Option(help="The seeds: 1..1000, 7, or 1,2,5..9.")] = "1..100",
    buyer: Annotated[str, typer.Option(help=_BUYER)] = STRICT,
    sellers: Annotated[str, typer.Option(help="strict, guarded, or guarded:MODEL.")] = STRICT,
    pack: Annotated[Path, typer.Option(help="A file of markets of your own.", show_default=False)] = INSTALLED,
    team: Annotated[str, typer.Option(help="Whose market it is, where several workspaces have one of that name.")] = "",
    budget: Annotated[str, typer.Option(help=_BUDGET, show_default=False)] = "",
    jobs: Annotated[int, typer.Option(min=0, max=64, help=_JOBS)] = 0,
    as_document: Annotated[bool, typer.Option("--json", help="Print one JSON document instead.")] = False,
) -> None:
    """Plays a market with nobody at it, stores the talks in the database that DATABASE_URL names, and sums them up.

    Talks that are stored already are not played again: what was stopped goes on where it was.

    Guarded parties are played by a language model (docs/models.md), at what its provider takes for every move; say with
    --budget how much that may be.
    """
    try:
        players = players_of(buyer, sellers)
        wanted = Wanted(load_markets(pack), market, item, seeds_in(seeds), team)
        cap = Cap(micro_dollars=dollars(budget) if budget else None)
        simulation, summary = asyncio.run(_simulated(wanted, players, jobs, cap))
    except HaggleError as error:
        raise refused(escape(str(error))) from error
    except KeyboardInterrupt as stopped:
        err.print("Stopped. What was played is stored: the same command goes on with the rest.")
        raise typer.Exit(INTERRUPTED) from stopped
    if as_document:
        typer.echo(as_json(simulation, players, summary))
    else:
        out.print(as_table(simulation, players, summary))


async def _simulated(wanted: Wanted, players: Players, jobs: int, cap: Cap) -> tuple[Simulation, Summary]:
    url = read_settings().database_url
    simulation = await meant(url, wanted)
    database = await open_database(url)
    try:
        async with troupe_of(players, jobs, cap) as troupe:
            return simulation, await _played(database, simulation, troupe)
    finally:
        await database.close()


async def _played(database: Database, simulation: Simulation, troupe: Troupe) -> Summary:
    found = left = 0

    def told(part: simulating.Part) -> None:
        nonlocal found, left
        found, left = found + part.found, left + part.left
        progress.advance(task, part.found + part.played)

    with _progress() as progress:
        task = progress.add_task(escape(simulation.market), total=simulation.talks)
        summary = await simulating.simulate(database, simulation, troupe, told)
    if found:
        err.print(f"[dim]{found:,} of {simulation.talks:,} talks were stored already.[/]")
    if left:
        err.print(
            f"The budget is spent: {left:,} of {simulation.talks:,} talks were not held. "
            "The same command goes on with them."
        )
    return summary


def _progress() -> Progress:
    """Moves on a terminal, and is quiet elsewhere."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    return Progress(*columns, console=err, transient=True, disable=not err.is_terminal)
