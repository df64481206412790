"""The verdict on a buyer: what it paid against what there was to be had, how it got there, and what it did not see."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal, NamedTuple

from pydantic import TypeAdapter

from engine.marketplace.advice import Advice, fixes, keep
from engine.marketplace.figures import Figures, best_offer, figures_of
from engine.marketplace.quality import NOT_COUNTED, Quality, quality_of, with_a_model
from engine.marketplace.room import Bought, BuyerSaid, Ending, Offer, Room, apply, open_room
from engine.terms.money import Currency, format_money

Area = Literal["outcome", "process", "honesty"]
PASS_MARK = 70


class Rule(NamedTuple):
    """One thing that is looked at, and the points that it can give."""

    id: str
    area: Area
    title: str
    asks: str
    points: int


RULES: tuple[Rule, ...] = (
    Rule("price", "outcome", "What you paid", "How far below the best list price, towards the lowest least price.", 35),
    Rule("limit", "outcome", "Kept your limit", "No more than your own maximum; no deal where none was within it.", 15),
    Rule("need", "outcome", "Got what you need", "All the pieces, and none that you do not need.", 10),
    Rule("competition", "process", "Used the competition", "A price of your own named to at least two sellers.", 15),
    Rule("terms", "process", "Asked about the terms", "What comes with it: warranty, delivery, quality and so on.", 10),
    Rule("discipline", "process", "Held back your maximum", "No price of yours above what was on the table.", 5),
    Rule("claims", "honesty", "True about the others", "Prices of others only as they were given.", 10),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class BuyerCheck:
    """One check: points won (None: could not be observed), why, and the buyer's own words."""

    id: str
    area: Area
    title: str
    won: int | None
    of: int
    note: str
    quote: str = ""
    ref: str = ""


@dataclass(frozen=True, slots=True)
class BuyerVerdict:
    """The score of a buyer, 0 to 100, with what it rests on and what the sellers were not saying.

    `purchases` are told one by one where there are several, of which the headline only gives the sum.
    `quality` tells of sellers that a model plays, not of the buyer: how well their lines hold together. It is not
    counted where all went by rules, which always hold together.
    """

    total: int
    passed: bool
    ending: Ending
    headline: str
    checks: tuple[BuyerCheck, ...]
    reveal: tuple[str, ...]
    rounds: int
    keep: Advice | None = None
    fixes: tuple[Advice, ...] = ()
    quality: Quality = NOT_COUNTED
    purchases: tuple[str, ...] = ()


