"""A second question in words that nobody foresaw is answered by what it is most like, of what was just told."""

import pytest

from engine.director.director import Line
from engine.director.replay import say
from engine.negotiation.negotiation import Negotiation
from engine.scoring.usual_claims import unborne_sentence
from tests.engine.scenarios import NOW
from tests.packs.buyers import bound, talk

USAGE, DECIDER = "How many of your seats are really in use?", "Who else has to say yes on your side?"


def answers(run: Negotiation) -> set[str]:
    """The details that the last line tells."""
    return {detail.id for detail in run.scenario.details if detail.answer in run.last_heard}


@pytest.mark.parametrize(
    ("question", "detail"),
    [
        ("Whose seats were those?", "usage_who_stopped"),
        ("Has it been getting worse, or is that new?", "usage_since"),
        ("who did the counting", "usage_counted"),
    ],
)
def test_a_question_in_words_of_its_own_gets_the_detail_it_is_after(question: str, detail: str) -> None:
    assert answers(talk("saas_renewal", 40001, USAGE, question)) == {detail}


def test_a_question_that_opens_another_topic_is_on_that_whatever_was_just_told() -> None:
    run = talk("saas_renewal", 40001, USAGE, DECIDER)
    assert answers(run) == set()
    assert "deciders" in run.mood.told


def test_a_bare_why_gets_what_goes_beyond_the_fact_and_no_detail() -> None:
    run = talk("saas_renewal", 40001, USAGE, "How come?")
    assert next(fact.more for fact in run.scenario.facts if fact.id == "usage") in run.last_heard
    assert answers(run) == set()


def test_a_condition_alone_asks_what_would_follow() -> None:
    run = talk("saas_renewal", 40001, "By when does it have to be settled?", "And if we miss the date?")
    assert answers(run) == {"when_lapse"}


def test_what_an_opening_line_called_for_is_answered_later_too_where_its_words_are_taken_up() -> None:
    first = "Hello, good morning. How has the year been?"
    run = talk("saas_renewal", 34875, first, "You mentioned three questions you've set out. What is the first one?")
    assert next(hook.answer for hook in run.scenario.hooks if hook.id == "three_questions") in run.last_heard
    other = talk("saas_renewal", 34875, first, "What is the first one?")
    assert run.last_heard != other.last_heard


@pytest.mark.parametrize(
    "line",
    [
        "That's well below what you're paying today, 109,750.",
        "You pay 109,750 now.",
        "Currently you're at 109,750.",
        "We'd put a reminder to you 90 days before instead.",
        "Two days of overtime, and it lands on you.",
        "And the other 24?",
    ],
)
def test_what_they_pay_now_and_days_and_counts_of_other_things_are_no_terms(line: str) -> None:
    assert bound(talk("saas_renewal", 33814, "Hello."), line) == {}


@pytest.mark.parametrize(
    "line", ["You could pay after 60 days.", "You can have 60 days on the invoice.", "net 60 works", "60 days to pay"]
)
def test_days_to_pay_in_are_terms(line: str) -> None:
    assert bound(talk("saas_renewal", 33814, "Hello."), line) == {"net": 60}


def test_days_without_the_word_are_terms_once_those_are_on_the_table() -> None:
    run = talk("saas_renewal", 33814, "Hello.", "112,000 with net 45.")
    assert bound(run, "Make it 60 days.") == {"net": 60}


def test_a_number_that_the_buyer_has_said_in_those_words_is_not_asked_about() -> None:
    run = talk("saas_renewal", 40001, "What would moving to another tool cost you, all in?")
    assert "three months" in run.last_heard
    again = say(run, Line("Is three months realistic?"), NOW)
    assert "CLARIFY" not in dict(again.mood.used_phrases)


@pytest.mark.parametrize(
    "line", ["Another couple is coming to see it at four.", "Folks are lining up for it.", "That's below what we paid."]
)
def test_buyers_that_the_sheet_knows_nothing_of_are_claims(line: str) -> None:
    run = talk("car_sales", 907, "Hello.")
    assert unborne_sentence(line, run.scenario.product) == line
    assert unborne_sentence("Is somebody else interested?", run.scenario.product) == ""


def test_a_figure_of_theirs_that_a_line_says_back_is_no_offer_and_a_price_put_forward_is() -> None:
    run = talk("saas_renewal", 31764, "So what has changed on your end since last year?")
    assert "Ten percent" in run.last_heard
    assert bound(run, "Ok 10 pct, who gave that order?") == {}
    assert bound(run, "I can do 10 percent off.") != {}


def test_a_price_that_was_asked_about_is_the_reps_own_when_it_is_said_again() -> None:
    asked = talk("saas_renewal", 31764, "Hello.", "We are at 52,000.", "I'd take the price down to 9k.")
    assert "CLARIFY" in dict(asked.mood.used_phrases) or "SURELY_NOT" in dict(asked.mood.used_phrases)
    assert bound(asked, "Yes, 9,000 a year.") == {"price": 900_000}


def test_a_price_in_doubt_takes_up_no_other() -> None:
    run = talk("saas_renewal", 31764, "Hello.", "We are at 43,000 for 160 seats.")
    after = say(run, Line("ok fine, let's do it then, and I take the price down to 9k"), NOW)
    assert after.rep_terms == run.rep_terms


def test_their_offer_said_again_with_a_question_for_agreement_takes_it() -> None:
    run = talk("saas_renewal", 12093, "Hello.", "42,500 for 100 seats with the admin training.")
    price = run.counterpart_terms.amount(run.scenario.price_issue.id) // 100
    after = say(
        run, Line(f"I think that's fair. {price:,} a year with the admin training. Shall we agree on that?"), NOW
    )
    assert after.outcome is not None or after.mood.pending is not None


def test_a_count_that_they_have_just_named_is_no_price_in_thousands() -> None:
    run = talk("saas_renewal", 14733, "Hello.", "How many seats do you need next year?")
    assert " 50" in run.last_heard
    assert "price" not in bound(run, "50 ok. What else would make this a yes for you?")
    assert bound(run, "I can do 37,500.") == {"price": 3_750_000}
