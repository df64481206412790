"""Whoever said that somebody must be asked first may go and ask, in whatever words the rep lets it."""

import pytest

from tests.packs.buyers import talk

AGREED = ("65 seats at 28,080", "24,000 for 55 seats, no auto renewal", "23,500 then")
"""Lines after which this customer would sign, once legal has read the paper."""
CUSTOMER = 603_622


@pytest.mark.parametrize(
    "line",
    [
        "Sure, check with legal.",
        "Then I'll wait for legal.",
        "Okay, take your time. Let me know when legal has read it.",
        "Send it to legal today and tell them it's a simple contract.",
        "Can you get legal to look at it today?",
        "Fine, go ahead and get legal to read the paper.",
        "no problem, do that and get back to me",
        "Perfect. Let's talk again once legal is done.",
        "Understood. I'll wait to hear from you then.",
    ],
)
def test_whoever_lets_it_ask_is_told_that_it_will_and_nothing_else(line: str) -> None:
    run = talk("saas_renewal", CUSTOMER, *AGREED, line)
    assert run.mood.arranged == ("legal",)
    assert "legal to read the paper" in run.last_heard
    assert "Liability" not in run.last_heard


@pytest.mark.parametrize(
    "line",
    [
        "How long does legal need?",
        "What would legal need from me?",
        "Don't ask legal, just sign.",
        "Why legal?",
        "Would legal have a problem with the clause?",
        "Are they happy with the tool?",
        "Would you rather not say?",
    ],
)
def test_a_question_about_those_who_must_be_asked_sends_nobody_to_them(line: str) -> None:
    assert not talk("saas_renewal", CUSTOMER, *AGREED, line).mood.arranged


def test_how_long_they_take_is_told_to_whoever_asks_when_they_come_back() -> None:
    assert (
        "A day if nothing is new"
        in talk("saas_renewal", CUSTOMER, *AGREED, "When does legal come back to you?").last_heard
    )


def test_nobody_is_let_go_before_it_was_said_that_anybody_must_be_asked() -> None:
    assert not talk("saas_renewal", CUSTOMER, "Take your time.").mood.arranged


def test_whoever_asks_whether_those_agree_sends_for_them_and_hears_next_time() -> None:
    lines = ("72,000 a year for 120. OK?", "70,000 a year, 120 seats, next increase capped at 3%. What do you say?")
    asked = talk("saas_renewal", 5_582_863, *lines, "68,500, same cap. When can Devika sign?")
    assert asked.mood.arranged == ("cfo",)
    told = talk(
        "saas_renewal", 5_582_863, *lines, "68,500, same cap. When can Devika sign?", "67,500. Is Devika on board?"
    )
    assert "Devika knows. The number is still open." in told.last_heard
