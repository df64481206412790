"""Whoever asks back what the counterpart meant, why, or what a yes takes, gets an answer from what is so."""

import pytest

from engine.director.director import Line
from engine.director.replay import say
from engine.scenario.scenario import Topic
from tests.engine.scenarios import NOW
from tests.packs.buyers import talk

AGAIN = (
    "What do you mean?", "Can you repeat that?", "Come again?", "in other words?", "Sorry, what?", "I don't follow.",
    "Say that again?", "how do you mean",
)  # fmt: skip
WHY = (
    "Why that number?", "Where does that come from?", "How did you get to that?", "What's that based on?",
    "Where'd you get that from?", "show me the listings", "On what basis?", "What's your reasoning?", "why so low?",
    "Walk me through your numbers", "How did you arrive at that figure?",
)  # fmt: skip
NEED = (
    "What would have to be true for you to renew today?", "What would make you say yes today?", "So what would?",
    "What would it take for you to sign?", "What needs to happen for a yes?", "what would convince you?",
)  # fmt: skip


@pytest.mark.parametrize("line", AGAIN)
@pytest.mark.parametrize(("pack", "seed"), [("car_sales", 202), ("car_sales", 106), ("saas_renewal", 203)])
def test_the_last_point_is_said_again_in_other_words(pack: str, seed: int, line: str) -> None:
    asked = talk(pack, seed, "Who else decides?")
    again = say(asked, Line(line), NOW)
    fact = next(fact for fact in again.scenario.facts if fact.id == "deciders")
    assert fact.in_other_words
    assert again.last_heard == fact.in_other_words


def test_whoever_did_not_follow_a_doubt_hears_what_would_ease_it() -> None:
    run = talk("car_sales", 104, "What are you worried about?", "What do you mean?")
    doubt = next(doubt for doubt in run.scenario.objections if doubt.id in run.mood.raised)
    assert doubt.raised in run.lines[2].text
    assert doubt.helps in run.last_heard


def test_whoever_did_not_follow_a_price_hears_it_again() -> None:
    run = talk("car_sales", 100, "33,000")
    assert "$21,600" in run.last_heard
    assert "$21,600" in say(run, Line("Come again?"), NOW).last_heard


@pytest.mark.parametrize("line", WHY)
@pytest.mark.parametrize(("pack", "seed", "price"), [("car_sales", 106, "44,000"), ("saas_renewal", 106, "86,000")])
def test_a_price_of_its_own_has_a_reason_however_it_is_asked_for(pack: str, seed: int, price: str, line: str) -> None:
    run = talk(pack, seed, price, line)
    assert any(fact.exact in run.last_heard for fact in run.scenario.earned_on(Topic("figure")))


def test_whoever_keeps_asking_why_hears_each_reason_once() -> None:
    run = talk("saas_renewal", 106, "86,000", "Why that number?", "why?", "And why?")
    assert len({line.text for line in run.lines if line.side == "counterpart"}) == 5


def test_a_quote_far_from_the_price_is_no_reason_for_it() -> None:
    run = talk("car_sales", 103, "29,000", "Where does that come from?")
    assert "Baxter" not in run.last_heard


@pytest.mark.parametrize("line", NEED)
def test_what_a_yes_takes_is_told_without_a_number(line: str) -> None:
    priced = talk("car_sales", 106, "44,000")
    run = say(priced, Line(line), NOW)
    used = dict(run.mood.used_phrases)
    assert used.get("NEEDS_PRICE", 0) or run.mood.raised


@pytest.mark.parametrize(
    ("pack", "seed", "line", "hook"),
    [
        ("car_sales", 107, "Which cells are empty?", "empty_cells"),
        ("car_sales", 202, "Which is the other?", "other_car"),
        ("car_sales", 104, "What's making you nervous?", "nerves"),
        ("saas_renewal", 202, "What's your first point?", "item_four"),
        ("saas_renewal", 203, "what's the going-broke part about?", "going_broke"),
        ("saas_renewal", 105, "Why is that new?", "by_default"),
    ],
)
def test_what_its_first_line_makes_the_rep_ask_is_answered(pack: str, seed: int, line: str, hook: str) -> None:
    run = talk(pack, seed, line)
    answers = {hook.id: hook.answer for hook in run.scenario.hooks}
    assert run.last_heard.startswith(answers[hook])
    assert answers[hook] not in say(run, Line(line), NOW).last_heard[:10]


@pytest.mark.parametrize("step", ["When can you talk to Devika?", "Let's call Devika tomorrow at 11."])
def test_an_absent_decider_answers_by_the_next_line(step: str) -> None:
    run = talk("saas_renewal", 105, "46,900 a year, for 180 seats", step)
    assert run.status == "open"
    assert "Devika signed off." not in run.last_heard
    signed = say(run, Line("What did she say?"), NOW)
    assert signed.status == "ended"
    assert signed.last_heard.startswith("Devika signed off.")


def test_a_step_is_taken_up_at_the_time_that_the_rep_named() -> None:
    assert "tomorrow at 5" in talk("car_sales", 103, "28,000. Bring Chris in tomorrow at 5").last_heard.lower()


def test_whoever_asks_what_the_absent_one_said_hears_it_each_time() -> None:
    run = talk("car_sales", 103, "Bring Chris in tomorrow at 5", "And?", "What does Chris say?")
    assert "Chris's in. If the price is right." in run.last_heard


def test_nobody_has_agreed_to_terms_that_there_are_not() -> None:
    run = talk("car_sales", 105, "25,800 and let's bring Robin in on Saturday", "What would Robin say about 26,000?")
    assert "yes" not in run.last_heard
    assert "Robin" in say(run, Line("Who decides?"), NOW).last_heard


@pytest.mark.parametrize(
    "line", ["Which people? Tell me who I have to help.", "a wheelchair? a tuba?", "400, 500, 600?"]
)
def test_a_question_on_something_else_is_not_taken_for_one_on_the_doubt(line: str) -> None:
    run = talk("saas_renewal", 108, "56,000")
    doubt = next(doubt for doubt in run.scenario.objections if doubt.id in run.mood.raised)
    assert doubt.raised in run.last_heard
    assert doubt.helps not in say(run, Line(line), NOW).last_heard


@pytest.mark.parametrize(
    ("pack", "seed", "line", "facts"),
    [
        ("saas_renewal", 106, "How many seats are used, and what's different from last year?", {"usage", "trigger"}),
        (
            "saas_renewal",
            108,
            "What happens if you don't renew, and who else have you looked at?",
            {"switching", "rival"},
        ),
        ("saas_renewal", 108, "Who signs, and what do they look at?", {"deciders", "decider_view"}),
        ("car_sales", 111, "What do you need it for, and by when?", {"use", "timeline"}),
        ("car_sales", 111, "How far do you drive, and how long have you been looking?", {"miles", "looking"}),
        ("car_sales", 105, "When does the lease end, and who decides with you?", {"lease", "deciders"}),
    ],
)
def test_both_questions_of_a_line_are_answered(pack: str, seed: int, line: str, facts: set[str]) -> None:
    assert facts <= set(talk(pack, seed, line).mood.told)


def test_a_lease_has_a_date() -> None:
    run = talk("car_sales", 105, "When does it go back?")
    assert run.mood.told == ("lease",)
