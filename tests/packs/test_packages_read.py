"""Lines that put several issues of a pack on the table at once, read at its own table."""

import pytest

from engine.reading.context import ReadingContext, context_of
from engine.reading.read import read_message
from engine.terms.terms import IssueId, Terms
from tests.packs.buyers import buyer

PRICE = IssueId("price")
SEED = 4
"""Whose buyer of car_sales has a car to trade in."""

CAR_LINES = {
    "I'll give you 7k on the trade and 33,800 on the Accord": "trade_in 700000 firm, price 3380000 firm",
    "would you be at 33,500 if I threw in the mats?": "price 3350000 probe, mats 1 probe",
    "I can get you 4.9 apr on 60 months with 2500 down": "apr 490 firm, months 60 firm, down 250000 firm",
    "60mo @ 4.9%": "months 60 firm, apr 490 firm",
    "0 down and 33,500": "down 0 firm, price 3350000 firm",
    "Payments would be around 580": "payment 58000 firm",
    "put 4k down and your payment's 540": "down 400000 firm, payment 54000 firm",
    "I'll eat the delivery if you come up to 33,500": "delivery 1 conditional, price 3350000 conditional",
    "33,900 with the mats, home delivery and the warranty": (
        "price 3390000 firm, mats 1 firm, delivery 1 firm, warranty 1 firm"
    ),
    "33,900 without the mats, the warranty stays": "price 3390000 firm, mats 0 firm",
    "33,400 w/o the warranty": "price 3340000 firm, warranty 0 firm",
    "8 grand for your old one and 34,5 on this": "trade_in 800000 firm, price 3450000 firm",
    "can't give you 8k for the trade, 6.5 tops": "trade_in 800000 rejected, trade_in 650000 firm",
}
CONTRACT_LINES = {
    "your 200 seats at 235 each": "seats 200 firm, price 4700000 firm",
    "drop to 150 seats": "seats 150 firm",
    "36 month term, 46.5k/yr, net 60": "term 36 firm, price 4650000 firm, net 60 firm",
    "46.5k and we cap renewals at 3%": "price 4650000 firm, cap 300 firm",
}


def _table(pack: str, own: int, other: int) -> ReadingContext:
    return context_of(buyer(pack, SEED), Terms.of({PRICE: own}), Terms.of({PRICE: other}))


def _offered(text: str, context: ReadingContext) -> str:
    offers = read_message(text, context).offers
    return ", ".join(f"{offer.issue} {offer.amount} {offer.modality}" for offer in offers)


@pytest.mark.parametrize("text", CAR_LINES)
def test_a_line_about_a_car_puts_each_issue_on_the_table(text: str) -> None:
    assert _offered(text, _table("car_sales", 3_490_000, 3_180_000)) == CAR_LINES[text]


@pytest.mark.parametrize("text", CONTRACT_LINES)
def test_a_line_about_a_contract_puts_each_issue_on_the_table(text: str) -> None:
    assert _offered(text, _table("saas_renewal", 4_900_000, 4_400_000)) == CONTRACT_LINES[text]


@pytest.mark.parametrize("text", ["It's 80,000 out the door.", "the price is $2,500", "2,500 all in, out the door"])
def test_a_price_far_from_all_that_is_plausible_is_asked_about(text: str) -> None:
    reading = read_message(text, _table("car_sales", 3_490_000, 3_180_000))
    assert [doubt.issue for doubt in reading.doubts] == [PRICE]
    assert reading.offers == ()
