"""The numbers in a line of a market: which are an offer's, which are known besides, and which come from nowhere."""

from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from engine.marketplace.market import Item, Stock
from engine.marketplace.room import Offer
from engine.reading.figures import figures
from engine.terms.money import Currency


class Found(NamedTuple):
    """What a line holds of them. `strange` come from nowhere; `names_offer` where the offer's price or total is said,
    `names_other` where numbers are said that are not the offer's, nor counts or facts."""

    strange: frozenset[Fraction]
    names_offer: bool
    names_other: bool


def of_offers(offers: Iterable[Offer | None], currency: Currency) -> frozenset[Fraction]:
    """The prices and totals of the offers, in the currency's units; below one unit also in its minor ones."""
    amounts = {amount for offer in offers if offer for amount in (offer.price, offer.total)}
    units = {Fraction(amount, currency.unit) for amount in amounts}
    return frozenset(units | {Fraction(amount) for amount in amounts if amount < currency.unit})


@lru_cache(4_096)
def numbers(text: str) -> frozenset[Fraction]:
    """Every number in the text, as `figures` finds them; lines and facts are looked at again and again."""
    return figures(text)


def numbers_in(texts: Iterable[str]) -> frozenset[Fraction]:
    """Every number in the texts."""
    return frozenset().union(*map(numbers, texts))


def plain_numbers(item: Item, stock: Stock | None, pieces: Iterable[int]) -> frozenset[Fraction]:
    """Numbers that are no prices: how many pieces are spoken of, and what stands in the facts and the names."""
    facts = [text for _, text in stock.facts] if stock else []
    return numbers_in((item.one, item.many, *facts)) | {Fraction(count) for count in pieces}


def found_in(text: str, offer: frozenset[Fraction], plain: frozenset[Fraction], heard: frozenset[Fraction]) -> Found:
    """What the line holds: numbers of the offer, plain ones, those that the other side has said, and strange ones."""
    said = figures(text)
    others = said - offer - plain
    return Found(others - heard, bool(said & offer), bool(others))
