"""What a verdict tells of the questions, the prices and the secrets of a run agrees with what was said in it."""

import re

import pytest

from engine.scoring.asked import was_nearly_asked
from engine.scoring.dealing import steps_of
from engine.scoring.deciding import decision_sought
from engine.scoring.open_questions import asks_in_yes_or_no_form, asks_openly
from engine.scoring.reasons import has_reason
from engine.scoring.record import turns_of
from engine.scoring.reveal import is_known
from engine.scoring.worth import shows_plainly
from tests.engine.ended import ended, turns_in, verdict_on

CAMILLE = (
    "175 seats, 45,500 a year, cap of 5 percent on the next increase. Your view?",
    "We'd train the team on shared answers: admin training included, 44,500 with the cap of 5 percent.",
)
FARID = (
    "34,560 a year for the 80 seats. Do we have a deal?",
    "29,350 is too low. How many seats can you account for then?",
    "Then let's talk 65 seats at 29,350, exactly your number, if you sign this week.",
)


def test_who_says_that_their_price_works_has_put_it_up_though_somebody_else_must_agree() -> None:
    before = ended("saas_renewal", 2207506, *CAMILLE)
    theirs = before.counterpart_offers[-1].terms
    price = theirs.amount(before.scenario.price_issue.id)
    line = f"{price // 100:,} works for me. Can you take it to Rupert today?"
    run = ended("saas_renewal", 2207506, *CAMILLE, line, f"If he's fine with {price // 100:,}, let's sign.")
    turns = turns_of(run)
    assert turns[2].offer == theirs
    offers = [turn for turn in turns if turn.offer is not None]
    assert 3 not in [turn.number for turn, _ in steps_of(run.scenario, turns, offers)]
    rows = {row.round: row.rep for row in verdict_on("saas_renewal", 2207506, *CAMILLE, line).offers}
    assert rows[3] == price


def test_who_asks_for_the_decision_on_their_number_has_put_that_up() -> None:
    price = 2_935_000
    rows = {row.round: (row.rep, row.counterpart) for row in verdict_on("saas_renewal", 2130380, *FARID).offers}
    assert rows[1][1] == price
    assert rows[3][0] == price


@pytest.mark.parametrize(
    ("line", "is_open", "is_closed"),
    [
        ("And price wise, do u want to know what happens in the yr after, like a cap on the increase?", False, True),
        ("k it has all that. u got a number in mind u wanna stay under", False, True),
        ("so do you need it soon", False, True),
        ("What I'm asking is how you'd have wanted us to handle that increase.", True, False),
    ],
)
def test_an_offer_to_tell_is_closed_and_an_indirect_question_open(line: str, *, is_open: bool, is_closed: bool) -> None:
    pack = "car_sales" if "number" in line or "soon" in line else "saas_renewal"
    turn = turns_in(pack, 4470738, line)[0]
    assert asks_openly(turn, turn.news) is is_open
    closed = verdict_on(pack, 4470738, line).check("questions").note.startswith("0 lines with an open question, 1 that")
    assert closed is is_closed


def test_a_sentence_that_states_a_term_only_asks_for_nothing() -> None:
    line = "80 seats for 50,000 a year, and any increase after that announced months ahead. How does that sound?"
    assert not asks_in_yes_or_no_form(turns_in("saas_renewal", 1204676, line)[0])


def test_what_somebody_wants_to_know_before_he_says_yes_does_not_ask_for_the_decision() -> None:
    price = "The price is 35,600, registration and fees included."
    run = ended(
        "car_sales", 8044552, "Hi. What should it carry?", price, "What would he want to know before he says yes?"
    )
    assert not decision_sought(run.scenario, turns_of(run), turns_of(run)[-1])


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Could you call him from here so we can settle it today?", "Could you call him from here"),
        ("Do you want to give him a call now?", "Do you want to give him a call now?"),
        ("Take it for a drive now.", ""),
    ],
)
def test_a_call_on_the_spot_with_whoever_must_agree_asks_for_the_decision(line: str, words: str) -> None:
    run = ended("car_sales", 8044552, "Hi. What should it carry?", "The price is 35,600, fees included.", line)
    sought = decision_sought(run.scenario, turns_of(run), turns_of(run)[-1])
    assert sought.startswith(words)
    assert bool(sought) is bool(words)


