"""A price that gives more than the other side asks for, or in money of another country, is asked about."""

from dataclasses import replace

import pytest

from engine.reading.context import ReadingContext, price_talk
from engine.reading.read import read_message

SELLER = replace(price_talk(list_price=36_410_00, own_price=35_910_00, other_price=28_200_00), price_slope=1)
BUYER = replace(price_talk(list_price=36_410_00, own_price=28_200_00, other_price=35_910_00), price_slope=-1)


@pytest.mark.parametrize(
    ("text", "context", "amount"),
    [
        ("$24.9", SELLER, 24_900_00),
        ("I can do 27,900", SELLER, 27_900_00),
        ("27,900 if you sign today", SELLER, 27_900_00),
        ("I can do 36,200", BUYER, 36_200_00),
    ],
)
def test_a_price_beyond_their_own_offer_is_asked_about(text: str, context: ReadingContext, amount: int) -> None:
    reading = read_message(text, context)
    assert not reading.binding()
    assert [doubt.amount for doubt in reading.doubts] == [amount]


@pytest.mark.parametrize("text", ["yes", "Yes, deal.", "correct", "$24.9", "24,900"])
def test_it_binds_once_it_is_meant(text: str) -> None:
    doubt = read_message("$24.9", SELLER).doubts[0]
    reading = read_message(text, replace(SELLER, doubted=doubt))
    assert [offer.amount for offer in reading.binding()] == [24_900_00]


def test_who_was_asked_and_goes_further_still_means_it() -> None:
    doubt = read_message("I can do 27,900", SELLER).doubts[0]
    reading = read_message("I can do 27,400", replace(SELLER, doubted=doubt))
    assert [offer.amount for offer in reading.binding()] == [27_400_00]


@pytest.mark.parametrize("text", ["33,900", "I can do 28,300"])
def test_a_price_between_the_offers_binds_at_once(text: str) -> None:
    assert read_message(text, SELLER).binding()


def test_another_currency_is_asked_about() -> None:
    reading = read_message("£34,000", replace(SELLER, any_money=False))
    assert not reading.binding()
    assert reading.doubts


@pytest.mark.parametrize("text", ["£34,000", "34.000 €", "CHF 34'000", "34 thousand quid"])
def test_any_currency_is_taken_where_none_was_told(text: str) -> None:
    assert [offer.amount for offer in read_message(text, SELLER).binding()] == [34_000_00]
