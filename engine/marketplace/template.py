"""Markets as a pack's author writes them: what is traded, between which prices, and what sellers may say of it."""

from collections.abc import Mapping
from typing import Annotated, Self

from pydantic import Field, model_validator

from engine.marketplace.example import ExampleNote
from engine.marketplace.market import MOST_SELLERS
from engine.marketplace.words import (
    HandleText,
    Minor,
    Percent,
    Sentence,
    Share,
    Short,
    Weight,
    must_be_asked_about,
)
from engine.scenario.written import Name, Written


class Range(Written):
    """From the least to the most, ends included."""

    least: int
    most: int

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if not 0 <= self.least <= self.most:
            raise ValueError("least has to be at least 0 and not above most")
        return self


class FactNote(Written):
    """One thing that a seller may say of what it has, with how often it is so; dearer ones go with dearer prices.

    `was` holds the words that it had at first, by which it is drawn: so other words change no seller.
    """

    says: Short
    was: Short | None = None
    weight: Weight = 1
    adds: int = 0
    """Percent that it adds to the selling price; below 0 it takes off."""


class ItemNote(Written):
    """An item: its names, and the ranges that its figures are drawn from.

    `price` is what a middling seller asks (minor units); `spread` how far the others ask more or less, in percent.
    `least` is in percent of a seller's own price, `cost` in percent of its least one; `budget` (the most that the buyer
    pays) and `trust` (the least) are in percent of the middling price. On `no_deal` percent of the seeds the budget is
    below every seller's least price; on all others it is enough for somebody's. On `scarce` percent no seller has all
    that is needed.
    """

    one: Short
    many: Short
    words: tuple[Short, ...] = ()
    quantity: Range
    price: Range
    grid: Minor = 5
    spread: Percent = 15
    least: Range = Range(least=68, most=92)
    cost: Range = Range(least=60, most=92)
    budget: Range = Range(least=78, most=108)
    no_deal: Share = 8
    scarce: Share = 0
    trust: Range = Range(least=30, most=50)
    pieces: Range = Range(least=10, most=400)
    bulk: Range = Range(least=0, most=800)
    facts: Mapping[Name, tuple[FactNote, ...]] = {}

    @model_validator(mode="after")
    def _can_be(self) -> Self:
        if self.least.most > 100 or self.cost.most >= 100:
            raise ValueError("least is at most 100 percent of a seller's price, cost below 100 percent of the least")
        if self.price.least < 20 * self.grid:
            raise ValueError("price has to be at least twenty steps of the grid, or there is nothing to bargain about")
        if not self.quantity.least or not self.pieces.least:
            raise ValueError("quantity and pieces begin at 1")
        must_be_asked_about(self.facts)
        return self


class MarketNote(Written):
    """A market of a pack. `sellers` is how many there are, out of `handles`."""

    title: Short
    description: Sentence
    items: Annotated[Mapping[Name, ItemNote], Field(min_length=1, max_length=6)]
    handles: Annotated[tuple[HandleText, ...], Field(min_length=1, max_length=40)]
    sellers: Range = Range(least=3, most=5)
    max_rounds: Annotated[int, Field(strict=True, ge=2, le=40)] = 12
    partial: bool = False

    @model_validator(mode="after")
    def _enough(self) -> Self:
        if len({handle.casefold() for handle in self.handles}) < len(self.handles):
            raise ValueError("handles names a seller twice")
        if not 1 <= self.sellers.least <= self.sellers.most <= min(MOST_SELLERS, len(self.handles)):
            raise ValueError(f"sellers is from 1 to {MOST_SELLERS}, and not more than there are handles")
        if not self.partial and (items := [name for name, item in self.items.items() if item.scarce]):
            raise ValueError(f"{items[0]} is scarce, so that several sellers are needed: partial has to be true")
        return self


Ready = MarketNote | ExampleNote
"""A market that can be played: drawn by its seed, or written whole."""


class MarketPackNote(Written):
    """A pack of markets, drawn and written whole. `phrases` hold what sellers say: by style, by move, with slots."""

    id: Name
    version: Annotated[int, Field(strict=True, ge=1)]
    draw_epoch: Annotated[int, Field(strict=True, ge=1)]
    markets: Annotated[Mapping[Name, MarketNote], Field(min_length=1, max_length=50)]
    examples: Annotated[Mapping[Name, ExampleNote], Field(max_length=20)] = {}
    phrases: Mapping[Name, Mapping[Name, tuple[Sentence, ...]]]

    @property
    def ready(self) -> dict[str, Ready]:
        """Every market that can be played, the examples first."""
        return {**self.examples, **self.markets}

    @model_validator(mode="after")
    def _once(self) -> Self:
        if twice := sorted(set(self.examples) & set(self.markets)):
            raise ValueError(f"{twice[0]} is an example and a market: give one of them another name")
        return self
