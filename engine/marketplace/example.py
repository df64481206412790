"""Markets that are written down whole: the same needs and sellers at every seed, which only words them otherwise."""

from collections.abc import Mapping
from typing import Annotated, Self

from pydantic import Field, model_validator

from engine.marketplace.market import (
    MOST_SELLERS,
    BadMarket,
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
from engine.marketplace.words import Count, HandleText, Minor, Sentence, Short
from engine.scenario.written import Name, Percent, Written
from engine.terms.money import Currency


class NeedNote(Written):
    """An item, and what the buyer needs of it; prices in minor units for one piece."""

    one: Short
    many: Short
    words: tuple[Short, ...] = ()
    quantity: Count
    least: Minor
    most: Minor


class StockNote(Written):
    """What a seller has of an item."""

    pieces: Count
    cost: Minor
    least: Minor
    selling: Minor
    facts: Mapping[Name, Short] = {}


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
        sold = {item for seller in self.sellers.values() for item in seller.stock}
        if unsold := [item for item in self.items if item not in sold]:
            raise ValueError(f"nobody sells {unsold[0]}")
        if unknown := sorted(sold - set(self.items)):
            raise ValueError(f"{unknown[0]} is sold and is none of the items")
        try:
            example_market(self, "", 0)
        except BadMarket as error:
            raise ValueError(str(error)) from error
        return self


def example_market(note: ExampleNote, place: str, seed: int) -> Market:
    """The market; `place` names it among all. BadMarket where it cannot be."""
    return Market(
        id=f"{place}#{seed}",
        title=note.title,
        currency=Currency("USD", "$", 2, note.grid),
        items=tuple(Item(ItemId(item), each.one, each.many, each.words) for item, each in note.items.items()),
        demands=tuple(
            Demand(ItemId(item), each.quantity, each.least, each.most) for item, each in note.items.items()
        ),
        sellers=tuple(_seller(handle, each) for handle, each in note.sellers.items()),
        rules=MarketRules(note.max_rounds, note.partial),
        seed=seed,
    )  # fmt: skip


def _seller(handle: str, note: CastNote) -> Seller:
    stock = tuple(
        Stock(ItemId(item), each.pieces, each.cost, each.least, each.selling, tuple(each.facts.items()))
        for item, each in note.stock.items()
    )
    return Seller(Handle(handle), note.style, note.retention, 100 - note.retention, stock)
