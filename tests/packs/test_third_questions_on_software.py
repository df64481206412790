"""A third question, on what the buyer has just said of a thing, gets an answer of that and no other stock fact."""

import pytest

from tests.packs.buyers import talk

USE, WISH, REASON = (
    "What does the team do in it, on a normal day?",
    "What do you wish it did?",
    "What changed since last year?",
)
PRIORITIES = "What matters most to you, and why?"


@pytest.mark.parametrize(
    ("seed", "told", "question", "answer"),
    [
        (5025, WISH, "Where does the slow search hurt most, at the front desk or behind it?", "stands there and waits"),
        (5025, WISH, "Where do your people write the old ones down today?", "under all the others"),
        (5007, WISH, "Nine texts for what?", "The same question."),
        (5023, WISH, "How many taps is that?", "Eight"),
        (5089, REASON, "Where were you when it happened?", "At my desk"),
        (5060, REASON, "By how much do they want it down?", "Ten percent"),
    ],
)
def test_what_it_said_of_a_thing_can_be_gone_into(seed: int, told: str, question: str, answer: str) -> None:
    assert answer in talk("saas_renewal", seed, told, question).last_heard


def test_what_comes_in_at_the_busiest_time_and_who_takes_it_are_two_answers() -> None:
    run = talk("saas_renewal", 5044, USE, "When is it busiest?", "What piles up then, and who gets to deal with it?")
    assert "over the weekend" in run.last_heard
    assert "the early shift takes the first ones" in run.last_heard


def test_when_it_last_fell_over_is_a_time() -> None:
    run = talk("saas_renewal", 2130380, PRIORITIES, "When did it fall over last?")
    assert run.last_heard.startswith("In the spring")


def test_who_may_join_a_call_with_the_one_who_is_not_there_is_told() -> None:
    run = talk("saas_renewal", 5055, "Who else has to say yes?", "Who may be on a call with Devika?")
    assert "I'll bring you in" in run.last_heard


def test_what_the_offer_of_the_other_vendor_includes_is_told_to_who_names_it() -> None:
    run = talk("saas_renewal", 2130380, "What does Tallowdesk include?")
    assert "support by mail" in run.last_heard
