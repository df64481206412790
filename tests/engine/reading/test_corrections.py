"""An amount that takes the place of one just named stands alone, and is no firmer than that one."""

import pytest

from tests.engine.reading.table import offers_in

PROBES = (
    "what if 34,000? I mean 34,200",
    "What if 34,000? Sorry, I mean 34,200.",
    "Would you take 34,000? I meant 34,200.",
    "what if 34,000 - I mean, 34,200",
    "what if 34,000? typo, 34,200",
    "what if 34,000? Make that 34,200 out the door",
)


@pytest.mark.parametrize("text", PROBES)
def test_a_corrected_probe_stays_a_probe(text: str) -> None:
    assert offers_in(text) == [("price", 34_200, "probe")]


def test_a_corrected_condition_stays_one() -> None:
    assert offers_in("34,000 if you sign today. I mean 34,200")[-1] == ("price", 34_200, "conditional")


@pytest.mark.parametrize("text", ["34,000. sorry, I mean 34,200", "sorry, I mean 34,200", "I mean 34,200"])
def test_a_correction_of_a_firm_price_is_firm(text: str) -> None:
    assert offers_in(text)[-1] == ("price", 34_200, "firm")


@pytest.mark.parametrize(
    "text",
    [
        "34,000, sorry, 34,200",
        "34,000. No wait, 34,200.",
        "I can do $34,000 - oops, $34,200",
        "34.0, I mean 34.2",
        "34k, scratch that, 34.2k. Misread the sheet.",
        "34,000 - no wait, make that 34,200",
    ],
)
def test_a_price_that_is_taken_back_at_once_was_never_named(text: str) -> None:
    assert offers_in(text) == [("price", 34_200, "firm")]


def test_who_is_sorry_about_a_refusal_takes_nothing_back() -> None:
    assert offers_in("I can't do 33,000, sorry. 34,200.") == [("price", 33_000, "rejected"), ("price", 34_200, "firm")]


@pytest.mark.parametrize(
    "text", ["What if 34,000? I can do 34,200", "What if 34,000? I mean, I can do 34,200", "34,500? 34,200."]
)
def test_a_price_of_its_own_after_a_probe_binds(text: str) -> None:
    assert offers_in(text)[-1] == ("price", 34_200, "firm")
