"""What a line says that others gave, and how a seller and the verdict take it."""

import pytest

from engine.marketplace.handles import addressed, told_of
from engine.marketplace.rivals import Told, rival_price, told_in
from engine.marketplace.trading import Line, hearing
from engine.terms.money import Currency
from tests.engine.marketplace.given import after, room_of

HANDLES = ["QuickTech", "BudgetWires"]
DOLLARS = Currency("USD", "$", 2, 5)


@pytest.mark.parametrize(
    ("line", "price"),
    [
        ("another seller offers 5.10", 510),
        ("@QuickTech @BudgetWires offers me 6.50", 650),
        ("@QuickTech I have an offer of 4 from BudgetWires", 400),
        ("@QuickTech BudgetWires asks 4", 400),
        ("@QuickTech BudgetWires is at 4.20", 420),
        ("@QuickTech, BudgetWires would do 4", 400),
        ("@QuickTech I can get them for 5 at @BudgetWires", 500),
        ("@QuickTech I got a quote of 5.50", 550),
        ("@QuickTech they want 7.50", 750),
        ("@QuickTech others are 0.20 cheaper", 780),
        ("@QuickTech BudgetWires is $0.50 below you", 750),
        ("@QuickTech I already have 6", 600),
        ("the cheapest so far is 6", 600),
        ("@QuickTech BudgetWires came down to 6", 600),
        ("QuickTech, BudgetWires' price is 5", 500),
        ("the competition is at 5", 500),
        ("I've a better deal at 5", 500),
        ("@QuickTech BudgetWires gave me 7, can you do 6?", 700),
        ("@QuickTech online they cost 5.50", 550),
        ("@QuickTech can you do 6.50 to match @BudgetWires?", 650),
        ("my boss wants 6", 0),
        ("finance gave me 6 per cable", 0),
        ("here's another offer: 6", 0),
        ("one other thing: could you do 6?", 0),
        ("on the other hand, 6 would be fair", 0),
        ("I need to beat my target of 6", 0),
        ("if QuickTech offers me 5 will you match?", 0),
        ("what if somebody else offered me 5?", 0),
        ("I hope QuickTech offers 5", 0),
        ("nobody else offers 5", 0),
        ("I don't have another offer at 5", 0),
        ("BudgetWires has 5 in stock", 0),
        ("another 5 cables maybe later?", 0),
        ("@QuickTech are they 2 m long?", 0),
        ("@QuickTech do they carry 20 volts?", 0),
        ("@QuickTech you asked 8, I say 7", 0),
        ("@QuickTech 7 and I won't go to @BudgetWires", 0),
        ("@QuickTech my limit is 7", 0),
    ],
)
def test_a_price_of_somebody_else_is_told_in_many_ways(line: str, price: int) -> None:
    assert rival_price(told_of(line, HANDLES), DOLLARS, asked=800) == price


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("@QuickTech BudgetWires asks 4", "@QuickTech somebody asks 4"),
        ("@QuickTech match @budgetwires", "@QuickTech match somebody"),
        ("@BudgetWires what do you ask?", "@BudgetWires what do you ask?"),
        ("no names here", "no names here"),
    ],
)
def test_sellers_who_are_told_of_are_somebody_to_the_others(line: str, told: str) -> None:
    assert told_of(line, HANDLES) == told


@pytest.mark.parametrize(
    ("line", "is_cheaper"),
    [
        ("@QuickTech BudgetWires is cheaper than you, why?", True),
        ("I have a better offer", True),
        ("is BudgetWires cheaper than you?", False),
        ("if somebody else is cheaper I'll go there", False),
    ],
)
def test_somebody_may_be_told_to_be_cheaper_without_a_price(line: str, is_cheaper: bool) -> None:
    assert told_in(told_of(line, HANDLES), DOLLARS, asked=800) == Told(is_cheaper=is_cheaper)


def test_a_seller_who_is_told_of_a_cheaper_one_does_not_take_that_for_a_bid() -> None:
    room = after(room_of(), "I need 3 cables. What do you ask?")
    line = "@QuickTech I have an offer of 6.90 from BudgetWires"
    (heard,) = hearing(room, Line(line, addressed(line, HANDLES))).heard
    assert (heard.ask.rival, heard.ask.bid, heard.ask.wants_less) == (690, None, True)
