"""What a seller says: a phrase of its manner for its move, none twice before all have been used."""

from collections.abc import Mapping, Sequence

from engine.marketplace.market import Seller, Stock
from engine.marketplace.selling import Decision, SellerMove
from engine.marketplace.visibility import SellerView
from engine.seed import shuffle
from engine.terms.money import format_money

SellerPhrases = Mapping[str, Mapping[str, tuple[str, ...]]]
"""Phrases by style and move, with slots: {price}, {item}, {total}, {fact}, {Fact}, {left}."""

MOVES = tuple(move.value for move in SellerMove)
WORDED = (*MOVES, "quote_with_fact", "unknown")
"""What a style must have phrases for."""
LEANINGS = ("keeping", "earning")
"""What a seller may care for above all; `counter_keeping` holds more phrases for those who care for customers."""
LEANS_FROM = 60
"""The weight from which it is above all."""
MAY_BE_WORDED = (*WORDED, *(f"{move}_{leaning}" for move in MOVES for leaning in LEANINGS))
"""What a style may have phrases for."""
SLOTS = ("price", "item", "total", "fact", "Fact", "left")


def say(phrases: SellerPhrases, key: bytes, view: SellerView, decision: Decision, asked: tuple[str, ...]) -> str:
    """The seller's line; `asked` are the topics that the buyer asked about."""
    if decision.counts and not decision.leaves:
        there = _filled(phrases, key, view, decision, SellerMove.STOCK, ())
        return f"{there} {say(phrases, key, view, decision._replace(counts=False), asked)}"
    told = tuple(topic for topic in decision.told if topic in dict(view.stock.facts))
    if decision.move is SellerMove.QUOTE and not told and view.stock.facts and not view.told:
        told = (_first_fact(view.stock),)
        return _filled(phrases, key, view, decision, "quote_with_fact", told)
    if decision.move is SellerMove.TELL and not told:
        return _filled(phrases, key, view, decision, "unknown", ())
    line = _filled(phrases, key, view, decision, decision.move.value, told)
    if not told or decision.move is SellerMove.TELL:
        return line
    answer = _filled(phrases, key, view, Decision(SellerMove.TELL), "tell", told)
    return f"{answer} {line}"


def told_by(view: SellerView, decision: Decision) -> tuple[str, ...]:
    """The topics of the facts that the line tells."""
    if decision.move is SellerMove.QUOTE and not decision.told and view.stock.facts and not view.told:
        return (_first_fact(view.stock),)
    return decision.told


def _first_fact(stock: Stock) -> str:
    return stock.facts[0][0]


def _filled(
    phrases: SellerPhrases, key: bytes, view: SellerView, decision: Decision, move: str, told: tuple[str, ...]
) -> str:
    offer = decision.sold or decision.offer or view.standing
    facts = dict(view.stock.facts)
    fact = _listed([facts[topic] for topic in told])
    price = format_money(offer.price, view.currency) if offer else ""
    return (
        _phrase(phrases, key, view.seller, move, len(view.talk))
        .replace("{price}", price)
        .replace("{item}", view.item.named(offer.quantity) if offer else view.item.many)
        .replace("{total}", format_money(offer.total, view.currency) if offer else "")
        .replace("{left}", view.item.named(view.left))
        .replace("{fact}", fact)
        .replace("{Fact}", fact[:1].upper() + fact[1:])
    )


def _listed(facts: Sequence[str]) -> str:
    """`a, b and c`."""
    *first, last = facts or ("",)
    return f"{', '.join(first)} and {last}" if first else last


def leaning_of(seller: Seller) -> str:
    """One of the leanings, empty where the seller cares for both alike."""
    weights = zip(LEANINGS, (seller.retention, seller.profit), strict=True)
    return next((leaning for leaning, weight in weights if weight >= LEANS_FROM), "")


def _phrase(phrases: SellerPhrases, key: bytes, seller: Seller, move: str, said: int) -> str:
    """The phrases go round in an order of their own for each seller; where one begins depends on how much was said."""
    of_style = phrases[seller.style]
    options = (*of_style[move], *of_style.get(f"{move}_{leaning_of(seller)}", ()))
    order = shuffle(key, f"say/{seller.handle}/{move}", options)
    return order[said // 2 % len(order)]
