"""What one seller has, a line an item, with what it tells of it in the same line or in those under it."""

import re
from collections.abc import Sequence
from difflib import get_close_matches
from functools import partial
from typing import NamedTuple

from engine.marketplace.market import Item, Stock
from engine.marketplace.sheet.heads import EXAMPLE, is_of_the_head
from engine.marketplace.sheet.mistakes import Unreadable, Wrong, cut
from engine.marketplace.sheet.stocks import Figures, fact_of, figure_of, is_facts, parts_of, stock_example, stock_of
from engine.terms.money import Currency

Line = tuple[int, str]


class Needed(NamedTuple):
    """The items that may be sold. Without `all_known` some could not be read, so that unknown ones are no mistake."""

    items: Sequence[Item]
    all_known: bool
    currency: Currency

    def named(self, written: str) -> Item | None:
        """The item that the words name."""
        name = " ".join(written.split()).casefold()
        by_name = {word.casefold(): item for item in reversed(self.items) for word in item.words}
        by_name |= {each.casefold(): item for item in self.items for each in (item.id, item.one, item.many)}
        return by_name.get(name)

    def instead_of(self, written: str) -> str:
        """What is said where the words name no item."""
        names = [item.many for item in self.items]
        if not names:
            return f"{cut(written)} is nothing that the buyer needs."
        if ":" not in written and re.search(r"[0-9]", written):
            return f"Write the item, a colon and its figures: {stock_example(self.items[0], self.currency)}"
        near = get_close_matches(written, names, n=1, cutoff=0.5)
        guess = f"Did you mean {near[0]}?" if near else f"Needed are {', '.join(names)}."
        return f"{cut(written)} is nothing that the buyer needs. {guess}"


def read_inventory(lines: Sequence[Line], needed: Needed, wrong: Wrong) -> tuple[Stock, ...]:
    """The stock of these lines; what cannot be read is added to `wrong`."""
    found: dict[str, Stock] = {}
    for first, *more in _by_item(lines, needed):
        stock = _stock(first, more, needed, wrong)
        if stock and stock.item in found:
            name = first[1].partition(":")[0]
            wrong.add(f"{cut(name)} stands there already for this seller. Make one line of both.", first[0])
        elif stock:
            found[stock.item] = stock
    return tuple(found.values())


def _by_item(lines: Sequence[Line], needed: Needed) -> list[list[Line]]:
    """Each line of figures with the lines of facts under it."""
    groups: list[list[Line]] = []
    for number, line in lines:
        goes_on = groups and is_facts(line) and not needed.named(line.partition(":")[0])
        if not goes_on:
            groups.append([])
        groups[-1].append((number, line))
    return groups


def _stock(first: Line, more: Sequence[Line], needed: Needed, wrong: Wrong) -> Stock | None:
    before = len(wrong.found)
    number, line = first
    name, colon, rest = line.partition(":")
    item = needed.named(name) if colon else None
    if item is None and is_of_the_head(line):
        wrong.add(f"{cut(line)} belongs into the seller's first line, behind the handle, as in {EXAMPLE}.", number)
        return None
    if item is None and needed.all_known:
        wrong.add(needed.instead_of(name.strip() if colon else line), number)
    figures, facts = _read([(number, rest), *more], needed.currency, wrong)
    if item is None or len(wrong.found) > before:
        return None
    return wrong.trying(number, lambda: stock_of(item, figures, facts, needed.currency))


def _read(lines: Sequence[Line], currency: Currency, wrong: Wrong) -> tuple[Figures, dict[str, str]]:
    figures, facts = Figures(), dict[str, str]()
    for number, line in lines:
        for part in parts_of(line):
            wrong.trying(number, partial(_take, part, figures, facts, currency))
    return figures, facts


def _take(part: str, figures: Figures, facts: dict[str, str], currency: Currency) -> None:
    read = figure_of(part, currency)
    if read is None:
        topic, words = fact_of(part)
        if topic in facts:
            raise Unreadable(f"{cut(part)}: the {topic} is told already. One thing is told of each.")
        facts[topic] = words
    elif any(name in figures for name in read):
        raise Unreadable(f"{cut(part)}: that figure stands there already.")
    else:
        figures.update(read)
