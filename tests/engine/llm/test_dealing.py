"""Sellers and buyers that models play: they decide, and what they cannot do is not done."""

import asyncio
from collections.abc import Callable, Mapping
from fractions import Fraction

import pytest

from engine.llm.budget import Cap, Payer, Scope
from engine.llm.dealing import Dealing, buyer_request, seller_request
from engine.llm.market_play import GuardedBuyer, GuardedSellers, Played, StrictBuyer, StrictSellers, play
from engine.llm.naming import parse_model_name
from engine.llm.port import ModelPort, ModelReply, ModelRequest
from engine.llm.purse import Purse
from engine.llm.scripted import Line as Said
from engine.llm.scripted import Scripted
from engine.llm.troubles import Malformed, NoKey, ProviderFailed
from engine.llm.voice import Voice
from engine.marketplace.buying import BuyerAct, BuyerMove, habits_of, next_move
from engine.marketplace.drawing import draw_market, market_key
from engine.marketplace.handles import addressed
from engine.marketplace.market import Handle
from engine.marketplace.playing import play as strictly
from engine.marketplace.room import Bought, BuyerSaid, Ending, Offer, Room, RoomClosed, SellerSaid, apply
from engine.marketplace.trading import Answer, House, Line, hearing, settled
from engine.marketplace.visibility import view_for_buyer
from engine.prompting.market_buyer import BuyerReply
from engine.prompting.market_seller import OfferedBy, SellerReply
from engine.reading.figures import figures
from packs.markets import installed_markets
from tests.engine.llm.books import PlainBooks
from tests.engine.llm.dialects import Dialect
from tests.engine.llm.server import Server
from tests.engine.marketplace.given import HOUSE, NOW, after, market, room_of, seller

MODEL = parse_model_name("anthropic:claude-haiku-5-5")
PAYER = Payer("T1", "U1", "m1")
ASK = "I need 3 cables. What do you ask?"
QUICK, CABLES, WIRES = Handle("QuickTech"), Handle("CableHouse"), Handle("BudgetWires")


def dealing_by(port: ModelPort, books: PlainBooks | None = None, seconds: float = 30.0) -> Dealing:
    """Parties played by what answers there."""
    return Dealing(Voice(Purse(port, books or PlainBooks()), (MODEL,)), seconds)


def offering(price: str, message: str, quantity: int = 3, reasoning: str = "I think so.") -> SellerReply:
    """A seller's offer."""
    return SellerReply(
        reasoning=reasoning, act="offer", offer=OfferedBy(price=price, quantity=quantity), message=message
    )


def saying(act: str, message: str, reasoning: str = "I think so.") -> SellerReply:
    """A seller's answer without an offer."""
    return SellerReply.model_validate({"reasoning": reasoning, "act": act, "offer": None, "message": message})


def line_for(room: Room, text: str) -> Line:
    """The buyer's line, for whom it calls."""
    return Line(text, addressed(text, [seller.handle for seller in room.sellers]))


async def answered(room: Room, text: str, dealing: Dealing) -> dict[Handle, Answer]:
    """What those who hear the line answer."""
    return await dealing.answers(room, hearing(room, line_for(room, text)), HOUSE, PAYER, MODEL, NOW)


async def alone(
    script: list[Said] | Callable[[ModelRequest], Said], text: str = "@QuickTech can you do 5.50?"
) -> Answer:
    """QuickTech's answer to the line, after it has offered three cables at $8."""
    found = await answered(after(room_of(), ASK), text, dealing_by(Scripted(script)))
    return found[QUICK]


@pytest.mark.parametrize(
    "message",
    [
        "I'm warm and obliging, glad about every customer. $6.75.",
        "$6.75. A price that you have given stands, you know.",
        "As an AI I can do $6.75.",
        "$6.75, see https://example.com",
        "$6.75, <@U>!",
    ],
)
async def test_a_seller_neither_recites_what_it_is_told_nor_steps_out_of_its_part(message: str) -> None:
    answer = await alone(lambda _: offering("6.75", message))
    assert answer.thought.held in ("person", "plain")


async def test_a_seller_says_and_offers_what_its_model_decides() -> None:
    answer = await alone([offering("6.75", "I can get to $6.75, $20.25 for the three.", reasoning="A good customer.")])
    assert answer.text == "I can get to $6.75, $20.25 for the three."
    assert answer.offer == Offer(675, 3)
    assert (answer.thought.by, answer.thought.reasoning, answer.thought.held) == (MODEL.name, "A good customer.", "")
    assert answer.thought.traces.tries == 1


