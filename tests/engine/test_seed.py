import hashlib
import math
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.seed import SPAN, draw_range, log2_fixed, pick, ranked, scale_of, seed_key, shuffle, u64, within

KEY = seed_key("car_sales", 1, 18422)

names = st.text("abcdefghij_", min_size=1, max_size=6)
weights = st.dictionaries(names, st.integers(1, 1000), min_size=1, max_size=8)
keys = st.integers(0, 10**9).map(lambda seed: seed_key("any", 1, seed))


def test_the_key_is_the_hash_of_pack_epoch_and_seed():
    assert seed_key("car_sales", 1, 18422) == hashlib.sha256(b"neg1|car_sales|1|18422").digest()


def test_pack_epoch_and_seed_each_give_another_key():
    assert len({KEY, seed_key("car_sales", 2, 18422), seed_key("car_sales", 1, 1), seed_key("other", 1, 18422)}) == 4


def test_draws_are_the_same_for_ever():
    assert u64(KEY, "attr/patience") == 199_136_324_134_832_022
    assert u64(KEY, "attr/patience", 1) == 2_879_086_052_859_535_795
    assert pick(KEY, "attr/style", {"terse": 1, "chatty": 2, "blunt": 3}) == "terse"
    assert shuffle(KEY, "phrase/HOLD", ("one", "two", "three", "four")) == ("one", "four", "two", "three")


@given(keys, st.integers(-50, 50), st.integers(0, 60), st.integers(1, 7))
def test_a_range_is_kept_with_its_ends_and_its_steps(key, low, length, step):
    drawn = draw_range(key, "x", low, low + length, step)
    assert low <= drawn <= low + length
    assert (drawn - low) % step == 0


def test_both_ends_of_a_range_can_be_drawn():
    assert within(0, 3, 9, 2) == 3
    assert within(SPAN - 1, 3, 9, 2) == 9


@given(keys, weights, names, st.integers(1, 1000))
def test_one_more_option_takes_the_draw_or_leaves_it_as_it_was(key, options, name, weight):
    if name not in options:
        assert pick(key, "x", {**options, name: weight}) in (pick(key, "x", options), name)


@given(keys, weights)
def test_the_order_in_which_options_are_written_does_not_matter(key, options):
    assert pick(key, "x", options) == pick(key, "x", dict(reversed(options.items())))


@given(keys, weights)
def test_the_option_picked_is_the_first_of_the_ranked(key, options):
    assert ranked(key, "x", options)[0] == pick(key, "x", options)
    assert sorted(ranked(key, "x", options)) == sorted(options)


@given(keys, st.lists(names, unique=True, max_size=8), names)
def test_one_more_item_slots_into_a_shuffle(key, items, extra):
    longer = shuffle(key, "x", [*items, f"{extra}!"])
    assert [item for item in longer if item in items] == list(shuffle(key, "x", items))


def test_options_are_drawn_in_proportion_to_their_weights():
    options = {"rare": 1, "some": 3, "many": 6}
    drawn = Counter(pick(seed_key("any", 1, seed), "x", options) for seed in range(10_000))
    for option, weight in options.items():
        assert drawn[option] / 10_000 == pytest.approx(weight / 10, abs=0.015)


def test_an_option_of_no_weight_is_never_drawn():
    assert all(pick(seed_key("any", 1, seed), "x", {"a": 1, "b": 0}) == "a" for seed in range(200))


def test_nothing_can_be_picked_where_nothing_has_a_weight():
    with pytest.raises(ValueError, match="empty"):
        pick(KEY, "x", {"a": 0})


def test_laid_end_to_end_the_weights_share_the_way():
    shares = {"low": 1, "none": 0, "high": 3}
    assert [scale_of(shares).at(SPAN * part // 8) for part in range(8)] == ["low"] * 2 + ["high"] * 6


@given(st.integers(1, SPAN - 1))
def test_the_logarithm_is_right_to_a_millionth(u):
    assert log2_fixed(u) / 2**32 == pytest.approx(math.log2(u), abs=1e-6)


@given(st.integers(2, SPAN - 2), st.integers(1, SPAN))
def test_the_logarithm_never_falls(u, more):
    assert log2_fixed(u) <= log2_fixed(min(SPAN - 1, u + more))
