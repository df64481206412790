"""Numbers side by side add up as they would one by one."""

from hypothesis import given
from hypothesis import strategies as st

from engine.reading.lanes import apart, side_by_side

_ROWS = st.integers(1, 40).flatmap(
    lambda count: st.lists(st.lists(st.integers(-10_000, 10_000), min_size=count, max_size=count), min_size=1)
)


@given(_ROWS)
def test_rows_added_side_by_side_are_their_columns_sums(rows: list[list[int]]) -> None:
    assert apart(sum(map(side_by_side, rows)), len(rows[0])) == [sum(column) for column in zip(*rows, strict=True)]


@given(st.lists(st.integers(-10_000, 10_000), min_size=1, max_size=40), st.integers(0, 100))
def test_what_they_are_multiplied_by_goes_for_each(numbers: list[int], by: int) -> None:
    assert apart(by * side_by_side(numbers), len(numbers)) == [by * number for number in numbers]