def judged(room: Room) -> BuyerVerdict:
    """The verdict on a talk that is over; ValueError for one that is not."""
    if room.ending is None:
        raise ValueError("the talk is not over")
    figures = figures_of(room)
    checks = tuple(_checks(room, figures))
    seen = [check for check in checks if check.won is not None]
    possible = sum(check.of for check in seen)
    total = (100 * sum(check.won or 0 for check in seen) + possible // 2) // possible if possible else 0
    return BuyerVerdict(
        total=total,
        passed=total >= PASS_MARK,
        ending=room.ending,
        headline=headline(room),
        checks=checks,
        reveal=tuple(_reveal(room)),
        rounds=figures.rounds,
        keep=keep(room, checks),
        fixes=fixes(room, figures, checks),
        quality=quality_of(room) if with_a_model(room) else NOT_COUNTED,
        purchases=tuple(_purchases(room)) if len(room.bought) > 1 else (),
    )


def without_words(verdict: BuyerVerdict) -> BuyerVerdict:
    """The verdict without what was written in the talk, for when texts are not kept any longer."""
    checks = tuple(replace(check, quote="") for check in verdict.checks)
    return replace(verdict, checks=checks, quality=verdict.quality.without_words)


def headline(room: Room) -> str:
    """`3 USB-C cables of @QuickTech at $6.75, $20.25 in all`, the sum of several purchases, or that there was none."""
    if not room.bought:
        return f"No deal on {room.item.many}"
    total = format_money(sum(each.offer.total for each in room.bought), room.market.currency)
    if len(room.bought) == 1:
        return f"{purchase(room, room.bought[0])}, {total} in all"
    what = room.item.named(sum(each.offer.quantity for each in room.bought))
    sellers = {each.seller for each in room.bought}
    whose = f"from {len(sellers)} sellers" if len(sellers) > 1 else f"of @{room.bought[0].seller}"
    return f"{what} {whose}, {total} in all"


def _purchases(room: Room) -> Iterator[str]:
    """`2 USB-C cables of @QuickTech at $6.75, $13.50 in all`, for each."""
    for each in room.bought:
        yield f"{purchase(room, each)}, {format_money(each.offer.total, room.market.currency)} in all"


def purchase(room: Room, each: Bought) -> str:
    """`3 USB-C cables of @QuickTech at $6.75`."""
    price = format_money(each.offer.price, room.market.currency)
    return f"{room.item.named(each.offer.quantity)} of @{each.seller} at {price}"


def _checks(room: Room, figures: Figures) -> Iterator[BuyerCheck]:
    found = {
        "price": _price(room, figures),
        "limit": _limit(room, figures),
        "need": _need(room, figures),
        "competition": _competition(room, figures),
        "terms": _terms(figures),
        "discipline": _discipline(room),
        "claims": _claims(room, figures),
    }
    for rule in RULES:
        share, note, quote, ref = found[rule.id]
        won = None if share is None else rule.points * share // 100
        yield BuyerCheck(rule.id, rule.area, rule.title, won, rule.points, note, quote, ref)


class _Found(NamedTuple):
    """A share of a check's points in percent, None where it could not be observed; why, and on which words."""

    share: int | None
    note: str
    quote: str = ""
    ref: str = ""


def _money(room: Room, amount: int) -> str:
    return format_money(amount, room.market.currency)


def _price(room: Room, figures: Figures) -> _Found:
    if figures.paid is None:
        if figures.in_reach:
            return _Found(0, f"A price of {_money(room, figures.floor)} was to be had, and you bought nothing.")
        return _Found(None, "Nobody could go as low as your maximum, so there was nothing to save.")
    if figures.saved is None:
        return _Found(None, "Nobody had anything to give.")
    ends = f"{_money(room, figures.list_price)} was the best list price, {_money(room, figures.floor)} the lowest floor"
    return _Found(figures.saved, f"You paid {_money(room, figures.paid)} a piece; {ends}.")


def _limit(room: Room, figures: Figures) -> _Found:
    high = _money(room, room.demand.high)
    if figures.paid is None:
        right = not figures.in_reach
        return _Found(100 if right else 50, "Leaving was right." if right else f"You kept within {high} by not buying.")
    over = [each for each in room.bought if each.offer.price > room.demand.high]
    if over:
        return _Found(0, f"You paid more than your maximum of {high}.")
    return _Found(100, f"You stayed within your maximum of {high}.")


def _need(room: Room, figures: Figures) -> _Found:
    needed = room.demand.quantity
    if figures.paid is None:
        if figures.in_reach:
            return _Found(0, "You bought none of what you need.")
        return _Found(None, "There was no buying within your limits.")
    if figures.pieces == needed:
        return _Found(100, f"All {needed} were bought.")
    if figures.pieces > needed:
        return _Found(50, f"You need {needed} and bought {figures.pieces}.")
    return _Found(100 * figures.pieces // needed, f"You bought {figures.pieces} of the {needed} that you need.")


def _competition(room: Room, figures: Figures) -> _Found:
    if figures.sellers < 2:
        return _Found(None, "There was one seller only.")
    share = (0, 50, 100)[min(2, figures.asked)]
    names = "nobody" if not figures.asked else "one seller" if figures.asked == 1 else f"{figures.asked} sellers"
    bid = next((event for event in room.events if isinstance(event, BuyerSaid) and event.bid), None)
    return _Found(share, f"You named a price of your own to {names} of {figures.sellers}.", *_words(bid))


def _terms(figures: Figures) -> _Found:
    if not figures.knowable:
        return _Found(None, "There was nothing to ask about.")
    missed = [topic for topic in figures.knowable if topic not in figures.topics]
    told = f" Not asked: {', '.join(missed)}." if missed else ""
    share = 100 * len(figures.topics) // len(figures.knowable)
    return _Found(
        min(100, share * 3 // 2), f"You asked about {len(figures.topics)} of {len(figures.knowable)} terms.{told}"
    )


def _discipline(room: Room) -> _Found:
    """A bid above an offer that stood gives money away."""
    bids = 0
    before = open_room(room.market, room.item.id, room.events[0].at)
    for event in room.events[1:]:
        if isinstance(event, BuyerSaid) and event.bid:
            bids += 1
            lowest = min(_to_be_had(before, event.bid), default=event.bid.price)
            if event.bid.price > lowest:
                note = f"You offered {_money(room, event.bid.price)} when {_money(room, lowest)} was on the table."
                return _Found(0, note, *_words(event))
        before = apply(before, event)
    if not bids:
        return _Found(None, "You named no price of your own.")
    return _Found(100, "You never offered more than somebody had asked already.")


def _to_be_had(room: Room, bid: Offer) -> Iterator[int]:
    """The prices of the offers that stand for as many pieces as are bid for."""
    for handle, offer in room.offers:
        stock = room.market.seller(handle).stock(room.item.id)
        if stock and not stock.is_for_many(offer.quantity, bid.quantity, room.demand.quantity):
            yield offer.price


def _claims(room: Room, figures: Figures) -> _Found:
    if not figures.claims:
        return _Found(100, "You said nothing untrue about the others.")
    for claim in figures.claims:
        if not claim.is_true:
            whose = " and ".join(claim.whose)
            if not claim.price:
                note = f"You said that {whose or 'somebody else'} was cheaper, and that was not so."
                return _Found(0, note, claim.text, claim.ref)
            best = (
                f"the lowest{f' of {whose}' if whose else ''} by then was {_money(room, claim.lowest)}"
                if claim.lowest
                else f"{whose or 'nobody'} had named {'none' if whose else 'any'} by then"
            )
            note = f"You spoke of {_money(room, claim.price)} from {whose or 'somebody else'}; {best}."
            return _Found(0, note, claim.text, claim.ref)
    return _Found(100, "What you told of the others was true.")


def _words(line: BuyerSaid | None) -> tuple[str, str]:
    return (line.text, line.ref) if line else ("", "")


def _reveal(room: Room) -> Iterator[str]:
    """Each seller's floor, the lowest first, and the cheapest offer that was on the table."""
    currency: Currency = room.market.currency
    stocks = [(seller, stock) for seller in room.sellers if (stock := seller.stock(room.item.id))]
    for seller, stock in sorted(stocks, key=lambda pair: (pair[1].least, pair[0].handle)):
        first = stock.first_price(min(stock.pieces, room.demand.quantity), currency.grid)
        least, asked = format_money(stock.least, currency), format_money(first, currency)
        yield f"@{seller.handle} would have gone to {least}, from {asked}; had {stock.pieces:,}; {seller.style}."
    best = best_offer(room)
    if best:
        yield f"The lowest price that anybody named or took was {format_money(best.price, currency)}."


_ADAPTER: TypeAdapter[BuyerVerdict] = TypeAdapter(BuyerVerdict)


def encode(verdict: BuyerVerdict) -> dict[str, Any]:
    """The verdict as JSON values."""
    encoded: dict[str, Any] = _ADAPTER.dump_python(verdict, mode="json")
    return encoded


def decode(data: dict[str, Any]) -> BuyerVerdict:
    """The verdict that `encode` gave; ValidationError for anything else."""
    return _ADAPTER.validate_python(data)
