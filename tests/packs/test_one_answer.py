"""A reply of several sentences reads as one person's answer to the line."""

from tests.packs.buyers import talk


def test_a_step_toward_a_price_that_is_still_far_off_is_taken_as_a_step() -> None:
    run = talk("car_sales", 1213921, "I can do $35,200.", "Then $34,300.")
    used = dict(run.mood.used_phrases)
    assert "PRICE_FAR" in used
    assert "PRICE_CLOSER" not in used


def test_too_few_of_something_are_refused_with_what_is_needed() -> None:
    run = talk("saas_renewal", 3241226, "155 seats for $76,500 a year.", "Then 135 seats for $70,500 a year.")
    assert "150" in run.last_heard.partition("$")[0]


def test_a_question_after_somebody_absent_gets_no_reason_for_the_price() -> None:
    lines = ("I can do $31,000.", "$30,200 with the mats.", "Who's Jordan, and why isn't Jordan here?")
    run = talk("car_sales", 7556435, *lines)
    assert "three sites" not in run.last_heard
    assert "Jordan" in run.last_heard


def test_a_promise_to_ask_somebody_is_led_over_to_the_price() -> None:
    lines = (
        "$112,000 for 123 seats.",
        "$109,000, and who else needs to see it?",
        "Then call Marguerite now, and I make it $107,500.",
    )
    run = talk("saas_renewal", 1421293, *lines)
    assert "TO_PRICE" in dict(run.mood.used_phrases)
