"""Talks in a market, from the first line to the deal."""

import pytest

from engine.errors import RuleViolation, StaleRun
from engine.marketplace.buying import BuyerAct, habits_of, next_move
from engine.marketplace.drawing import draw_market, market_key
from engine.marketplace.handles import addressed
from engine.marketplace.listening import listen
from engine.marketplace.market import Handle
from engine.marketplace.offers import side_by_side
from engine.marketplace.playing import play, step, to_whom
from engine.marketplace.room import (
    Bought,
    BuyerSaid,
    Ending,
    Offer,
    Room,
    RoomEvent,
    SellerSaid,
    apply,
    decode,
    encode,
    fold,
    open_room,
)
from engine.marketplace.trading import (
    House,
    Line,
    WhoseOffer,
    advance,
    has_lines,
    hearing,
    leave,
    settled,
    strict_answers,
    take,
    takeable,
)
from engine.marketplace.visibility import view_for, view_for_buyer
from packs.markets import installed_markets
from tests.engine.marketplace.given import HOUSE, NOW, after, room_of, seller

QUICK = Handle("QuickTech")


def then(room: Room, events: tuple[RoomEvent, ...]) -> Room:
    """The talk after the events."""
    for event in events:
        room = apply(room, event)
    return room


def test_everybody_answers_a_line_for_everybody_and_nobody_else_a_line_for_one() -> None:
    room = after(room_of(), "I need 3 cables. What do you ask?")
    assert [handle for handle, _ in room.offers] == ["CableHouse", "QuickTech", "BudgetWires"]
    room = after(room, "@QuickTech can you do 6.50?")
    assert [event.seller for event in room.events if isinstance(event, SellerSaid)][3:] == ["QuickTech"]


def test_words_close_a_deal_with_the_seller_they_are_for() -> None:
    room = after(room_of(), "I need 3 cables. What do you ask?", "deal, @QuickTech")
    assert room.bought == (Bought(NOW, 2, QUICK, Offer(800, 3)),)
    assert room.ending is Ending.DEAL
    assert room.offers == ()


def test_a_bid_that_several_hear_binds_nobody_and_may_be_met_by_each() -> None:
    room = after(room_of(), "I need 3 cables. What do you ask?", "@QuickTech @BudgetWires I'd pay 7.90")
    assert room.ending is None
    assert room.offer_of(QUICK) == Offer(790, 3)
    assert room.offer_of(Handle("BudgetWires")) == Offer(700, 3)


def test_an_offer_is_taken_by_its_button_once_and_only_while_it_stands() -> None:
    room = after(room_of(), "I need 3 cables. What do you ask?")
    over = then(room, take(room, QUICK, None, NOW))
    assert over.ending is Ending.DEAL
    with pytest.raises(RuleViolation, match="is over"):
        take(over, QUICK, None, NOW)
    with pytest.raises(RuleViolation, match="has no offer"):
        take(room_of(), QUICK, None, NOW)
    with pytest.raises(RuleViolation, match="or fewer"):
        take(room, QUICK, 4, NOW)


def test_where_parts_are_allowed_several_sellers_fill_a_need() -> None:
    scarce = (seller("CableHouse", pieces=2), seller("QuickTech", pieces=2))
    room = after(room_of(*scarce, partial=True), "I need 3 cables. What do you ask?")
    room = then(room, take(room, Handle("CableHouse"), 2, NOW))
    assert (room.missing, room.ending) == (1, None)
    room = then(room, take(room, QUICK, 1, NOW))
    assert room.ending is Ending.DEAL
    assert sum(each.offer.quantity for each in room.bought) == 3


def test_leaving_ends_it_without_a_deal() -> None:
    room = after(room_of(), "I need 3 cables. What do you ask?")
    assert then(room, leave(room, NOW)).ending is Ending.NO_DEAL


USED_UP = ("I need 3 cables. What do you ask?", "nice weather")
"""The lines of a buyer that has two."""