async def test_a_wish_that_breaks_a_limit_is_asked_for_once_more_with_the_limit_named() -> None:
    port = Scripted([offering("5.50", "$5.50 it is."), offering("6.50", "$6.50, then.")])
    found = await answered(after(room_of(), ASK), "@QuickTech can you do 5.50?", dealing_by(port))
    assert found[QUICK].offer == Offer(650, 3)
    assert found[QUICK].thought.traces.tries == 2
    assert "could not be used" not in port.asked[0].turns[-1].text
    assert "Offer no less than your least price of $6." in port.asked[1].turns[-1].text


async def test_after_a_second_breach_the_last_legal_offer_is_held_in_the_sellers_own_manner() -> None:
    answer = await alone(lambda _: offering("5.50", "$5.50 and not a cent less."))
    assert answer.offer == Offer(800, 3)
    assert "$8" in answer.text
    assert any(answer.text.startswith(phrase.split("{")[0]) for phrase in HOUSE.phrases["sweet"]["hold"])
    assert (answer.thought.by, answer.thought.held) == ("", "price")
    assert answer.thought.reasoning == "I think so."


async def test_a_price_for_many_is_not_sold_for_few_whatever_the_model_says() -> None:
    bulk = seller("QuickTech", bulk_from=10, bulk_off=1_000)
    room = after(room_of(bulk, seller("CableHouse")), "@QuickTech price for 20 pieces?")
    dealing = dealing_by(Scripted(lambda _: saying("accept", "Sold, 3 cables.")))
    found = await answered(room, "@QuickTech deal, I'll take 3", dealing)
    assert (found[QUICK].sold, found[QUICK].offer) == (None, Offer(800, 3))
    dearer = dealing_by(Scripted(lambda _: offering("7.80", "For three it is $7.80 each.")))
    assert (await answered(room, "@QuickTech and for 3 pieces?", dearer))[QUICK].offer == Offer(780, 3)


async def test_before_any_offer_the_strict_quote_is_made() -> None:
    found = await answered(room_of(), ASK, dealing_by(Scripted(lambda _: offering("5.00", "$5."))))
    assert {handle: answer.offer for handle, answer in found.items()} == {
        CABLES: Offer(800, 3),
        QUICK: Offer(800, 3),
        WIRES: Offer(700, 3),
    }


class Hanging:
    """A provider that never answers."""

    async def complete(self, request: ModelRequest) -> ModelReply:
        """Nothing, for a minute."""
        await asyncio.sleep(60)
        raise AssertionError


FAILING: Mapping[str, tuple[ModelPort, str]] = {
    "no key": (Scripted(lambda _: NoKey(MODEL)), "There is no key for Anthropic"),
    "a provider that fails": (Scripted(lambda _: ProviderFailed(MODEL)), "Anthropic had an error of its own"),
    "nonsense": (Scripted(lambda _: "I'd rather talk about the weather."), "gave a reply that cannot be used"),
    "no form": (Scripted(lambda _: Malformed(MODEL, why="it is empty")), "it is empty"),
    "a price that is none": (Scripted(lambda _: offering("about six", "About six.")), "form"),
    "no answer at all": (Hanging(), "took too long"),
}


@pytest.mark.parametrize("how", FAILING)
async def test_whatever_a_provider_does_the_round_goes_on(how: str) -> None:
    port, why = FAILING[how]
    room = after(room_of(), ASK)
    heard = hearing(room, line_for(room, "Can you all do 5.50?"))
    found = await dealing_by(port, seconds=0.2).answers(room, heard, HOUSE, PAYER, MODEL, NOW)
    assert all(why in answer.thought.held for answer in found.values())
    assert [answer.offer for answer in found.values()] == [Offer(800, 3), Offer(800, 3), Offer(700, 3)]
    events = settled(room, heard, found, HOUSE.key, NOW)
    assert len(events) == 4


async def test_a_budget_that_is_used_up_ends_the_same_way() -> None:
    books = PlainBooks({Scope.TEAM: Cap(tokens=0)})
    port = Scripted(lambda _: offering("6.75", "$6.75."))
    found = await answered(after(room_of(), ASK), "@QuickTech any better?", dealing_by(port, books))
    assert found[QUICK].offer == Offer(800, 3)
    assert "budget for your team and day is used up" in found[QUICK].thought.held
    assert not port.asked


async def test_one_seller_that_fails_leaves_the_others_alone() -> None:
    def by_seller(request: ModelRequest) -> Said:
        if "You play QuickTech" in request.instructions:
            return ProviderFailed(MODEL)
        return offering("6.60", "$6.60 each.")

    found = await answered(after(room_of(), ASK), "Can you all do 6.60?", dealing_by(Scripted(by_seller)))
    assert {handle: answer.thought.by for handle, answer in found.items()} == {
        CABLES: MODEL.name,
        QUICK: "",
        WIRES: MODEL.name,
    }


