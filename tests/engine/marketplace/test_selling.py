"""What a strict seller does about a line."""

from dataclasses import replace

import pytest

from engine.marketplace.listening import Ask, listen
from engine.marketplace.market import Style
from engine.marketplace.room import Offer, SellerSaid
from engine.marketplace.selling import Decision, SellerMove, decide
from engine.marketplace.visibility import SellerView, view_for
from tests.engine.marketplace.given import after, room_of, seller


def seen(*lines: str, style: Style = "neutral", retention: int = 50, pieces: int = 100) -> SellerView:
    """What the only seller there knows after these lines."""
    only = seller("QuickTech", style, retention, pieces=pieces)
    return view_for(after(room_of(only), *lines), only.handle)


def test_it_begins_at_its_selling_price_for_as_many_as_are_wanted() -> None:
    decision = decide(seen(), Ask(pieces=3))
    assert decision.move is SellerMove.QUOTE
    assert decision.offer == Offer(800, 3)


def test_it_says_how_many_it_has_where_that_is_asked_beside_a_price() -> None:
    assert decide(seen(), Ask(asks_stock=True)).counts
    room = after(room_of(seller("QuickTech")), "I need 3 cables, how many do you have?")
    said = room.events[-1]
    assert isinstance(said, SellerSaid)
    assert "100 USB-C cables" in said.text
    assert "$8.00" in said.text


@pytest.mark.parametrize(
    ("text", "move"),
    [
        ("can you do 5.00?", SellerMove.COUNTER),
        ("that's too expensive", SellerMove.COUNTER),
        ("what about 7.95?", SellerMove.MEET),
        ("I'd pay 7.95", SellerMove.SELL),
        ("deal", SellerMove.SELL),
        ("I'll take 2 at 8.00", SellerMove.SELL),
        ("no thanks", SellerMove.PART),
        ("how long is the warranty?", SellerMove.TELL),
        ("nice weather", SellerMove.CHAT),
        ("3 for 24", SellerMove.HOLD),
    ],
)
def test_a_line_gets_the_move_that_it_asks_for(text: str, move: SellerMove) -> None:
    view = seen("I need 3 USB-C cables, what can you offer?", retention=80)
    assert decide(view, listen(text, view)).move is move


def test_a_bid_above_its_own_price_is_sold_at_its_own_price() -> None:
    view = seen("I need 3 USB-C cables, what can you offer?")
    assert decide(view, Ask(bid=Offer(2000, 3), binds=True)).sold == Offer(800, 3)


def test_it_never_goes_below_its_least_price_nor_back_on_its_own() -> None:
    for retention in (5, 35, 65, 95):
        view = seen("I need 3 cables. What do you ask?", *["@QuickTech can you do 3?"] * 11, retention=retention)
        prices = [offer.price for offer in view.own]
        assert prices == sorted(prices, reverse=True)
        assert min(prices) >= 600


def test_it_offers_what_it_has_when_that_is_less_than_wanted() -> None:
    view = seen("I need 3 USB-C cables, what can you offer?", pieces=2)
    assert view.standing == Offer(800, 2)
    assert decide(view, Ask(takes=True, pieces=3)) == Decision(SellerMove.SHORT, Offer(800, 2))


def test_keeping_customers_comes_down_earlier_than_profit() -> None:
    lines = ("I need 3 cables. What do you ask?", *["can you do 5?"] * 3)
    kind, hard = seen(*lines, retention=90), seen(*lines, retention=10)
    assert kind.standing is not None
    assert hard.standing is not None
    assert kind.standing.price < hard.standing.price


def test_a_rival_moves_only_those_who_care_for_customers() -> None:
    for retention, moves in ((80, True), (20, False)):
        view = seen("I need 3 cables. What do you ask?", retention=retention)
        plain, told = (decide(view, Ask(wants_less=True, rival=rival)).offer for rival in (0, 650))
        assert plain is not None
        assert told is not None
        assert (told.price < plain.price) is moves


def test_a_rude_seller_leaves_over_an_insult_or_a_second_offer_that_is_one() -> None:
    view = seen("I need 3 cables. What do you ask?", "can you do 2?", style="rude")
    assert decide(view, Ask(bid=Offer(200, 3))).move is SellerMove.LEAVE
    assert decide(view, Ask(insults=True)).move is SellerMove.LEAVE
    assert (
        decide(replace(view, seller=seller("QuickTech", "sweet")), Ask(bid=Offer(200, 3))).move is not SellerMove.LEAVE
    )


def test_more_pieces_bring_the_price_for_so_many() -> None:
    stock = replace(seller("QuickTech").inventory[0], bulk_from=10, bulk_off=500)
    view = replace(seen("I need 3 cables. What do you ask?"), stock=stock)
    offer = decide(view, Ask(pieces=20)).offer
    assert offer is not None
    assert offer.quantity == 20
    assert offer.price <= 760


def test_asking_alone_gets_nothing_from_a_rude_seller_and_most_from_a_sweet_one() -> None:
    prices = []
    for style in ("rude", "neutral", "sweet"):
        view = seen("I need 3 cables. What do you ask?", *["can't you do better?"] * 3, style=style)
        assert view.standing is not None
        prices.append(view.standing.price)
    assert prices[0] == 800 > prices[1] > prices[2]


def test_the_ruder_the_later_and_the_less() -> None:
    for retention in (10, 50, 90):
        rude, neutral, sweet = (
            [
                offer.price
                for offer in seen(
                    "I need 3 cables. What do you ask?", *["can you do 5.70?"] * 8, style=style, retention=retention
                ).own
            ]
            for style in ("rude", "neutral", "sweet")
        )
        assert rude[1] >= neutral[1] >= sweet[1]
        assert rude[-1] > neutral[-1] > sweet[-1]
