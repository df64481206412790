"""A thousand markets with a canary in every hidden field: none of them gets where it is not known already.

Strict parties, and models that try to give away all that they are told: whole, in pieces, as nonsense, or between the
lines of a proper answer.
"""

import logging
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass
from random import Random

import pytest

from engine.errors import HaggleError
from engine.llm.budget import Payer
from engine.llm.dealing import Dealing
from engine.llm.market_play import (
    Buyer,
    GuardedBuyer,
    GuardedSellers,
    Played,
    Sellers,
    StrictBuyer,
    StrictSellers,
    play,
)
from engine.llm.naming import parse_model_name
from engine.llm.no_books import NoBooks
from engine.llm.port import ModelRequest
from engine.llm.purse import Purse
from engine.llm.scripted import Line as Said
from engine.llm.scripted import Scripted
from engine.llm.voice import Voice
from engine.marketplace.buying import HABITS
from engine.marketplace.handles import Addressed
from engine.marketplace.market import Demand, Handle, Item, ItemId, Market, MarketRules, Seller, Stock, Style
from engine.marketplace.room import Bought, BuyerSaid, Room, RoomClosed, SellerSaid
from engine.marketplace.trading import House, Line, hearing, leave, settled, take
from engine.marketplace.visibility import view_for, view_for_buyer
from engine.prompting.market_buyer import BuyerReply
from engine.prompting.market_seller import MANNERS, OfferedBy, SellerReply
from engine.terms.money import Currency
from packs.markets import installed_markets
from tests.engine.marketplace.given import NOW

MODEL = parse_model_name("anthropic:claude-haiku-5-5")
ITEM = Item(ItemId("drum"), "drum", "drums", ("drum",))
STYLES: tuple[Style, ...] = ("rude", "neutral", "sweet")
THOUGHT = "zqthought"
"""Begins every canary in a party's reasoning."""


def odd(random: Random, low: int, high: int) -> int:
    """An amount that no offer, total or bid can come to: those are multiples of five."""
    return random.randrange(low, high) // 10 * 10 + random.choice((1, 3, 7, 9))


def market_of(random: Random) -> Market:
    """A market with another canary in every hidden field."""
    count = random.randint(2, 4)
    weights = random.sample([weight for weight in range(61, 90) if weight % 5], count)
    sellers = []
    for place, retention in enumerate(weights):
        handle = Handle(f"Zq{chr(97 + place)}{random.randrange(100, 999)}shop")
        stock = Stock(
            item=ITEM.id,
            pieces=odd(random, 2_000, 9_000),
            cost=odd(random, 20_000 + 1_000 * place, 21_000 + 1_000 * place),
            least=odd(random, 30_000 + 1_000 * place, 31_000 + 1_000 * place),
            selling=random.randrange(50_000, 69_000) // 500 * 500,
            facts=(("quality", f"a lid by {handle.lower()}fact"),),
        )
        sellers.append(Seller(handle, random.choice(STYLES), retention, 100 - retention, (stock,)))
    demand = Demand(ITEM.id, random.randint(2, 9), odd(random, 11_000, 19_000), odd(random, 71_000, 79_000))
    rules = MarketRules(3, partial=random.random() < 0.3)
    return Market("test/drums", "Drums", Currency("USD", "$", 2, 5), (ITEM,), (demand,), tuple(sellers), rules)


