"""A market to try things on: cables from three sellers, as small as a market with a choice can be."""

from datetime import UTC, datetime

from engine.marketplace.handles import addressed
from engine.marketplace.market import Demand, Handle, Item, ItemId, Market, MarketRules, Seller, Stock, Style
from engine.marketplace.room import Room, apply, open_room
from engine.marketplace.trading import House, Line, advance
from engine.terms.money import Currency
from packs.markets import installed_markets

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
CABLE = ItemId("usb_c_cable")
HOUSE = House(installed_markets().phrases, b"k" * 32)


def seller(
    handle: str,
    style: Style = "neutral",
    retention: int = 50,
    *,
    least: int = 600,
    selling: int = 800,
    pieces: int = 100,
    bulk_from: int = 0,
    bulk_off: int = 0,
) -> Seller:
    """A seller of cables."""
    stock = Stock(CABLE, pieces, 400, least, selling, (("warranty", f"the warranty of {handle}"),), bulk_from, bulk_off)
    return Seller(Handle(handle), style, retention, 100 - retention, (stock,))


def market(*sellers: Seller, quantity: int = 3, partial: bool = False, max_rounds: int = 12) -> Market:
    """A market with these sellers, or the usual three."""
    three = (seller("CableHouse", "rude"), seller("QuickTech", "sweet", 80), seller("BudgetWires", selling=700))
    return Market(
        id="test/cables@1#1",
        title="Cables",
        currency=Currency("USD", "$", 2, 5),
        items=(Item(CABLE, "USB-C cable", "USB-C cables", ("cable", "cables")),),
        demands=(Demand(CABLE, quantity, 500, 900),),
        sellers=sellers or three,
        rules=MarketRules(max_rounds, partial),
    )


def room_of(*sellers: Seller, quantity: int = 3, partial: bool = False, max_rounds: int = 12) -> Room:
    """The talk about cables among them, begun."""
    return open_room(market(*sellers, quantity=quantity, partial=partial, max_rounds=max_rounds), CABLE, NOW)


def after(room: Room, *lines: str) -> Room:
    """The talk after these lines of the buyer."""
    for text in lines:
        to = addressed(text, [each.handle for each in room.sellers])
        for event in advance(room, HOUSE, Line(text, to), NOW):
            room = apply(room, event)
    return room
