"""A verdict says that a thing was not done only where the record shows it; what it counts, it counts as a person would.

The lines are those of reps who were told otherwise.
"""

import pytest

from engine.coaching.inquiring import interview, topic_never_asked
from engine.coaching.look import Look
from engine.coaching.pricing import too_many_reasons
from engine.negotiation.negotiation import Negotiation
from engine.scenario.scenario import Fact
from engine.scoring.answering import is_answered
from engine.scoring.asked import may_have_been_asked, was_asked
from engine.scoring.extras import turned_down
from engine.scoring.open_questions import asks_in_yes_or_no_form, asks_openly
from engine.scoring.picking_up import is_empty, picks_up
from engine.scoring.record import shortened, turns_of
from engine.scoring.relationship import untrue_sentence
from tests.engine.ended import ended, verdict_on


def _fact(run: Negotiation, fact_id: str) -> Fact:
    return next(fact for fact in run.scenario.facts if fact.id == fact_id)


def _picked_up(pack: str, seed: int, *lines: str) -> list[bool]:
    run = ended(pack, seed, *lines)
    turns = turns_of(run)
    return [picks_up(run.scenario, turns, turn) for turn in turns]


@pytest.mark.parametrize(
    ("pack", "line", "fact_id"),
    [
        ("saas_renewal", "What has to be right for you to renew?", "priorities"),
        ("saas_renewal", "so b4 i sell u anything whats goin on w you guys, y would u cancel", "trigger"),
        ("car_sales", "Is most of that a daily commute, or longer trips?", "use"),
        ("car_sales", "What's the one thing you want in your next car?", "must_haves"),
    ],
)
def test_a_question_in_other_words_may_have_meant_it(pack: str, line: str, fact_id: str) -> None:
    run = ended(pack, 5376491, line)
    assert may_have_been_asked(run, _fact(run, fact_id))


def test_what_nobody_asked_was_not_asked() -> None:
    run = ended("saas_renewal", 5376491, "Good morning.", "I can do $60,000 a year.")
    assert not may_have_been_asked(run, _fact(run, "timeline"))
    assert "By when does it have to be settled?” would have earned that" in " ".join(
        verdict_on("saas_renewal", 5376491, "Good morning.", "I can do $60,000 a year.").reveal
    )


def test_a_question_about_somebody_else_is_not_one_about_them() -> None:
    run = ended("car_sales", 6293776, "Hello.", "And your sister, how soon does she need it back?")
    assert not was_asked(run, _fact(run, "timeline"))


def test_the_tip_on_what_was_never_asked_names_nothing_that_may_have_been_asked() -> None:
    lines = ("What has to be right for you to renew?", "140 seats, 24 months, $70,500. OK?")
    run = ended("saas_renewal", 7613814, *lines)
    found = topic_never_asked(Look(run, turns_of(run)))
    assert found is not None
    assert "what matters" not in found.why
    assert "must-haves" not in found.why


def test_a_term_that_they_answered_on_the_table_is_not_told_as_hidden() -> None:
    lines = ("140 seats, 24 months, $70,500. OK?", "12 months then. What's your worry with two years?")
    assert not any("bound for more" in line for line in verdict_on("saas_renewal", 7613814, *lines).reveal)


TERSE = (
    "Then I'll keep it short. What has to be right for you to renew?",
    "App is one screen, works offline. 140 seats, 24 months, $70,500. OK?",
    "12 months then. What's your worry with two years?",
    "No auto-renewal, fine. 140 seats, 12 months, $68,500.",
)


def test_a_term_put_as_they_wanted_it_picks_up_what_they_said() -> None:
    assert _picked_up("saas_renewal", 7613814, *TERSE)[2]


CHAT = (
    "hey hows it going",
    "so how many of the 95 r in use rn?",
    "nice so 30 sit empty. anything change nxt yr, more ppl or less?",
    "ok cool 80 it is. whats the one thing the desk has 2 do for u",
    "80 seats 24 months 57k, hows that",
    "no 24 mo, got it. whats wrong w 2 yrs for u?",
)


def test_what_is_left_of_their_figures_picks_them_up_and_so_does_dropping_what_they_refused() -> None:
    picked_up = _picked_up("saas_renewal", 4619708, *CHAT)
    assert picked_up[2:4] == [True, True]
    assert picked_up[5]
    run = ended("saas_renewal", 4619708, *CHAT)
    turns = turns_of(run)
    assert not is_empty(run.scenario, turns, turns[5])


def test_naming_their_words_picks_them_up_however_long_ago_they_were_said() -> None:
    said = "You said it's down to this one and one other, so what's the other one?"
    assert _picked_up("car_sales", 7600827, "Hey hey, did you find us all right?", said)[1]


def test_fellow_feeling_for_a_story_counts_once_in_a_run() -> None:
    lines = (
        "What brings you in?",
        "Oh dear, I know how that goes, my brother went through the same.",
        "Who decides?",
        "I know how that goes.",
    )
    assert _picked_up("car_sales", 336912, *lines) == [False, True, False, False]


