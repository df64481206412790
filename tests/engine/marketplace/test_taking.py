"""When a line takes the offer that stands: QuickTech's three cables at $8 each, of $24 in all."""

import pytest

from engine.marketplace.handles import addressed
from engine.marketplace.listening import listen
from engine.marketplace.room import Offer
from engine.marketplace.trading import Line, hearing
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
    ),
}


@pytest.mark.parametrize(
    "line", [pytest.param(line, id=f"{why}: {line}") for why, lines in NOT_TAKEN.items() for line in lines]
)
def test_a_line_takes_nothing_where_it_leaves_open_what_is_taken(line: str) -> None:
    assert not listen(line, VIEW).takes


@pytest.mark.parametrize(
    "line", ["3 pcs, 20$", "20 for them", "19.95 (3 × 6.65)", "my max is 9", "thinking about 7.90"]
)
def test_a_price_that_is_a_slip_a_limit_or_a_thought_binds_nobody(line: str) -> None:
    assert not listen(line, VIEW).binds


@pytest.mark.parametrize(("line", "price"), [("3 x 6.65 = 19.95", 665), ("3 @ $6.90 = $20.70", 690), ("3*6.50", 650)])
def test_pieces_times_a_price_are_that_price(line: str, price: int) -> None:
    assert listen(line, VIEW).bid == Offer(price, 3)


@pytest.mark.parametrize(
    "line", ["@QuickTech I'll take @BudgetWires then, deal", "@QuickTech I got 6.95 from BudgetWires"]
)
def test_a_line_that_speaks_of_another_seller_neither_takes_nor_binds(line: str) -> None:
    (heard,) = hearing(ROOM, Line(line, addressed(line, [each.handle for each in ROOM.sellers]))).heard
    assert (heard.ask.takes, heard.ask.binds) == (False, False)
