"""What a run makes of numbers and counts that the rep did not offer: it asks, or goes on, and never signs on them."""

import pytest

from bot.views.sheet import sheet_lists
from engine.hints.hint import hint_for
from engine.scoring.fewer import limit_for, why_beyond
from engine.terms.terms import IssueId, Terms
from tests.packs.buyers import bound, buyer, talk

PRICE, SEATS, TERM = IssueId("price"), IssueId("seats"), IssueId("term")
MENTIONED = (
    "75 seats, that's $47,700 a year at list. What else do you need so that you can sign?",
    "The list for 75 is $47,700 a year. Who else has to see it?",
    "That makes $47,700 a year for 75 seats. How does it compare with what you have?",
    "So it's $47,700 a year with 75 seats by the list, almost $6,000 less than last year. What's missing?",
    "75 seats come to $47,700 a year. Which of the reports do you use?",
    "75 at $636 each is $47,700 a year. What would Salvatore want to see?",
    "It's $47,700 a year by seat for 75 people, more or less. What changed this year?",
    "Seat by seat it is $47,700 for 75 of them. How many log in?",
    "By the sheet, 75 seats is $47,700 a year. What do you think has to change in the tool?",
    "On paper that comes to $47,700 a year with 75 seats. What is it you need most?",
)
OFFERED = (
    "I can do $47,700 a year for 75 seats.",
    "$47,700 a year with 75 seats.",
    "My offer is $47,700 a year with 75 seats.",
    "Let's say $47,700 a year for 75 seats, deal?",
    "For you, $47,700 a year with 75 seats, all in.",
)


@pytest.mark.parametrize("line", MENTIONED)
def test_a_price_at_a_loss_that_is_only_mentioned_is_asked_about(line: str) -> None:
    run = talk("saas_renewal", 730)
    assert "price" not in bound(run, line)
    assert talk("saas_renewal", 730, line).agreed is None


@pytest.mark.parametrize("line", OFFERED)
def test_a_price_at_a_loss_that_is_put_forward_binds(line: str) -> None:
    assert bound(talk("saas_renewal", 730), line)["price"] == 4_770_000


def test_who_was_asked_about_a_price_at_a_loss_and_says_it_again_means_it() -> None:
    asked = talk("saas_renewal", 730, "OK so 75 seats would be about $47,700 at list. Would that work for Salvatore?")
    assert asked.rep_terms is None
    assert "$47,700" in asked.last_heard
    assert bound(asked, "Yes, sorry, $47,700 a year for the 75 seats.") == {"price": 4_770_000, "seats": 75}


def test_a_term_that_is_taken_out_leaves_the_table() -> None:
    lines = ("If you'd commit to two years I could do $58,500 a year.", "OK, no 24 months then. $59,000 a year.")
    terms = talk("saas_renewal", 730, *lines).rep_terms
    assert terms is not None
    assert terms.amount(PRICE) == 5_900_000
    assert not terms.names(TERM)


def test_seats_asked_about_with_a_price_go_with_no_older_price() -> None:
    lines = ("List is $60,420 a year, I can do $59,800.", "75 seats at list would be $47,700. Is 75 right?")
    terms = talk("saas_renewal", 730, *lines).rep_terms
    assert terms == Terms.of({PRICE: 5_980_000})


def test_a_buyer_who_is_offered_too_few_seats_answers_with_those_that_it_needs() -> None:
    run = talk("saas_renewal", 684, "$24,000 a year, 70 seats, 24 months.")
    assert run.counterpart_terms is not None
    assert run.counterpart_terms.amount(SEATS) == 80
    assert "95 seats as now" not in run.last_heard


def test_the_sheet_says_what_fewer_seats_save_and_how_many_at_list_are_below_the_floor() -> None:
    told = sheet_lists(buyer("saas_renewal", 730))["You may also trade"]
    assert told[0] == (
        "Seats: each more than 95 costs you $76, each fewer saves you only $76: "
        "fewer than 78 at list are below your floor"
    )


def test_the_limit_for_fewer_seats_is_the_price_at_which_the_rep_is_no_better_off_than_without_a_deal() -> None:
    scenario = buyer("saas_renewal", 730)
    terms = Terms.of({PRICE: 4_770_000, SEATS: 75})
    limit = limit_for(scenario, terms)
    assert scenario.rep.interests.surplus(terms.put(PRICE, limit)) == 0
    assert (
        why_beyond(scenario, terms)
        == " Fewer seats save you only $76 each: with 75 your limit is still $48,830 a year."
    )
    assert why_beyond(scenario, Terms.of({PRICE: 4_770_000})) == ""


def test_a_hint_says_why_an_offer_of_fewer_seats_is_beyond_the_limit() -> None:
    hint = hint_for(talk("saas_renewal", 730, "I can do $47,700 a year for 75 seats."))
    assert hint is not None
    assert "with 75 your limit is still $48,830" in hint.text


def test_a_page_that_shows_the_same_total_as_last_year_offers_nothing() -> None:
    line = "I'll send Kwame one page with the total, same as last year, and what improved."
    assert bound(talk("saas_renewal", 661), line) == {}
