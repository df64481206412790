"""A market drawn from its template by a seed: the same seed gives the same needs, sellers, stock and prices."""

from collections.abc import Mapping
from typing import NamedTuple

from engine.marketplace.example import example_market
from engine.marketplace.market import Demand, Handle, Item, ItemId, Market, MarketRules, Seller, Stock, Style
from engine.marketplace.template import FactNote, ItemNote, MarketNote, MarketPackNote
from engine.marketplace.zone import cheapest, with_enough
from engine.seed import draw_range, pick, seed_key, shuffle
from engine.terms.money import Currency

_STYLES: tuple[Style, ...] = ("rude", "neutral", "sweet")
_STYLE_WEIGHTS = {"rude": 2, "neutral": 4, "sweet": 3}
_SHORT_OF_FLOOR = (82, 96)
"""Percent of the lowest floor that a buyer pays at most for whom there is no deal."""
_ABOVE_FLOOR = (104, 116)
"""Percent of the floor that every other buyer could pay at least."""
_SHARE_IN_STOCK = (35, 85)
"""Percent of what is needed that a seller has where nobody has all of it."""


class Wanted(NamedTuple):
    """What is drawn of an item before the sellers: its middling price, the need, and whether nobody has all of that."""

    price: int
    quantity: int
    scarce: bool


def market_key(pack: MarketPackNote, market: str, seed: int) -> bytes:
    """The key of everything that is drawn in that market by that seed."""
    return seed_key(f"{pack.id}/{market}", pack.draw_epoch, seed)


def draw_market(pack: MarketPackNote, name: str, seed: int) -> Market:
    """The market of that name; KeyError where the pack has none."""
    if name in pack.examples:
        return example_market(pack.examples[name], f"{pack.id}/{name}@{pack.draw_epoch}", seed)
    note, key = pack.markets[name], market_key(pack, name, seed)
    wanted = {item: _wanted(key, item, each) for item, each in note.items.items()}
    sellers = _sellers(key, note, wanted)
    return Market(
        id=f"{pack.id}/{name}@{pack.draw_epoch}#{seed}",
        title=note.title,
        currency=Currency("USD", "$", 2, min(each.grid for each in note.items.values())),
        items=tuple(Item(ItemId(item), each.one, each.many, each.words) for item, each in note.items.items()),
        demands=tuple(_demand(key, ItemId(item), note, wanted[item], sellers) for item in note.items),
        sellers=sellers,
        rules=MarketRules(note.max_rounds, note.partial),
        seed=seed,
    )


def _wanted(key: bytes, item: str, note: ItemNote) -> Wanted:
    price = _on_grid(draw_range(key, f"item/{item}/price", note.price.least, note.price.most), note.grid)
    quantity = draw_range(key, f"demand/{item}/quantity", note.quantity.least, note.quantity.most)
    return Wanted(price, quantity, quantity > 1 and _happens(key, f"item/{item}/scarce", note.scarce))


def _demand(key: bytes, item: ItemId, note: MarketNote, wanted: Wanted, sellers: tuple[Seller, ...]) -> Demand:
    of = note.items[item]
    stocks = [stock for seller in sellers if (stock := seller.stock(item))]
    enough = stocks if note.partial else with_enough(stocks, wanted.quantity)
    high = _on_grid(_most_paid(key, item, of, wanted, enough), of.grid)
    low = wanted.price * draw_range(key, f"demand/{item}/trust", of.trust.least, of.trust.most) // 100
    return Demand(item, wanted.quantity, _on_grid(min(low, high), of.grid), high)


def _most_paid(key: bytes, item: ItemId, note: ItemNote, wanted: Wanted, stocks: list[Stock]) -> int:
    """The budget, made to fit: enough for the whole need, or on purpose below what anybody could go to."""
    if _happens(key, f"demand/{item}/no_deal", note.no_deal):
        lowest = min(stock.least for stock in stocks)
        return lowest * draw_range(key, f"demand/{item}/short", *_SHORT_OF_FLOOR) // 100
    _, needed = cheapest(((stock.least, stock.pieces) for stock in stocks), wanted.quantity)
    budget = wanted.price * draw_range(key, f"demand/{item}/budget", note.budget.least, note.budget.most) // 100
    return max(budget, needed * draw_range(key, f"demand/{item}/room", *_ABOVE_FLOOR) // 100)


def _sellers(key: bytes, note: MarketNote, wanted: Mapping[str, Wanted]) -> tuple[Seller, ...]:
    count = draw_range(key, "sellers", note.sellers.least, note.sellers.most)
    return tuple(_seller(key, handle, note, wanted) for handle in shuffle(key, "handles", note.handles)[:count])


def _seller(key: bytes, handle: str, note: MarketNote, wanted: Mapping[str, Wanted]) -> Seller:
    path = f"seller/{handle}"
    retention = draw_range(key, f"{path}/retention", 5, 95, 5)
    style = pick(key, f"{path}/style", _STYLE_WEIGHTS)
    return Seller(
        handle=Handle(handle),
        style=next(each for each in _STYLES if each == style),
        retention=retention,
        profit=100 - retention,
        inventory=tuple(
            _stock(key, f"{path}/{item}", ItemId(item), each, wanted[item]) for item, each in note.items.items()
        ),
    )


def _stock(key: bytes, path: str, item: ItemId, note: ItemNote, wanted: Wanted) -> Stock:
    facts = {topic: _fact(key, f"{path}/fact/{topic}", options) for topic, options in note.facts.items()}
    around = 100 + draw_range(key, f"{path}/spread", 0, 2 * note.spread) - note.spread
    around += sum(fact.adds for fact in facts.values())
    selling = _on_grid(max(note.grid * 20, wanted.price * around // 100), note.grid)
    least = max(2, selling * draw_range(key, f"{path}/least", note.least.least, note.least.most) // 100)
    least = min(selling, _on_grid(least, note.grid))
    bulk_off = draw_range(key, f"{path}/bulk", note.bulk.least, note.bulk.most, 100)
    return Stock(
        item=item,
        pieces=_pieces(key, path, note, wanted),
        cost=least * draw_range(key, f"{path}/cost", note.cost.least, note.cost.most) // 100,
        least=least,
        selling=selling,
        facts=tuple((topic, fact.says) for topic, fact in sorted(facts.items(), key=lambda each: -each[1].adds)),
        bulk_from=draw_range(key, f"{path}/bulk_from", 2, 3) * note.quantity.least + 2 if bulk_off else 0,
        bulk_off=bulk_off,
    )


def _pieces(key: bytes, path: str, note: ItemNote, wanted: Wanted) -> int:
    """How many it has; three who have the least share of a scarce item have all that is needed together."""
    if not wanted.scarce:
        return draw_range(key, f"{path}/pieces", note.pieces.least, note.pieces.most)
    share = draw_range(key, f"{path}/share", *_SHARE_IN_STOCK)
    return min(wanted.quantity - 1, -(-wanted.quantity * share // 100))


def _happens(key: bytes, path: str, percent: int) -> bool:
    return draw_range(key, path, 1, 100) <= percent


def _fact(key: bytes, path: str, options: tuple[FactNote, ...]) -> FactNote:
    by_words = {option.was or option.says: option for option in options}
    return by_words[pick(key, path, {words: option.weight for words, option in by_words.items()})]


def _on_grid(amount: int, grid: int) -> int:
    return max(grid, amount // grid * grid)
