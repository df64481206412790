"""What a buyer offers for all pieces together, heard as the price of one. A cable is $8; three are needed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.marketplace.listening import Ask, listen
from engine.marketplace.room import Offer
from engine.marketplace.totals import Lot, left_out, per_piece
from engine.marketplace.visibility import view_for
from engine.terms.money import format_money
from tests.engine.marketplace.given import room_of, seller

ROOM = room_of(seller("QuickTech"))
VIEW = view_for(ROOM, ROOM.sellers[0].handle)


def heard(text: str) -> Ask:
    """The line as the seller hears it who has named no price yet."""
    return listen(text, VIEW)


@pytest.mark.parametrize(
    ("line", "price", "pieces"),
    [
        ("I'll give 20 for everything", 666, 3),
        ("20 for all three", 666, 3),
        ("18 total", 600, 3),
        ("$18 in total for 3", 600, 3),
        ("I have 18 altogether", 600, 3),
        ("18.50 for the lot", 616, 3),
        ("a total of 20", 666, 3),
        ("I can do 20 total, 3 pieces", 666, 3),
        ("6 each, 18 total", 600, 3),
        ("that's 18 total, 6 each", 600, 3),
        ("My budget is 20 for the whole order", 666, 3),
        ("20 flat for all of them", 666, 3),
        ("all three for 20", 666, 3),
        ("the three of them for 20", 666, 3),
        ("3 for $20", 666, 3),
        ("12 for 78", 650, 12),
        ("I'll take 2, 13 in total", 650, 2),
        ("19 all in", 633, 3),
        ("18.5 max for all 3", 616, 3),
        ("24 total is too much, I can do 19 total", 633, 3),
        ("ok, $24 for all three cables, deal", 800, 3),
        ("I'll pay $22 for all three cables.", 733, 3),
        ("20 for all three of them", 666, 3),
        ("21 for all of these cables", 700, 3),
        ("21 for the 3 pieces", 700, 3),
        ("3 for 20 total", 666, 3),
        ("3 for 20 in total", 666, 3),
        ("deal, 3 for 24 total", 800, 3),
        ("everything for 20", 666, 3),
        ("the lot for 20", 666, 3),
        ("all three cables for 20", 666, 3),
        ("the 3 cables for 20", 666, 3),
        ("20$ for everything", 666, 3),
        ("USD 20 total", 666, 3),
        ("total = 20", 666, 3),
        ("$21 for 3", 700, 3),
        ("21 for three", 700, 3),
        ("21 for 3", 700, 3),
        ("two of them, 13 all together", 650, 2),
        ("I need 3 in total, 18 total", 600, 3),
    ],
)
def test_a_total_is_heard_as_the_price_of_one_piece_rounded_down(line: str, price: int, pieces: int) -> None:
    assert heard(line).bid == Offer(price, pieces)


@pytest.mark.parametrize(
    ("line", "price"),
    [
        ("6.50 for all three", 650),
        ("7 for all of them", 700),
        ("7 each for all of them", 700),
        ("6 for each of them", 600),
        ("5.99 per cable for all three", 599),
        ("6.50 for 3", 650),
        ("I'd go 6 for all", 600),
        ("6.50 all in", 650),
        ("6.90 all in, shipped", 690),
        ("7 total each", 700),
        ("7 in total per cable", 700),
        ("3 for 6.50", 650),
        ("3 for 6.50 ea", 650),
        ("3 for 6.50 a cable", 650),
        ("I want a total of 3 cables, I offer 7.50 each", 750),
        ("3 total at 6.50", 650),
        ("a total of 3 cables at 6.50", 650),
    ],
)
def test_what_a_single_piece_could_cost_stays_the_price_of_one(line: str, price: int) -> None:
    assert heard(line).bid == Offer(price, 3)


@pytest.mark.parametrize(
    "line",
    [
        "what do you have in total?",
        "I need 3 in total",
        "your total of 24 is too much",
        "20k for everything",
        "£20 total",
        "EUR 20 total",
        "CHF 20 in total",
    ],
)
def test_a_line_that_offers_no_total_is_no_bid(line: str) -> None:
    assert heard(line).bid is None


@pytest.mark.parametrize("line", ["would 18 for the lot work?", "can you do $18 for everything incl. shipping?"])
def test_a_total_that_is_asked_about_binds_nobody(line: str) -> None:
    assert (heard(line).bid, heard(line).binds) == (Offer(600, 3), False)


@given(total=st.integers(500, 10**7), pieces=st.integers(1, 500))
def test_what_is_heard_comes_to_no_more_than_the_total_and_falls_short_by_less_than_a_cent_a_piece(
    total: int, pieces: int
) -> None:
    said = per_piece(f"{format_money(total, VIEW.currency)} in total", Lot((), pieces), VIEW.currency)
    price = total // pieces
    assert said == f"{pieces} pieces at {format_money(price, VIEW.currency)}"
    assert 0 <= total - price * pieces < pieces


WORDS = (
    "20", "3", "$24", "€9", "6.50", "2,400", "20k", "for", "all", "the", "of", "them", "three", "cables", "total", "in",
    "everything", "lot", "each", "at", "a", "EUR", "is", "=", ",", "deal", "pieces", "altogether", "%",
)  # fmt: skip
"""What totals and lines like them are made of."""


@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_any_line_is_heard_and_written_out_once(text: str) -> None:
    lot = Lot(("cables", "cable"), 3, 800)
    out = per_piece(text, lot, VIEW.currency)
    assert out.count(" at $") >= text.count(" at $")
    assert ("total" in left_out(text, lot, VIEW.currency)) <= ("total" in text)
    assert isinstance(heard(text), Ask)
