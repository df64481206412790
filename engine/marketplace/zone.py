"""Where a bargain is possible: what sellers ask for all that is needed, how far they could go, and who is in reach."""

from collections.abc import Iterable
from typing import NamedTuple

from engine.marketplace.market import Demand, ItemId, Market, Stock


class Zone(NamedTuple):
    """The room for a bargain about an item; prices are those of one piece, in minor units.

    `list_price` is the lowest that the pieces cost where sellers begin, `floor` the lowest that they could come to:
    of one seller that has all of them, or of several, on average, where parts may be bought. `last` is the floor of
    the dearest seller that is needed. `exists` says whether anybody could go as low as the buyer's maximum.
    """

    list_price: int
    floor: int
    last: int
    exists: bool


def zone_of(market: Market, item: ItemId) -> Zone:
    """The zone of the item; ValueError where nobody has it."""
    demand = market.demand(item)
    stocks = [stock for seller in market.sellers if (stock := seller.stock(item))]
    enough = stocks if market.rules.partial else with_enough(stocks, demand.quantity)
    floor, last = cheapest(((stock.least, stock.pieces) for stock in enough), demand.quantity)
    list_price, _ = cheapest(((_asked(stock, demand, market), stock.pieces) for stock in enough), demand.quantity)
    exists = any(max(stock.least, demand.low) <= min(stock.selling, demand.high) for stock in enough)
    return Zone(list_price, floor, last, exists)


def _asked(stock: Stock, demand: Demand, market: Market) -> int:
    return stock.first_price(min(stock.pieces, demand.quantity), market.currency.grid)


def with_enough(stocks: list[Stock], pieces: int) -> list[Stock]:
    """Those that have so many pieces, or all where none has."""
    return [stock for stock in stocks if stock.pieces >= pieces] or stocks


def cheapest(offers: Iterable[tuple[int, int]], pieces: int) -> tuple[int, int]:
    """What a piece costs on average, rounded up, and the dearest one, when so many are bought where they are cheapest.

    `offers` are prices with how many there are; all are taken where that is not enough. ValueError for none.
    """
    spent = bought = price = 0
    for price, there in sorted(offers):
        taken = min(there, pieces - bought)
        spent, bought = spent + price * taken, bought + taken
        if bought == pieces:
            break
    if not bought:
        raise ValueError("nothing is for sale")
    return -(-spent // bought), price