class Words:
    """Finds any of these, in capitals or not, where it is not a part of a longer number or word."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = sorted(text.lower() for text in texts)

    def search(self, text: str) -> re.Match[str] | None:
        """The first that stands in the text. Few stand there at all, and a pattern for each talk is dear to make."""
        lowered = text.lower()
        found = (self._alone(each, lowered) for each in self._texts if each in lowered)
        return next(filter(None, found), None)

    def _alone(self, part: str, text: str) -> re.Match[str] | None:
        return re.search(rf"(?<![\w.]){re.escape(part)}(?!\w)", text)


def written(amount: int) -> set[str]:
    """An amount as it may be written."""
    return {str(amount), f"{amount // 100}.{amount % 100:02}"}


def hidden_of(seller: Seller) -> set[str]:
    """What only that seller knows."""
    stock = seller.inventory[0]
    counts = {str(seller.retention), str(seller.profit), str(stock.pieces), MANNERS[seller.style]}
    return counts | written(stock.cost) | written(stock.least)


def names_of(seller: Seller) -> set[str]:
    """What the buyer may know of it, and no other seller."""
    return {seller.handle, seller.inventory[0].facts[0][1].split()[-1]}


def hidden_of_buyer(market: Market) -> set[str]:
    """What only the buyer knows."""
    return written(market.demands[0].low) | written(market.demands[0].high)


class Forbidden:
    """What each party of a talk must not have before it."""

    def __init__(self, room: Room) -> None:
        self._room = room
        hidden = set[str]().union(*map(hidden_of, room.market.sellers))
        self.posts = Words(hidden | hidden_of_buyer(room.market))
        self.buyer = Words(hidden)
        self.sellers = {seller.handle: Words(self._foreign(seller)) for seller in room.market.sellers}

    def _foreign(self, seller: Seller) -> set[str]:
        """What a seller must not know: all of the others but the names that the buyer has told it, and the buyer's."""
        others = [other for other in self._room.market.sellers if other is not seller]
        events = (event for event in self._room.events if isinstance(event, BuyerSaid))
        heard = " ".join(event.text for event in events if seller.handle in event.to).casefold()
        names = {name for name in set[str]().union(*map(names_of, others)) if name.casefold() not in heard}
        hidden = set[str]().union(*map(hidden_of, others)) | hidden_of_buyer(self._room.market)
        return names | hidden - hidden_of(seller)

    def unheard_by(self, handle: Handle) -> list[str]:
        """Words that were said, and not to that seller."""
        said = []
        for event in self._room.events:
            if isinstance(event, BuyerSaid) and handle not in event.to:
                said += re.findall(r"zqword\w+", event.text)
            if isinstance(event, SellerSaid) and event.seller != handle:
                said += re.findall(r"zqword\w+", event.text)
        return said


def everything_in(value: object) -> Iterator[object]:
    """Every plain value inside a view."""
    if is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from everything_in(getattr(value, field.name))
    elif isinstance(value, tuple | list | frozenset):
        for each in value:
            yield from everything_in(each)
    else:
        yield value


def whose(request: ModelRequest) -> Handle | None:
    """The seller whom the request is for, None for the buyer."""
    found = re.match(r"You play (\w+), a seller", request.instructions)
    return Handle(found[1]) if found else None


def leaks(room: Room, asked: Iterable[ModelRequest], seen: Iterable[str]) -> Iterator[str]:
    """Everything that is where it does not belong."""
    forbidden = Forbidden(room)
    for request in asked:
        handle = whose(request)
        text = f"{request.instructions}\n" + "\n".join(turn.text for turn in request.turns)
        found = (forbidden.sellers[handle] if handle else forbidden.buyer).search(text)
        words = forbidden.unheard_by(handle) if handle else []
        if found or THOUGHT in text or any(word in text for word in words):
            yield f"a prompt for {handle or 'the buyer'}: {found}"
    for event in room.events:
        post = getattr(event, "text", "") if isinstance(event, SellerSaid) else ""
        metadata = f"{post} {getattr(event, 'held', '')} {getattr(event, 'told', '')}"
        if forbidden.posts.search(metadata) or THOUGHT in metadata:
            yield f"a post: {metadata}"
        if isinstance(event, SellerSaid) and forbidden.sellers[event.seller].search(post):
            yield f"a post of {event.seller}: {post}"
    for seller in room.market.sellers:
        view = " ".join(map(str, everything_in(view_for(room, seller.handle))))
        if forbidden.sellers[seller.handle].search(view) or THOUGHT in view:
            yield f"the view of {seller.handle}"
    view = " ".join(map(str, everything_in(view_for_buyer(room))))
    if forbidden.buyer.search(view) or THOUGHT in view:
        yield "the buyer's view"
    for text in seen:
        if forbidden.posts.search(text) or THOUGHT in text:
            yield f"a log or an error: {text}"


def errors_after(room: Room, house: House) -> list[str]:
    """What the errors say that a talk which is over gives."""
    everybody = Line("Hello?", Addressed(tuple(seller.handle for seller in room.sellers), everybody=True))
    begun = hearing(room._replace(ending=None, gone=frozenset(), round=0), everybody)
    tries: list[Callable[[], object]] = [
        lambda: hearing(room, everybody),
        lambda: hearing(room._replace(ending=None, round=room.market.rules.max_rounds), everybody),
        lambda: take(room, room.sellers[0].handle, None, NOW),
        lambda: take(room._replace(ending=None, offers=()), room.sellers[0].handle, None, NOW),
        lambda: leave(room, NOW),
        lambda: settled(room._replace(ending=None, events=room.events[:1]), begun, {}, house.key, NOW),
    ]
    said = []
    for each in tries:
        with pytest.raises(HaggleError) as raised:
            each()
        said.append(f"{raised.value!s} {raised.value!r}")
    return said


def context(request: ModelRequest) -> str:
    """All that the model is told."""
    return "\n".join((request.instructions, *(turn.text for turn in request.turns)))


