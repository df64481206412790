"""How well sellers' lines hold together: with their offers, with what the seller may say, and with its earlier offers.

Counted from the events of a talk alone, the same for strict sellers and for those that a model plays.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from engine.marketplace.amounts import found_in, numbers, numbers_in, of_offers, plain_numbers
from engine.marketplace.features import invented, without_claims
from engine.marketplace.limits import Limit
from engine.marketplace.market import Handle
from engine.marketplace.room import Bought, BuyerSaid, Offer, Room, SellerSaid, apply, open_room


class Flaw(StrEnum):
    """What is wrong with a seller's line."""

    PRICE = "price"
    """It names an amount that nobody has offered: an invented price claim."""
    FEATURE = "feature"
    """It claims what is not among the seller's facts."""
    WORSE = "worse"
    """Its offer is dearer than an earlier one for as many pieces."""
    OTHER = "other"
    """It speaks of another price than its offer's."""
    HELD = "held"
    """What a model wanted broke a limit, twice: the last legal offer was held in its place."""


_INCOHERENT = (Flaw.WORSE, Flaw.OTHER, Flaw.HELD)


class Finding(NamedTuple):
    """A flaw, where it is, and the words (or the limits) that it rests on."""

    flaw: Flaw
    seller: Handle
    round: int
    text: str
    what: str


@dataclass(frozen=True, slots=True)
class Quality:
    """How many lines sellers said, how many of them hold together, and everything that is wrong with the others.

    `by_model` of the lines are a model's own; `stood_in` are those that rules said because the model gave no answer.
    """

    lines: int = 0
    coherent: int = 0
    by_model: int = 0
    stood_in: int = 0
    findings: tuple[Finding, ...] = ()

    @property
    def coherence(self) -> int:
        """The share of lines that hold together with their own offers, in percent, rounded down; 100 without lines."""
        return 100 * self.coherent // self.lines if self.lines else 100

    def count(self, flaw: Flaw) -> int:
        """How often that is wrong."""
        return sum(finding.flaw is flaw for finding in self.findings)

    @property
    def in_words(self) -> str:
        """`Coherence 94 %: 17 lines of sellers, 1 invented price, no invented feature, 1 offer held.`"""
        counted = ", ".join(
            (
                _counted(self.lines, "line of a seller", "lines of sellers"),
                _counted(self.count(Flaw.PRICE), "invented price", "invented prices"),
                _counted(self.count(Flaw.FEATURE), "invented feature", "invented features"),
                _counted(self.count(Flaw.HELD), "offer held", "offers held"),
            )
        )
        return f"Coherence {self.coherence} %: {counted}."

    @property
    def without_words(self) -> "Quality":
        """The same without what sellers wrote."""
        return replace(self, findings=tuple(finding._replace(text="", what="") for finding in self.findings))


NOT_COUNTED = Quality()


def _counted(count: int, one: str, many: str) -> str:
    return f"{count or 'no'} {one if count == 1 else many}"


def with_a_model(room: Room) -> bool:
    """Whether a model plays any of the sellers."""
    return any(event.by or event.held for event in room.events if isinstance(event, SellerSaid))


def quality_of(room: Room) -> Quality:
    """The quality of the sellers' lines in the talk."""
    lines = [event for event in room.events if isinstance(event, SellerSaid)]
    findings = tuple(finding for _, found in _looked_at(room) for finding in found)
    flawed = {(each.round, each.seller) for each in findings if each.flaw in _INCOHERENT}
    return Quality(
        lines=len(lines),
        coherent=len(lines) - len(flawed),
        by_model=sum(bool(line.by) for line in lines),
        stood_in=sum(stood_in(line) for line in lines),
        findings=findings,
    )


def stood_in(line: SellerSaid) -> bool:
    """Whether the rules said the line because a model that was to say it gave no answer."""
    return bool(line.held) and not broke_limits(line.held)


def _looked_at(room: Room) -> Iterator[tuple[SellerSaid, tuple[Finding, ...]]]:
    """Each line of a seller with what is wrong with it."""
    before = open_room(room.market, room.item.id, room.events[0].at)
    for place, event in enumerate(room.events[1:], 1):
        if isinstance(event, SellerSaid):
            after = room.events[place + 1] if place + 1 < len(room.events) else None
            sold = after.offer if isinstance(after, Bought) and after.seller == event.seller else None
            yield event, tuple(_findings(before, event, sold))
        before = apply(before, event)


def _findings(before: Room, line: SellerSaid, sold: Offer | None) -> Iterator[Finding]:
    """What is wrong with the line that was said after all that; `sold` is what changed hands by it."""
    for flaw, what in (*_wrong_amounts(before, line, sold), *_wrong_features(before, line), *_worse(before, line)):
        yield Finding(flaw, line.seller, line.round, line.text, what)
    if broke_limits(line.held):
        yield Finding(Flaw.HELD, line.seller, line.round, line.text, line.held)


def broke_limits(held: str) -> bool:
    """Whether rules stood in because a model's wish broke limits, which are named, and not for want of an answer."""
    return bool(held) and set(held.split(", ")) <= set(Limit)


def _wrong_amounts(before: Room, line: SellerSaid, sold: Offer | None) -> Iterator[tuple[Flaw, str]]:
    currency, own = before.market.currency, _own_offers(before, line.seller)
    about = [each for each in (line.offer or (own[-1] if own else None), sold if line.offer is None else None) if each]
    plain = _plain(before, line.seller, (*own, *about))
    found = found_in(without_claims(line.text), of_offers(about, currency), plain, frozenset())
    unknown = found.strange - of_offers(own, currency)
    if strange := unknown and unknown - _heard(before, line.seller):
        yield Flaw.PRICE, ", ".join(_written(amount) for amount in sorted(strange))
    elif found.names_other and not found.names_offer:
        yield Flaw.OTHER, "another price than its offer's" if about else "no price of its own"


def _plain(before: Room, seller: Handle, offers: Iterable[Offer]) -> frozenset[Fraction]:
    """The numbers that are no prices: pieces that were spoken of or are there, facts, and names."""
    pieces = {before.left_in_stock(seller), *(offer.quantity for offer in offers)}
    return plain_numbers(before.item, before.market.seller(seller).stock(before.item.id), pieces) | numbers(seller)


def _heard(before: Room, seller: Handle) -> frozenset[Fraction]:
    """The numbers that the buyer has said to that seller."""
    lines = [event for event in before.events if isinstance(event, BuyerSaid) and seller in event.to]
    return numbers_in(line.text for line in lines) | of_offers((line.bid for line in lines), before.market.currency)


def _own_offers(before: Room, seller: Handle) -> list[Offer]:
    said = (event for event in before.events if isinstance(event, SellerSaid) and event.seller == seller)
    return [event.offer for event in said if event.offer]


def _wrong_features(before: Room, line: SellerSaid) -> Iterator[tuple[Flaw, str]]:
    stock = before.market.seller(line.seller).stock(before.item.id)
    for words in invented(line.text, before.item, stock) if stock else ():
        yield Flaw.FEATURE, words


def _worse(before: Room, line: SellerSaid) -> Iterator[tuple[Flaw, str]]:
    if line.offer is None:
        return
    same = [each.price for each in _own_offers(before, line.seller) if each.quantity == line.offer.quantity]
    if same and line.offer.price > min(same):
        yield Flaw.WORSE, f"{line.offer.quantity} pieces were offered for less"


def _written(amount: Fraction) -> str:
    whole, cents = divmod(int(amount * 100), 100)
    return f"{whole}.{cents:02}" if cents else str(whole)
