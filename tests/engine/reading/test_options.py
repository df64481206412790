"""Two packages to choose from stay two: nothing binds as a mixture of both."""

import pytest

from engine.reading.read import read_message
from engine.reading.reading import Act, Modality
from tests.engine.reading.table import offers_in, table

FRESH = table(own=0, other=0)

CHOICES = (
    "Here are two options: A, 35,400 with the mats; B, 34,600 and the warranty. Which one do you like better?",
    "Option 1: 35,400 with the mats. Option 2: 34,600, warranty.",
    "First option: 35,400 with the mats. Second option: 34,600, no extras.",
    "Either 35,400 with the mats or 34,600 with the warranty. Your pick.",
    "Would you rather have 35,400 with the mats or 34,600 with the warranty?",
    "A) 35,400 with the mats B) 34,600 as it stands",
    "Two ways: 35,400 with the mats, or 34,600 without them. Which do you prefer?",
    "1: 35,400 with delivery. 2: 34,600 bare.",
)


@pytest.mark.parametrize("text", CHOICES)
def test_of_packages_to_choose_from_none_binds(text: str) -> None:
    read = read_message(text, FRESH)
    assert [offer for offer in read.binding() if offer.amount] == []
    asked = {offer.amount for offer in read.offers if offer.issue == "price" and offer.modality is Modality.PROBE}
    assert asked == {3_540_000, 3_460_000}
    assert read.has(Act.PACKAGE)


def test_what_goes_with_the_first_of_two_prices_does_not_bind_with_the_last() -> None:
    found = offers_in("I can do 35,400 with the mats, or 34,600 as it stands.", FRESH)
    assert ("mats", 1, "probe") in found
    assert ("price", 34_600, "firm") in found


@pytest.mark.parametrize(
    "text",
    [
        "Option B then, 34,600 with the mats.",
        "I'd go with option A, 34,600 and the mats.",
        "34,600 with the mats. Which would make it a deal?",
    ],
)
def test_one_package_binds_whatever_it_is_called(text: str) -> None:
    found = offers_in(text, FRESH)
    assert ("price", 34_600, "firm") in found
    assert ("mats", 1, "firm") in found


def test_two_prices_alone_bind_as_they_did() -> None:
    assert [firmness for _, _, firmness in offers_in("34,600 today or 35,000 on payday, your pick", FRESH)] == [
        "firm",
        "firm",
    ]