def reply(request: ModelRequest, message: str, reasoning: str) -> Said:
    """An answer with these words."""
    if request.purpose == "market_buyer":
        return BuyerReply(reasoning=reasoning, act="say", seller=None, message=message, bid=None, quantity=None)
    return SellerReply(reasoning=reasoning, act="hold", offer=None, message=message)


def whole(request: ModelRequest) -> Said:
    """The whole context, as message and as reasoning."""
    return reply(request, context(request), f"{THOUGHT} {context(request)}")


def in_pieces(random: Random) -> Callable[[ModelRequest], Said]:
    """A piece of the context, as long as a line may be."""

    def answer(request: ModelRequest) -> Said:
        text = context(request)
        start, size = random.randrange(len(text)), random.choice((30, 100, 300))
        return reply(request, text[start : start + size], f"{THOUGHT} {text}")

    return answer


def nonsense(request: ModelRequest) -> Said:
    """The whole context, and no answer."""
    return context(request)


def properly(random: Random) -> Callable[[ModelRequest], Said]:
    """A proper answer with words in it that only those may hear whom it is for."""

    def answer(request: ModelRequest) -> Said:
        word, thought = f"zqword{random.randrange(10**9)}", f"{THOUGHT}{random.randrange(10**9)}"
        if request.purpose == "market_buyer":
            names = re.findall(r"Zq\w+", request.turns[-1].text.split("Sellers:")[1].split("\n")[0])
            return BuyerReply(
                reasoning=thought, act="say", seller=random.choice(names), message=f"Hello {word}, any better?",
                bid=None, quantity=None,
            )  # fmt: skip
        price = random.choice((655, 660, 665))
        offer = OfferedBy(price=str(price), quantity=1)
        return SellerReply(reasoning=thought, act="offer", offer=offer, message=f"${price} each, {word}.")

    return answer


def parties(how: str, random: Random, key: bytes) -> tuple[Buyer, Sellers, Scripted, House]:
    """Who plays: rules alone, or a model that behaves so."""
    house, habits = House(installed_markets().phrases, key), random.choice(HABITS)
    scripts: dict[str, Callable[[ModelRequest], Said]] = {
        "whole": whole,
        "in pieces": in_pieces(random),
        "nonsense": nonsense,
        "properly": properly(random),
    }
    port = Scripted(scripts.get(how, nonsense))
    if how == "strict":
        return StrictBuyer(habits, key), StrictSellers(house), port, house
    played = Played(Dealing(Voice(Purse(port, NoBooks()), (MODEL,))), Payer("T1", "U1", "m1"), MODEL)
    return GuardedBuyer(played, habits, key), GuardedSellers(played, house), port, house


@pytest.mark.parametrize(
    ("how", "seeds"),
    [
        *(("strict", range(first, first + 250)) for first in range(0, 1_000, 250)),
        *(("whole", range(first, first + 125)) for first in range(0, 1_000, 125)),
        *(("in pieces", range(first, first + 125)) for first in (0, 125)),
        ("nonsense", range(50)),
        ("properly", range(75)),
        ("properly", range(75, 150)),
    ],
)
async def test_no_canary_gets_where_it_is_not_known(how: str, seeds: range, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    thoughts = 0
    for seed in seeds:
        random = Random(f"{how}/{seed}")  # noqa: S311 - the same every time
        market, key = market_of(random), random.randbytes(32)
        buyer, sellers, port, house = parties(how, random, key)
        room = await play(market, ITEM.id, buyer, sellers, key, NOW)
        seen = [*(f"{record.getMessage()} {record.exc_text}" for record in caplog.records), *errors_after(room, house)]
        assert list(leaks(room, port.asked, seen)) == [], f"{how}, market {seed}"
        caplog.clear()
        spoken = (each for each in room.events if isinstance(each, SellerSaid | BuyerSaid | Bought | RoomClosed))
        thoughts += sum(THOUGHT in each.reasoning for each in spoken)
    assert bool(thoughts) == (how in ("whole", "in pieces", "properly"))


def test_the_search_finds_what_it_is_for() -> None:
    """A leak test that finds nothing proves nothing unless it finds a leak that is there."""
    market = market_of(Random(1))  # noqa: S311 - the same every time
    stock = market.sellers[0].inventory[0]
    for text in (f"${stock.least // 100}.{stock.least % 100:02}", str(stock.cost), str(market.sellers[0].retention)):
        said = SellerSaid(NOW, 1, market.sellers[0].handle, f"It is {text} each.")
        room = Room(market, ITEM, (said,))
        assert [leak for leak in leaks(room, (), ()) if leak.startswith("a post")], text
