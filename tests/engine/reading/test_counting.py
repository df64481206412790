"""A number before people or things is how many there are, and a price before an add-on stays a price."""

import pytest

from tests.engine.reading.table import offers_in, table

COUNTS = (
    "Over 40,000 happy families trust us.",
    "It has 38,000 happy owners.",
    "38k very happy owners can't be wrong.",
    "We look after 36,000 customers here.",
    "35,500 people drive one.",
)
PRICES = (
    "34,900 and people love it",
    "34,900 including mats",
    "34,900 for you and the kids",
    "34,900, which our customers pay",
)


@pytest.mark.parametrize("text", COUNTS)
def test_a_count_of_people_is_no_price(text: str) -> None:
    assert offers_in(text, table(own=0, other=0)) == []


@pytest.mark.parametrize("text", PRICES)
def test_a_price_with_people_named_after_it_is_one(text: str) -> None:
    assert ("price", 34_900, "firm") in offers_in(text, table(own=0, other=0))


@pytest.mark.parametrize("text", ["The fee shall be reduced to USD 34,900.", "The fee will be lowered to $34,900."])
def test_a_fee_that_is_brought_to_a_price_offers_it(text: str) -> None:
    assert [(issue, amount) for issue, amount, _ in offers_in(text, table(own=0, other=0))] == [("price", 34_900)]


def test_a_fee_that_was_brought_there_once_offers_nothing() -> None:
    assert offers_in("The fee was reduced to USD 34,900 for someone else.", table(own=0, other=0)) == []
