"""What a seller has of an item: `cost 4.00, least 6.00, price 8.00, 100 pieces; warranty: a one-year warranty`."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import TypedDict

from engine.marketplace.listening import TOPIC_WORDS
from engine.marketplace.market import Item, Stock
from engine.marketplace.sheet.amounts import count_of, price_of, price_text, share_of, share_text
from engine.marketplace.sheet.mistakes import Unreadable, cut
from engine.terms.money import Currency

LONGEST_FACT = 60
_FIGURES = {"cost": "cost", "costs": "cost", "least": "least", "lowest": "least", "floor": "least", "minimum": "least",
            "min": "least", "price": "selling", "list price": "selling", "selling": "selling",
            "selling price": "selling", "asks": "selling"}  # fmt: skip
_NEAR = ("cost", "least", "price", *(f"{topic}:" for topic in TOPIC_WORDS))
_CALLED = {"cost": "cost", "least": "least", "selling": "price", "pieces": "pieces"}
_FIGURE = re.compile(rf"(?P<what>{'|'.join(sorted(_FIGURES, key=len, reverse=True))})\b\s*[:=]?\s*(?P<amount>.*)")
_PIECES = re.compile(r"(?P<count>[-−]?[0-9][0-9,.]*)\s*(?:pieces|piece|pcs|units|unit|in stock)")
_IN_STOCK = re.compile(r"(?:stock|pieces)\s*[:=]?\s*(?P<count>[-−]?[0-9][0-9,.]*)")
_BULK = re.compile(
    r"(?P<share>[-−0-9.,]+)\s*%\s*(?:off|less)?\s*(?:from|for|at)\s*(?P<count>[-−]?[0-9][0-9,.]*)\s*"
    r"(?:pieces|piece|pcs)?\s*(?:on|up)?"
)
_TOPIC = re.compile(rf"(?P<topic>{'|'.join(TOPIC_WORDS)})\s*:\s*(?P<words>.*)", re.IGNORECASE)
_BETWEEN_FIGURES = re.compile(r",(?![0-9])|·")
TOPICS = ", ".join([*list(TOPIC_WORDS)[:-1], f"or {list(TOPIC_WORDS)[-1]}"])


class Figures(TypedDict, total=False):
    """What stands in the line, so far."""

    cost: int
    least: int
    selling: int
    pieces: int
    bulk_from: int
    bulk_off: int


def parts_of(line: str) -> Iterator[str]:
    """The pieces of a stock's line: figures between commas, facts between semicolons."""
    for part in line.split(";"):
        shorter = [part] if _TOPIC.match(part.strip()) else _BETWEEN_FIGURES.split(part)
        yield from (each.strip() for each in shorter if each.strip())


def is_facts(line: str) -> bool:
    """Whether the line goes on with what a seller tells of the item of the line before."""
    return bool(_TOPIC.match(line.strip()))


def figure_of(part: str, currency: Currency) -> Figures | None:
    """The figures of a piece of the line; None where it holds a fact. Unreadable for figures that cannot be."""
    lower = part.lower().rstrip(".")
    if found := _PIECES.fullmatch(lower) or _IN_STOCK.fullmatch(lower):
        return {"pieces": count_of(found["count"])}
    if found := _BULK.fullmatch(lower):
        return {"bulk_off": share_of(found["share"]), "bulk_from": count_of(found["count"])}
    if (found := _FIGURE.fullmatch(lower)) and not _TOPIC.match(part):
        amount = price_of(found["amount"], currency)
        match _FIGURES[found["what"]]:
            case "cost":
                return {"cost": amount}
            case "least":
                return {"least": amount}
            case _:
                return {"selling": amount}
    return None


def fact_of(part: str) -> tuple[str, str]:
    """The fact in a piece of the line: its topic and its words. Unreadable where it is about nothing known."""
    found = _TOPIC.fullmatch(part)
    topic, words = (found["topic"].lower(), found["words"].strip()) if found else (_topic_of(part), part)
    if not words:
        raise Unreadable(f"Say something of the {topic}, as in {topic}: a one-year warranty; or leave it out.")
    if len(words) > LONGEST_FACT:
        raise Unreadable(f"{cut(words)} is too long; what is told has {LONGEST_FACT} characters at most.")
    return topic, words


def stock_of(item: Item, figures: Figures, facts: dict[str, str], currency: Currency) -> Stock:
    """The stock with these figures; Unreadable where one is missing, or where they cannot be together."""
    missing = [name for key, name in _CALLED.items() if key not in figures]
    if missing:
        *some, last = missing
        told = f"{', '.join(some)} and {last} are" if some else f"{last} is"
        raise Unreadable(f"{told} missing. Write it like {stock_example(item, currency)}")
    cost, least, selling = (price_text(figures[key], currency) for key in ("cost", "least", "selling"))
    if figures["cost"] >= figures["least"]:
        raise Unreadable(f"cost {cost} has to be below least {least}; otherwise the seller loses on every sale.")
    if figures["least"] > figures["selling"]:
        raise Unreadable(
            f"least {least} is above price {selling}; a seller begins at its price and goes down to least."
        )
    return Stock(item=item.id, facts=tuple(facts.items()), **figures)


def stock_example(item: Item, currency: Currency) -> str:
    """A whole line for the item."""
    cost, least, selling = (price_text(each * currency.unit, currency) for each in (4, 6, 8))
    return f"{item.many}: cost {cost}, least {least}, price {selling}, 100 pieces"


def stock_text(item: Item, stock: Stock, currency: Currency) -> str:
    """The line of the figures, and under it one of what is told."""
    cost, least, selling = (price_text(each, currency) for each in (stock.cost, stock.least, stock.selling))
    bulk = f", {share_text(stock.bulk_off)}% off from {stock.bulk_from:,}" if stock.bulk_off else ""
    figures = f"{item.many}: cost {cost}, least {least}, price {selling}, {stock.pieces:,} pieces{bulk}"
    facts = "; ".join(f"{topic}: {words}" for topic, words in stock.facts)
    return f"{figures}\n  {facts}" if facts else figures


def _topic_of(part: str) -> str:
    """What the words are about, where they say so themselves."""
    folded = part.casefold()
    found = [topic for topic, words in TOPIC_WORDS.items() if any(word in folded for word in words)]
    if len(found) != 1 or ":" in part:
        word, _, rest = part.partition(" ")
        if near := get_close_matches(word.lower(), _NEAR, n=1, cutoff=0.7):
            raise Unreadable(f"I cannot read {cut(part)}. Did you mean {' '.join([near[0], rest]).strip()}?")
        raise Unreadable(
            f"I cannot read {cut(part)}. Figures are cost, least, price, 100 pieces and 5% off from 20; what else a "
            f"seller tells begins with {TOPICS} and a colon."
        )
    return found[0]
