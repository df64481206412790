"""The sellers: a line with the handle, the manner and the weights, and under it what it has."""

from collections.abc import Sequence
from typing import NamedTuple

from engine.marketplace.market import MOST_SELLERS, Item, Seller
from engine.marketplace.sheet.bullets import without_bullet
from engine.marketplace.sheet.heads import EXAMPLE, Head, head_of, head_text
from engine.marketplace.sheet.inventory import Line, Needed, read_inventory
from engine.marketplace.sheet.mistakes import Mistake, Wrong
from engine.marketplace.sheet.stocks import stock_example, stock_text
from engine.terms.money import Currency


class Lines(NamedTuple):
    """The lines of one seller, the first of which names it. `at` is the text that they stand in, from 0."""

    at: int
    first: Line
    rest: tuple[Line, ...]


def read_sellers(texts: Sequence[str], needed: Needed) -> tuple[tuple[Seller, ...], tuple[Mistake, ...]]:
    """The sellers that can be read, and every mistake."""
    groups = [each for at, text in enumerate(texts) for each in _groups(at, text)]
    sellers, mistakes, taken = list[Seller](), list[Mistake](), dict[str, str]()
    for group in groups:
        wrong = Wrong("sellers", group.at)
        head = head_of(*group.first, taken, wrong)
        sellers += _seller(head, group, needed, wrong)
        mistakes += wrong.found
    if not groups:
        mistakes.append(Mistake("sellers", f"Write a seller, as in {EXAMPLE}, and what it has in the lines under it."))
    if len(groups) > MOST_SELLERS:
        told = f"That is {len(groups)} sellers; a market has {MOST_SELLERS} at most."
        mistakes.append(Mistake("sellers", told, at=groups[MOST_SELLERS].at))
    return tuple(sellers), tuple(mistakes)


def seller_text(seller: Seller, items: Sequence[Item], currency: Currency) -> str:
    """The lines that `read_sellers` reads."""
    by_id = {item.id: item for item in items}
    return "\n".join([head_text(seller), *(stock_text(by_id[each.item], each, currency) for each in seller.inventory)])


def _seller(head: Head | None, group: Lines, needed: Needed, wrong: Wrong) -> tuple[Seller, ...]:
    inventory = read_inventory(group.rest, needed, wrong)
    if head and not group.rest:
        sells = stock_example(needed.items[0], needed.currency) if needed.items else "a line for each item"
        wrong.add(f"@{head.handle} sells nothing yet. Write under it: {sells}", group.first[0])
    if head is None or not inventory:
        return ()
    return (Seller(head.handle, head.style, head.retention, 100 - head.retention, inventory),)


def _groups(at: int, text: str) -> list[Lines]:
    """The sellers of a text: each line that begins with an @ begins one."""
    groups: list[list[Line]] = []
    for number, line in enumerate(text.splitlines(), 1):
        plain = without_bullet(line)
        if not plain:
            continue
        if plain.startswith("@") or not groups:
            groups.append([])
        groups[-1].append((number, plain))
    return [Lines(at, first, tuple(rest)) for first, *rest in groups]