def test_after_the_last_line_an_offer_can_still_be_taken_and_nothing_else_be_said() -> None:
    room = after(room_of(max_rounds=2), *USED_UP)
    assert (room.ending, has_lines(room)) == (None, False)
    with pytest.raises(RuleViolation, match="your last line about USB-C cables"):
        after(room, "@QuickTech can you do 6?")
    assert then(room, take(room, QUICK, 3, NOW)).ending is Ending.DEAL
    assert then(room, leave(room, NOW)).ending is Ending.NO_DEAL
    with pytest.raises(RuleViolation, match=r"@QuickTech offers 3 USB-C cables, no more.*your last line"):
        after(room, "@QuickTech I'll take 20 cables")
    bought = after(room, "@QuickTech deal")
    assert (bought.ending, bought.round) == (Ending.DEAL, 2)


def test_what_is_left_after_the_last_line_can_be_bought_in_parts() -> None:
    room = after(room_of(max_rounds=2, partial=True), *USED_UP)
    room = then(room, take(room, QUICK, 1, NOW))
    assert (room.ending, room.missing) == (None, 2)


def test_it_ends_when_nothing_can_be_said_or_taken_any_more() -> None:
    room = room_of(seller("CableHouse", "rude"), seller("QuickTech"), max_rounds=1)
    assert after(room, "@CableHouse you idiot").ending is Ending.TIMEOUT
    alone = room_of(seller("CableHouse", "rude"))
    assert after(alone, "I need 3 cables. What do you ask?", "you idiot").ending is Ending.NO_DEAL


def test_a_round_is_who_hears_a_line_what_they_answer_and_what_comes_of_it() -> None:
    room = after(room_of(), "I need 3 cables. What do you ask?")
    line = Line(
        "@QuickTech @BudgetWires I'd pay 7.90", addressed("@QuickTech @BudgetWires", ["QuickTech", "BudgetWires"])
    )
    heard = hearing(room, line)
    assert [each.seller for each in heard.heard] == ["QuickTech", "BudgetWires"]
    assert (heard.bid, heard.binds) == (Offer(790, 3), False)
    answers = strict_answers(HOUSE, heard)
    late = dict(reversed(answers.items()))
    assert settled(room, heard, late, HOUSE.key, NOW) == advance(room, HOUSE, line, NOW)


def test_answers_to_a_talk_that_has_gone_on_meanwhile_are_not_taken() -> None:
    room = after(room_of(partial=True), "I need 3 cables. What do you ask?")
    heard = hearing(room, Line("@QuickTech any better?", addressed("@QuickTech any better?", ["QuickTech"])))
    later = then(room, take(room, QUICK, 1, NOW))
    with pytest.raises(StaleRun):
        settled(later, heard, strict_answers(HOUSE, heard), HOUSE.key, NOW)
    with pytest.raises(RuleViolation, match="is over"):
        settled(then(later, leave(later, NOW)), heard, strict_answers(HOUSE, heard), HOUSE.key, NOW)


def test_a_talk_can_be_stored_and_read_again() -> None:
    room = after(room_of(), "I need 3 cables. What do you ask?", "@QuickTech can you do 6.50?", "deal, @QuickTech")
    assert fold(room.market, [decode(encode(event)) for event in room.events]) == room


@pytest.mark.parametrize("name", list(installed_markets().markets))
def test_markets_play_themselves_within_every_limit(name: str) -> None:
    pack = installed_markets()
    deals = 0
    for seed in range(120):
        market, key = draw_market(pack, name, seed), market_key(pack, name, seed)
        for item in market.items:
            room = play(market, item.id, House(pack.phrases, key), habits_of(key), NOW)
            for each in room.bought:
                stock = market.seller(each.seller).stock(item.id)
                assert stock is not None
                assert stock.least <= each.offer.price <= room.demand.high
                assert 0 < each.offer.quantity <= stock.pieces
            assert room.ending is not None
            deals += bool(room.bought)
            lines = [event.text for event in room.events if isinstance(event, SellerSaid)]
            assert not any("{" in line or "}" in line for line in lines)
    assert deals > 120


