"""`haggle markets`: the markets in which one can buy, with what is traded there."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.markup import escape
from rich.table import Table

from bot.console.running import out, refused
from engine.errors import HaggleError
from engine.marketplace.template import ItemNote, MarketNote, MarketPackNote, Range
from packs.markets import INSTALLED, hash_of, load_markets

FORMAT = 1
"""Version of the JSON document: raised when a field changes its meaning or goes."""
_CENTS = 100


def markets(
    pack: Annotated[Path, typer.Option(help="A file of markets of your own.")] = INSTALLED,
    as_document: Annotated[bool, typer.Option("--json", help="Print one JSON document instead.")] = False,
) -> None:
    """Lists the markets with their items: how many are needed, what they cost about, and how many sellers there are."""
    try:
        found = load_markets(pack)
    except HaggleError as error:
        raise refused(escape(str(error))) from error
    if as_document:
        typer.echo(as_json(found))
        return
    for name, note in found.markets.items():
        out.print(as_table(name, note))


def as_table(name: str, note: MarketNote) -> Table:
    """A market under its name."""
    parts = ", parts may be bought of several" if note.partial else ""
    about = f"{_span(note.sellers)} sellers, {note.max_rounds} rounds{parts}"
    title = f"\n[bold]{escape(name)}[/] · {escape(note.title)} · {about}\n{escape(note.description)}"
    table = Table(title=title, title_justify="left", title_style="", box=None, pad_edge=False, header_style="dim")
    for heading in ("item", "what it is", "needed", "about, each"):
        table.add_column(heading, overflow="fold")
    for item, each in note.items.items():
        table.add_row(escape(item), escape(each.many), _span(each.quantity), _dollars(each.price))
    return table


def as_json(pack: MarketPackNote) -> str:
    """`format`, `pack`, `version`, `hash`, and the `markets` with their `items`; prices in cents."""
    document = {
        "format": FORMAT,
        "pack": pack.id,
        "version": pack.version,
        "hash": hash_of(pack),
        "markets": [_market(name, note) for name, note in pack.markets.items()],
    }
    return json.dumps(document, indent=2, ensure_ascii=False)


def _market(name: str, note: MarketNote) -> dict[str, Any]:
    about = {"title": note.title, "description": note.description, "max_rounds": note.max_rounds}
    items = list(_items(note))
    return {"id": name, **about, "partial": note.partial, "sellers": note.sellers.model_dump(), "items": items}


def _items(note: MarketNote) -> Iterator[dict[str, Any]]:
    for item, each in note.items.items():
        yield {"id": item, "one": each.one, "many": each.many, **_figures(each)}


def _figures(item: ItemNote) -> dict[str, dict[str, int]]:
    return {"quantity": item.quantity.model_dump(), "price": item.price.model_dump()}


def _span(of: Range) -> str:
    return f"{of.least:,}" if of.least == of.most else f"{of.least:,}–{of.most:,}"


def _dollars(of: Range) -> str:
    least, most = (f"${cents // _CENTS:,}.{cents % _CENTS:02}" for cents in (of.least, of.most))
    return f"{least}–{most}"
