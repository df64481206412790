"""An offer that was read into the rep's words is taken back at no cost once the rep puts it right."""

import pytest

from engine.coaching.final import final_verdict
from engine.negotiation.negotiation import Negotiation
from engine.reading.reading import Act, Modality, Reading
from tests.engine.readings import acts, both, offer, worded_run
from tests.engine.scenarios import PRICE, SCENARIO, dollars

SAID = "It's 34,900, and no increase over the old one."
WRONG, MEANT = 32_450, 34_900


def corrected(text: str, reading: Reading, said: str = SAID) -> Negotiation:
    return worded_run(SCENARIO, (said, offer(WRONG)), (text, reading))


def denied() -> Reading:
    return both(offer(WRONG, Modality.REJECTED), offer(MEANT))


@pytest.mark.parametrize(
    "text",
    [
        "I said 34,900, not 32,450. Did you mishear me?",
        "I never said 32,450. It's 34,900.",
        "You misheard. 34,900, not 32,450.",
        "No, that's not what I said, 32,450. I'm at 34,900.",
    ],
)
def test_a_price_that_was_never_said_is_taken_back(text: str) -> None:
    run = corrected(text, denied())
    assert [one.terms for one in run.rep_offers] == [dollars(MEANT)]
    assert not run.lines[-1].text.startswith("Price worse")


def test_the_price_that_was_meant_is_enough_to_put_it_right() -> None:
    run = corrected("I said 34,900, you misread me.", offer(MEANT))
    assert run.rep_terms == dollars(MEANT)
    assert len(run.rep_offers) == 1


def test_a_denial_alone_leaves_no_price_on_the_table() -> None:
    run = corrected("I never said 32,450.", offer(WRONG, Modality.REJECTED))
    assert run.rep_terms is None
    assert not run.tabled.names(PRICE)


def test_a_price_that_stands_in_the_reps_own_words_was_said() -> None:
    run = corrected("I never said 32,450. It's 34,900.", denied(), said="It's 32,450 out the door.")
    assert [one.terms for one in run.rep_offers] == [dollars(WRONG), dollars(MEANT)]


def test_a_higher_price_without_a_word_of_correction_stays_a_step_back() -> None:
    run = corrected("34,900 it is.", offer(MEANT))
    assert [one.terms for one in run.rep_offers] == [dollars(WRONG), dollars(MEANT)]


def test_what_was_misheard_counts_as_no_concession() -> None:
    run = worded_run(
        SCENARIO,
        (SAID, offer(WRONG)),
        ("I said 34,900, not 32,450.", denied()),
        ("34,200 if you decide today.", offer(34_200)),
        ("Goodbye then.", acts(Act.WALK)),
    )
    check = next(one for one in final_verdict(run).checks if one.id == "concessions")
    assert "took an offer back" not in check.note
