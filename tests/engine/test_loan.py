import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.terms.loan import level_payment


@pytest.mark.parametrize(
    ("basis_points", "months", "payment"),
    [(1330, 48, 2_698), (980, 60, 2_115), (650, 72, 1_681), (490, 84, 1_408), (0, 60, 1_667)],
)
def test_a_thousand_borrowed_costs_what_the_tables_of_banks_say(basis_points: int, months: int, payment: int) -> None:
    assert abs(level_payment(100_000, basis_points, months) - payment) <= 1


def test_nothing_borrowed_costs_nothing() -> None:
    assert level_payment(0, 650, 60) == level_payment(-5, 650, 60) == level_payment(100_000, 650, 0) == 0


amounts = st.integers(1, 20_000_000)
rates = st.integers(0, 4_000)
terms = st.integers(1, 120)


@given(amounts, rates, terms)
def test_the_payments_together_pay_the_loan_off(amount: int, basis_points: int, months: int) -> None:
    assert level_payment(amount, basis_points, months) * months >= amount


@given(amounts, rates, terms)
def test_more_months_never_cost_more_each_and_a_higher_rate_never_less(amount: int, rate: int, months: int) -> None:
    payment = level_payment(amount, rate, months)
    assert level_payment(amount, rate, months + 1) <= payment <= level_payment(amount, rate + 50, months)


@given(amounts, rates, terms)
def test_the_payment_is_the_least_that_pays_off(amount: int, rate: int, months: int) -> None:
    """Paid a cent less each month, something is still owed at the end; exact fractions are the judge."""
    from fractions import Fraction

    def left(payment: int) -> Fraction:
        owed = Fraction(amount)
        for _ in range(months):
            owed = owed * (120_000 + rate) / 120_000 - payment
        return owed

    payment = level_payment(amount, rate, months)
    assert left(payment + 1) <= 0
    assert left(payment - 1) > 0
