"""A market: what a buyer needs, and the sellers that have it. Money in minor units, prices for one piece."""

from dataclasses import dataclass
from typing import Literal, NewType

from engine.terms.money import Currency

Handle = NewType("Handle", str)
"""What a seller is called, without the @."""
ItemId = NewType("ItemId", str)

ENGINE = "1"
"""Version of the rules by which markets are held, raised when the same seed would go otherwise."""

Style = Literal["rude", "neutral", "sweet"]
MOST_SELLERS = 10


def on_grid(price: int, grid: int) -> int:
    """The price, rounded up to a step of the grid."""
    return -(-price // grid) * grid


class BadMarket(ValueError):
    """The market cannot be: whoever set it up reads why."""


@dataclass(frozen=True, slots=True)
class Item:
    """Something that is traded by the piece; `one` and `many` read inside a sentence."""

    id: ItemId
    one: str
    many: str
    words: tuple[str, ...] = ()

    def named(self, quantity: int) -> str:
        """`3 USB-C cables`."""
        return f"{quantity:,} {self.one if quantity == 1 else self.many}"


@dataclass(frozen=True, slots=True)
class Demand:
    """What the buyer needs of an item, and the least and the most that it pays for one piece.

    The least is a matter of trust: what costs less is not what it says it is.
    """

    item: ItemId
    quantity: int
    low: int
    high: int

    def __post_init__(self) -> None:
        if self.quantity < 1:
            raise BadMarket("A buyer needs at least one piece.")
        if not 0 <= self.low <= self.high:
            raise BadMarket("The least that the buyer pays cannot be above the most, nor below zero.")


@dataclass(frozen=True, slots=True)
class Stock:
    """What a seller has of an item. It costs the seller `cost`, is offered at `selling` and never goes below `least`.

    `facts` are what the seller may say of it: topic and words ("warranty", "a one-year warranty"). From `bulk_from`
    pieces on (0: never) it asks `bulk_off` basis points less to begin with.
    """

    item: ItemId
    pieces: int
    cost: int
    least: int
    selling: int
    facts: tuple[tuple[str, str], ...] = ()
    bulk_from: int = 0
    bulk_off: int = 0

    def __post_init__(self) -> None:
        if not 0 <= self.cost < self.least <= self.selling:
            raise BadMarket("A seller's cost has to be below its least price, and that not above its selling price.")
        if self.pieces < 1:
            raise BadMarket("A seller has at least one piece of what it sells.")

    def first_price(self, pieces: int, grid: int) -> int:
        """What the seller asks to begin with, for one of so many pieces."""
        if not self.bulk_from or pieces < self.bulk_from:
            return self.selling
        return max(self.least, on_grid(self.selling - self.selling * self.bulk_off // 10_000, grid))

    def is_for_many(self, offered: int, pieces: int, needed: int) -> bool:
        """Whether a price that was given for so many, more than the request was for, does not hold for so few."""
        return bool(self.bulk_from) and pieces < self.bulk_from <= offered and offered > needed


@dataclass(frozen=True, slots=True)
class Seller:
    """A seller: its manner, and what it cares about. The weights, 0 to 100, come to 100."""

    handle: Handle
    style: Style
    retention: int
    profit: int
    inventory: tuple[Stock, ...]

    def __post_init__(self) -> None:
        if self.retention < 0 or self.profit < 0 or self.retention + self.profit != 100:
            raise BadMarket(f"The weights of @{self.handle} have to come to 100.")

    def stock(self, item: ItemId) -> Stock | None:
        """What it has of the item, None where it has none."""
        return next((stock for stock in self.inventory if stock.item == item), None)


@dataclass(frozen=True, slots=True)
class MarketRules:
    """`max_rounds` is how often the buyer may write for an item. Without `partial` the first purchase ends the talk.

    With it the buyer may go on, and buy of several sellers, until it has what it needs.
    """

    max_rounds: int = 12
    partial: bool = False


@dataclass(frozen=True, slots=True)
class Market:
    """A session: it is set up once, and its items are bargained for one by one, as often as one likes."""

    id: str
    title: str
    currency: Currency
    items: tuple[Item, ...]
    demands: tuple[Demand, ...]
    sellers: tuple[Seller, ...]
    rules: MarketRules = MarketRules()
    seed: int | None = None

    def __post_init__(self) -> None:
        folded = [seller.handle.casefold() for seller in self.sellers]
        if len(set(folded)) < len(folded):
            raise BadMarket("Two sellers have the same handle.")
        if not 1 <= len(self.sellers) <= MOST_SELLERS:
            raise BadMarket(f"A market has 1 to {MOST_SELLERS} sellers.")
        known = {item.id for item in self.items}
        asked = [demand.item for demand in self.demands]
        if not asked or len(set(asked)) < len(asked) or not set(asked) <= known:
            raise BadMarket("The buyer needs at least one item of the market, and each of them once.")

    def item(self, item: ItemId) -> Item:
        """The item of that id; KeyError where there is none."""
        return {each.id: each for each in self.items}[item]

    def demand(self, item: ItemId) -> Demand:
        """What the buyer needs of it; KeyError where it needs none."""
        return {each.item: each for each in self.demands}[item]

    def seller(self, handle: Handle) -> Seller:
        """The seller of that handle; KeyError where there is none."""
        return {each.handle: each for each in self.sellers}[handle]

    def sellers_of(self, item: ItemId) -> tuple[Seller, ...]:
        """Those that have the item, in the market's order."""
        return tuple(seller for seller in self.sellers if seller.stock(item))
