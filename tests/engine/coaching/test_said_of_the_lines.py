"""Keep and Fix say of a line what its words bear out, and the better line fits the one that it takes the place of."""

from dataclasses import replace

from engine.coaching.inquiring import topic_never_asked
from engine.coaching.look import Look
from engine.coaching.manners import deal_breaker
from engine.coaching.packaging import no_options
from engine.coaching.praising import PRAISE
from engine.coaching.pricing import features_nobody_needed
from engine.scoring.record import turns_of
from tests.engine.ended import ended

TO_THE_CAP = (
    "I'd propose 65 seats at 42,000 a year with any increase capped at 4 percent.",
    "It's a real offer: 40,500 a year for 65 seats, next increase capped at 4 percent. Do we have a deal?",
)


def _look(pack: str, seed: int, *lines: str) -> Look:
    run = ended(pack, seed, *lines)
    return Look(run, turns_of(run))


def test_what_they_cannot_do_without_does_not_matter_little_to_them() -> None:
    log = "The audit log is in your plan: it's kept for a year, and there's a yearly outside audit we share under NDA."
    assert features_nobody_needed(_look("saas_renewal", 3302345, log)) is None


def test_what_they_had_a_doubt_about_does_not_matter_little_to_them() -> None:
    look = _look(
        "car_sales",
        4810233,
        "What got you looking at trucks?",
        "What would you be doing with it most of the week?",
        "On gas I'll be straight, it's 19 mpg combined and about $820 a year in service.",
    )
    assert features_nobody_needed(look) is not None
    shown = look.turns[-1]
    doubted = replace(shown, before=shown.before._replace(raised=("fuel_bill",)))
    assert features_nobody_needed(look._replace(turns=(*look.turns[:-1], doubted))) is None


def test_two_offers_to_choose_from_leave_the_rep_no_worse_off_with_either() -> None:
    lines = ("36,400 as it stands.", "35,400 with the mats.", "34,600 with the mats.", "33,900 with the mats.")
    found = no_options(_look("car_sales", 6120747, *lines))
    assert found is not None
    assert found.better == "Would you rather have it at $35,400 as it stands, or at $36,300 with the longer warranty?"


def test_what_came_out_in_an_answer_to_something_else_is_no_question_left_out() -> None:
    look = _look("saas_renewal", 2458816, "Fair. What would make it stay?", "78,000 a year for 140 seats.")
    found = topic_never_asked(look)
    assert found is None or "matters most" not in found.better


def test_a_topic_that_was_only_named_is_none_that_was_shown() -> None:
    assert features_nobody_needed(_look("saas_renewal", 6634948, "OK, the auditors. What do they object to?")) is None


def test_a_step_that_asked_for_the_decision_is_not_praised_for_a_reason() -> None:
    look = _look(
        "saas_renewal", 5669332, *TO_THE_CAP, "Meet me at 40,000 and I'll send the paper this afternoon. Deal?"
    )
    shown = PRAISE["concessions"](look)
    assert shown is not None
    assert "with a reason" not in shown.why
    assert "you gave $500 and asked for the decision with it" in shown.why


def test_a_step_without_anything_is_not_praised() -> None:
    shown = PRAISE["concessions"](_look("saas_renewal", 5669332, *TO_THE_CAP, "Then 40,000."))
    assert shown is None or "40,000" not in shown.quote


def test_a_step_that_hangs_on_the_reps_own_move_is_on_no_condition() -> None:
    lines = (
        "I can do 35,200 out the door with the mats, delivered to your house.",
        "At 34,300 with the mats and the delivery you'd be all in.",
        "If I come to 33,900 with mats and delivery, 4.9% over 72 months, it's about 540 a month.",
    )
    shown = PRAISE["concessions"](_look("car_sales", 7044104, *lines))
    assert shown is None or "condition" not in shown.why


def test_whoever_is_left_for_pressing_at_their_own_price_is_shown_how_to_take_it() -> None:
    pressing = (
        "It's 44,950. Shall we write it up?",
        "43,900, but only today.",
        "42,500 with mats, and you sign now.",
        "OK sorry, no pressure. 41,500 with the mats, that's my best.",
    )
    theirs = ended("car_sales", 2899643, *pressing).counterpart_terms
    assert theirs is not None
    price = theirs.amounts[-1][1] // 100
    found = deal_breaker(_look("car_sales", 2899643, *pressing, f"{price:,} without the mats, and you sign right now."))
    assert found is not None
    assert found.better.startswith(f"${price:,}")
    assert found.better.endswith("is fine with me. Take the time you need to sign.")


def test_a_question_that_was_left_out_is_told_by_itself_and_not_by_its_heading() -> None:
    look = _look("saas_renewal", 5549224, "Good morning.", "For 185 seats on Business I can offer 79,500 a year.")
    found = topic_never_asked(look)
    assert found is not None
    assert "there was a question that you had not asked" in found.why
    assert "about" not in found.why
