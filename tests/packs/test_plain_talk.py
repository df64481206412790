"""What reps plainly say: proposals, closing words, and numbers that put nothing on the table."""

import pytest

from engine.reading.reading import Modality
from tests.packs.buyers import talk

SEATS = "how many of ur 80 seats r ppl actually using atm?"


@pytest.mark.parametrize(
    "line", ["shall we take it out for a full hour so your back can decide?", "Want to go for a spin?"]
)
def test_trying_the_car_is_taken_up_and_nobody_has_to_be_asked_for_it(line: str) -> None:
    run = talk("car_sales", 5_324_266, line)
    assert run.mood.arranged == ()
    assert "Jordan" not in run.last_heard


def test_whoever_is_asked_whether_terms_would_do_says_yes_and_tells_nothing_else() -> None:
    offer = "Then 28,950 a year for the 70 seats, and I add the admin training. Would that be easier to carry upstairs?"
    run = talk("saas_renewal", 8_447_371, "29,500 a year for the 70 seats", offer)
    assert run.agreed is not None
    assert "operations" not in run.last_heard


@pytest.mark.parametrize(
    "line",
    [
        "ok so 28 seats just sitting there huh.. do u know why?",
        "i just mean 80 minus 52. why arent those ppl logging in?",
        "after six years you know the product better than I do, so what has changed?",
    ],
)
def test_numbers_of_what_is_or_was_offer_nothing(line: str) -> None:
    reading = talk("saas_renewal", 8_977_309, SEATS, line).readings[-1].reading
    assert (reading.offers, reading.doubts) == ((), ())


def test_their_own_price_is_refused_however_low_it_is() -> None:
    run = talk("saas_renewal", 1_753_268, "So $108,000 for the 220 seats. Deal?")
    theirs = run.counterpart_terms
    assert theirs is not None
    price = theirs.amount(run.scenario.price_issue.id)
    assert price < run.scenario.price_issue.low
    refused = talk("saas_renewal", 1_753_268, "So $108,000 for the 220 seats. Deal?", f"{price // 100:,} is a joke.")
    assert [offer.modality for offer in refused.readings[-1].reading.offers] == [Modality.REJECTED]


def test_what_begins_with_a_list_counts_as_just_told() -> None:
    run = talk("car_sales", 0, "What does it absolutely have to have?", "Do you have them now?")
    assert any(detail.answer in run.last_heard for detail in run.scenario.details if detail.of == "must_haves")
