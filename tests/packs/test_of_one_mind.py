"""A counterpart says one thing: it does not refuse what it takes, nor value a thing and call it useless."""

import pytest

from engine.negotiation.negotiation import Negotiation
from engine.strict.wording import MOST_SENTENCES, sentences
from tests.packs.buyers import talk


def used(run: Negotiation) -> set[str]:
    return {act for act, times in run.mood.used_phrases if times}


@pytest.mark.parametrize(
    ("seed", "first", "asked"),
    [
        (112, "77,500 with premium support for 24 months.", "And 74,900 for 12 months with premium support?"),
        (102, "46,350 with the admin training", "And 45,300 with training, if that's what you need?"),
    ],
)
def test_what_was_welcome_is_not_called_useless_when_it_is_asked_about(seed: int, first: str, asked: str) -> None:
    run = talk("saas_renewal", seed, first, asked)
    assert "NOT_NEEDED" not in used(run)


@pytest.mark.parametrize(
    ("seed", "lines"),
    [
        (
            104,
            (
                "26,900 with the mats, the longer warranty and delivery.",
                "With 3,000 down and 60 months at 5.5 percent it's about 449 a month. Is that a number you sleep with?",
            ),
        ),
        (105, ("27,000", "With 4,000 down and 84 months at 5.9 that's 26,500 or so. Doable?")),
    ],
)
def test_terms_of_payment_that_it_refuses_settle_no_doubt(seed: int, lines: tuple[str, ...]) -> None:
    run = talk("car_sales", seed, *lines)
    assert "RULED_OUT" in used(run)
    assert "monthly_payment" not in run.mood.settled


def test_terms_of_payment_that_it_can_bear_still_settle_the_doubt() -> None:
    run = talk("car_sales", 105, "27,000", "With 4,000 down and 84 months at 3.9 percent that's 310 a month.")
    assert "RULED_OUT" not in used(run)
    assert "monthly_payment" in run.mood.settled


def test_seats_that_it_would_rather_not_have_are_not_refused_in_a_yes() -> None:
    run = talk("saas_renewal", 109, "23,900 for the 95 seats, same as ever.")
    assert run.status == "ended"
    assert "MORE_THAN_NEEDED" not in used(run)


def test_a_counter_without_the_seats_asked_for_names_those_that_stay() -> None:
    run = talk("saas_renewal", 106, "80,000 for 200 seats and 24 months")
    assert "210 seats as now" in run.last_heard
    assert "without 200 seats" not in run.last_heard


def test_what_one_fact_tells_is_not_told_again_beside_it() -> None:
    run = talk("car_sales", 103, "what happens to your old car, and what shape is it in?")
    assert "no_trade" in run.mood.told
    assert "no_flaw" not in run.mood.told


def test_a_doubt_on_something_else_is_led_over_to() -> None:
    run = talk("car_sales", 105, "27,000")
    doubt = next(doubt for doubt in run.scenario.objections if doubt.id in run.mood.raised)
    assert doubt.topic == "payment"
    assert "RAISE" in used(run) or sentences(run.last_heard) == MOST_SENTENCES


def test_a_long_term_takes_the_right_article() -> None:
    said = talk("saas_renewal", 106, "80,000 for 36 months").last_heard
    assert "a 36-month term" in said


@pytest.mark.parametrize("line", ["Sorry, what?", "sorry what"])
def test_whoever_did_not_hear_apologises_for_nothing(line: str) -> None:
    assert "APOLOGY_TAKEN" not in used(talk("car_sales", 106, "Who decides?", line))


WORRIED = ("Hi", "What does your security team need from us?", "Any concerns?")
UNDECIDED = ("Hi", "What do you think, can you decide today?")


@pytest.mark.parametrize("line", ["Let's meet Thursday.", "I understand.", "Shall we talk again on Monday?"])
@pytest.mark.parametrize("seed", [1, 3, 9])
def test_a_meeting_about_nothing_in_particular_settles_no_doubt_about_security(seed: int, line: str) -> None:
    run = talk("saas_renewal", seed, *WORRIED, line)
    assert ("security_review" in run.mood.raised, run.mood.settled) == (True, ())


@pytest.mark.parametrize(
    "line",
    ["Let's do a call with our security team on Thursday.", "Here is our audit report, take it to the auditors."],
)
def test_a_meeting_or_a_word_about_security_settles_it(line: str) -> None:
    assert talk("saas_renewal", 1, *WORRIED, line).mood.settled == ("security_review",)


@pytest.mark.parametrize("seed", [3, 7, 12])
def test_a_later_date_settles_the_wish_to_think_only_where_it_answers_it(seed: int) -> None:
    assert "need_to_think" in talk("car_sales", seed, *UNDECIDED, "Let's meet Thursday.").mood.settled
    later = talk("car_sales", seed, *UNDECIDED, "The car has three rows.", "Let's meet Thursday.")
    assert "need_to_think" in later.mood.raised
    assert "need_to_think" not in later.mood.settled
