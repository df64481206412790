"""When a line takes the offer that stands: QuickTech's three cables at $8 each, of $24 in all."""

import pytest

from engine.marketplace.handles import addressed
from engine.marketplace.listening import listen
from engine.marketplace.room import Offer
from engine.marketplace.trading import Line, TakesIt, hearing
from engine.marketplace.visibility import view_for
from tests.engine.marketplace.given import after, room_of

ROOM = after(room_of(), "I need 3 cables. What do you ask?")
QUICK = ROOM.sellers[1].handle
VIEW = view_for(ROOM, QUICK)


@pytest.mark.parametrize(
    "line",
    [
        "deal",
        "ok deal",
        "I'll take 3",
        "I'll take 3 at $8 each",
        "I take them all",
        "Yes, 3 cables at 8, sold",
        "deal, 24 in total",
        "ok, $24 for all three cables, deal",
        "agreed, 2 at 8",
        "OK, done. I'll take all three at $8.00.",
        "perfect, let's do it",
        "deal, thank you very much, pleasure doing business",
        "fine, $8 it is",
        "confirmed",
        "I'll go with your offer, please send them",
        "OK QuickTech, sold",
    ],
)
def test_a_line_that_agrees_takes_the_offer(line: str) -> None:
    assert listen(line, VIEW).takes


NOT_TAKEN = {
    "another price": (
        "deal at $1",
        "deal at €6.50",
        "deal at 6 EUR",
        "deal at 650 cents",
        "deal at 50",
        "deal for 24k",
        "deal for free",
        "deal, twenty for all",
        "I'll take 3 at £5",
        "I'll take it for fifteen total",
        "deal, 3*6.50",
    ),
    "more than is offered, or nobody knows how many": (
        "deal for 20",
        "deal, a dozen",
        "half of them, deal",
        "deal, 0 pieces",
        "I'll take one",
    ),
    "only talk": (
        "I will take some time to think",
        "I'll take it tomorrow maybe",
        "ok, I'll think about it",
        "sure, let me ask my boss",
        "ok thanks",
        "I'll take a discount",
        "I'll take a look",
        "I'll buy you a coffee",
        "great deal you have there",
        "we will take your offer to our board",
        "deal, but with delivery today",
        "I'll take 2 at 8 if you deliver",
        "I'll take BudgetWires then",
        "we take warranty seriously",
        "yes, I have heard that before",
        "yes, your price is high",
        "yes. Now what about the warranty",
        "agreed, that's expensive",
        "agreed on warranty, now the price",
        "I agree it's a good cable",
        "well done",
        "let's do business",
        "I accept that you need margin",
        "I accept your apology",
        "I'll buy them somewhere else",
        "I'll take it into consideration",
        "I'll take it next week",
        "why should I take it",
        "let's do it your way, tell me more",
        "deal! just kidding",
        "perfect, thanks for the info",
    ),
    "a wish before it": (
        "a dollar less and it's a deal",
        "cheaper and it's a deal",
        "a bit lower and I'll take all three",
        "come down a buck and I'll take it",
        "throw in shipping and it's a deal",
        "add a two year warranty and I'll take it",
        "meet me halfway and we have a deal",
        "sharpen the price and it's a deal",
        "do better and it's a deal",
        "I'll take it for less",
        "I'll take it at a lower price",
        "I'll take it once shipping is included",
        "I'll take it assuming you deliver by Friday",
        "convince me and I'll take it",
    ),
}


@pytest.mark.parametrize(
    "line", [pytest.param(line, id=f"{why}: {line}") for why, lines in NOT_TAKEN.items() for line in lines]
)
def test_a_line_takes_nothing_where_it_leaves_open_what_is_taken(line: str) -> None:
    assert not listen(line, VIEW).takes


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("you win", True),
        ("yes please", True),
        ("I accept your apology", True),
        ("I'll take it once shipping is included", True),
        ("ok thanks", False),
        ("nice weather", False),
        ("deal", False),
        ("come down a buck and I'll take it", False),
        ("I'll take it tomorrow maybe", False),
        ("yes, I have heard that before", False),
    ],
)
def test_a_yes_among_other_words_is_asked_about_where_nothing_else_is_wanted(line: str, asked: bool) -> None:
    assert listen(line, VIEW).may_take is asked


def test_the_buyer_is_asked_once_and_may_have_it_said_as_it_is() -> None:
    line = Line("@QuickTech I accept your apology", addressed("@QuickTech I accept", ["QuickTech"]))
    with pytest.raises(TakesIt, match="Do you take @QuickTech's offer"):
        hearing(ROOM, line)
    assert not hearing(ROOM, line._replace(as_it_is=True)).heard[0].ask.takes


def test_words_take_no_more_than_the_button_would() -> None:
    parts = after(room_of(partial=True, quantity=10), "I need 10 cables. What do you ask?", "@CableHouse I'll take 8")
    rest = after(parts, "deal, @QuickTech")
    assert [(each.seller, each.offer.quantity) for each in rest.bought] == [("CableHouse", 8), ("QuickTech", 2)]


@pytest.mark.parametrize(
    "line",
    [
        "20$ a piece",
        "I offer 8.50 if you include a 3 year warranty",
        "my max is 9",
        "7 max",
        "my budget is 6.50 per cable",
        "no more than 7 apiece",
        "~7",
        "below 7",
        "thinking about 7.90",
    ],
)
def test_a_price_that_is_a_slip_a_limit_or_a_thought_binds_nobody(line: str) -> None:
    assert not listen(line, VIEW).binds


@pytest.mark.parametrize(
    ("line", "price"),
    [
        ("3 x 6.65 = 19.95", 665),
        ("6.65x3=19.95", 665),
        ("19.95 (3 × 6.65)", 665),
        ("3 @ $6.90 = $20.70", 690),
        ("3*6.50", 650),
    ],
)
def test_pieces_times_a_price_are_that_price(line: str, price: int) -> None:
    assert listen(line, VIEW).bid == Offer(price, 3)


@pytest.mark.parametrize(
    "line", ["@QuickTech I'll take @BudgetWires then, deal", "@QuickTech I got 6.95 from BudgetWires"]
)
def test_a_line_that_speaks_of_another_seller_neither_takes_nor_binds(line: str) -> None:
    (heard,) = hearing(ROOM, Line(line, addressed(line, [each.handle for each in ROOM.sellers]))).heard
    assert (heard.ask.takes, heard.ask.binds) == (False, False)
