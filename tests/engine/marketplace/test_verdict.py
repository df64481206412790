"""What a buyer is told at the end."""

from dataclasses import replace

import pytest

from engine.marketplace.figures import figures_of
from engine.marketplace.market import Handle, Market
from engine.marketplace.room import Room, apply
from engine.marketplace.trading import leave, take
from engine.marketplace.verdict import BuyerVerdict, decode, encode, judged
from tests.engine.marketplace.given import NOW, after, room_of, seller

ASK = "I need 3 cables. What do you ask?"


def ended(room: Room, *lines: str) -> Room:
    """The talk after the lines, left if it is not over by then."""
    return ended_now(after(room, ASK, *lines))


def ended_now(room: Room) -> Room:
    """The talk, left."""
    for event in () if room.ending else leave(room, NOW):
        room = apply(room, event)
    return room


def won(verdict: BuyerVerdict, check: str) -> int | None:
    """The points of that check."""
    return next(each.won for each in verdict.checks if each.id == check)


def test_the_price_is_measured_between_the_best_list_price_and_the_lowest_floor() -> None:
    room = ended(room_of(), "deal, @QuickTech")
    figures = figures_of(room)
    assert (figures.list_price, figures.floor, figures.paid, figures.saved) == (700, 600, 800, 0)
    cheap = figures_of(ended(room_of(), "@BudgetWires I'd pay 6.95"))
    assert cheap.paid == 695 or cheap.paid is None


def test_it_names_what_was_bought_of_whom_and_for_how_much() -> None:
    verdict = judged(ended(room_of(), "deal, @QuickTech"))
    assert verdict.headline == "3 USB-C cables of @QuickTech at $8.00, $24.00 in all"
    assert decode(encode(verdict)) == verdict


def test_leaving_costs_where_a_price_was_to_be_had_and_is_right_where_none_was() -> None:
    verdict = judged(ended(room_of()))
    assert won(verdict, "price") == 0
    assert verdict.headline == "No deal on USB-C cables"
    dear = room_of(seller("CableHouse", selling=2000))
    poor = dear._replace(market=_with_budget(dear, 550))
    right = judged(ended(poor))
    assert won(right, "limit") == 15
    assert won(right, "price") is None


def test_paying_more_than_the_own_maximum_is_told() -> None:
    room = room_of()
    poor = after(room._replace(market=_with_budget(room, 750)), ASK)
    for event in take(poor, Handle("QuickTech"), 3, NOW):
        poor = apply(poor, event)
    assert won(judged(poor), "limit") == 0


def test_a_price_of_others_that_nobody_gave_is_not_honest() -> None:
    lie = judged(ended(room_of(), "@QuickTech another seller offers 5.10, can you match that?"))
    truth = judged(ended(room_of(), "@QuickTech another seller offers 7.00, can you match that?"))
    assert won(lie, "claims") == 0
    assert "$5.10 from somebody else; the lowest by then was $7." in next(
        c.note for c in lie.checks if c.id == "claims"
    )
    assert won(truth, "claims") == 10


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("what warranty do you give?", True),
        ("wats teh warrenty?", True),
        ("what is included?", True),
        ("I don't care about the warranty", False),
        ("we build a relationship, that is special", False),
    ],
)
def test_a_term_is_asked_about_by_its_name(line: str, asked: bool) -> None:
    assert ("warranty" in figures_of(ended(room_of(), line)).topics) is asked


def test_somebody_cheaper_has_to_be_so() -> None:
    lie = judged(ended(room_of(), "@BudgetWires QuickTech is cheaper than you, why?"))
    truth = judged(ended(room_of(), "@QuickTech BudgetWires is cheaper than you, why?"))
    assert (won(lie, "claims"), won(truth, "claims")) == (0, 10)
    assert "You said that QuickTech was cheaper, and that was not so." in [check.note for check in lie.checks]


def test_a_price_is_given_away_only_where_another_offer_stands_below_it() -> None:
    stocked = (seller("QuickTech", pieces=2, selling=650), seller("CableHouse", selling=800))
    room = after(room_of(*stocked, quantity=4, partial=True), "I need 4 cables. What do you ask?")
    over = after(room, "@CableHouse I could pay 7.00")
    assert won(judged(ended_now(over)), "discipline") == 0
    for event in take(room, Handle("QuickTech"), 2, NOW):
        room = apply(room, event)
    assert won(judged(ended_now(after(room, "@CableHouse could you do 7.00 for 2?"))), "discipline") == 5


def test_the_lowest_price_is_no_higher_than_what_was_paid() -> None:
    verdict = judged(ended(room_of(), "@BudgetWires I'd pay 6.90"))
    assert verdict.headline == "3 USB-C cables of @BudgetWires at $6.90, $20.70 in all"
    assert verdict.reveal[-1] == "The lowest price that anybody named or took was $6.90."


def test_what_a_seller_takes_off_for_many_is_in_its_list_price() -> None:
    room = room_of(seller("CableHouse", bulk_from=10, bulk_off=1_000), seller("QuickTech", selling=790), quantity=20)
    verdict = judged(ended(room, "deal, @CableHouse"))
    assert figures_of(ended(room)).list_price == 720
    assert verdict.reveal[0].startswith("@CableHouse would have gone to $6.00, from $7.20")


