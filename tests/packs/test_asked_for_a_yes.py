"""Prices that are only asked about: whoever asks for a yes to one has put it up, and what is supposed stays open."""

import pytest

from engine.negotiation.negotiation import Negotiation, read_line
from engine.reading.reading import Modality
from engine.terms.terms import IssueId
from tests.packs.buyers import bound, talk

SEED = 73_190_452
OPENING = "Good afternoon. What do you drive today?"


def own_price(run: Negotiation) -> int | None:
    return run.counterpart_terms.amount(IssueId("price")) if run.counterpart_terms else None


@pytest.mark.parametrize(
    "asked",
    [
        "Would you agree to $23,600, mats included?",
        "Would $23,600 with the mats be acceptable?",
        "What would you say to $23,600 with the mats?",
        "Could you live with $23,600 and the mats?",
        "Can we settle on $23,600 with the mats?",
        "Is $23,600 with the mats okay for you?",
        "Could you stretch to $23,600 if I add the mats?",
        "Would $23,600 with the mats get it done today?",
    ],
)
def test_whoever_sells_and_asks_for_a_yes_to_a_price_has_put_it_up(asked: str) -> None:
    assert bound(talk("car_sales", SEED, OPENING), asked) == {"price": 2_360_000, "mats": 1}
    assert own_price(talk("car_sales", SEED, OPENING, asked))


@pytest.mark.parametrize(
    "asked",
    [
        "What if I went to $23,600?",
        "Suppose it were $23,600, would you agree?",
        "If I came down to $23,600, would you sign?",
        "Would you agree to something around $23,600?",
        "Would you agree that $23,600 is what these go for?",
    ],
)
def test_what_is_only_supposed_binds_nobody_and_moves_nothing(asked: str) -> None:
    before = talk("car_sales", SEED, OPENING, "I can do $24,900.")
    after = talk("car_sales", SEED, OPENING, "I can do $24,900.", asked)
    assert bound(before, asked) == {}
    assert own_price(after) == own_price(before)
    assert "$23,600" in after.last_heard, "it asks back whether that is an offer"
    assert "$22,400" in after.last_heard, "beside its own price"
    assert after.mood.clock == before.mood.clock
    assert after.mood.patience == before.mood.patience - 1


@pytest.mark.parametrize(
    "yes",
    ["Yes.", "It's an offer.", "It's firm.", "Consider it firm.", "Yes, I'm offering it.", "It's on the table."],
)
def test_a_yes_to_what_it_asked_back_puts_that_up(yes: str) -> None:
    lines = (OPENING, "I can do $24,900.", "What if I went to $23,600?", yes)
    assert talk("car_sales", SEED, *lines).rep_offers[-1].terms.amount(IssueId("price")) == 2_360_000


def test_at_a_price_at_which_the_rep_loses_a_question_stays_one() -> None:
    run = talk("car_sales", SEED, OPENING)
    reading = read_line(run, "Would you agree to $9,000?")
    assert [one.modality for one in reading.offers] == [Modality.PROBE]