def test_the_same_seed_is_the_same_talk() -> None:
    pack = installed_markets()
    rooms = []
    for _ in range(2):
        market, key = draw_market(pack, "laptops", 7), market_key(pack, "laptops", 7)
        rooms.append(play(market, market.items[0].id, House(pack.phrases, key), habits_of(key), NOW))
    assert rooms[0] == rooms[1]


def test_sellers_read_in_a_strict_buyers_lines_what_it_means() -> None:
    pack = installed_markets()
    for seed in range(25):
        market, key = draw_market(pack, "office_supplies", seed), market_key(pack, "office_supplies", seed)
        room, habits, house = open_room(market, market.items[0].id, NOW), habits_of(key), House(pack.phrases, key)
        while room.ending is None:
            move = next_move(view_for_buyer(room), habits, key)
            if move.act is BuyerAct.SAY:
                here = [each.handle for each in room.sellers if each.handle not in room.gone]
                assert addressed(move.text, here) == to_whom(room, move)
                for handle in to_whom(room, move).to:
                    view = view_for(room, Handle(handle))
                    read = listen(move.text, view)
                    assert read._replace(pieces=None) == move.means._replace(pieces=None)
                    assert read.pieces in (None, room.missing, view.standing and view.standing.quantity)
            room = then(room, step(room, house, habits, NOW))


