"""Once a price was said as so much off the list, the next percentage is off the list too, its word said or not."""

from dataclasses import replace

import pytest

from engine.reading.read import read_message
from engine.reading.reading import Act
from tests.engine.reading.table import LIST_PRICE, dollars, offers_in, table

TEN_OFF = LIST_PRICE * 90 // 100
SAID_TEN = replace(table(own=TEN_OFF), own_words="10 percent")


@pytest.mark.parametrize("text", ["So ten off.", "Ten percent off, as I said.", "10 off list"])
def test_the_same_percentage_said_again_moves_nothing(text: str) -> None:
    assert offers_in(text, SAID_TEN) == [("price", TEN_OFF, "echo")]


@pytest.mark.parametrize("text", ["12% off", "12 off", "No wait, I meant the mats and 12 percent off"])
def test_another_percentage_is_off_the_list_and_not_off_the_last_price(text: str) -> None:
    amounts = [offer.amount for offer in read_message(text, SAID_TEN).binding() if offer.issue == "price"]
    assert amounts == [dollars(LIST_PRICE) * 88 // 100]


def test_a_smaller_percentage_takes_the_offer_back_to_that_much_off_the_list() -> None:
    assert [offer.amount for offer in read_message("7% off", SAID_TEN).binding()] == [dollars(LIST_PRICE) * 93 // 100]


def test_another_percentage_on_top_is_off_the_last_price() -> None:
    assert [offer.amount for offer in read_message("another 2% off", SAID_TEN).binding()] == [
        dollars(TEN_OFF) * 98 // 100
    ]


def test_a_bare_number_off_is_money_where_nobody_spoke_of_percent() -> None:
    assert offers_in("knock 500 off")[-1][1] == 34_400


@pytest.mark.parametrize(
    ("text", "price"),
    [
        ("10% off if you take it today, 5% off tomorrow", TEN_OFF),
        ("34,000 today, 35,000 tomorrow", 34_000),
        ("34,000 if you sign today, or 35,000 next week", 34_000),
        ("I can take 34,000 with a deposit tonight. But after tonight I won't go less than 35,500", 34_000),
        ("34,000 today. Tomorrow it's 35,900 again.", 34_000),
        ("34,000 now, but next week it goes back to 35,500", 34_000),
    ],
)
def test_what_holds_today_is_the_offer_and_what_holds_later_is_none(text: str, price: int) -> None:
    assert [offer.amount for offer in read_message(text, table(own=0, other=0)).binding()] == [dollars(price)]


@pytest.mark.parametrize(
    "text",
    [
        "34,000 is my floor, which is 5% lower than asking.",
        "34,000, which is 2,000 below list",
        "34,000. That's a good 5% off",
    ],
)
def test_what_an_offer_comes_to_beside_the_list_is_no_second_offer(text: str) -> None:
    read = read_message(text, table(own=0, other=0))
    assert [offer.amount for offer in read.binding()] == [dollars(34_000)]
    assert not read.has(Act.ASK_OPEN)


@pytest.mark.parametrize("text", ["-10%", "-10 %"])
def test_a_percentage_with_a_minus_comes_off(text: str) -> None:
    assert offers_in(text, table()) == [("price", TEN_OFF, "firm")]
