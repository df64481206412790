"""Which numbers of a line are a price: QuickTech asks $8 for a cable."""

import pytest

from engine.marketplace.cents import in_one_amount
from engine.marketplace.drawing import draw_market
from engine.marketplace.foreign import in_another
from engine.marketplace.listening import listen
from engine.marketplace.room import Offer, SellerSaid, apply, open_room
from engine.marketplace.selling import SellerMove, decide
from engine.marketplace.visibility import SellerView, view_for
from engine.terms.money import CURRENCIES
from packs.markets import installed_markets
from tests.engine.marketplace.given import NOW, after, room_of

ROOM = after(room_of(), "I need 3 cables. What do you ask?")
VIEW = view_for(ROOM, ROOM.sellers[1].handle)


@pytest.mark.parametrize(
    "line",
    [
        "delivery 2?",
        "is it USB 3?",
        "is it USB 3.1 or 2.0?",
        "is it cat 6?",
        "can you deliver by Friday the 5th?",
        "delivery before 5 pm?",
        "I need them by 7 May",
        "March 5 is my deadline",
        "I need 3 for 23 desks",
        "10 cables for our 4 meeting rooms",
        "they are for 12 people",
        "size 7?",
        "1 cent",
        "12 for the price of 10",
        "buy 9 get 1 free?",
        "deal with 2 free cables",
        "do you have 30 in stock",
        "30?",
        "can you do 30?",
        "what does 30 cost?",
        "call me at 555 1234",
        "we are a 20 person company",
    ],
)
def test_dates_standards_sizes_and_purposes_are_no_bid(line: str) -> None:
    assert listen(line, VIEW).bid is None


@pytest.mark.parametrize(
    ("line", "bid"),
    [
        ("650c", Offer(650, 3)),
        ("640 cents each", Offer(640, 3)),
        ("6 dollars fifty", Offer(650, 3)),
        ("6 dollars and 50 cents", Offer(650, 3)),
        ("6 dollars 50c", Offer(650, 3)),
        ("6 bucks seventy-five", Offer(675, 3)),
        ("7 may work for me", Offer(700, 3)),
        ("7 net 30", Offer(700, 3)),
        ("can you do 7 for option 2?", Offer(700, 3)),
        ("7 for our 23 desks", Offer(700, 3)),
        ("3 cables for 20 dollars", Offer(666, 3)),
        ("3 cables for 7", Offer(700, 3)),
        ("3 for 20, ok?", Offer(666, 3)),
        ("10 cables for 65, deal?", Offer(650, 10)),
        ("3 pcs, 20$", Offer(666, 3)),
        ("20 for them", Offer(666, 3)),
        ("24 is too much, 21", Offer(700, 3)),
        ("instead of 24 I pay 21", Offer(700, 3)),
        ("21 incl. shipping", Offer(700, 3)),
        ("$21", Offer(700, 3)),
        ("can you knock off a dollar?", Offer(700, 3)),
        ("drop it by 1", Offer(700, 3)),
        ("1$ less?", Offer(700, 3)),
        ("drop 2 dollars per head", Offer(600, 3)),
        ("give me 10 percent", Offer(720, 3)),
        ("whoever gives me 6.50 gets the order", Offer(650, 3)),
        ("ok, 7 and we're done", Offer(700, 3)),
    ],
)
def test_a_price_is_one_however_its_parts_and_pieces_are_written(line: str, bid: Offer) -> None:
    assert listen(line, VIEW).bid == bid


@pytest.mark.parametrize(
    ("line", "topics"),
    [
        ("delivery?", ("delivery",)),
        ("delivery 2?", ("delivery",)),
        ("what about the warranty", ("warranty",)),
        ("warranty and delivery?", ("warranty", "delivery")),
        ("I like the warranty. 7?", ()),
    ],
)
def test_a_term_that_is_only_named_in_a_question_is_asked_about(line: str, topics: tuple[str, ...]) -> None:
    assert listen(line, VIEW).topics == topics


@pytest.mark.parametrize(
    ("line", "in_dollars", "in_euros"),
    [
        ("€6.50", "€6.50", ""),
        ("can you do 6.50 euros?", "6.50 euros", ""),
        ("I say EUR 6.50, ok", "EUR 6.50", ""),
        ("$6", "", "$6"),
        ("USD 6", "", "USD 6"),
        ("£6", "£6", "£6"),
        ("6.50", "", ""),
        ("I try 6", "", ""),
        ("2 pounds of cable", "", ""),
    ],
)
def test_amounts_in_another_currency_are_known_by_sign_code_or_word(line: str, in_dollars: str, in_euros: str) -> None:
    assert in_another(line, CURRENCIES["USD"]) == in_dollars
    assert in_another(line, CURRENCIES["EUR"]) == in_euros


def _steel() -> SellerView:
    """What a seller knows that asks $680 for each of 28 tons of steel."""
    market = draw_market(installed_markets(), "raw_materials", 4)
    room = open_room(market, market.items[0].id, NOW)
    seller = room.sellers[0].handle
    return view_for(apply(room, SellerSaid(NOW, 1, seller, "$680.00 each.", Offer(68_000, 28))), seller)


@pytest.mark.parametrize(
    ("line", "pieces", "takes"),
    [
        ("deal, 11", 11, True),
        ("fine, 15 it is", 15, True),
        ("half of it, deal", 14, True),
        ("I take the remaining 25", 25, True),
        ("11 coils, price?", 11, False),
        ("12 please", 12, False),
        ("deal, 50", 50, False),
        ("deliver by 5?", None, False),
        ("price for 11 coils?", 11, False),
    ],
)
def test_a_lone_number_far_below_the_price_counts_pieces(line: str, pieces: int | None, takes: bool) -> None:
    heard = listen(line, _steel())
    assert (heard.pieces, heard.takes, heard.bid) == (pieces, takes, None)


def test_a_request_for_another_number_is_answered_with_a_price_for_that_number() -> None:
    view = _steel()
    assert decide(view, listen("12 please", view)).offer == Offer(68_000, 12)
    assert decide(view, listen("deal, 50", view)).move is SellerMove.SHORT


def test_a_letter_behind_a_space_is_no_cent() -> None:
    assert in_one_amount("I need 3 C cables at 650c", CURRENCIES["USD"]) == "I need 3 C cables at $6.50"
