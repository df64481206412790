"""The limits of a seller that a model plays. What it wants is its own affair; only what cannot be is told here.

A price that a seller has given stands for fewer pieces too: an offer can be taken in part, so a dearer one for fewer
would take it back. So it may offer less than before, or the same, never more; and no fewer pieces than before while as
many are wanted and there. Only a price that it gave for many more than the request, where many are cheaper, does not
stand for few. It sells only what the buyer stands by, or has taken of its own offers.
"""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from fractions import Fraction
from typing import Literal, NamedTuple

from engine.marketplace.amounts import Found, found_in, numbers, numbers_in, of_offers, plain_numbers
from engine.marketplace.listening import Ask
from engine.marketplace.putting_up import prices_put_up
from engine.marketplace.room import Offer
from engine.marketplace.visibility import SellerView
from engine.terms.money import format_money

SellerAct = Literal["offer", "hold", "accept", "leave"]
LONGEST = 500
"""Characters of a line."""


class Limit(StrEnum):
    """What a party to a market cannot do."""

    FORM = "form"
    """An act without what belongs to it."""
    PRICE = "price"
    """A price below the seller's least, above its list price, or outside what the buyer pays."""
    RETRACTING = "retracting"
    """An offer that takes back what the seller has offered already."""
    STOCK = "stock"
    """More pieces than there are."""
    QUANTITY = "quantity"
    """More pieces than were asked for."""
    AGREEMENT = "agreement"
    """A sale where nothing was bought, or none where the buyer has taken the offer."""
    STANDING = "standing"
    """The buyer takes what nobody offers."""
    AMOUNT = "amount"
    """A number in the message that comes from nowhere."""
    OFFER = "offer"
    """A message about prices that does not name the offer's."""
    HIDDEN = "hidden"
    """A number in the message that the other side is not to know."""
    OTHERS = "others"
    """A message that names somebody whom it should know nothing of."""
    WORDS = "words"
    """Nothing said, or too much."""
    PLAIN = "plain"
    """Markup, links or mentions."""
    PERSON = "person"
    """It speaks as a model, or as the other side."""


class Broken(NamedTuple):
    """A limit that a wish breaks, and what to do instead, for whoever is asked again."""

    limit: Limit
    told: str


class SellerWish(NamedTuple):
    """What a seller would do: hold (its offer stays as it is), offer, accept what the buyer offers or takes, leave."""

    act: SellerAct
    message: str
    offer: Offer | None = None


class Settling(NamedTuple):
    """What a wish comes to: the offer that its message is about, and what changes hands."""

    about: Offer | None
    sold: Offer | None = None


def taken(view: SellerView, ask: Ask) -> Offer | None:
    """What the buyer takes of the seller's own offer, where there is enough of it."""
    standing = view.about(wanted(view, ask)).standing
    if not ask.takes or standing is None:
        return None
    offer = Offer(standing.price, ask.pieces or standing.quantity)
    return offer if offer.quantity <= view.left else None


def firm_bid(view: SellerView, ask: Ask) -> Offer | None:
    """What the buyer stands by, at the seller's own price where that is lower."""
    if ask.bid is None or not ask.binds:
        return None
    return Offer(min(ask.bid.price, view.standing.price), ask.bid.quantity) if view.standing else ask.bid


def wanted(view: SellerView, ask: Ask) -> int:
    """How many pieces are spoken of: as the buyer's request says, until somebody says otherwise."""
    if ask.pieces:
        return ask.pieces
    last = view.standing or ask.bid or view.bid
    return last.quantity if last else view.needed


def settling(view: SellerView, ask: Ask, wish: SellerWish) -> Settling:
    """What the wish comes to."""
    if wish.act == "accept":
        sold = taken(view, ask) or firm_bid(view, ask)
        return Settling(sold, sold)
    return Settling(wish.offer if wish.act == "offer" else view.standing)


def as_meant(view: SellerView, wish: SellerWish) -> SellerWish:
    """The wish by its plainest name: whoever names another offer than the one that stands does not hold."""
    if wish.act == "hold" and wish.offer not in (None, view.standing):
        return wish._replace(act="offer")
    return wish


def seller_breaks(view: SellerView, ask: Ask, text: str, wish: SellerWish, others: Iterable[str]) -> tuple[Broken, ...]:
    """Every limit that the wish breaks, as an answer to the line `text`; `others` are whom the seller must not name."""
    view = view.about(wanted(view, ask))
    deed = tuple(_deed(view, ask, wish))
    return (*deed, *_message(view, ask, text, wish, others))


def _deed(view: SellerView, ask: Ask, wish: SellerWish) -> Iterator[Broken]:
    bought = taken(view, ask)
    if bought is not None and wish.act != "accept":
        yield Broken(Limit.AGREEMENT, "The buyer takes your offer, and it stands: accept, and say that it is sold.")
    elif wish.act == "offer":
        yield from _offer(view, ask, wish.offer)
    elif wish.act == "accept" and bought is None:
        yield from _acceptance(view, ask, firm_bid(view, ask))


def _acceptance(view: SellerView, ask: Ask, bid: Offer | None) -> Iterator[Broken]:
    if bid is None and ask.takes and view.standing is not None:
        yield Broken(Limit.STOCK, f"You have {view.item.named(view.left)} left: offer those instead.")
        return
    if bid is None:
        yield Broken(
            Limit.AGREEMENT, "The buyer has bound itself to nothing, so there is nothing to accept: offer that price."
        )
        return
    if bid.price < view.stock.least:
        yield Broken(Limit.PRICE, f"{_money(view, bid.price)} is below your least price: do not accept it.")
    if bid.quantity > view.left:
        yield Broken(Limit.STOCK, f"You have {view.item.named(view.left)} left: offer those instead.")


