"""What reps plainly say: proposals, closing words, and numbers that put nothing on the table."""

import pytest

from engine.reading.reading import Modality
from tests.packs.buyers import talk

SEATS = "how many of ur 80 seats r ppl actually using atm?"


@pytest.mark.parametrize(
    "line", ["shall we take it out for a full hour so your back can decide?", "Want to go for a spin?"]
)
def test_trying_the_car_is_taken_up_and_nobody_has_to_be_asked_for_it(line: str) -> None:
    run = talk("car_sales", 5_324_266, line)
    assert run.mood.arranged == ()
    assert "Jordan" not in run.last_heard


def test_whoever_is_asked_whether_terms_would_do_says_yes_and_tells_nothing_else() -> None:
    offer = "Then 28,950 a year for the 70 seats, and I add the admin training. Would that be easier to carry upstairs?"
    run = talk("saas_renewal", 8_447_371, "29,500 a year for the 70 seats", offer)
    assert run.agreed is not None
    assert "operations" not in run.last_heard


@pytest.mark.parametrize(
    "line",
    [
        "ok so 28 seats just sitting there huh.. do u know why?",
        "i just mean 80 minus 52. why arent those ppl logging in?",
        "after six years you know the product better than I do, so what has changed?",
    ],
)
def test_numbers_of_what_is_or_was_offer_nothing(line: str) -> None:
    reading = talk("saas_renewal", 8_977_309, SEATS, line).readings[-1].reading
    assert (reading.offers, reading.doubts) == ((), ())


def test_their_own_price_is_refused_however_low_it_is() -> None:
    run = talk("saas_renewal", 1_753_268, "So $108,000 for the 220 seats. Deal?")
    theirs = run.counterpart_terms
    assert theirs is not None
    price = theirs.amount(run.scenario.price_issue.id)
    assert price < run.scenario.price_issue.low
    refused = talk("saas_renewal", 1_753_268, "So $108,000 for the 220 seats. Deal?", f"{price // 100:,} is a joke.")
    assert [offer.modality for offer in refused.readings[-1].reading.offers] == [Modality.REJECTED]


def test_what_begins_with_a_list_counts_as_just_told() -> None:
    run = talk("car_sales", 0, "What does it absolutely have to have?", "Do you have them now?")
    assert any(detail.answer in run.last_heard for detail in run.scenario.details if detail.of == "must_haves")


@pytest.mark.parametrize("seed", [5_318_807, 4_410_273, 3_904_421, 2_265_117, 8_190_346])
def test_whoever_asks_if_they_found_the_place_hears_of_the_way(seed: int) -> None:
    used = dict(talk("car_sales", seed, "Hey, did you find us all right?").mood.used_phrases)
    assert "FOUND_YOU" in used
    assert "TELL" not in used


@pytest.mark.parametrize(
    "line",
    [
        "Want to sit in it for a minute and tell me how it feels?",
        "Let's go for a test drive, shall we?",
        "Would you like to drive it?",
        "We could take it out on the highway for twenty minutes.",
        "Let's take it around the block first, then talk numbers. OK?",
        "Take the keys, drive it for an hour, tell me what you think.",
    ],
)
def test_an_invitation_to_try_it_is_taken(line: str) -> None:
    for seed in (5_318_807, 4_410_273, 3_904_421):
        run = talk("car_sales", seed, line)
        used = dict(run.mood.used_phrases)
        assert "TRY_OUT" in used
        assert {"UNKNOWN", "NO_ANSWER", "DEPENDS", "HEARD_NEED"}.isdisjoint(used)


def test_what_is_asked_beside_an_invitation_is_answered_too() -> None:
    run = talk("car_sales", 5_318_807, "Shall we go for a spin? And who will be riding in it?")
    assert "three of us" in run.last_heard.lower()


def test_a_car_that_stops_in_traffic_is_no_small_talk() -> None:
    shown = "It brakes by itself in traffic. What matters most to you?"
    assert "CHAT" not in dict(talk("car_sales", 7_044_104, shown).mood.used_phrases)
    assert "CHAT" in dict(talk("car_sales", 7_044_104, "Crazy traffic out there today!").mood.used_phrases)


@pytest.mark.parametrize(
    "line",
    ["How has your day been so far?", "Everything good so far?", "Long drive to get here?", "Been waiting long?"],
)
def test_how_they_are_is_small_talk_and_no_question_on_the_car(line: str) -> None:
    for seed in (1_288_460, 7_731_904, 9_903_358):
        used = dict(talk("car_sales", seed, line).mood.used_phrases)
        assert "SMALL_TALK" in used
        assert {"TELL", "UNKNOWN", "DEPENDS"}.isdisjoint(used)


def test_no_new_doubt_comes_up_beside_an_answer_on_something_else() -> None:
    asked = (
        "What got you thinking about a new car?",
        "How long have you been looking?",
        "Who'll be in the car on a normal Tuesday?",
        "What do you do for work?",
        "What did you want to spend?",
    )
    assert "RAISE" not in dict(talk("car_sales", 8_126_630, "Afternoon.", *asked).mood.used_phrases)
