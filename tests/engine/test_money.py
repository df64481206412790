"""Amounts as people, and models, write them."""

import pytest

from engine.terms.money import Currency, format_money, parse_money


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("6.75", 675), ("$6.75", 675), ("6.5", 650), ("6.750", 675), ("7", 700), ("$34,900.50", 3490050), ("0.9", 90),
        (" 12 USD ", 1200), ("6.755", None), ("six", None), ("", None), ("-5", None), ("1e9", None), ("6,75", None),
        ("5 or 6", None), ("9" * 20, None),
    ],
)  # fmt: skip
def test_an_amount_is_read_as_it_is_written_or_not_at_all(text: str, amount: int | None) -> None:
    assert parse_money(text, Currency()) == amount


@pytest.mark.parametrize("amount", [0, 5, 99, 100, 675, 123_456, 3_490_000])
def test_what_is_written_is_read_back(amount: int) -> None:
    assert parse_money(format_money(amount, Currency()), Currency()) == amount
