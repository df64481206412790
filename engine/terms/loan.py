"""What a loan costs a month."""

_YEARLY = 12 * 10_000
"""Basis points of a year in a month's rate of 1."""

MOST_MONTHS = 1_200


def level_payment(amount: int, basis_points: int, months: int) -> int:
    """The equal payment at each month's end that pays the loan off, in minor units, rounded up.

    `basis_points` are the rate a year (650 is 6.5 %); 0 for nothing to borrow or no months to pay in. Nothing is lent
    for more than a hundred years.
    """
    months = min(months, MOST_MONTHS)
    if amount <= 0 or months <= 0:
        return 0
    if basis_points <= 0:
        return -(-amount // months)
    grown: int = (_YEARLY + basis_points) ** months
    plain: int = _YEARLY**months
    return -(-amount * basis_points * grown // (_YEARLY * (grown - plain)))