def _offer(view: SellerView, ask: Ask, offer: Offer | None) -> Iterator[Broken]:
    if offer is None:
        yield Broken(Limit.FORM, "To offer something, give its price and quantity.")
        return
    if offer.price < view.stock.least:
        yield Broken(Limit.PRICE, f"Offer no less than your least price of {_money(view, view.stock.least)}.")
    if offer.price > view.stock.selling:
        yield Broken(Limit.PRICE, f"Offer no more than your list price of {_money(view, view.stock.selling)}.")
    if view.standing and offer.price > view.standing.price:
        yield Broken(Limit.RETRACTING, f"You have offered {_money(view, view.standing.price)}: never ask more again.")
    yield from _pieces(view, wanted(view, ask), offer)


def _pieces(view: SellerView, asked_for: int, offer: Offer) -> Iterator[Broken]:
    if not 1 <= offer.quantity <= view.left:
        yield Broken(
            Limit.STOCK, f"You have {view.item.named(view.left)} left: offer at least 1 and no more than that."
        )
    elif offer.quantity > asked_for:
        yield Broken(Limit.QUANTITY, f"The buyer speaks of {view.item.named(asked_for)}: offer no more than that.")
    elif view.standing and offer.quantity < min(view.standing.quantity, asked_for, view.left):
        yield Broken(Limit.RETRACTING, f"You have offered {view.item.named(view.standing.quantity)}: offer no fewer.")


def _message(view: SellerView, ask: Ask, text: str, wish: SellerWish, others: Iterable[str]) -> Iterator[Broken]:
    if unsayable := says_nothing(wish.message):
        yield unsayable
        return
    about, sold = settling(view, ask, wish)
    heard = (text, *(line.text for line in view.talk if not line.who))
    yield from _amounts(view, wish, about, _found(view, ask, wish.message, about, heard))
    yield from _put_up(view, ask, wish, about)
    if _SOLD.search(wish.message) and not sold:
        yield Broken(Limit.AGREEMENT, "Nothing is sold by your line: do not say that it is.")
    if any(_names(wish.message, other) and not any(_names(line, other) for line in heard) for other in others):
        yield Broken(Limit.OTHERS, "You know no other seller: name none.")


_SOLD = re.compile(
    r"(?:^|[.!?]\s+)(?:sold|deal|done|agreed)\s*[.,!:]|\b(?:it'?s|we have|you have|you've got) a deal\b",
    re.IGNORECASE,
)


def _names(text: str, handle: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(handle)}(?!\w)", text, re.IGNORECASE) is not None


def _found(view: SellerView, ask: Ask, message: str, about: Offer | None, heard: Iterable[str]) -> Found:
    pieces = {each for each in (about and about.quantity, wanted(view, ask)) if each}
    plain = plain_numbers(view.item, view.stock, pieces) | numbers(view.seller.handle)
    bids = of_offers((ask.bid, *view.bids), view.currency)
    return found_in(message, of_offers((about,), view.currency), plain, numbers_in(heard) | bids)


def _amounts(view: SellerView, wish: SellerWish, about: Offer | None, found: Found) -> Iterator[Broken]:
    if found.strange & _hidden(view):
        yield Broken(Limit.HIDDEN, "Name none of the figures that only you know.")
    elif found.strange:
        yield Broken(
            Limit.AMOUNT, "Name no number but those of your offer, of the buyer's own words and of your facts."
        )
    yield from foreign_digits(wish.message)
    is_new = wish.act == "offer" and about is not None and about != view.standing
    if (found.names_other or is_new) and not found.names_offer:
        said = f"{_money(view, about.price)} each" if about else "a price of your own, as an offer"
        yield Broken(Limit.OFFER, f"Name what your offer is: {said}.")


def _put_up(view: SellerView, ask: Ask, wish: SellerWish, about: Offer | None) -> Iterator[Broken]:
    """The buyer's number may be spoken of, and not be offered beside an offer that is another."""
    bids = {bid.price for bid in (ask.bid, *view.bids) if bid}
    own = {about.price, about.total} if about else set()
    if prices_put_up(wish.message, view, ask.bid or view.bid) & bids - own:
        yield Broken(Limit.OFFER, "Your message offers another price than your offer: offer it, or do not say so.")


def says_nothing(message: str) -> Broken | None:
    """What is wrong with a message without words, or with too many."""
    if not any(character.isalnum() for character in message):
        return Broken(Limit.WORDS, "Say something, in words.")
    if len(message) > LONGEST:
        return Broken(Limit.WORDS, f"Say it in fewer than {LONGEST} characters.")
    return None


def foreign_digits(message: str) -> Iterator[Broken]:
    """What is wrong with numbers that are not written in plain digits, which nobody here could check."""
    if any(character.isnumeric() and not character.isascii() for character in message):
        yield Broken(Limit.AMOUNT, "Write numbers in the digits 0 to 9.")


def _hidden(view: SellerView) -> frozenset[Fraction]:
    """The figures of the seller that nobody else is to know."""
    stock, unit = view.stock, view.currency.unit
    amounts = {stock.cost, stock.least}
    counts = {view.seller.retention, view.seller.profit, stock.pieces, view.left}
    return frozenset({Fraction(amount, unit) for amount in amounts} | {Fraction(each) for each in amounts | counts})


def _money(view: SellerView, amount: int) -> str:
    return format_money(amount, view.currency)
