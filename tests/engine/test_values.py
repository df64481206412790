"""Values that a turn makes by the dozen behave like any other data class and named tuple."""

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.terms.terms import IssueId, Terms
from engine.values import kept, quickly_replaced


class _Plain(NamedTuple):
    one: int
    two: str = "two"
    three: tuple[int, ...] = ()


@quickly_replaced
class _Quick(NamedTuple):
    one: int
    two: str = "two"
    three: tuple[int, ...] = ()


CHANGES = st.fixed_dictionaries(
    {}, optional={"one": st.integers(), "two": st.text(max_size=3), "three": st.tuples(st.integers())}
)


@given(one=st.integers(), changes=CHANGES)
def test_a_named_tuple_is_replaced_as_any_other(one: int, changes: dict[str, object]) -> None:
    plain, quick = _Plain(one)._replace(**changes), _Quick(one)._replace(**changes)
    assert (type(quick), tuple(quick)) == (_Quick, tuple(plain))


def test_a_part_that_it_does_not_have_cannot_be_replaced() -> None:
    with pytest.raises(KeyError):
        _Quick(1)._replace(four=4)


def test_values_that_hold_the_same_are_the_same() -> None:
    price = IssueId("price")
    assert Terms.of({price: 5}) == Terms(((price, 5),))
    assert len({Terms.of({price: 5}), Terms(((price, 5),)), Terms()}) == 2


class _Counted:
    def __init__(self) -> None:
        self.times = 0

    @kept
    def made(self) -> int:
        """What is made."""
        self.times += 1
        return self.times


def test_what_is_kept_is_made_once_for_each_value() -> None:
    one, other = _Counted(), _Counted()
    assert [one.made, one.made, one.made] == [1, 1, 1]
    assert other.times == 0
