"""`haggle persona`: what a seed's counterpart is."""

from collections.abc import Iterable, Iterator
from typing import Annotated

import typer
from rich.console import Console, RenderableType
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table

from bot.console.named import PackOption, buyer_named
from bot.console.portrait import Portrait, as_json, portrait_of
from engine.errors import HaggleError
from engine.scenario.scenario import Fact, Scenario, Visibility
from engine.terms.money import format_money

out = Console(highlight=False)
err = Console(stderr=True, highlight=False, soft_wrap=True)

SPOILER = (
    "[bold yellow]Spoiler.[/] This is all that the {role} of {code} is. Stop here if you mean to negotiate with them."
)
LABEL_WIDTH = 40
HEADS = {
    Visibility.VISIBLE: "Anyone can see it",
    Visibility.VOLUNTEERED: "Comes up by itself",
    Visibility.ASKED: "A good question earns it",
    Visibility.HIDDEN: "Hidden until the end",
}


def persona(
    seed: Annotated[str, typer.Argument(help="A seed, or a share code such as car_sales@1#18422.")],
    pack: PackOption = None,
    as_document: Annotated[bool, typer.Option("--json", help="Print one JSON document instead.")] = False,
) -> None:
    """Prints what the buyer of a seed is, secrets included."""
    try:
        portrait = portrait_of(buyer_named(seed, pack or ""))
    except HaggleError as error:
        err.print(f"[red]haggle:[/] {escape(str(error))}")
        raise typer.Exit(2) from error
    if as_document:
        typer.echo(as_json(portrait))
        return
    for part in _parts(portrait):
        out.print(part)


def _parts(portrait: Portrait) -> Iterator[RenderableType]:
    scenario, pack = portrait.scenario, portrait.loaded.pack
    role, code = scenario.counterpart.role, escape(scenario.share_code)
    yield SPOILER.format(role=role, code=code)
    yield f"\n[bold]{escape(scenario.counterpart.public)}[/]"
    yield f"{code} · {escape(pack.title)}, version {pack.version} · {_hard(portrait)}"
    yield f"[dim]Profile {scenario.profile_hash}[/]"
    for visibility in (Visibility.VISIBLE, Visibility.VOLUNTEERED, Visibility.ASKED):
        yield from _group(visibility, portrait)
    yield from _doubts(scenario)
    yield from _group(Visibility.HIDDEN, portrait)


def _hard(portrait: Portrait) -> str:
    return f"difficulty: {portrait.difficulty.word} ({portrait.difficulty.percent} of 100)"


def _group(visibility: Visibility, portrait: Portrait) -> Iterator[RenderableType]:
    traits = [trait for trait in portrait.traits if trait.visibility is visibility]
    facts = [fact for fact in portrait.scenario.facts if fact.visibility is visibility]
    rows = [(trait.label, trait.words) for trait in traits]
    yield _head(HEADS[visibility])
    if visibility is Visibility.HIDDEN:
        yield _rows((("Limits", _limits(portrait)), ("Zone", _zone(portrait)), *rows))
        return
    yield _rows(rows)
    if visibility is not Visibility.VISIBLE and facts:
        yield _facts(facts)


def _limits(portrait: Portrait) -> str:
    currency = portrait.scenario.currency
    walk_away, target = (format_money(amount, currency) for amount in portrait.limits)
    return f"walks away beyond {walk_away}, hopes for {target}, nothing added"


def _zone(portrait: Portrait) -> str:
    scenario, zone = portrait.scenario, portrait.zone
    if not zone.exists:
        return "none: no deal is better for both than no deal"
    extras = ", ".join(scenario.issue(extra).phrase for extra in zone.extras)
    room = f"{format_money(zone.room, scenario.currency)} of room between the limits"
    return f"{room}, with {extras} in the deal" if extras else room


def _facts(facts: Iterable[Fact]) -> RenderableType:
    table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
    for heading in ("Topic", "From trust", "A question that earns it", "What is then said"):
        table.add_column(heading, overflow="fold")
    for fact in facts:
        table.add_row(*(escape(cell) for cell in (fact.topic, str(fact.min_trust or ""), fact.ask, fact.exact)))
    return Padding(table, (1, 0, 0, 2))


def _doubts(scenario: Scenario) -> Iterator[RenderableType]:
    yield _head("What it doubts and waits for")
    table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
    for heading in ("Weight", "Said as", "Settled by"):
        table.add_column(heading, overflow="fold")
    for doubt in scenario.objections:
        table.add_row(str(doubt.severity), escape(doubt.raised), ", ".join(doubt.answered_by))
    for gate in scenario.gates:
        table.add_row("waits", escape(f"I need to {gate.text}."), ", ".join(gate.opens_with))
    if scenario.rival:
        table.add_row("rival", escape(f"I have {scenario.rival.text}."), "")
    yield Padding(table, (0, 0, 0, 2))


def _head(text: str) -> str:
    return f"\n[bold green]{text}[/]"


def _rows(rows: Iterable[tuple[str, str]]) -> RenderableType:
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0), expand=True)
    table.add_column(style="dim", width=LABEL_WIDTH)
    table.add_column(overflow="fold", ratio=1)
    for label, words in rows:
        table.add_row(escape(label), escape(words))
    return Padding(table, (0, 0, 0, 2))
