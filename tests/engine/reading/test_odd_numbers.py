"""Numbers written oddly are read whole or asked about: no part of one is ever taken for another price."""

from dataclasses import replace

import pytest

from engine.reading.context import ReadingContext, price_talk
from engine.reading.read import read_message
from engine.terms.money import CURRENCIES
from tests.engine.reading.table import dollars

FORECOURT = replace(price_talk(dollars(25_490), currency=CURRENCIES["USD"]), price_slope=1)


def said(text: str, context: ReadingContext = FORECOURT) -> list[tuple[float, str]]:
    """Dollars and modality of each offer, and "doubt" for what is asked about."""
    read = read_message(text, context)
    offers = [(offer.amount / 100, offer.modality.value) for offer in read.offers]
    return offers + [(doubt.amount / 100, "doubt") for doubt in read.doubts]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("twenty4 nine and shes yours", 24_900),
        ("twenty 4 nine and shes yours", 24_900),
        ("I can do twenty-4 nine", 24_900),
        ("twenty4k and it's yours", 24_000),
        ("I can do twenty4 the lot", 24_000),
        ("24,,900", 24_900),
        ("I can do 24.,900 today", 24_900),
        ("24k900", 24_900),
        ("I can do 24k9", 24_900),
        ("24 500,00", 24_500),
        ("24 500,00 is my price", 24_500),
        ("I can do 24 500", 24_500),
        ("24, 900", 24_900),
        ("I can do 24, 900 today", 24_900),
        ("24 ,900 out the door", 24_900),
    ],
)
def test_a_number_that_a_slip_cuts_in_two_is_read_whole(text: str, amount: float) -> None:
    assert said(text) == [(amount, "firm")]


@pytest.mark.parametrize("text", ["24,5000", "$24,5000", "I can do 24,5000 today"])
def test_a_group_of_four_digits_is_asked_about_and_binds_when_it_is_said_again(text: str) -> None:
    assert said(text) == [(24_500, "doubt")]
    again = replace(FORECOURT, doubted=read_message(text, FORECOURT).doubts[0])
    assert said(text, again) == [(24_500, "firm")]


@pytest.mark.parametrize(
    ("text", "amount"),
    [("$23,5xx", 23_500), ("I could go to $23,5xx", 23_500), ("we're at 23,xxx", 23_000), ("say 24xxx", 24_000)],
)
def test_a_price_whose_last_digits_are_left_open_binds_nobody(text: str, amount: float) -> None:
    assert said(text) == [(amount, "probe")]


@pytest.mark.parametrize("text", ["1e9 dollars", "$1e4", "I can do 2.45e4", "1,234e5", "twenty4,900"])
def test_no_part_of_what_is_written_as_one_word_is_a_price(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("25 minus 500", 24_500),
        ("25k less 500", 24_500),
        ("25k minus 500 and we're done", 24_500),
        ("I can do $25,000 less $500", 24_500),
        ("24,900 - 500", 24_400),
        ("24,900 - $500, deal", 24_400),
        ("24,900 less 500 is 24,400", 24_400),
        ("24,990 minus 500", 24_490),
        ("I'll beat their 24,900 by 500", 24_400),
        ("we can undercut that 24,900 by 2%", 24_402),
        ("25k less 2%", 24_500),
        ("25k minus 2%", 24_500),
        ("24,900 - 2%", 24_402),
    ],
)
def test_so_much_less_is_taken_from_the_price_named_before_it(text: str, amount: float) -> None:
    assert said(text) == [(amount, "firm")]
    assert said(text, replace(FORECOURT, own_offer=price_talk(own_price=dollars(24_990)).own_offer)) == [
        (amount, "firm")
    ]


def test_what_is_left_is_as_firm_as_its_words() -> None:
    assert said("I can't do 25 minus 500") == [(24_500, "rejected")]
    assert said("what if I do 25k less 500?") == [(24_500, "probe")]


def test_a_dash_between_two_prices_takes_nothing_off() -> None:
    assert [amount for amount, _ in said("24,900 - 24,500")] == [24_900, 24_500]
    assert said("25k - 26") == [(25_000, "firm")]


def test_what_another_dealer_takes_off_its_price_is_no_offer() -> None:
    assert said("the dealer across town wants 25k less 500") == []


@pytest.mark.parametrize(
    "text",
    [
        "24-7 support", "We have 24-7 support", "you get 24/7 support with it", "twenty four seven roadside assistance",
        "we're open 24-7", "somebody is on call 24-7", "support, 24-7",
    ],
)  # fmt: skip
def test_a_service_at_all_hours_is_no_price(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize("text", ["24-7 and it's yours", "I can do 24-7", "$24-7", "24-7 it is"])
def test_the_same_digits_are_a_price_where_no_service_is_named(text: str) -> None:
    assert said(text) == [(24_700, "firm")]


@pytest.mark.parametrize(
    "text",
    ["24900 CAD", "24,900 Canadian", "CAD 24900", "24900 pesos", "C$24,900", "24,900 Canadian dollars", "24,900 AUD"],
)
def test_another_countrys_money_is_asked_about_even_where_it_shares_the_sign(text: str) -> None:
    assert said(text) == [(24_900, "doubt")]


@pytest.mark.parametrize("text", ["24,900 USD", "US$24,900", "24,900 US dollars", "24,900 bucks"])
def test_the_tables_own_money_may_be_named(text: str) -> None:
    assert said(text) == [(24_900, "firm")]


@pytest.mark.parametrize(("code", "text"), [("CAD", "24,900 CAD"), ("CAD", "C$24,900"), ("MXN", "24,900 pesos")])
def test_a_sign_that_is_shared_goes_by_the_tables_code(code: str, text: str) -> None:
    table = replace(FORECOURT, currency=CURRENCIES[code])
    assert said(text, table) == [(24_900, "firm")]
    assert said("24,900 USD", table) == [(24_900, "doubt")]


LEMON = "I'll pay you 500 bucks to take this lemon away"


@pytest.mark.parametrize("text", [LEMON, "we'd pay you $500 to take it", "I'd be paying you 500"])
def test_a_seller_who_would_pay_the_buyer_names_no_price_though_it_was_asked_about(text: str) -> None:
    doubt = read_message("I can do $500", FORECOURT).doubts[0]
    assert said(text) == []
    assert read_message(text, replace(FORECOURT, doubted=doubt)).offers == ()


def test_a_buyer_who_would_pay_the_seller_names_a_price() -> None:
    assert said("I'll pay you 24,000", replace(FORECOURT, price_slope=-1)) == [(24_000, "firm")]
