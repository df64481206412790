"""What there is to buy: the ready markets, and those that the team has set up for itself."""

from collections.abc import Mapping, Sequence

from bot.views.blocks import as_text, button, context, escape, header, section
from bot.views.market_buttons import BUY_NEW, Again
from bot.views.message import Block, Message
from engine.marketplace.example import ExampleNote
from engine.marketplace.market import Market
from engine.marketplace.template import Ready


def markets_message(pack: str, ready: Mapping[str, Ready], own: Sequence[tuple[str, Market]]) -> Message:
    """The list, for one person, with a button that opens each."""
    rows = [
        *(_ready(pack, name, note) for name, note in ready.items()),
        *((header("Your team's own"),) if own else ()),
        *(_own(name, market) for name, market in own[:40]),
    ]
    how = "`/haggle buy laptops business_laptop 77` buys one item in the market of that seed; both may be left out."
    names = ", ".join([*ready, *(name for name, _ in own)])
    return Message(f"Markets here: {names}.", (header("Markets"), *rows, context(how)))


def _ready(pack: str, name: str, note: Ready) -> Block:
    items = ", ".join(f"`{item}`" for item in note.items)
    parts = " · parts from several allowed" if note.partial else ""
    text = f"*{escape(note.title)}* · `{name}` · {_sellers(note)}{parts}\n{escape(note.description)}\n{items}"
    return section(text, button(f"{BUY_NEW}:{name}", "Buy here", str(Again(f"{pack}/{name}"))))


def _own(name: str, market: Market) -> Block:
    items = ", ".join(f"`{demand.item}`" for demand in market.demands)
    sellers = "1 seller" if len(market.sellers) == 1 else f"{len(market.sellers)} sellers"
    text = f"*{as_text(market.title)}* · `{name}` · {sellers}\n{items}"
    return section(text, button(f"{BUY_NEW}:{name}", "Buy here", str(Again(f"own/{name}"))))


def _sellers(note: Ready) -> str:
    if isinstance(note, ExampleNote):
        return f"{len(note.sellers)} sellers, the same at every seed"
    few, many = note.sellers.least, note.sellers.most
    return f"{few} sellers" if few == many else f"{few} to {many} sellers"
