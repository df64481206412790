"""What a rep promises, or names in the same breath as a question for the deal, is part of its terms."""

import pytest

from engine.reading.context import context_of
from engine.reading.read import read_message
from engine.reading.reading import Modality
from tests.packs.buyers import buyer, talk


def said(text: str) -> dict[str, tuple[int, Modality]]:
    offers = read_message(text, context_of(buyer("car_sales", 5_318_807))).offers
    return {str(offer.issue): (offer.amount, offer.modality) for offer in offers}


@pytest.mark.parametrize(
    "text",
    ["Can I write it up, 24,300 with delivery?", "Do we have a deal, 24,300 with the delivery?"],
)
def test_terms_after_a_question_for_the_deal_are_put_forward(text: str) -> None:
    assert said(text) == {"price": (2_430_000, Modality.FIRM), "delivery": (1, Modality.FIRM)}


@pytest.mark.parametrize("text", ["Would you sign at 24,300 with delivery?", "24,300 with delivery?"])
def test_terms_that_are_only_asked_about_are_not(text: str) -> None:
    assert {modality for _, modality in said(text).values()} == {Modality.PROBE}


@pytest.mark.parametrize(
    "text",
    ["Then I'll bring it right to your driveway, and 24,300 all in.", "24,300, and I'll deliver it."],
)
def test_what_the_rep_will_do_is_promised(text: str) -> None:
    assert said(text)["delivery"] == (1, Modality.FIRM)


def test_a_figure_of_theirs_said_back_is_no_price() -> None:
    run = talk("car_sales", 1_106_928, "hey whats up", "how many miles u drive a year")
    assert "19,500 miles" in run.lines[-1].text
    run = talk("car_sales", 1_106_928, "hey whats up", "how many miles u drive a year", "19.5k a yr, so gas adds up")
    assert not run.rep_offers


@pytest.mark.parametrize("text", ["No support then.", "without support then", "OK, drop the support"])
def test_support_is_what_they_have_put_up_where_it_is_dropped(text: str) -> None:
    (offer,) = read_message(text, context_of(buyer("saas_renewal", 771_235))).offers
    assert (offer.issue, offer.amount, offer.modality) == ("support", 0, Modality.FIRM)


def test_support_tickets_are_none_of_the_terms() -> None:
    assert not read_message("You have no support tickets open.", context_of(buyer("saas_renewal", 771_235))).offers
