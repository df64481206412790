"""No advice that would have cost the rep, none that contradicts another, no praise for a giveaway or a mere nod."""

import pytest

from engine.coaching.fixes import LEAVING, SIGNING
from tests.engine.ended import verdict_on

GIVEAWAY = (
    "Hi, what brings you in?",
    "I can do 15,000.",
    "10,000 with the mats, the warranty and delivery free.",
    "Deal.",
)
NODDING = (
    "What brings you in?",
    "That makes sense, thank you. What does that mean for you?",
    "I appreciate that. Can you tell me more about that?",
    "It is 31,000.",
)


def test_an_offer_below_the_limit_is_never_the_thing_to_keep() -> None:
    kept = verdict_on("car_sales", 600, *GIVEAWAY).keep
    assert kept is None or "10,000" not in kept.quote


def test_a_mere_nod_is_never_the_thing_to_keep() -> None:
    kept = verdict_on("car_sales", 1001, *NODDING).keep
    assert kept is None or kept.quote not in ("That makes sense, thank you.", "I appreciate that.")


RUNS = [
    ("car_sales", 600, GIVEAWAY),
    ("car_sales", 1001, NODDING),
    ("car_sales", 101, ("What brings you in?", "19,000.", "Deal.")),
    *(
        ("saas_renewal", seed, ("Hello.", f"It's {price:,} for the year.", f"{price - 9_000:,} then.", "Deal."))
        for seed, price in ((90, 25_000), (90, 20_000), (55, 60_000), (7, 40_000))
    ),
]


@pytest.mark.parametrize(("pack", "seed", "lines"), RUNS)
def test_advice_never_costs_the_rep_and_never_contradicts_itself(pack: str, seed: int, lines: tuple[str, ...]) -> None:
    fixes = verdict_on(pack, seed, *lines).fixes
    for fix in fixes:
        assert "worse for you" not in fix.otherwise
        assert "worth the same" not in fix.otherwise
        assert "no deal" not in fix.otherwise
        assert "“" not in fix.better
        assert not fix.better.startswith("Thank you for telling me. What")
    tips = {fix.tip for fix in fixes}
    assert tips.isdisjoint(LEAVING) or tips.isdisjoint(SIGNING)


@pytest.mark.parametrize("seed", [203, 600, 18422])
def test_no_gain_is_shown_that_comes_from_losing_a_bad_deal(seed: int) -> None:
    verdict = verdict_on("car_sales", seed, *GIVEAWAY)
    assert verdict.check("limit").won == 0
    assert verdict.fixes
    assert all(fix.gain is None or fix.otherwise for fix in verdict.fixes)


KEPT = [
    ("car_sales", 1024, ("I can do 25,500.", "25,000.", "Ok, deal.")),
    ("saas_renewal", 22, ("hi", "42,000", "41,000", "call legal", "deal")),
    ("saas_renewal", 55, ("Hello, how was the year?", "What has changed on your side?", "Glad you did.", "70,000.")),
    (
        "car_sales",
        109,
        ("Hi!", "Who else decides?", "What's Tom worried about?", "30,900, with the mats.", "29,500. You in?"),
    ),
]


@pytest.mark.parametrize(("pack", "seed", "lines"), KEPT)
def test_what_is_kept_says_what_it_did_and_is_no_mere_greeting_or_taking(
    pack: str, seed: int, lines: tuple[str, ...]
) -> None:
    kept = verdict_on(pack, seed, *lines).keep
    assert kept is not None
    assert kept.quote not in ("Ok, deal.", "deal", "hi", "Glad you did.")
    assert any(mark in kept.why for mark in ("“", "$", "instead of waiting"))
