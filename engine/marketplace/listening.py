"""How a buyer's line is understood by the seller who hears it: the same reader as in every run, on a seller's table."""

import re
from functools import lru_cache
from typing import NamedTuple

from engine.marketplace.buyer_text import (
    asks_for_everything,
    asks_price,
    asks_stock,
    meets_halfway,
    spelt_out,
    wants_all,
    wants_less,
)
from engine.marketplace.market import Item, Stock
from engine.marketplace.rivals import rival_price
from engine.marketplace.room import Offer
from engine.marketplace.steps import lowered
from engine.marketplace.taking import LIMIT, hesitates, may_take, takes
from engine.marketplace.totals import Lot, left_out
from engine.marketplace.visibility import SellerView
from engine.reading.context import PRICE, ReadingContext
from engine.reading.figures import figures
from engine.reading.read import read_message
from engine.reading.reading import Act, Modality, Reading, ReadOffer, Span
from engine.scenario.scenario import Issue, IssueKind, Measure, Topic
from engine.terms.money import Currency
from engine.terms.terms import IssueId, Terms

_TRIES = re.compile(
    r"\b(?:(?:what|how) (?:about|if)|can you|could (?:you|we)|would you|any chance|is there a way)\b[^.!\n]*$",
    re.IGNORECASE,
)
"""What comes before a price that is only tried."""
_ABOUT = re.compile(r"\b(?:how|what) about\b[^.!?\n]*$", re.IGNORECASE)
"""What comes before a term that is asked about."""
QUANTITY = IssueId("quantity")
MOST_PIECES = 100_000

TOPIC_WORDS = {
    "warranty": ("warranty", "guarantee", "guaranteed", "warranties"),
    "delivery": ("delivery", "deliver", "ship", "shipping", "ships", "arrive", "lead time", "how soon", "how fast"),
    "quality": ("quality", "material", "made of", "grade", "durable", "spec", "specs", "build"),
    "returns": ("return", "returns", "refund", "refunds", "send back", "exchange"),
    "payment": ("payment terms", "invoice", "net 30", "pay later", "deposit"),
    "setup": ("setup", "set up", "installation", "install", "staff", "service"),
}
"""The topics that a seller's facts may have, and the words under which buyers ask for them."""


class Ask(NamedTuple):
    """What a line wants of the seller who hears it.

    `bid` is the price, for so many pieces, that it names: to be taken if it `binds`, to be met otherwise. `takes`
    where it takes the seller's offer, `pieces` how many it speaks of (None: not said). `wants_less` where it asks for a
    better price without naming one, `rival` the price that somebody else is said to have given, 0 where none is.
    `asks` where it asks for something, whatever that is, `asks_price` what it would cost, `asks_stock` how many there
    are. `names_own` where it names the price that the seller asks already.
    `may_take` where it may take the offer, and asks for nothing: the buyer has to be asked.
    """

    bid: Offer | None = None
    binds: bool = False
    takes: bool = False
    leaves: bool = False
    pieces: int | None = None
    wants_less: bool = False
    rival: int = 0
    topics: tuple[str, ...] = ()
    insults: bool = False
    asks: bool = False
    asks_price: bool = False
    asks_stock: bool = False
    names_own: bool = False
    may_take: bool = False


