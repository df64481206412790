"""What a verdict tells of the questions, the prices and the secrets of a run agrees with what was said in it."""

import re

import pytest

from engine.scoring.dealing import steps_of
from engine.scoring.deciding import decision_sought
from engine.scoring.open_questions import asks_in_yes_or_no_form, asks_openly
from engine.scoring.record import Turn, turns_of
from engine.scoring.reveal import reveal
from tests.engine.ended import ended, verdict_on

CAMILLE = (
    "175 seats, 45,500 a year, cap of 5 percent on the next increase. Your view?",
    "We'd train the team on shared answers: admin training included, 44,500 with the cap of 5 percent.",
)
FARID = (
    "34,560 a year for the 80 seats. Do we have a deal?",
    "29,350 is too low. How many seats can you account for then?",
    "Then let's talk 65 seats at 29,350, exactly your number, if you sign this week.",
)


def _turns(pack: str, seed: int, *lines: str) -> tuple[Turn, ...]:
    return turns_of(ended(pack, seed, *lines))


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
    turn = _turns(pack, 4470738, line)[0]
    assert asks_openly(turn, turn.news) is is_open
    closed = verdict_on(pack, 4470738, line).check("questions").note.startswith("0 lines with an open question, 1 that")
    assert closed is is_closed


def test_a_sentence_that_states_a_term_only_asks_for_nothing() -> None:
    line = "80 seats for 50,000 a year, and any increase after that announced months ahead. How does that sound?"
    assert not asks_in_yes_or_no_form(_turns("saas_renewal", 1204676, line)[0])


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


def test_what_was_asked_in_nearly_the_same_words_is_told_without_the_question() -> None:
    asked = "What has changed at your hotels since the last renewal that I should know about?"
    told = next(line for line in reveal(ended("saas_renewal", 1204676, asked)) if "because it was time" in line)
    assert told.endswith("for no other reason.")
    other = next(line for line in reveal(ended("saas_renewal", 1204676, "Hello.")) if "because it was time" in line)
    assert other.endswith("would have earned that.")


def test_no_sum_in_a_verdict_has_cents_where_offers_move_in_whole_dollars() -> None:
    verdict = verdict_on("saas_renewal", 2207506, *CAMILLE)
    told = (*(check.note for check in verdict.checks), *verdict.reveal, *(fix.why for fix in verdict.fixes))
    assert not re.search(r"\$[\d,]+\.\d", " ".join(told))
