"""Runs of car_sales as reps talk: what a person would find absurd must not happen."""

from functools import partial

import pytest

from engine.director.director import Line, open_run
from engine.director.replay import say
from engine.negotiation.events import Outcome, Reason
from engine.negotiation.negotiation import fold
from engine.persona.draw import draw_scenario
from packs.loading import load_installed
from tests.engine.scenarios import NOW
from tests.packs import buyers
from tests.packs.buyers import buyer

WITH_CHRIS = 18422
"""A buyer who decides with a spouse called Chris."""
talk = partial(buyers.talk, "car_sales")


@pytest.mark.parametrize(
    "line",
    [
        "Shall we give Chris a call now and go over it together?",
        "let's call Chris",
        "take it home and talk it over, I'll hold the price until Saturday",
        "bring her in on Saturday",
        "Bring Chris by on Saturday and I'll have it ready.",
        "why don't you get Chris on the phone",
    ],
)
def test_a_step_with_the_one_who_is_absent_lets_the_buyer_sign_by_the_next_line(line: str) -> None:
    run = talk(WITH_CHRIS, line)
    assert (run.mood.arranged, run.mood.opened_gates) == (("spouse",), ())
    assert say(run, Line("Good."), NOW).mood.opened_gates == ("spouse",)


@pytest.mark.parametrize("line", ["Who decides with you?", "Does Chris decide with you?", "Did you talk to Chris?"])
def test_a_question_about_who_decides_lets_nobody_sign(line: str) -> None:
    assert talk(WITH_CHRIS, line, "Good.").mood.opened_gates == ()


def test_a_yes_to_another_question_signs_nothing() -> None:
    run = talk(WITH_CHRIS, "let's call Chris", "24,900 out the door", "What do you need it for?", "yes, three rows")
    assert run.status == "open"


def test_a_yes_to_what_was_put_to_the_rep_signs() -> None:
    run = talk(44, "36,410 out the door", "ok", "yes")
    assert (run.outcome, run.reason) == (Outcome.REACHED, Reason.REP_ACCEPTED)


@pytest.mark.parametrize("seed", range(12))
def test_a_lone_digit_is_asked_about_and_binds_nobody(seed: int) -> None:
    run = talk(seed, "It's the list price.", "(4)")
    assert run.rep_offers == ()
    assert "$4,000" in run.lines[-1].text


LINES = (
    "Hi there, I'm Ana.", "What brings you in?", "Do you like the color?", "My boss wants it gone by Friday.",
    "Well, that's the price.", "We have had it on the lot for a while.", "Take your time.", "how often", "Why?",
    "Shall we give Chris a call now and go over it together?", "The coffee is over there.", "let me check on that",
)  # fmt: skip


@pytest.mark.parametrize("seed", range(12))
def test_a_line_that_a_person_understands_never_gets_a_puzzled_look(seed: int) -> None:
    run = talk(seed, *LINES)
    assert "UNSURE" not in dict(run.mood.used_phrases)


@pytest.mark.parametrize("seed", range(40))
def test_no_first_counter_lies_at_the_target(seed: int) -> None:
    run = talk(seed, f"It is {buyer('car_sales', seed).product.list_price // 100:,} out the door.")
    target = dict(run.scenario.attributes)["target"]
    assert run.counterpart_terms is not None
    assert isinstance(target, int)
    assert run.counterpart_terms.amount(run.scenario.price_issue.id) <= target - 10_000


def test_what_is_left_after_the_trade_is_no_price() -> None:
    run = talk(43, "The Wren is 19,480. With your car at 3,500 that leaves about 16k.")
    assert run.status == "open"
    assert run.rep_terms is not None
    assert run.rep_terms.amount(run.scenario.price_issue.id) == 1_948_000


def test_a_yes_to_the_question_whether_a_probed_price_is_an_offer_makes_it_one() -> None:
    probed = talk(5, "43,950", "43,500", "meet in the middle?")
    price = probed.scenario.price_issue.id
    asked_back = "Are you really offering $41,500? I don't want to say the wrong thing."
    assert probed.last_heard == f"My head says $39,500, still. {asked_back}"
    agreed = say(probed, Line("yes"), NOW)
    assert agreed.rep_terms is not None
    assert agreed.rep_terms.amount(price) == 41_500_00
    refused = say(probed, Line("no"), NOW)
    assert refused.rep_terms == probed.rep_terms


def test_a_seat_count_in_doubt_is_asked_about_before_anything_is_signed() -> None:
    loaded = load_installed().get("saas_renewal")
    scenario = draw_scenario(loaded.pack, loaded.hash, 333)
    run = fold(scenario, open_run(scenario, "strict", NOW))
    for line in ("list price", "10% off", "20 fewer seats", "60 seats, 10% off, 2 years, net 45, cap 4%"):
        run = say(run, Line(line), NOW)
    assert run.status == "open"
    assert run.mood.clarified
    assert "60 seats" in run.last_heard
