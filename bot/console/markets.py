"""`haggle markets`: the markets in which one can buy, with what is traded there."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import typer
from rich.markup import escape
from rich.table import Table

from bot.console.running import out, refused
from engine.errors import HaggleError
from engine.marketplace.template import MarketNote, MarketPackNote, Ready
from packs.markets import INSTALLED, hash_of, load_markets

FORMAT = 1
"""Version of the JSON document: raised when a field changes its meaning or goes."""
_CENTS = 100


class Ends(NamedTuple):
    """From the least to the most, ends included."""

    least: int
    most: int


def markets(
    pack: Annotated[Path, typer.Option(help="A file of markets of your own.", show_default=False)] = INSTALLED,
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
    for name, note in found.ready.items():
        out.print(as_table(name, note))


def as_table(name: str, note: Ready) -> Table:
    """A market under its name."""
    parts = ", parts may be bought of several" if note.partial else ""
    about = f"{_span(_sellers(note))} sellers, {note.max_rounds} rounds{parts}"
    title = f"\n[bold]{escape(name)}[/] · {escape(note.title)} · {about}\n{escape(note.description)}"
    table = Table(title=title, title_justify="left", title_style="", box=None, pad_edge=False, header_style="dim")
    for heading in ("item", "what it is", "needed", "about, each"):
        table.add_column(heading, overflow="fold")
    for each in _items(note):
        table.add_row(escape(each.id), escape(each.many), _span(each.quantity), _dollars(each.price))
    return table


def as_json(pack: MarketPackNote) -> str:
    """`format`, `pack`, `version`, `hash`, and the `markets` with their `items`; prices in cents."""
    document = {
        "format": FORMAT,
        "pack": pack.id,
        "version": pack.version,
        "hash": hash_of(pack),
        "markets": [_market(name, note) for name, note in pack.ready.items()],
    }
    return json.dumps(document, indent=2, ensure_ascii=False)


def _market(name: str, note: Ready) -> dict[str, Any]:
    about = {"title": note.title, "description": note.description, "max_rounds": note.max_rounds}
    items = [each._asdict() | {"quantity": _ends(each.quantity), "price": _ends(each.price)} for each in _items(note)]
    return {"id": name, **about, "partial": note.partial, "sellers": _ends(_sellers(note)), "items": items}


class Listed(NamedTuple):
    """An item: how many are needed and what one costs before any bargaining, in cents, ends included."""

    id: str
    one: str
    many: str
    quantity: Ends
    price: Ends


def _items(note: Ready) -> Iterator[Listed]:
    if isinstance(note, MarketNote):
        for item, each in note.items.items():
            quantity, price = (Ends(of.least, of.most) for of in (each.quantity, each.price))
            yield Listed(item, each.one, each.many, quantity, price)
        return
    for item, need in note.items.items():
        asked = [seller.stock[item].selling for seller in note.sellers.values() if item in seller.stock]
        prices = Ends(min(asked), max(asked))
        yield Listed(item, need.one, need.many, Ends(need.quantity, need.quantity), prices)


def _sellers(note: Ready) -> Ends:
    if isinstance(note, MarketNote):
        return Ends(note.sellers.least, note.sellers.most)
    return Ends(len(note.sellers), len(note.sellers))


def _ends(of: Ends) -> dict[str, int]:
    return of._asdict()


def _span(of: Ends) -> str:
    return f"{of.least:,}" if of.least == of.most else f"{of.least:,}–{of.most:,}"


def _dollars(of: Ends) -> str:
    least, most = (f"${cents // _CENTS:,}.{cents % _CENTS:02}" for cents in (of.least, of.most))
    return f"{least}–{most}"
