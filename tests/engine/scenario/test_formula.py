from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.scenario.formula import parse_formula

FIGURES = {"list_price": 3_641_000, "share": 9_500, "unit": 100, "zero": 0}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("42", 42),
        (7, 7),
        ("1 + 2 * 3", 7),
        ("(1 + 2) * 3", 9),
        ("10 - 2 - 3", 5),
        ("-7 / 2", -4),
        ("-share + share", 0),
        ("round(list_price * share / 10000, 50 * unit)", 3_460_000),
        ("round(25, 10)", 30),
        ("min(3, max(1, 2))", 2),
        ("2 <= 2", 1),
        ("1 + 1 > 2", 0),
        ("share = 9500", 1),
    ],
)
def test_a_formula_comes_to_the_number_that_it_says(text, value):
    assert parse_formula(text).value(FIGURES) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("-" * 399 + "7", -7),
        ("+".join(["1"] * 200), 200),
        ("<".join(["2"] * 200), 1),
        ("(" * 20 + "7" + ")" * 20, 7),
        ("figures + min", 5),
        ("9 < 2 < 1", 1),
    ],
)
def test_long_and_odd_formulas_are_reckoned_from_left_to_right(text, value):
    assert parse_formula(text).value({"figures": 2, "min": 3}) == value


def test_a_formula_knows_the_figures_that_it_needs():
    assert parse_formula("min(a, b) + a * 2").names == {"a", "b"}


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "breaks off"),
        ("1 +", "breaks off"),
        ("(1 + 2", "missing"),
        ("1 2", "does not go on"),
        ("sqrt(4)", "there is no function sqrt"),
        ("min(1)", "',' is missing"),
        ("a.b", "does not go on"),
        ("1.5", "does not go on"),
        ("9" * 500, "at most 400 characters"),
        ("(" * 30 + "1" + ")" * 30, "at most 20 deep"),
        ("__import__('os')", "there is no function"),
    ],
)
def test_what_is_no_formula_is_refused_with_its_reason(text, complaint):
    with pytest.raises(ValueError, match=complaint):
        parse_formula(text)


@given(st.text("ab1+-*/()<=, ", max_size=120))
def test_no_text_breaks_the_parser(text):
    with suppress(ValueError):
        assert parse_formula(text).text == text
