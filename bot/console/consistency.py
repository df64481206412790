"""`haggle consistency`: how alike a model's runs are when the same is said, and how often it has to be corrected."""

import asyncio
import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Annotated, NamedTuple

import typer
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from bot.app.trying import trial_with
from bot.console.named import pack_named
from bot.console.running import err, out, refused
from bot.settings import read_settings
from engine.errors import HaggleError
from engine.llm.budget import Payer
from engine.llm.consistency import Figures, Held, Trial, share
from engine.llm.scripts import scripts_of
from engine.persona.draw import draw_scenario
from engine.scenario.scenario import Scenario
from engine.terms.money import format_money
from packs.choosing import DEFAULT_PACK
from packs.loading import LoadedPack

FORMAT = 1
"""Version of the JSON document: raised when a field changes its meaning or goes."""
FIRST_SEED = 1
MOST_REASONS = 3
MILLION = 1_000_000


class Asked(NamedTuple):
    """What is to be tried: the first so many seeds of a pack, each script so many times, by a model."""

    pack: LoadedPack
    seeds: int
    times: int
    model: str


def consistency(
    pack: Annotated[str, typer.Option(help="The pack's id, or its folder.")] = DEFAULT_PACK,
    seeds: Annotated[int, typer.Option(min=1, max=10_000, help="How many seeds to play.")] = 3,
    times: Annotated[int, typer.Option(min=2, max=20, help="How often each script is held on each seed.")] = 3,
    model: Annotated[str, typer.Option(help="One of the models in HAGGLE_MODEL; without it the first.")] = "",
    as_document: Annotated[bool, typer.Option("--json", help="Print one JSON document instead.")] = False,
) -> None:
    """Holds fixed scripts several times by a language model, with nothing remembered, and compares the runs.

    Every line is asked of the provider and costs what it costs. The exit code is 1 where something hidden was said.
    """
    try:
        asked = Asked(pack_named(pack), seeds, times, model)
        figures = asyncio.run(_tried(asked))
    except HaggleError as error:
        raise refused(escape(str(error))) from error
    scenario = draw_scenario(asked.pack.pack, asked.pack.hash, FIRST_SEED)
    if as_document:
        typer.echo(as_json(figures))
    else:
        out.print(as_table(figures, scenario))
    raise typer.Exit(1 if figures.leaks else 0)


async def _tried(asked: Asked) -> Figures:
    figures = Figures()
    async with trial_with(read_settings(), asked.model) as trial:
        with _progress() as progress:
            task = progress.add_task(f"asking {escape(str(trial.model))}", total=asked.seeds)
            for seed in range(FIRST_SEED, FIRST_SEED + asked.seeds):
                scenario = draw_scenario(asked.pack.pack, asked.pack.hash, seed)
                for lines in scripts_of(scenario).values():
                    figures.add([await _held(trial, scenario, lines) for _ in range(asked.times)])
                progress.advance(task)
        figures.pay(trial.books.spent)
    return figures


async def _held(trial: Trial, scenario: Scenario, lines: tuple[str, ...]) -> Held:
    return await trial.held(scenario, lines, "freeplay", Payer("console", "console", "consistency"))


def _progress() -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    return Progress(*columns, console=err)


def as_table(figures: Figures, scenario: Scenario) -> Table:
    """The figures, and what each of them says."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for heading in ("", "", "what it says"):
        table.add_column(heading)
    for name, value, told in _rows(figures, scenario):
        table.add_row(name, value, f"[dim]{told}[/]")
    return table


def _rows(figures: Figures, scenario: Scenario) -> Iterator[tuple[str, str, str]]:
    spread = format_money(figures.spread, scenario.currency)
    turns = figures.turns
    yield "runs", f"{figures.runs:,}", f"{turns:,} lines of counterparts"
    yield (
        "acts agree",
        _percent(figures.alike, figures.pairs),
        "pairs of runs in which a line reads the same to a rep",
    )
    yield (
        "accept round",
        _percent(figures.accepts_alike, figures.scripts),
        "scripts that always end in the same round",
    )
    yield "counter spread", spread, "most that prices named at one point of a script differ"
    yield "leaks", f"{figures.leaks:,}", "lines that name a limit, a hope or an untold fact"
    yield "stock phrases", _percent(figures.stock, turns), "lines without the model's words"
    for why, count in sorted(figures.why.items(), key=lambda reason: -reason[1])[:MOST_REASONS]:
        yield "", f"{count:,} ×", escape(why)
    yield "second tries", _percent(figures.retried, turns), "lines that the guard sent back"
    yield "read along", f"{figures.labelled:,}", "lines of the rep that the model labelled"
    yield "tokens", f"{figures.input_tokens:,} in, {figures.output_tokens:,} out", f"cost {_cost(figures.cost)}"


def _cost(micro_dollars: int | None) -> str:
    if micro_dollars is None:
        return "unknown"
    return f"${micro_dollars // MILLION:,}.{micro_dollars % MILLION:06}"


def _percent(hits: int, of: int) -> str:
    found = share(hits, of)
    return "–" if found is None else f"{found} %"


def as_json(figures: Figures) -> str:
    """`format` and every count; spread in minor units, cost in millionths of a dollar, null where it is not known."""
    return json.dumps({"format": FORMAT, **asdict(figures)}, indent=2, ensure_ascii=False)
