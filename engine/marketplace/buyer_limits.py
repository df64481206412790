"""The limits of a buyer that a model plays: what it pays, how many it needs, and what it can take.

What it says never binds it: to buy it takes an offer that stands, or leaves its bid to be met.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal, NamedTuple

from engine.marketplace.amounts import found_in, numbers_in, of_offers, plain_numbers
from engine.marketplace.limits import Broken, Limit, foreign_digits, says_nothing
from engine.marketplace.room import Offer
from engine.marketplace.visibility import BuyerView
from engine.terms.money import format_money

BuyerDeed = Literal["say", "take", "leave"]


class BuyerWish(NamedTuple):
    """What a buyer would do: say something to a seller or to all, take an offer, leave. `bid` is what it would pay."""

    act: BuyerDeed
    message: str = ""
    seller: str = ""
    bid: int | None = None
    quantity: int | None = None


def bid_of(view: BuyerView, wish: BuyerWish) -> Offer | None:
    """The price that the wish names, for as many pieces as it speaks of or are still needed."""
    return None if wish.bid is None else Offer(wish.bid, wish.quantity or view.missing)


def buyer_breaks(view: BuyerView, wish: BuyerWish) -> tuple[Broken, ...]:
    """Every limit that the wish breaks."""
    if wish.act == "leave":
        return ()
    here = [handle for handle in view.handles if handle not in view.gone]
    if wish.seller and wish.seller not in here:
        return (Broken(Limit.STANDING, f"There is no such seller. There are {', '.join(here)}."),)
    return tuple(_taking(view, wish) if wish.act == "take" else _saying(view, wish))


def _taking(view: BuyerView, wish: BuyerWish) -> Iterator[Broken]:
    offer = next((offer for handle, offer in view.offers if handle == wish.seller), None)
    if offer is None:
        yield Broken(Limit.STANDING, "Take an offer that stands, and name the seller whose it is.")
        return
    if not view.demand.low <= offer.price <= view.demand.high:
        yield Broken(Limit.PRICE, f"{_money(view, offer.price)} is outside what you pay: {_range(view)}.")
    if not 1 <= (wish.quantity or offer.quantity) <= offer.quantity:
        yield Broken(Limit.QUANTITY, f"{wish.seller} offers {view.item.named(offer.quantity)}: take no more than that.")
    elif (wish.quantity or 1) > view.missing:
        yield Broken(Limit.QUANTITY, f"You need {view.item.named(view.missing)}: take no more than that.")


def _saying(view: BuyerView, wish: BuyerWish) -> Iterator[Broken]:
    if unsayable := says_nothing(wish.message):
        yield unsayable
        return
    if not view.rounds_left:
        yield Broken(Limit.STANDING, "You have no line left: take an offer that stands, or leave.")
        return
    bid = bid_of(view, wish)
    if bid and not view.demand.low <= bid.price <= view.demand.high:
        yield Broken(Limit.PRICE, f"Bid within what you pay: {_range(view)}.")
    if not 1 <= (wish.quantity or view.missing) <= view.missing:
        yield Broken(Limit.QUANTITY, f"You need {view.item.named(view.missing)}: ask for no more than that.")
    yield from _amounts(view, wish, bid)


def _amounts(view: BuyerView, wish: BuyerWish, bid: Offer | None) -> Iterator[Broken]:
    pieces = {view.missing, view.demand.quantity, wish.quantity or view.missing}
    plain = plain_numbers(view.item, None, pieces) | numbers_in(view.handles)
    heard = numbers_in(line.text for line in view.talk) | of_offers((o for _, o in view.offers), view.currency)
    found = found_in(wish.message, of_offers((bid,), view.currency), plain, heard)
    if found.strange & _hidden(view):
        yield Broken(Limit.HIDDEN, "Do not tell the least or the most that you pay.")
    elif found.strange:
        yield Broken(Limit.AMOUNT, "Name no number but your bid, the pieces, and what has been said already.")
    yield from foreign_digits(wish.message)
    if bid and not found.names_offer:
        yield Broken(Limit.OFFER, f"Name your bid in the message: {_money(view, bid.price)}.")


def _hidden(view: BuyerView) -> frozenset[Fraction]:
    amounts = (view.demand.low, view.demand.high)
    return frozenset(Fraction(amount, by) for amount in amounts for by in (1, view.currency.unit))


def _range(view: BuyerView) -> str:
    return f"{_money(view, view.demand.low)} to {_money(view, view.demand.high)} for one piece"


def _money(view: BuyerView, amount: int) -> str:
    return format_money(amount, view.currency)
