"""Markets that are written down whole: the same needs and sellers at every seed, which only words them otherwise."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Self

from pydantic import Field, model_validator

from engine.marketplace.market import (
    MOST_SELLERS,
    Demand,
    Handle,
    Item,
    ItemId,
    Market,
    MarketRules,
    Seller,
    Stock,
    Style,
)
from engine.marketplace.words import Count, HandleText, Minor, Sentence, Short, must_be_asked_about
from engine.scenario.written import Misplaced, Name, Percent, Written, refused
from engine.terms.money import Currency


class NeedNote(Written):
    """An item, and what the buyer needs of it; prices in minor units for one piece."""

    one: Short
    many: Short
    words: tuple[Short, ...] = ()
    quantity: Count
    least: Minor
    most: Minor

    @model_validator(mode="after")
    def _can_be(self) -> Self:
        _demand("", self)
        return self


class StockNote(Written):
    """What a seller has of an item."""

    pieces: Count
    cost: Minor
    least: Minor
    selling: Minor
    facts: Mapping[Name, Short] = {}

    @model_validator(mode="after")
    def _can_be(self) -> Self:
        must_be_asked_about(self.facts)
        _stock("", self)
        return self


class CastNote(Written):
    """A seller; what it cares for besides keeping customers is profit."""

    style: Style
    retention: Percent
    stock: Annotated[Mapping[Name, StockNote], Field(min_length=1)]


class ExampleNote(Written):
    """A market as its author wrote it."""

    title: Short
    description: Sentence
    items: Annotated[Mapping[Name, NeedNote], Field(min_length=1, max_length=6)]
    sellers: Annotated[Mapping[HandleText, CastNote], Field(min_length=1, max_length=MOST_SELLERS)]
    grid: Minor = 5
    max_rounds: Annotated[int, Field(strict=True, ge=2, le=40)] = 12
    partial: bool = False

    @model_validator(mode="after")
    def _can_be(self) -> Self:
        if found := tuple(_misplaced(self)):
            raise refused(found)
        return self


def _misplaced(note: ExampleNote) -> Iterator[Misplaced]:
    """What does not fit together, each where it stands."""
    sold = {item for seller in note.sellers.values() for item in seller.stock}
    for item in note.items:
        if item not in sold:
            yield Misplaced(("items", item), "nobody sells it")
    folded: set[str] = set()
    for handle, seller in note.sellers.items():
        if handle.casefold() in folded:
            yield Misplaced(("sellers", handle), "has the handle of another seller")
        folded.add(handle.casefold())
        for item in seller.stock:
            if item not in note.items:
                yield Misplaced(("sellers", handle, "stock", item), f"{item} is sold and is none of the items")


def example_market(note: ExampleNote, place: str, seed: int) -> Market:
    """The market; `place` names it among all."""
    return Market(
        id=f"{place}#{seed}",
        title=note.title,
        currency=Currency("USD", "$", 2, note.grid),
        items=tuple(Item(ItemId(item), each.one, each.many, each.words) for item, each in note.items.items()),
        demands=tuple(_demand(item, each) for item, each in note.items.items()),
        sellers=tuple(_seller(handle, each) for handle, each in note.sellers.items()),
        rules=MarketRules(note.max_rounds, note.partial),
        seed=seed,
    )  # fmt: skip


def _seller(handle: str, note: CastNote) -> Seller:
    stock = tuple(_stock(item, each) for item, each in note.stock.items())
    return Seller(Handle(handle), note.style, note.retention, 100 - note.retention, stock)


def _demand(item: str, note: NeedNote) -> Demand:
    return Demand(ItemId(item), note.quantity, note.least, note.most)


def _stock(item: str, note: StockNote) -> Stock:
    return Stock(ItemId(item), note.pieces, note.cost, note.least, note.selling, tuple(note.facts.items()))