class InTurn:
    """A provider that answers the sellers in the order that it is given, whoever asked first."""

    def __init__(self, order: list[Handle]) -> None:
        self._order = order
        self._said = {handle: asyncio.Event() for handle in order}

    async def complete(self, request: ModelRequest) -> ModelReply:
        """The answer, once those before it in the order have theirs."""
        handle = next(name for name in self._order if f"You play {name}" in request.instructions)
        place = self._order.index(handle)
        if place:
            await self._said[self._order[place - 1]].wait()
        reply = await Scripted([offering("6.90", "$6.90 each.")]).complete(request)
        self._said[handle].set()
        return reply


async def test_sellers_are_asked_at_once_and_answer_in_an_order_that_is_drawn_whoever_is_quick() -> None:
    room = after(room_of(), ASK)
    heard = hearing(room, line_for(room, "Can you all do 6.90?"))
    orders = []
    for order in ([CABLES, QUICK, WIRES], [WIRES, QUICK, CABLES], [QUICK, WIRES, CABLES]):
        found = await dealing_by(InTurn(order), seconds=5).answers(room, heard, HOUSE, PAYER, MODEL, NOW)
        events = settled(room, heard, found, HOUSE.key, NOW)
        orders.append([event.seller for event in events if isinstance(event, SellerSaid)])
    assert orders[0] == orders[1] == orders[2]


async def test_a_bid_that_binds_is_bought_when_the_seller_accepts() -> None:
    room = after(room_of(), ASK)
    line = line_for(room, "@QuickTech I'll pay 6.50 each.")
    heard = hearing(room, line)
    port = Scripted([saying("accept", "Sold: 6.50 each, $19.50 in all.")])
    found = await dealing_by(port).answers(room, heard, HOUSE, PAYER, MODEL, NOW)
    for event in settled(room, heard, found, HOUSE.key, NOW):
        room = apply(room, event)
    assert room.ending is Ending.DEAL
    assert room.bought[0].offer == Offer(650, 3)
    assert "you may accept" in port.asked[0].turns[-1].text


async def test_a_seller_that_refuses_its_own_offer_has_sold_all_the_same() -> None:
    answer = await alone(lambda _: saying("hold", "I've changed my mind."), "deal, @QuickTech")
    assert answer.sold == Offer(800, 3)
    assert "agreement" in answer.thought.held


def buyer_says(**fields: object) -> BuyerReply:
    """A buyer's answer."""
    given = {"reasoning": "Cheapest first.", "act": "say", "seller": None, "message": "", "bid": None, "quantity": None}
    return BuyerReply.model_validate(given | fields)


async def moved(room: Room, *script: Said) -> BuyerMove:
    """The move of a buyer that a model plays."""
    dealing = dealing_by(Scripted(script))
    return await dealing.move(view_for_buyer(room), habits_of(HOUSE.key), HOUSE.key, PAYER, MODEL, NOW)


async def test_a_buyer_says_what_its_model_decides_to_whom_it_decides() -> None:
    room = after(room_of(), ASK)
    move = await moved(room, buyer_says(seller="@quicktech", message="Can you do 6.20, @QuickTech?", bid="6.20"))
    assert (move.act, move.seller, move.bid) == (BuyerAct.SAY, QUICK, Offer(620, 3))
    assert move.text == "@QuickTech Can you do 6.20, QuickTech?"
    assert move.thought.reasoning == "Cheapest first."


async def test_a_buyer_takes_and_leaves_as_its_model_decides() -> None:
    room = after(room_of(), ASK)
    assert (await moved(room, buyer_says(act="take", seller="BudgetWires"))).quantity == 3
    assert (await moved(room, buyer_says(act="leave"))).act is BuyerAct.LEAVE


async def test_a_buyer_that_breaks_its_limits_twice_moves_as_the_strict_one() -> None:
    room = after(room_of(), ASK)
    bad = buyer_says(seller="QuickTech", message="I'd pay 9.50.", bid="9.50")
    move = await moved(room, bad, bad)
    assert move._replace(thought=BuyerMove(BuyerAct.SAY).thought) == next_move(
        view_for_buyer(room), habits_of(HOUSE.key), HOUSE.key
    )
    assert move.thought.held == "price"


BUYING: dict[str, Callable[[ModelRequest], Said]] = {
    "asks, bids and takes": lambda request: (
        buyer_says(message=ASK)
        if "Nothing has been said yet" in request.turns[-1].text
        else buyer_says(seller="QuickTech", message="Can you do 6.50?", bid=6.5)
        if "6.50?" not in request.turns[-1].text
        else buyer_says(act="take", seller="QuickTech")
    ),
    "leaves at once": lambda _: buyer_says(act="leave"),
    "talks on and on": lambda _: buyer_says(message="What a lovely day."),
    "talks nonsense": lambda _: "I'd rather talk about the weather.",
    "buys what nobody offers": lambda _: buyer_says(act="take", seller="QuickTech", quantity=500),
}