def context_for(item: Item, stock: Stock, currency: Currency, own: Offer | None, other: Offer | None) -> ReadingContext:
    """The table as the buyer sees it: `own` is what it offered last, `other` what the seller did."""
    return ReadingContext(
        issues=_issues(item, max(1, stock.selling // 5), stock.selling * 5),
        topics=_TOPICS,
        currency=currency,
        list_price=other.price if other else stock.selling,
        own_offer=_terms(own),
        other_offer=_terms(other),
        price_slope=-1,
    )


_TOPICS = tuple((Topic(topic), words) for topic, words in TOPIC_WORDS.items())


def names_of(item: Item) -> tuple[str, ...]:
    """What the item is called, in small letters."""
    return tuple(dict.fromkeys(name.casefold() for name in (item.many, item.one, *item.words)))


@lru_cache(1_024)
def _issues(item: Item, low: int, high: int) -> tuple[Issue, ...]:
    price = Issue(PRICE, IssueKind.PRICE, "Price", "the price", words=("price", "each", "apiece"), low=low, high=high)
    names = (*names_of(item), "pieces", "piece", "units", "unit", "pcs", "of them")
    measures = (Measure(words=tuple(dict.fromkeys(names))),)
    pieces = Issue(
        QUANTITY, IssueKind.COUNT, "Quantity", "the quantity", ("quantity",), low=1, high=MOST_PIECES, measures=measures
    )
    return price, pieces


def _terms(offer: Offer | None) -> Terms | None:
    return Terms.of({PRICE: offer.price, QUANTITY: offer.quantity}) if offer else None


_QUESTIONS = (Act.ASK_OPEN, Act.ASK_CLOSED, Act.FOLLOW_UP)


def listen(text: str, view: SellerView) -> Ask:
    """What the line wants of that seller."""
    table = context_for(view.item, view.stock, view.currency, view.bid, view.standing)
    plain = _in_pieces(text, view, table)
    reading = read_message(plain, table)
    rival = rival_price(plain, view.currency, view.standing.price if view.standing else 0)
    price = _price(reading, plain, rival, view)
    pieces = _pieces(reading) or (view.needed if wants_all(plain) else None)
    bid = _bid(price, pieces, plain, view)
    asks = view.standing is not None and bid is None
    less = bid is None and (wants_less(plain) or bool(rival) or meets_halfway(plain))
    ask = Ask(
        bid=bid,
        binds=bid is not None and price is not None and _binds(plain, price, view),
        takes=not less and takes(reading, plain, price, pieces, view),
        leaves=price is None and not less and (reading.has(Act.WALK) or (asks and not pieces and _refuses(reading))),
        pieces=pieces,
        wants_less=less,
        rival=rival,
        topics=_topics(reading, plain, view),
        insults=reading.has(Act.INSULT),
        asks=asks and reading.has(*_QUESTIONS),
        asks_price=asks and asks_price(plain),
        asks_stock=asks_stock(plain),
        names_own=price is not None and _is_own(price, view),
    )
    return ask._replace(may_take=_is_idle(ask) and may_take(reading, plain, price, pieces, view))


def _is_idle(ask: Ask) -> bool:
    """Whether the line asks nothing of the seller, and takes nothing."""
    return ask._replace(pieces=None, names_own=False) == Ask()


def _in_pieces(text: str, view: SellerView, table: ReadingContext) -> str:
    """The line spelt out, its totals being for as many pieces as it speaks of elsewhere, or as are spoken of anyway."""
    usual = view.standing or Offer(view.stock.selling, view.needed)
    lot = Lot(names_of(view.item), usual.quantity, usual.price)
    plain, rest = spelt_out(text, view.currency, lot), spelt_out(text, view.currency, lot, left_out)
    named = None if plain == rest else _pieces(read_message(rest, table))
    return spelt_out(text, view.currency, lot._replace(pieces=named)) if named else plain


def _price(reading: Reading, text: str, rival: int, view: SellerView) -> ReadOffer | None:
    """The price that the line comes to, that of a rival left aside."""
    named = _prices(reading)
    if not named and view.standing is not None:
        named = _above(text, view, view.standing)
    own = [offer for offer in named if offer.amount != rival or offer.modality is Modality.PROBE]
    return own[-1] if own else None


def _prices(reading: Reading) -> list[ReadOffer]:
    return [offer for offer in reading.offers if offer.issue == PRICE and offer.modality is not Modality.REJECTED]


def _above(text: str, view: SellerView, standing: Offer) -> list[ReadOffer]:
    """Prices above what the seller asks, which nobody would name who had heard it, and some do."""
    if not any(character.isdigit() for character in text):
        return []
    named = _prices(read_message(text, context_for(view.item, view.stock, view.currency, None, None)))
    written = {number * view.currency.unit for number in figures(text)}
    return [each for each in named if standing.price < each.amount <= 3 * standing.price and each.amount in written]


def _bid(price: ReadOffer | None, pieces: int | None, text: str, view: SellerView) -> Offer | None:
    """What the buyer offers: another price than the seller's own, or one half way between both offers."""
    standing = view.standing
    less = lowered(text, standing.price, view.currency.unit) if standing else None
    if standing and less and (price is None or price.amount == standing.price - less):
        return Offer(less, pieces or standing.quantity)
    if price is not None:
        quantity = pieces or (standing.quantity if standing else view.needed)
        return None if _is_own(price, view) else Offer(price.amount, quantity)
    if standing is not None and view.bid is not None and meets_halfway(text):
        return Offer((standing.price + view.bid.price) // 2, standing.quantity)
    return None


def _is_own(price: ReadOffer, view: SellerView) -> bool:
    return view.standing is not None and price.amount == view.standing.price


def _refuses(reading: Reading) -> bool:
    """Whether the line says no, and leaves nothing open."""
    return reading.has(Act.REJECT) and not reading.has(Act.ASK_OPEN)


def _topics(reading: Reading, text: str, view: SellerView) -> tuple[str, ...]:
    if asks_for_everything(text):
        return tuple(topic for topic, _ in view.stock.facts)
    named = (found.topic for found in reading.acts if found.act is Act.PRESENT and _is_question(text, found.span))
    return tuple(dict.fromkeys((*reading.topics(*_QUESTIONS), *(topic for topic in named if topic))))


def _is_question(text: str, span: Span) -> bool:
    """Whether a term that is only named is asked about: "warranty?", "what about delivery"."""
    return bool(_ABOUT.search(text[: span.start])) or _ends_with(text[span.end :]) == "?"


def _binds(text: str, offer: ReadOffer, view: SellerView) -> bool:
    """Whether the buyer has to stand by the price: it is firm, no question, and no slip of the pen."""
    if hesitates(text[: offer.span.start]) or _is_no_bid(text, offer, view):
        return False
    if offer.modality is not Modality.FIRM or _TRIES.search(text, 0, offer.span.start):
        return False
    return _ends_with(text[offer.span.end :]) != "?"


def _ends_with(text: str) -> str:
    """The mark with which the first sentence of the text ends."""
    return next((mark for mark in text if mark in "?!\n."), "")


def _is_no_bid(text: str, offer: ReadOffer, view: SellerView) -> bool:
    """Whether the price is a limit, or so far above what the seller asks that it is meant for something else."""
    asked = view.standing.price if view.standing else 0
    return bool(LIMIT.search(text)) or 0 < 3 * asked < 2 * offer.amount


def _pieces(reading: Reading) -> int | None:
    counts = [offer.amount for offer in reading.offers if offer.issue == QUANTITY and offer.amount > 0]
    return counts[-1] if counts else None
