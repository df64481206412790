"""What a verdict says against a line is borne out by the brief, and what it quotes is the line that it means."""

import pytest

from engine.scoring.deciding import decision_sought
from engine.scoring.reasons import gives_options
from engine.scoring.relationship import untrue_sentence
from tests.engine.ended import ended, turns_in, verdict_on

DROPPED = ("$40,700 for 65 seats on a 24-month term.", "ok no term then. 12 months, $40,500 for 65 seats.")
UNANSWERED = ("What matters most to you in the renewal?", "Who has to agree to it?", "What worries you?")


@pytest.mark.parametrize(
    ("line", "is_true"),
    [
        ("Priya ur 30,600 is under my cost.", True),
        ("30,600 is below what we paid.", True),
        ("I'd be 1,900 below my cost at 30,600.", True),
        ("34,900 is below my cost.", False),
        ("I'm letting it go under my cost at 33,900.", False),
        ("That's below what we paid.", False),
    ],
)
def test_a_price_is_under_their_cost_where_it_is_below_the_floor_of_32_550(line: str, *, is_true: bool) -> None:
    assert (untrue_sentence(ended("car_sales", 2024, "Hello.").scenario, line) == "") is is_true


@pytest.mark.parametrize(
    ("line", "is_true"),
    [
        ("list is 25k or so", False),
        ("The sticker price is only $30,000.", False),
        ("list is 45k", False),
        ("The list price is 36,410.", True),
        ("so the list is 36.4k", True),
        ("List price is 38,900 with everything.", True),
        ("The list is 20 items long.", True),
        ("Your list is 25k.", True),
        ("If list was 25k I'd be with you.", True),
        ("Is list 25k?", True),
    ],
)
def test_another_list_price_than_36_410_is_a_false_claim(line: str, *, is_true: bool) -> None:
    assert (untrue_sentence(ended("car_sales", 2024, "Hello.").scenario, line) == "") is is_true


def test_a_list_price_that_hangs_on_the_seats_is_left_alone() -> None:
    assert untrue_sentence(ended("saas_renewal", 777, "Hello.").scenario, "For 50 seats list is 31,800.") == ""


@pytest.mark.parametrize(
    "said", ["Yeah, fair - that one's on us.", "Ok, that's fair.", "This one is on us.", "Our fault."]
)
def test_who_owns_up_to_what_they_doubt_has_acknowledged_it(said: str) -> None:
    line = f"{said} I'll get the security questionnaire answered by Thursday. What else is unaddressed for you?"
    check = verdict_on("saas_renewal", 5, *UNANSWERED, line).check("objections")
    assert check.won == check.of
    assert "before you had acknowledged it" not in check.note


def test_who_only_answers_has_not_acknowledged_the_doubt() -> None:
    line = "I'll get the security questionnaire answered by Thursday."
    assert "before you had acknowledged it" in verdict_on("saas_renewal", 5, *UNANSWERED, line).check("objections").note


def test_who_drops_the_term_that_they_doubt_has_met_the_doubt() -> None:
    assert "I don't like being tied." in turns_in("saas_renewal", 777, *DROPPED)[-1].heard
    check = verdict_on("saas_renewal", 777, *DROPPED).check("objections")
    assert "Left open" not in check.note
    assert check.won == 4


def test_who_comes_back_to_the_term_has_not() -> None:
    again = "$40,000 for 65 seats on a 24-month term."
    assert "Left open: “I don't like being tied.”" in (
        verdict_on("saas_renewal", 777, *DROPPED, again).check("objections").note
    )


@pytest.mark.parametrize(
    "lines",
    [
        ("hi pete", "i throw in the mats", "its 19,000", "meet me in the middle then, pete"),
        ("hi pete", "its 19,400", "i throw in the mats", "meet me in the middle then, pete"),
    ],
)
def test_what_was_brought_in_is_quoted_where_it_was(lines: tuple[str, ...]) -> None:
    check = verdict_on("car_sales", 555, *lines).check("packages")
    assert (check.note, check.quote) == ("You brought in the mats.", "i throw in the mats")


@pytest.mark.parametrize(
    ("line", "is_choice"),
    [
        ("It's 25,200 list, 24,900 cash or loan", False),
        ("25,200 as it is or 24,900 without the mats", True),
        ("Either 25,200 with the mats, 24,900 without.", True),
    ],
)
def test_cash_or_loan_is_no_choice_between_two_prices(line: str, *, is_choice: bool) -> None:
    (turn,) = turns_in("car_sales", 99, line)
    assert gives_options(ended("car_sales", 99, line).scenario, turn) is is_choice


@pytest.mark.parametrize(
    ("line", "asks"),
    [
        ("Aisha, come on. You said a straight total and then it's a yes.", False),
        ("You said a straight total and then it's a yes?", True),
        ("You said a straight total and then it's a yes. Deal?", True),
    ],
)
def test_to_hold_them_to_what_they_said_asks_for_no_decision(line: str, *, asks: bool) -> None:
    lines = ("It's 18,900, fees in.", "18,700, and that's the straight total.", line)
    run, turns = ended("car_sales", 7, *lines), turns_in("car_sales", 7, *lines)
    assert bool(decision_sought(run.scenario, turns, turns[-1])) is asks


def test_what_costs_more_than_it_is_worth_to_them_is_why_value_is_missing() -> None:
    prices = ("19,480", "19,260", "19,050", "18,830", "18,620")
    lines = [f"{price} with the warranty, the mats and delivery. Deal?" for price in prices]
    check = verdict_on("car_sales", 21, *lines).check("pie")
    assert check.note == "The deal has the longer warranty in it, which costs you $600 and is worth $300 to them."
    assert check.won is not None
    assert check.won < check.of
