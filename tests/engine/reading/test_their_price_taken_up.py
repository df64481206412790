"""What the other side asks, taken up, said back or left; an own price taken back; and rates that are asked about."""

import pytest

from tests.engine.reading.table import LIST_PRICE, OTHER_PRICE, OWN_PRICE, offers_in, table


@pytest.mark.parametrize(
    "line", ["I'll pay what you ask", "u know what, ill pay what ur asking", "fine, what you ask it is"]
)
def test_what_they_ask_taken_up_is_their_price(line: str) -> None:
    assert offers_in(line) == [("price", OTHER_PRICE, "firm")]


def test_before_they_named_a_price_it_is_the_list_price() -> None:
    assert offers_in("I'll pay what you're asking", table(other=0)) == [("price", LIST_PRICE, "firm")]


@pytest.mark.parametrize(
    "line", ["what are you asking?", "I'd pay less than what you're asking", "that's what you ask for?"]
)
def test_what_they_ask_only_spoken_of_puts_nothing_forward(line: str) -> None:
    assert offers_in(line) == []


@pytest.mark.parametrize(
    "line",
    [
        "i see you came down to 31,800, appreciate that",
        "you came up to 31,800, thanks",
        "did I hear that right, 31,800?",
    ],
)
def test_their_price_said_back_is_no_offer(line: str) -> None:
    assert [modality for _, _, modality in offers_in(line)] == ["echo"]


@pytest.mark.parametrize(
    "line", ["I'm withdrawing my 34,900", "retracting my 34,900, sorry", "pulling my offer of 34,900"]
)
def test_an_own_price_taken_back_is_off_the_table(line: str) -> None:
    assert offers_in(line) == [("price", OWN_PRICE, "rejected")]


def test_a_step_may_be_from_the_last_one() -> None:
    assert offers_in("alright, I'll come down 400 from my last one") == [("price", OWN_PRICE - 400, "firm")]


@pytest.mark.parametrize(
    "line", ["What APR can you get me, 4.9 or closer to 6?", "what interest would it be, 3.9 or 4.9?"]
)
def test_rates_that_are_asked_about_are_no_prices(line: str) -> None:
    assert offers_in(line) == []
