"""What the buyer needs, a line an item: `3 USB-C cables: 5.00 to 9.00`."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from engine.marketplace.listening import TOPIC_WORDS
from engine.marketplace.market import Demand, Item
from engine.marketplace.sheet.amounts import count_of, price_of, price_text
from engine.marketplace.sheet.bullets import without_bullet
from engine.marketplace.sheet.mistakes import Unreadable, Wrong, cut
from engine.marketplace.sheet.names import item_of, item_text
from engine.terms.money import Currency

MOST_ITEMS = 10
_COUNTED = re.compile(r"(?P<count>[-−]?[0-9][0-9,.]*)(?:\s*[x×]\s+|\s+|$)(?P<name>.*)")
_RANGE = re.compile(r"(?:from|between)?\s*(?P<low>.+?)\s*(?:to|and|-|–|—|\.\.+|…)\s*(?P<high>.+)", re.IGNORECASE)
_UP_TO = re.compile(r"(?:up to|at most)\s*(?P<high>.+)", re.IGNORECASE)


class Need(NamedTuple):
    """A line of the needs: the item, None where it cannot be told, and what is needed of it, None where that cannot."""

    line: int
    item: Item | None
    demand: Demand | None


def read_needs(text: str, currency: Currency, wrong: Wrong) -> tuple[Need, ...]:
    """A need for each line; what cannot be read is added to `wrong`."""
    needs = tuple(_need(at, line, currency, wrong) for at, line in _lines(text))
    if not needs:
        wrong.add(f"Write what the buyer needs, a line an item: 3 USB-C cables: {_some_prices(currency)}")
    if len(needs) > MOST_ITEMS:
        wrong.add(f"That is {len(needs)} items; a market has {MOST_ITEMS} at most.")
    _add_doubles(needs, wrong)
    return needs


def needs_text(items: Iterator[tuple[Item, Demand]], currency: Currency) -> str:
    """The lines that `read_needs` reads."""
    return "\n".join(
        f"{_counted(demand.quantity, item_text(item, demand.quantity))}: "
        f"{price_text(demand.low, currency)} to {price_text(demand.high, currency)}"
        for item, demand in items
    )


def _counted(quantity: int, name: str) -> str:
    return f"{quantity:,} x {name}" if name.lower().startswith(("x ", "× ")) else f"{quantity:,} {name}"


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for at, line in enumerate(text.splitlines(), 1):
        if plain := without_bullet(line):
            yield at, plain


def _need(at: int, line: str, currency: Currency, wrong: Wrong) -> Need:
    what, prices = _parts(line)
    counted = _COUNTED.fullmatch(what)
    quantity = wrong.trying(at, lambda: _quantity(counted, what, currency))
    item = wrong.trying(at, lambda: _named(counted["name"] if counted else what, quantity or 2))
    limits = wrong.trying(at, lambda: _limits(prices, what, currency))
    return Need(at, item, Demand(item.id, quantity, *limits) if item and quantity and limits else None)


def _parts(line: str) -> tuple[str, str]:
    """What stands before the colon that comes last, and the prices behind it."""
    what, colon, prices = line.rpartition(":")
    return (what.strip(), prices.strip()) if colon and ")" not in prices else (line.strip(), "")


def _quantity(counted: re.Match[str] | None, what: str, currency: Currency) -> int:
    if counted is None:
        name = what[:40] or "USB-C cables"
        raise Unreadable(f"How many? Write a number before the name: 3 {name}: {_some_prices(currency)}")
    return count_of(counted["count"])


def _named(written: str, quantity: int) -> Item:
    item = item_of(written, quantity)
    if item.one.casefold() in TOPIC_WORDS or item.many.casefold() in TOPIC_WORDS:
        raise Unreadable(f"{cut(item.many)} is something that sellers tell of an item. Call the item something else.")
    return item


def _limits(prices: str, what: str, currency: Currency) -> tuple[int, int]:
    found = _UP_TO.fullmatch(prices) or _RANGE.fullmatch(prices)
    if found is None:
        raise Unreadable(
            f"Write the least and the most that is paid for one piece behind a colon: "
            f"{what[:40]}: {_some_prices(currency)}"
        )
    low = price_of(found["low"], currency) if "low" in found.groupdict() else 0
    high = price_of(found["high"], currency)
    if low > high:
        low_text, high_text = price_text(low, currency), price_text(high, currency)
        raise Unreadable(f"The least ({low_text}) is above the most ({high_text}). Write {high_text} to {low_text}.")
    if not high:
        raise Unreadable("The most that is paid for a piece has to be above zero.")
    return low, high


def _some_prices(currency: Currency) -> str:
    return f"{price_text(5 * currency.unit, currency)} to {price_text(9 * currency.unit, currency)}"


def _add_doubles(needs: tuple[Need, ...], wrong: Wrong) -> None:
    first: dict[str, int] = {}
    for line, item in ((need.line, need.item) for need in needs if need.item):
        names = (item.id, item.one.casefold(), item.many.casefold())
        if before := next((first[name] for name in names if name in first), 0):
            told = f"{item.many} go by the same name as line {before}."
            wrong.add(f"{told} Make one line of both, or call one otherwise.", line)
        first = dict.fromkeys(names, line) | first
