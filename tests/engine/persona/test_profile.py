import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.persona.profile import draw_profile, profile_hash
from tests.engine.persona.packs import car_sales, raw, read

SEEDS = (0, 7, 18422)

new_attributes = st.dictionaries(
    st.from_regex(r"new_[a-z]{1,6}", fullmatch=True),
    st.one_of(
        st.builds(
            lambda low, length: {"label": "New", "draw": "range", "low": low, "high": low + length},
            st.integers(-9, 9),
            st.integers(0, 99),
        ),
        st.builds(
            lambda options: {"label": "New", "draw": "choice", "options": options},
            st.dictionaries(st.sampled_from("abcde"), st.integers(1, 9), min_size=1),
        ),
        st.just({"label": "New", "draw": "formula", "formula": "reservation / 2"}),
    ),
    min_size=1,
    max_size=4,
)


def drawn(pack, seed):
    return dict(draw_profile(pack, seed).profile)


@settings(max_examples=25)
@given(new_attributes)
def test_new_attributes_leave_all_others_as_they_were(added):
    data = raw()
    data["attributes"] = {**added, **data["attributes"]}
    pack = read(data)
    for seed in SEEDS:
        before, after = drawn(car_sales().pack, seed), drawn(pack, seed)
        assert {name: after[name] for name in before} == before


FREE_CHOICES = ("first_name", "last_name", "city", "nice_to_have", "rival_dealer", "conflict_mode")
"""Choices that lead to no other attribute but through the value drawn."""


@settings(max_examples=25)
@given(st.sampled_from(FREE_CHOICES), st.integers(1, 50))
def test_a_new_option_is_drawn_or_changes_nothing(name, weight):
    data = raw()
    data["attributes"][name]["options"]["newcomer"] = weight
    pack = read(data)
    for seed in range(30):
        before, after = drawn(car_sales().pack, seed), drawn(pack, seed)
        assert after == before or after[name] == "newcomer"


def test_new_phrases_topics_and_a_newer_version_leave_the_buyer_as_he_was():
    data = raw()
    data["version"] = 9
    data["topics"]["weather"] = {"label": "The weather", "words": ["weather"]}
    data["phrases"]["terse"]["HOLD"].insert(0, "No, it is {terms}.")
    for seed in SEEDS:
        assert drawn(read(data), seed) == drawn(car_sales().pack, seed)


def test_another_epoch_is_another_buyer():
    data = raw()
    data["draw_epoch"] = 2
    assert all(drawn(read(data), seed) != drawn(car_sales().pack, seed) for seed in SEEDS)


def test_the_hash_covers_every_attribute():
    profile = drawn(car_sales().pack, 7)
    hashes = {profile_hash(profile)} | {profile_hash({**profile, name: "changed"}) for name in profile}
    assert len(hashes) == len(profile) + 1


def test_the_hash_does_not_depend_on_order_or_on_how_accents_are_composed():
    assert profile_hash({"a": "\u00e9", "b": 1}) == profile_hash({"b": 1, "a": "e\u0301"})


def test_the_hash_is_taken_over_canonical_json():
    canonical = '{"a":["x","y"],"b":1}'
    assert profile_hash({"b": 1, "a": ("x", "y")}) == hashlib.sha256(canonical.encode()).hexdigest()


def test_an_attribute_that_does_not_apply_is_absent_and_counts_as_nothing():
    found = next(
        one for one in (draw_profile(car_sales().pack, seed) for seed in range(50)) if "payoff" not in one.profile
    )
    assert found.figures["payoff"] == 0


@pytest.mark.parametrize("seed", SEEDS)
def test_what_matters_to_a_buyer_adds_up_to_a_hundred(seed):
    shares = drawn(car_sales().pack, seed)["needs"]
    percents = [int(share.partition("=")[2]) for share in shares]
    assert sum(percents) == 100
    assert percents == sorted(percents, reverse=True)
