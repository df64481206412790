"""Lines that say something else to each of several sellers."""

import pytest

from engine.errors import RuleViolation
from engine.marketplace.parts import parts_of
from engine.marketplace.room import BuyerSaid, Offer, Room
from tests.engine.marketplace.given import after, room_of

A, B = "QuickTech", "BudgetWires"


@pytest.mark.parametrize(
    ("line", "first", "second"),
    [
        ("I'll take 3 from BudgetWires and 7 from QuickTech", "I'll take 7 pieces", "I'll take 3 pieces"),
        ("maybe 4 from @BudgetWires and 6 from @QuickTech?", "maybe 6 pieces?", "maybe 4 pieces?"),
        ("@QuickTech 6.50, @BudgetWires 6", "6.50", "6"),
        ("@QuickTech: 6.50. @BudgetWires: 6.", "6.50.", "6."),
        ("@QuickTech 3 at 6.50 and @BudgetWires 7 at 6", "3 at 6.50", "7 at 6"),
        ("@QuickTech I like it. @BudgetWires any better?", "I like it.", "any better?"),
    ],
)
def test_each_hears_what_is_for_it(line: str, first: str, second: str) -> None:
    assert parts_of(line, [A, B]) == {A: first, B: second}


@pytest.mark.parametrize(
    "line",
    [
        "@QuickTech @BudgetWires 6.50?",
        "@QuickTech, @BudgetWires: what about 7?",
        "QuickTech and BudgetWires, your best price?",
        "6.50, @QuickTech and @BudgetWires?",
    ],
)
def test_what_is_for_all_of_them_has_no_parts(line: str) -> None:
    assert parts_of(line, [A, B]) == {}


def _said(room: Room) -> list[tuple[tuple[str, ...], Offer | None]]:
    last = room.round
    return [(each.to, each.bid) for each in room.events if isinstance(each, BuyerSaid) and each.round == last]


def test_an_order_is_split_between_sellers_where_parts_may_be_bought() -> None:
    room = after(room_of(partial=True, quantity=10), "I need 10 cables. What do you ask?")
    split = after(room, "I'll take 3 from BudgetWires and 7 from QuickTech")
    assert {(each.seller, each.offer.quantity) for each in split.bought} == {(A, 7), (B, 3)}
    assert split.round == 2
    whole = after(room_of(quantity=10), "I need 10 cables. What do you ask?")
    with pytest.raises(RuleViolation, match="get all pieces from one seller"):
        after(whole, "I'll take 3 from BudgetWires and 7 from QuickTech")


def test_a_price_of_its_own_is_named_to_each() -> None:
    room = after(room_of(), "I need 3 cables. What do you ask?", "@QuickTech 6.50, @BudgetWires 6")
    assert set(_said(room)) == {((A,), Offer(650, 3)), ((B,), Offer(600, 3))}