@pytest.mark.parametrize(
    ("asked", "is_near"),
    [
        ("What has changed at your hotels since the last renewal that I should know about?", True),
        ("Which things have changed?", False),
        ("What do you say to this year's price?", False),
    ],
)
def test_a_question_that_begins_alike_and_has_half_of_the_words_is_nearly_the_same(
    asked: str, *, is_near: bool
) -> None:
    run = ended("saas_renewal", 1204676, asked)
    trigger = next(fact for fact in run.scenario.facts if fact.id == "trigger")
    assert trigger.ask == "What has changed on your side since last year?"
    assert was_nearly_asked(run, trigger) is is_near


def test_no_sum_in_a_verdict_has_cents_where_offers_move_in_whole_dollars() -> None:
    verdict = verdict_on("saas_renewal", 2207506, *CAMILLE)
    told = (*(check.note for check in verdict.checks), *verdict.reveal, *(fix.why for fix in verdict.fixes))
    assert not re.search(r"\$[\d,]+\.\d", " ".join(told))


CREWS = "so hows the app doin w ur crews out on the road"
FIELD = 9034417
CHATTY = (
    "145 seats, 74,000 a yr n i throw in the training for the new ppl. whatcha think",
    "yea its more seats tho, so more value lol. what number works 4 u",
    "71k w training n premium support? or 69,500 w just training. which one",
    "ok 68,500 w training. ur boss gonna be ok w that? who else needs 2 see it",
    "ok 66k w premium support n training, 145 seats, if u go 24 months. works?",
)


def test_a_question_without_its_mark_shows_nothing_and_gives_no_reason() -> None:
    run = ended("saas_renewal", FIELD, CREWS, *CHATTY)
    turns = turns_of(run)
    assert not shows_plainly(run.scenario, turns[:1])
    assert not has_reason(run.scenario, turns, turns[4]), "who else needs to see it is no reason for a lower price"


def test_whoever_asks_for_their_number_has_not_taken_it() -> None:
    run = ended("saas_renewal", FIELD, CREWS, *CHATTY)
    turns = turns_of(run)
    assert not decision_sought(run.scenario, turns, turns[2])
    assert decision_sought(run.scenario, turns, turns[5]).endswith("works?")


def test_a_step_that_is_smaller_by_its_price_is_a_measured_one() -> None:
    lines = ("205 seats, 52,000 a year.", "50,500 for 175.", "49,900 for 175 seats, that's the last.")
    assert "more than a measured step" not in verdict_on("saas_renewal", 618822, *lines).check("concessions").note


def test_whoever_gives_the_warranty_at_a_higher_price_gave_way_and_did_not_come_down() -> None:
    lines = ("All in, it's 31,150.", "30,250 with the mats.", "30,400 with the mats and the longer warranty. Shall we?")
    assert verdict_on("car_sales", 733154, *lines).check("concessions").note.startswith("You gave way twice")


def test_a_quote_that_they_told_and_what_comes_to_it_is_no_secret() -> None:
    lines = (
        "Hi Hollis, how has the year been with us?",
        "Who else have you had a quote from?",
        "We have it at 72,900 a year.",
        "How did you come to that number?",
    )
    moving = "What would moving to Harrowline cost you, all in?"
    for said, is_told in ((lines, False), ((*lines, moving), True)):
        run = ended("saas_renewal", 4688143, *said)
        quote = next(fact for fact in run.scenario.facts if "held a real quote" in fact.reveal)
        assert is_known(run, quote) is is_told


def test_the_quote_of_a_whole_payment_is_the_sentence_with_its_rate() -> None:
    line = "510 a month and 10,600 down. At 44,200, 10,600 down, 6.9% APR over 72 months that's about 571."
    said = verdict_on("car_sales", 8812067, "Hi. $44,700.", line).check("payments")
    assert said.won == said.of
    assert "6.9%" in said.quote


def test_what_it_costs_every_month_speaks_of_no_loan() -> None:
    miles = "every month after, gotcha. it does 49 mpg n like 480 a yr in service. how many miles u drive"
    assert verdict_on("car_sales", 1029384, miles).check("payments").note == "No payment was offered."


def test_two_offers_to_choose_from_do_not_only_ask_for_a_yes_or_no() -> None:
    options = "Would you rather have it at 96,000 with 24 months, or at 95,000 with 24 months and a case study?"
    assert (
        "none that only asked"
        in verdict_on("saas_renewal", 4410276, "How is it going?", options).check("questions").note
    )


def test_a_step_for_a_signature_this_week_is_not_for_nothing() -> None:
    lines = ("For 110 seats, 95,000.", "Then 92,500 for the 110 seats. Can we write that up this week?")
    turns = turns_in("saas_renewal", 4410276, *lines)
    assert has_reason(ended("saas_renewal", 4410276, *lines).scenario, turns, turns[1])
