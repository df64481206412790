"""What is left to pay after a trade-in is a difference, and no third term beside the two that make it."""

import pytest

from tests.engine.reading.table import offers_in, table

SUMS = (
    "So 36,000 for ours with your old car at 5,000, that is 31,000 to pay. Ok?",
    "36,000 for ours and 5,000 for yours, 31,000 to pay.",
    "36,000, and 5,000 for your old car, leaves 31,000.",
    "36,000 for ours, and we take your old car at 5,000. That is 31,000 to pay.",
    "36,000 and 5,000 for your trade-in. The difference is 31,000.",
)


@pytest.mark.parametrize("text", SUMS)
def test_a_price_and_a_trade_in_are_read_and_their_difference_is_not(text: str) -> None:
    found = {(issue, amount) for issue, amount, _ in offers_in(text, table(own=0, other=0))}
    assert found == {("price", 36_000), ("trade_in", 5_000)}


def test_a_price_alone_is_one_even_where_it_is_said_to_be_paid() -> None:
    assert offers_in("34,000 to pay, out the door.") == [("price", 34_000, "firm")]


def test_a_sum_of_which_something_is_taken_off_still_gives_the_price() -> None:
    assert offers_in("35,000 less 1,000, so 34,000")[-1] == ("price", 34_000, "firm")


MADE_UP = (
    "Good question. That's 34,700 for the car and 1,200 for title, registration and prep.",
    "The 35,900 is 34,700 for the car and 1,200 in fees.",
    "34,700 plus 1,200 fees.",
)


@pytest.mark.parametrize("text", MADE_UP)
def test_what_a_price_that_stands_is_made_up_of_is_no_lower_price(text: str) -> None:
    assert offers_in(text, table(own=35_900, other=33_000)) == [("price", 35_900, "firm")]


def test_a_price_lowered_by_a_sum_that_is_named_too_is_lowered() -> None:
    assert ("price", 34_700, "firm") in offers_in("34,700, that's 1,200 less.", table(own=35_900, other=33_000))