@pytest.mark.parametrize(
    ("line", "is_open"),
    [
        ("whats goin on w you guys, y would u cancel", True),
        ("just need 2 kno how many of the 95 seats ppl acutally use", True),
        ("Is it the price or is it the term?", True),
        ("Are you looking at any other tools or offers?", False),
        ("Do you like it?", False),
        ("I can do $60,000 a year. How's that?", False),
        ("I can do $60,000 a year. What would help you carry it upstairs?", True),
    ],
)
def test_open_questions_are_those_that_no_yes_or_no_would_answer(line: str, *, is_open: bool) -> None:
    turn = turns_of(ended("saas_renewal", 4619708, line))[0]
    assert asks_openly(turn, turn.reading) is is_open


def test_what_is_put_for_a_yes_or_no_counts_as_that_though_it_invites_more() -> None:
    turn = turns_of(ended("car_sales", 2380584, "Are you looking at any other cars or offers alongside this one?"))[0]
    assert asks_in_yes_or_no_form(turn)


def test_a_word_before_the_question_makes_no_interview() -> None:
    lines = ("What do you use it for?", "Fair. How many use it now?", "Thanks. Who signs?", "Okay. By when?")
    run = ended("saas_renewal", 7613814, *lines)
    assert interview(Look(run, turns_of(run))) is None


def test_terms_of_an_offer_are_no_reasons() -> None:
    line = "$48,700 with 74 seats, 24 months, the 3 percent cap, premium support and the training. Shall we settle?"
    run = ended("saas_renewal", 5376491, line)
    assert too_many_reasons(Look(run, turns_of(run))) is None


def test_what_they_turned_down_was_not_left_out() -> None:
    lines = (*TERSE, "$66,000, 140 seats, 12 months.", "$64,900, and you do a case study with us. Deal?")
    run = ended("saas_renewal", 7613814, *lines)
    assert "case_study" in turned_down(run.scenario, turns_of(run))


def test_what_they_had_spoken_of_was_not_brought_in_by_the_rep() -> None:
    lines = ("What do you drive at the moment?", "I'll give you 1,900 for the Tamsin and you take the Aria at 24,700.")
    assert "You brought in the trade-in" not in verdict_on("car_sales", 7600827, *lines).check("packages").note


def test_the_room_of_a_first_price_counts_what_was_given_with_it() -> None:
    note = verdict_on("car_sales", 6293776, "It's $35,400 with the extended warranty included.").check("anchor").note
    assert "after paying for the longer warranty" in note


@pytest.mark.parametrize(
    "claim",
    ["This is our last one at this trim.", "We're moving these fast.", "These sell fast.", "It's our last one."],
)
def test_scarcity_that_the_sheet_does_not_tell_of_is_an_untrue_claim(claim: str) -> None:
    assert untrue_sentence(ended("car_sales", 2891586, "Hello.").scenario, claim)


@pytest.mark.parametrize("words", ["What was your last one like?", "The last one you had was a good one."])
def test_their_last_one_is_no_scarcity(words: str) -> None:
    assert not untrue_sentence(ended("car_sales", 2891586, "Hello.").scenario, words)


def test_a_number_that_was_not_taken_for_an_offer_was_named_all_the_same() -> None:
    lines = ("heyy", "nice", "ok got it", "cool", "thx", "61k for a yr?")
    run = ended("saas_renewal", 4071906, *lines)
    assert not run.rep_offers
    note = verdict_on("saas_renewal", 4071906, *lines).check("anchor").note
    assert note == "No number of yours was taken for an offer."


def test_a_doubt_that_nothing_was_said_to_was_not_raised_again_and_not_settled() -> None:
    talk = (
        "Hi, welcome. What brings you in today?",
        "What matters most to you in the next one?",
        "Who else is part of the decision?",
        "It's $31,400 out the door.",
        "Nobody here has ever complained about the payment.",
    )
    _is_not_raised_again("car_sales", 3, talk)


def _is_not_raised_again(pack: str, seed: int, talk: tuple[str, ...]) -> None:
    run = ended(pack, seed, *talk)
    turns = turns_of(run)
    doubts = [doubt for doubt in run.scenario.objections if doubt.id in turns[-1].after.settled]
    assert doubts
    assert not any(is_answered(run.scenario, doubt, turns) for doubt in doubts)
    assert "not raise it again" in verdict_on(pack, seed, *talk).check("objections").note


def test_whoever_says_yes_first_has_acknowledged_the_doubt() -> None:
    lines = (*TERSE[:3], "No auto-renewal, fine. 140 seats, 12 months, $68,500.")
    note = verdict_on("saas_renewal", 7613814, *lines, "$66,000, 140 seats, 12 months.").check("objections").note
    assert "acknowledged" not in note


def test_a_long_quote_ends_where_a_clause_does() -> None:
    long = f"{'a word and ' * 14}and wet shoes, you know how it goes and so on and so forth, as they say"
    assert shortened(long).endswith("wet shoes")