def test_a_price_that_is_told_of_a_seller_by_name_has_to_be_that_sellers() -> None:
    room = room_of(seller("QuickTech", selling=800), seller("BudgetWires", selling=700), seller("CableHouse"))
    lie = judged(ended(room, "@QuickTech @CableHouse offers me 7.00, can you match that?"))
    truth = judged(ended(room, "@QuickTech @BudgetWires offers me 7.00, can you match that?"))
    assert "$7.00 from CableHouse; the lowest of CableHouse by then was $8.00." in next(
        c.note for c in lie.checks if c.id == "claims"
    )
    assert (won(lie, "claims"), won(truth, "claims")) == (0, 10)


@pytest.mark.parametrize(
    ("line", "points"),
    [
        ("@QuickTech BudgetWires offers me 7.00 for all three, can you match that?", 10),
        ("@QuickTech @BudgetWires offers me 21 for all three, can you match that?", 10),
        ("@QuickTech @BudgetWires gave me 12 in total, can you match that?", 0),
        ("@CableHouse BudgetWires offers 7.00, can you do 6?", 10),
        ("@CableHouse BudgetWires offers me 7.00, so I'd need 6.20 from you.", 10),
        ("@CableHouse they offered me a 2 year warranty, can you match that?", 10),
        ("@QuickTech I like you more than @CableHouse, but another seller offers 7.00.", 10),
    ],
)
def test_what_is_told_of_others_is_judged_as_whoever_hears_it_understands_it(line: str, points: int) -> None:
    room = room_of(seller("QuickTech", selling=800), seller("BudgetWires", selling=700), seller("CableHouse"))
    assert won(judged(ended(room, line)), "claims") == points


def test_competition_terms_and_discipline_are_seen() -> None:
    one = judged(ended(room_of(), "@QuickTech can you do 6.00?"))
    two = judged(
        ended(room_of(), "@QuickTech can you do 6.00?", "@BudgetWires can you do 6.00?", "How is the warranty?")
    )
    assert (won(one, "competition"), won(two, "competition")) == (7, 15)
    assert (won(one, "terms"), won(two, "terms")) == (0, 10)
    silly = judged(ended(room_of(), "@QuickTech I'd pay 7.50"))
    assert won(silly, "discipline") == 0


def test_the_reveal_shows_every_sellers_floor_the_lowest_first() -> None:
    reveal = judged(ended(room_of())).reveal
    assert len(reveal) == 4
    assert all("would have gone to $6" in line for line in reveal[:3])
    assert reveal[3] == "The lowest price that anybody named or took was $7.00."


def test_no_verdict_before_the_end() -> None:
    with pytest.raises(ValueError, match="not over"):
        judged(room_of())


def _with_budget(room: Room, high: int) -> Market:

    demand = replace(room.demand, low=100, high=high)
    return replace(room.market, demands=(demand,))


def test_advice_names_no_price_above_the_own_maximum_and_each_line_another_seller() -> None:
    dear = room_of(seller("QuickTech", selling=2000), seller("BudgetWires", selling=2100))
    verdict = judged(ended(dear._replace(market=_with_budget(dear, 700)), "@QuickTech can you do 6.50?"))
    assert not any(price in each.better for each in verdict.fixes for price in ("16.", "20.", "21."))
    both = judged(ended(room_of(seller("QuickTech"), seller("BudgetWires")), "@BudgetWires can you do 7.50?"))
    lines = [each.better for each in both.fixes]
    assert len(set(lines)) == len(lines)


def test_the_opening_bid_that_is_advised_leaves_room_below_the_own_maximum() -> None:
    room = room_of()
    low = ended(room._replace(market=_with_budget(room, 600)), "@QuickTech can you do 7.00?", "deal, @BudgetWires")
    assert "@QuickTech can you do $5.40?" in [fix.better for fix in judged(low).fixes]
    lowest = replace(room.market, demands=(replace(room.demand, low=500, high=510),))
    tight = judged(ended(room._replace(market=lowest), "deal, @QuickTech"))
    assert "@BudgetWires can you do $5.00?" in [fix.better for fix in tight.fixes]


def test_no_two_fixes_carry_the_same_line() -> None:
    fixes = judged(ended(room_of(), "deal, @QuickTech")).fixes
    assert [fix.check for fix in fixes] == ["price", "competition"]
    assert [fix.better for fix in fixes] == ["@BudgetWires can you do $5.60?", "@CableHouse can you do $5.60?"]


def test_one_who_left_a_payable_offer_lying_is_shown_the_line_that_takes_it() -> None:
    fix = judged(ended(room_of())).fixes[0]
    assert (fix.title, fix.better) == (
        "Close when there is a price that you can pay",
        "@BudgetWires deal, I'll take 3 USB-C cables at that price.",
    )
    room = room_of()
    poor = judged(ended(room._replace(market=_with_budget(room, 650)))).fixes[0]
    assert (poor.title, poor.better) == (
        "Go on until there is a price that you can pay",
        "@BudgetWires can you do $5.60?",
    )


def test_praise_for_competition_says_that_sellers_come_down_only_where_one_did() -> None:
    asking = "@QuickTech @CableHouse @BudgetWires can you do 5.00?"
    firm = room_of(*(seller(handle, least=800) for handle in ("QuickTech", "CableHouse", "BudgetWires")))
    kept, moved = judged(ended(firm, asking)).keep, judged(ended(room_of(), *([asking] * 6))).keep
    assert kept is not None
    assert moved is not None
    assert (kept.check, moved.check) == ("competition", "competition")
    assert kept.why.startswith("Nobody moved this time")
    assert "come down" in moved.why
