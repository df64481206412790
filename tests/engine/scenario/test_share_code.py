from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import BadSeed
from engine.scenario.share_code import SeedRef, format_share_code, parse_seed


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("18422", SeedRef(None, None, 18422)),
        ("  7 ", SeedRef(None, None, 7)),
        ("car_sales@1#18422", SeedRef("car_sales", 1, 18422)),
        ("car_sales#18422", SeedRef("car_sales", None, 18422)),
        ("`car_sales@2#0`", SeedRef("car_sales", 2, 0)),
    ],
)
def test_a_seed_is_read_as_it_was_meant(text, meant):
    assert parse_seed(text) == meant


@pytest.mark.parametrize(
    "text", ["", "abc", "-4", "1.5", "#5", "car_sales@#5", "car_sales@x#5", "car_sales@1#", "a b@1#5", "١٢"]
)
def test_what_is_no_seed_is_refused_in_plain_words(text):
    with pytest.raises(BadSeed, match="Seeds are whole numbers or share codes such as car_sales@1#18422"):
        parse_seed(text)


def test_a_seed_beyond_all_bounds_is_refused_without_being_read():
    with pytest.raises(BadSeed, match="too large"):
        parse_seed("9" * 100_000)


@given(st.from_regex(r"[a-z][a-z_]{0,10}", fullmatch=True), st.integers(1, 99), st.integers(0, 10**15))
def test_a_share_code_reads_back(pack, epoch, seed):
    assert parse_seed(format_share_code(pack, epoch, seed)) == SeedRef(pack, epoch, seed)


@given(st.text(max_size=60))
def test_no_text_at_all_breaks_the_reader(text):
    with suppress(BadSeed):
        assert parse_seed(text).seed >= 0
