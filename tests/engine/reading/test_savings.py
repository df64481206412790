"""A seller who finds so much for the buyer takes it off the price."""

import pytest

from engine.reading.context import ReadingContext
from engine.reading.read import read_message
from engine.scenario.scenario import Issue, IssueKind
from engine.terms.terms import IssueId, Terms

PRICE = IssueId("price")
ISSUES = (Issue(PRICE, IssueKind.PRICE, "Price", "the price", ("price",), 1_500_000, 4_000_000),)
LIST_PRICE = 2_000_000


def prices(text: str, own: int = 0, slope: int = 1) -> list[int]:
    context = ReadingContext(
        ISSUES, list_price=LIST_PRICE, own_offer=Terms.of({PRICE: own}) if own else None, price_slope=slope
    )
    return [offer.amount // 100 for offer in read_message(text, context).offers]


@pytest.mark.parametrize(
    "text",
    [
        "What if I found you 10% without anyone losing seats?",
        "I found you 10%.",
        "I can get you 10 percent.",
        "I'd give you 10%.",
        "I can save you 10%.",
        "I could squeeze out 10%.",
        "10% is what I can give you.",
        "If I get 10% for you, do you sign?",
        "Maybe I can find 10% somewhere.",
    ],
)
def test_percent_that_a_seller_finds_come_off(text: str) -> None:
    assert prices(text) == [18_000]


def test_a_sum_that_a_seller_finds_comes_off_its_own_price() -> None:
    assert prices("I could find you 500.", own=1_900_000) == [18_500]


def test_an_increase_stays_one() -> None:
    assert 18_000 not in prices("I can get you a 10% increase.")
