"""What there is to buy: the ready markets, and those that the team has set up for itself."""

from collections.abc import Mapping, Sequence

from bot.views.blocks import actions, as_text, button, confirm, context, escape, header, section
from bot.views.market_buttons import BUY_NEW, COPY, EDIT, MAKE, REMOVE, Again
from bot.views.message import Block, Message
from engine.marketplace.example import ExampleNote
from engine.marketplace.market import Market
from engine.marketplace.template import Ready

MOST_BLOCKS = 50
"""Blocks that Slack takes in a message."""


def markets_message(
    pack: str, ready: Mapping[str, Ready], own: Sequence[tuple[str, Market]], *, for_manager: bool = False
) -> Message:
    """The list, for one person, with a button that opens each; managers change their team's own and set up more."""
    rows = [
        *(_ready(pack, name, note) for name, note in ready.items()),
        *((header("Your team's own"),) if own else ()),
        *(block for name, market in own[: _room(len(ready), for_manager)] for block in _own(name, market, for_manager)),
    ]
    how = "`/haggle buy laptops business_laptop 77` buys one item in the market of that seed; both may be left out."
    names = ", ".join([*ready, *(name for name, _ in own)])
    make = (actions("markets_make", button(MAKE, "Set up a market")),) if for_manager else ()
    return Message(f"Markets here: {names}.", (header("Markets"), *rows, context(how), *make))


def _room(ready: int, for_manager: bool) -> int:
    """How many own markets there is room for in a message."""
    around = ready + 4
    return (MOST_BLOCKS - around) // (2 if for_manager else 1)


def _ready(pack: str, name: str, note: Ready) -> Block:
    items = ", ".join(f"`{item}`" for item in note.items)
    parts = " · parts from several allowed" if note.partial else ""
    text = f"*{escape(note.title)}* · `{name}` · {_sellers(note)}{parts}\n{escape(note.description)}\n{items}"
    return section(text, button(f"{BUY_NEW}:{name}", "Buy here", str(Again(f"{pack}/{name}"))))


def _own(name: str, market: Market, for_manager: bool) -> tuple[Block, ...]:
    items = ", ".join(f"`{demand.item}`" for demand in market.demands)
    sellers = "1 seller" if len(market.sellers) == 1 else f"{len(market.sellers)} sellers"
    parts = " · parts from several allowed" if market.rules.partial else ""
    text = f"*{as_text(market.title)}* · `{name}` · {sellers}{parts}\n{items}"
    row = section(text, button(f"{BUY_NEW}:{name}", "Buy here", str(Again(f"own/{name}"))))
    if not for_manager:
        return (row,)
    buttons = (button(EDIT, "Edit", name), button(COPY, "Copy", name), _remove(name, market))
    return row, actions(f"own_market:{name}", *buttons)


def removing_message(name: str, market: Market) -> Message:
    """What a manager is shown who would remove the market: nothing is removed before its button is pressed."""
    row = section(f"*{as_text(market.title)}* · `{name}`. Nothing has been removed yet.")
    return Message(f"Remove {market.title}?", (row, actions(f"remove_market:{name}", _remove(name, market))))


def _remove(name: str, market: Market) -> Block:
    sure = confirm(
        "Remove this market?",
        f"*{as_text(market.title)}* is not to be bought in any more. Runs that were held in it stay as they are.",
        "Remove it",
        "Keep it",
    )
    return button(REMOVE, "Remove", name, style="danger", confirm=sure)


def _sellers(note: Ready) -> str:
    if isinstance(note, ExampleNote):
        return f"{len(note.sellers)} sellers, the same at every seed"
    few, many = note.sellers.least, note.sellers.most
    return f"{few} sellers" if few == many else f"{few} to {many} sellers"
