"""Prices put politely, split or not at all: what binds is what was proposed."""

import pytest

from engine.negotiation.negotiation import read_line
from engine.reading.reading import Modality, Reading
from engine.scenario.scenario import Scenario
from engine.terms.terms import IssueId, Terms
from tests.packs.buyers import bound, talk


def prices(reading: Reading, scenario: Scenario) -> list[tuple[int, Modality]]:
    return [(one.amount, one.modality) for one in reading.offers if one.issue == scenario.price_issue.id]


def test_who_asks_for_leave_to_propose_proposes() -> None:
    line = "May I therefore propose 180 seats, premium support, and a 24-month term at an annual fee of $49,800?"
    assert bound(talk("saas_renewal", 20_260_417), line) == {"seats": 180, "support": 1, "term": 24, "price": 4_980_000}


@pytest.mark.parametrize("line", ["30,500 and not one extra on the bill.", "30,500 and never a hidden fee."])
def test_what_comes_with_no_extra_is_the_price_and_not_refused(line: str) -> None:
    assert bound(talk("car_sales", 90_514_377), line) == {"price": 3_050_000}


def test_the_middle_of_what_both_are_said_to_want_is_what_is_meant() -> None:
    run = talk("car_sales", 58)
    line = "You're at 20,800 and I'm at 25,000, so split the difference?"
    assert prices(read_line(run, line), run.scenario) == [(2_500_000, Modality.ECHO), (2_290_000, Modality.PROBE)]
    line = "I want 28,000, you said 26,000, let's meet in the middle."
    assert bound(run, line) == {"price": 2_700_000}


def test_there_is_no_middle_between_a_seller_and_a_buyer_who_has_named_no_price() -> None:
    assert bound(talk("car_sales", 777, "25200", "24800 + mats"), "meet me in the middle") == {}


@pytest.mark.parametrize("line", ["0", "$0", "I'd take 0."])
def test_zero_is_no_price(line: str) -> None:
    assert bound(talk("saas_renewal", 5), line) == {}


def test_a_counter_that_takes_less_than_was_offered_costs_no_more_than_was_asked() -> None:
    run = talk(
        "saas_renewal",
        48_213,
        "Hi, good to see you again. How have things been on your side?",
        "For the 80 seats with premium support on top I'd propose $43,500 for the year. How does that land with you?",
        "Then let's fit it to you: 70 seats, premium support, 24 months so the price stays put, $39,950 a year.",
    )
    price, counter = IssueId("price"), run.counterpart_terms or Terms()
    assert run.agreed is not None or counter.amount(price) <= 3_995_000


@pytest.mark.parametrize(
    "asked", ["How do you find that?", "What is your view of that?", "What do you make of that?", "What'll it be?"]
)
def test_what_they_make_of_terms_is_answered_with_a_price_and_no_story(asked: str) -> None:
    lines = ("Good afternoon. What do you drive today?", f"I propose $24,900 for the Aria with the mats. {asked}")
    run = talk("car_sales", 73_190_452, *lines)
    assert len(set(run.mood.told) - set(talk("car_sales", 73_190_452, lines[0]).mood.told)) == 0
    assert "$" in run.last_heard
