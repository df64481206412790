"""What sounds like a condition and asks for nothing, and a condition set on the other side's own number."""

import pytest

from tests.engine.reading.table import offers_in

FIRM = (
    "I'd like to pay 33,500 if that's possible.",
    "33,500 if possible",
    "I could do 33,500 if you're interested.",
    "I can come down to 33,500 if that helps",
    "33,500, if that works for you",
)


@pytest.mark.parametrize("text", FIRM)
def test_an_if_that_asks_for_nothing_binds_as_if_it_were_not_there(text: str) -> None:
    assert offers_in(text) == [("price", 33_500, "firm")]


CONDITIONS = (
    "31,800 if you sign today",
    "31,800, but only if you finance with us.",
    "Ok, 31,800, provided you pay cash",
    "Fine, $31,800 as long as the mats stay out",
    "31,800 on the condition that it's picked up by Friday",
    "31,800, only with our financing",
)


@pytest.mark.parametrize("text", CONDITIONS)
def test_who_hangs_something_on_the_other_sides_number_offers_it_so(text: str) -> None:
    assert ("price", 31_800, "conditional") in offers_in(text)


@pytest.mark.parametrize(
    "text", ["31,800, if I understand you right", "31,800 if that includes the trade?", "31,800, but I'd have to ask"]
)
def test_who_only_makes_sure_of_it_offers_nothing(text: str) -> None:
    assert offers_in(text) == [("price", 31_800, "echo")]


ORDERS = (
    "Give us a review and the referral and it's 33,500",
    "Take the 2 spare tires and I'll do 33,500",
    "On a three-year term I could do 33,500",
    "33,500, but then you pick it up yourself",
)


@pytest.mark.parametrize("text", ORDERS)
def test_what_is_asked_for_in_return_makes_a_price_conditional(text: str) -> None:
    assert [found for found in offers_in(text) if found[0] == "price"] == [("price", 33_500, "conditional")]


def test_a_mere_yes_is_nothing_in_return() -> None:
    assert offers_in("give me a yes and I'll do 33,500") == [("price", 33_500, "firm")]