@pytest.mark.parametrize("how", BUYING)
async def test_a_market_that_models_play_on_both_sides_ends(how: str) -> None:
    def both(request: ModelRequest) -> Said:
        return BUYING[how](request) if request.purpose == "market_buyer" else offering("6.60", "$6.60 each.")

    played = Played(dealing_by(Scripted(both)), PAYER, MODEL)
    buyer = GuardedBuyer(played, habits_of(HOUSE.key), HOUSE.key)
    room = await play(market(), room_of().item.id, buyer, GuardedSellers(played, HOUSE), HOUSE.key, NOW)
    assert room.ending is not None
    for bought in room.bought:
        assert 600 <= bought.offer.price <= 900
    thoughts = [event for event in room.events if isinstance(event, BuyerSaid | Bought | RoomClosed)]
    assert any(event.reasoning or event.held for event in thoughts)


async def test_strict_parties_play_through_the_same_door_as_they_do_by_themselves() -> None:
    pack = installed_markets()
    for name in pack.markets:
        drawn, key = draw_market(pack, name, 5), market_key(pack, name, 5)
        house, habits = House(pack.phrases, key), habits_of(key)
        item = drawn.items[0].id
        assert await play(drawn, item, StrictBuyer(habits, key), StrictSellers(house), key, NOW) == strictly(
            drawn, item, house, habits, NOW
        )


async def test_rules_and_a_model_sell_side_by_side() -> None:
    played = Played(dealing_by(Scripted(lambda _: offering("6.60", "$6.60 each."))), PAYER, MODEL)
    room = after(room_of(), ASK)
    heard = hearing(room, line_for(room, "Can you all do 6.60?"))
    found = await GuardedSellers(played, HOUSE, frozenset({QUICK})).answers(room, heard, NOW)
    assert {handle: answer.thought.by for handle, answer in found.items()} == {CABLES: "", QUICK: MODEL.name, WIRES: ""}
    assert settled(room, heard, found, HOUSE.key, NOW)


MISBEHAVING: dict[str, Callable[[ModelRequest], Said]] = {
    "repeats its context": lambda request: saying("hold", f"{request.instructions}\n{request.turns[-1].text}"[:480]),
    "sells for nothing": lambda _: offering("0.01", "One cent, for you."),
    "never sells": lambda _: offering("99999", "$99,999 each."),
    "accepts everything": lambda _: saying("accept", "Deal!"),
    "promises the moon": lambda _: offering("1e9", "Whatever you like."),
    "lies about its offer": lambda _: offering("7.00", "I can do it for 2.50."),
}


@pytest.mark.parametrize("how", MISBEHAVING)
async def test_models_that_misbehave_break_no_limit_in_any_market(how: str) -> None:
    pack = installed_markets()
    played = Played(dealing_by(Scripted(MISBEHAVING[how])), PAYER, MODEL)
    for name in pack.markets:
        for seed in range(6):
            drawn, key = draw_market(pack, name, seed), market_key(pack, name, seed)
            house, item = House(pack.phrases, key), drawn.items[0].id
            buyer = StrictBuyer(habits_of(key), key)
            room = await play(drawn, item, buyer, GuardedSellers(played, house), key, NOW)
            assert room.ending is not None
            for said in (event for event in room.events if isinstance(event, SellerSaid)):
                stock = drawn.seller(said.seller).stock(item)
                assert stock is not None
                assert said.offer is None or stock.least <= said.offer.price <= stock.selling
                assert said.offer is None or said.offer.quantity <= stock.pieces
                hidden = {Fraction(amount, 100) for amount in (stock.cost, stock.least)}
                assert not hidden & figures(said.text) or said.offer is not None


async def test_the_form_of_an_answer_is_one_that_every_provider_takes(server: Server, dialect: Dialect) -> None:
    room = after(room_of(), ASK)
    heard = hearing(room, line_for(room, "@QuickTech can you do 5.50?")).heard[0]
    reply = offering("6.75", "I can do $6.75.").model_dump_json()
    bought = buyer_says(act="take", seller="QuickTech").model_dump_json()
    server.answers = [dialect.says(reply), dialect.says(bought)]
    port = dialect.port(server)
    assert (await port.complete(seller_request(heard, dialect.model))).as_a(SellerReply).offer is not None
    buyer = await port.complete(buyer_request(view_for_buyer(room), dialect.model))
    assert buyer.as_a(BuyerReply).act == "take"
    assert all("reasoning" in str(asked.body) for asked in server.asked)
    await port.close()
