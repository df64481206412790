"""A market drawn from its template by a seed: the same seed gives the same needs, sellers, stock and prices."""

from collections.abc import Mapping

from engine.marketplace.market import Demand, Handle, Item, ItemId, Market, MarketRules, Seller, Stock, Style
from engine.marketplace.template import FactNote, ItemNote, MarketNote, MarketPackNote
from engine.seed import draw_range, pick, seed_key, shuffle
from engine.terms.money import Currency

_STYLES: tuple[Style, ...] = ("rude", "neutral", "sweet")
_STYLE_WEIGHTS = {"rude": 2, "neutral": 4, "sweet": 3}


def market_key(pack: MarketPackNote, market: str, seed: int) -> bytes:
    """The key of everything that is drawn in that market by that seed."""
    return seed_key(f"{pack.id}/{market}", pack.draw_epoch, seed)


def draw_market(pack: MarketPackNote, name: str, seed: int) -> Market:
    """The market of that name; KeyError where the pack has none."""
    note, key = pack.markets[name], market_key(pack, name, seed)
    items = tuple(Item(ItemId(item), each.one, each.many, each.words) for item, each in note.items.items())
    middling = {item: _on_grid(draw_range(key, f"item/{item}/price", each.price.least, each.price.most), each.grid)
                for item, each in note.items.items()}  # fmt: skip
    return Market(
        id=f"{pack.id}/{name}@{pack.draw_epoch}#{seed}",
        title=note.title,
        currency=Currency("USD", "$", 2, min(each.grid for each in note.items.values())),
        items=items,
        demands=tuple(_demand(key, ItemId(item), each, middling[item]) for item, each in note.items.items()),
        sellers=_sellers(key, note, middling),
        rules=MarketRules(note.max_rounds, note.partial),
        seed=seed,
    )


def _demand(key: bytes, item: ItemId, note: ItemNote, price: int) -> Demand:
    path = f"demand/{item}"
    quantity = draw_range(key, f"{path}/quantity", note.quantity.least, note.quantity.most)
    high = price * draw_range(key, f"{path}/budget", note.budget.least, note.budget.most) // 100
    low = price * draw_range(key, f"{path}/trust", note.trust.least, note.trust.most) // 100
    return Demand(item, quantity, _on_grid(min(low, high), note.grid), _on_grid(high, note.grid))


def _sellers(key: bytes, note: MarketNote, middling: Mapping[str, int]) -> tuple[Seller, ...]:
    count = draw_range(key, "sellers", note.sellers.least, note.sellers.most)
    return tuple(_seller(key, handle, note, middling) for handle in shuffle(key, "handles", note.handles)[:count])


def _seller(key: bytes, handle: str, note: MarketNote, middling: Mapping[str, int]) -> Seller:
    path = f"seller/{handle}"
    retention = draw_range(key, f"{path}/retention", 5, 95, 5)
    style = pick(key, f"{path}/style", _STYLE_WEIGHTS)
    return Seller(
        handle=Handle(handle),
        style=next(each for each in _STYLES if each == style),
        retention=retention,
        profit=100 - retention,
        inventory=tuple(
            _stock(key, f"{path}/{item}", ItemId(item), each, middling[item]) for item, each in note.items.items()
        ),
    )


def _stock(key: bytes, path: str, item: ItemId, note: ItemNote, middling: int) -> Stock:
    facts = {topic: _fact(key, f"{path}/fact/{topic}", options) for topic, options in note.facts.items()}
    around = 100 + draw_range(key, f"{path}/spread", 0, 2 * note.spread) - note.spread
    around += sum(fact.adds for fact in facts.values())
    selling = _on_grid(max(note.grid * 20, middling * around // 100), note.grid)
    least = max(2, selling * draw_range(key, f"{path}/least", note.least.least, note.least.most) // 100)
    least = min(selling, _on_grid(least, note.grid))
    bulk_off = draw_range(key, f"{path}/bulk", note.bulk.least, note.bulk.most, 100)
    return Stock(
        item=item,
        pieces=draw_range(key, f"{path}/pieces", note.pieces.least, note.pieces.most),
        cost=least * draw_range(key, f"{path}/cost", note.cost.least, note.cost.most) // 100,
        least=least,
        selling=selling,
        facts=tuple((topic, fact.says) for topic, fact in facts.items()),
        bulk_from=draw_range(key, f"{path}/bulk_from", 2, 3) * note.quantity.least + 2 if bulk_off else 0,
        bulk_off=bulk_off,
    )


def _fact(key: bytes, path: str, options: tuple[FactNote, ...]) -> FactNote:
    by_words = {option.says: option for option in options}
    return by_words[pick(key, path, {says: option.weight for says, option in by_words.items()})]


def _on_grid(amount: int, grid: int) -> int:
    return max(grid, amount // grid * grid)