def test_strict_sellers_differ_by_what_they_care_for() -> None:
    kept: dict[bool, list[int]] = {True: [], False: []}
    pack = installed_markets()
    for seed in range(150):
        market, key = draw_market(pack, "phone_accessories", seed), market_key(pack, "phone_accessories", seed)
        room = play(market, market.items[0].id, House(pack.phrases, key), habits_of(key), NOW)
        for each in room.bought:
            sold = market.seller(each.seller)
            stock = sold.stock(room.item.id)
            assert stock is not None
            if stock.selling > stock.least:
                share = 100 * (each.offer.price - stock.least) // (stock.selling - stock.least)
                kept[sold.retention >= 50].append(share)
    for_customers, for_profit = (sum(kept[cares]) // len(kept[cares]) for cares in (True, False))
    assert for_profit > for_customers + 10


@pytest.mark.parametrize(
    ("line", "bid", "binds"),
    [
        ("@QuickTech could you go to $6 a piece?", Offer(600, 3), False),
        ("@QuickTech I can pay 6.50 per cable", Offer(650, 3), True),
        ("@QuickTech what about 5.50 if I buy 20", Offer(550, 20), False),
        ("@QuickTech 10 for 60", Offer(600, 10), True),
        ("@QuickTech would you take 6 each for 10?", Offer(600, 10), False),
        ("@QuickTech ok 6.25 then, final offer", Offer(625, 3), True),
    ],
)
def test_a_price_for_one_is_read_however_it_is_put(line: str, bid: Offer, binds: bool) -> None:
    room = after(room_of(), "I need 3 cables. What do you ask?", line)
    said = [event for event in room.events if isinstance(event, BuyerSaid)][-1]
    assert (said.bid, said.binds) == (bid, binds)


@pytest.mark.parametrize(
    ("line", "seller", "pieces"),
    [
        ("I'll take 2 from @QuickTech at that price", "QuickTech", 2),
        ("@BudgetWires we'll buy them", "BudgetWires", 3),
        ("let's go with @QuickTech, deal", "QuickTech", 3),
        ("deal, @QuickTech, 3 at 8.00", "QuickTech", 3),
    ],
)
def test_an_offer_is_taken_in_plain_words(line: str, seller: str, pieces: int) -> None:
    room = after(room_of(partial=True), "I need 3 cables. What do you ask?", line)
    assert [(each.seller, each.offer.quantity) for each in room.bought] == [(seller, pieces)]


def test_whose_offer_is_taken_has_to_be_said_where_several_stand() -> None:
    room = after(room_of(), "I need 3 cables. What do you ask?")
    with pytest.raises(WhoseOffer) as whose:
        after(room, "ok, deal")
    assert whose.value.to == ("CableHouse", "QuickTech", "BudgetWires")
    one = after(room_of(), "@QuickTech I need 3 cables. What do you ask?", "ok, deal")
    assert [each.seller for each in one.bought] == ["QuickTech"]


def test_a_goodbye_leaves_offers_standing_until_the_buyer_walks_away() -> None:
    room = after(room_of(), "I need 3 cables. What do you ask?", "I'm out, thanks.")
    assert room.ending is None
    assert len(room.offers) == 3


def test_a_need_is_no_goodbye_and_no_line_has_an_open_place() -> None:
    room = after(room_of(), "I need all 3, not 2", "no thanks", "bye")
    assert len(room.offers) == 3
    lines = [event.text for event in after(room_of(), "no thanks, bye").events if isinstance(event, SellerSaid)]
    assert not any("  " in line or line.startswith(" ") for line in lines)


def test_a_price_for_many_is_not_one_for_few() -> None:
    bulk = seller("QuickTech", bulk_from=10, bulk_off=1_000)
    room = after(room_of(bulk, seller("CableHouse")), "@QuickTech price for 20 pieces?")
    assert room.offer_of(QUICK) == Offer(720, 20)
    assert dict(takeable(room))[QUICK] == Offer(720, 20)
    with pytest.raises(RuleViolation, match="gave that price for 20"):
        take(room, QUICK, 3, NOW)


@pytest.mark.parametrize(
    "line",
    ["deal, I'll take 3", "price for 3 pieces?", "can you do 3 at 7.20?", "and for 3 pieces at 7.20, final offer"],
)
def test_nor_can_it_be_had_for_few_in_any_words(line: str) -> None:
    bulk = seller("QuickTech", bulk_from=10, bulk_off=1_000)
    room = after(room_of(bulk, seller("CableHouse")), "@QuickTech price for 20 pieces?", f"@QuickTech {line}")
    assert not room.bought
    assert (room.offer_of(QUICK) or Offer(0, 0)).price > 720
    again = after(room, "@QuickTech and for 20 pieces?")
    assert (again.offer_of(QUICK) or Offer(999, 0)).price <= 720


@pytest.mark.parametrize(
    ("line", "price"),
    [("@BudgetWires 8.50!!!", 700), ("@BudgetWires I'd pay 7.50 each, final offer", 700)],
)
def test_who_bids_above_what_is_asked_buys_at_what_is_asked(line: str, price: int) -> None:
    room = after(room_of(), "I need 3 cables. What do you ask?", line)
    assert [each.offer.price for each in room.bought] == [price]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("@QuickTech how many do you have in stock?", "100 USB-C cables"),
        ("@QuickTech what's included in the price?", "the warranty of QuickTech"),
        ("@QuickTech how much would that cost?", "$8.00"),
        ("@QuickTech what's the cheapest you can go?", "$7."),
    ],
)
def test_everyday_questions_have_an_answer(line: str, says: str) -> None:
    room = after(room_of(), "I need 3 cables. What do you ask?", line)
    assert says in [event.text for event in room.events if isinstance(event, SellerSaid)][-1]


def test_what_a_seller_knows_nothing_of_is_said_to_be_unknown() -> None:
    room = after(room_of(), "I need 3 cables. What do you ask?", "@BudgetWires are they new?")
    assert [event for event in room.events if isinstance(event, SellerSaid)][-1].text in (
        HOUSE.phrases["neutral"]["unknown"]
    )


def test_offers_side_by_side_show_what_can_be_taken() -> None:
    room = after(room_of(partial=True), "I need 3 cables. What do you ask?")
    room = then(room, take(room, QUICK, 1, NOW))
    rows = side_by_side(view_for_buyer(room), dict(takeable(room)))
    assert {row.handle: row.offer.quantity for row in rows if row.offer}["BudgetWires"] == room.missing == 2
