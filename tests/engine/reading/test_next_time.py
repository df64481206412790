"""A year's term and a price that stays next time, told in words."""

import pytest

from engine.negotiation.negotiation import read_line
from engine.terms.terms import IssueId
from tests.packs.buyers import bound, talk

TERM = IssueId("term")


REFUSED = ("36,900 a year for 105 seats. Does that look reasonable to you?", "35,500 if you take 24 months. Fair?")


@pytest.mark.parametrize(
    "text",
    [
        "34,900 for a year.",
        "34,900 for one year.",
        "34,900, a year only.",
        "A year is fine by me, 34,900.",
        "34,900 on a one-year term.",
        "Another year at 34,900.",
        "Just a year then, at 34,900.",
        "34,900 for 12 mo.",
        "34,900 a year for a year.",
    ],
)
def test_a_year_in_words_is_a_term_of_twelve_months(text: str) -> None:
    assert bound(talk("saas_renewal", 111, *REFUSED), text) == {"price": 3_490_000, "term": 12}


@pytest.mark.parametrize(
    "text", ["34,900 a year.", "34,900 for the first year.", "34,900, and a year from now we look again."]
)
def test_a_price_by_the_year_names_no_term(text: str) -> None:
    assert bound(talk("saas_renewal", 111, *REFUSED), text) == {"price": 3_490_000}


@pytest.mark.parametrize(
    "text", ["34,900 then.", "34,900 for a year.", "34,900, no 24 months.", "34,900, and I drop the two years."]
)
def test_a_term_that_was_refused_falls_where_the_rep_does_not_repeat_it(text: str) -> None:
    run = talk("saas_renewal", 111, *REFUSED, text)
    assert run.rep_terms is not None
    assert run.rep_terms.amount(TERM) in (0, 12)


def test_a_term_that_was_refused_stands_where_the_rep_repeats_it() -> None:
    run = talk("saas_renewal", 111, *REFUSED, "I can only do 34,900 if we sign for 24 months.")
    assert run.rep_terms is not None
    assert run.rep_terms.amount(TERM) == 24


@pytest.mark.parametrize(
    "text",
    [
        "80,000 a year and no increase next year.",
        "No increase next year, 80,000.",
        "80,000, and the price stays flat next year.",
        "80,000 with a price freeze next year.",
        "80,000, no uplift at the next renewal.",
        "80,000 and zero increase in year two.",
        "80,000, and it won't go up next year.",
        "80,000 and 0% increase next renewal.",
    ],
)
def test_no_increase_next_time_is_a_cap_of_nothing_and_no_price(text: str) -> None:
    assert bound(talk("saas_renewal", 112), text) == {"price": 8_000_000, "cap": 1}


def test_a_cap_of_nothing_is_said_as_one() -> None:
    run = talk("saas_renewal", 112, "80,000 a year and no increase next year.")
    assert "the next increase capped at 0 %" in run.last_heard


def test_no_increase_now_is_the_price_as_it_was() -> None:
    assert bound(talk("saas_renewal", 112), "No increase this year.") == {"price": 7_245_000}


@pytest.mark.parametrize(
    "text",
    [
        "8 years with us, thank you for that.",
        "Seven years together, who would have thought. How are you?",
        "No no, seven years as a customer.",
        "We go back 7 years.",
        "A customer for seven years, that counts.",
        "After seven years, I know you.",
        "It's been seven years.",
        "Two years together, nice.",
    ],
)
def test_how_long_somebody_has_been_a_customer_is_no_term(text: str) -> None:
    read = read_line(talk("saas_renewal", 109), text)
    assert (read.offers, read.doubts) == ((), ())


@pytest.mark.parametrize(
    ("text", "months"),
    [("Stay two years with us and it's 24,000.", 24), ("24,000 for 2 years with us.", 24), ("3 years at 24,000.", 36)],
)
def test_years_that_a_price_is_for_are_a_term(text: str, months: int) -> None:
    assert bound(talk("saas_renewal", 109), text) == {"price": 2_400_000, "term": months}


def test_a_term_that_cannot_be_is_asked_about_where_it_is_put_as_one() -> None:
    assert read_line(talk("saas_renewal", 109), "7 year term?").doubts
