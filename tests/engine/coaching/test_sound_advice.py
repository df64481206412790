"""No advice that would have cost the rep, none that contradicts another, no praise for a giveaway or a mere nod."""

from dataclasses import replace

import pytest

from engine.coaching.fixes import LEAVING, SIGNING
from engine.coaching.look import Look
from engine.coaching.pricing import list_price_with_reason
from engine.coaching.selling import selling_points
from engine.reading.reading import Act
from engine.scoring.discovery import weightiest_unlearnt
from tests.engine.ended import ended, turns_in, verdict_on
from tests.engine.readings import acts, offer, run
from tests.engine.scenarios import FACTS, SCENARIO

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


TEAM = ("saas_renewal", 90, "It is 26,400.")


def test_an_offer_below_the_limit_is_never_the_thing_to_keep() -> None:
    kept = verdict_on("car_sales", 600, *GIVEAWAY).keep
    assert kept is None or "10,000" not in kept.quote


def test_what_another_plan_does_better_is_no_reason_for_the_price() -> None:
    look = Look(ended(*TEAM), turns_in(*TEAM))
    better = list_price_with_reason(look)
    assert better == "Two-factor sign-in and an audit log kept for 30 days. With all of that it is $26,400."


def test_a_fact_that_only_falls_short_is_no_selling_point() -> None:
    points = selling_points(ended("saas_renewal", 90, "Hello.").scenario)
    assert "reporting" not in points
    assert points["integrations"] == "42 ready connectors, and an API with 5,000 calls a day."


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


AT_ONCE = ("Hi, what are you looking for?", "What matters most to you, and why?", "It's 33,900 out the door.", "Deal")


@pytest.mark.parametrize("seed", [3, 8, 59])
def test_what_to_mend_begins_where_most_points_went(seed: int) -> None:
    verdict = verdict_on("car_sales", seed, *AT_ONCE)
    assert (verdict.check("claim").won or 0) < verdict.check("claim").of - (verdict.check("discovery").of)
    first = verdict.fixes[0]
    assert (first.tip, first.title, first.quote) == ("took_the_first", "Counter before you take", "Deal")
    assert "if we can settle it this week" in first.better


def test_an_offer_below_their_own_is_the_first_thing_to_mend() -> None:
    verdict = verdict_on(
        "saas_renewal",
        1,
        "Hi, it's 18,400 for the year.",
        "15,500 then. Can you sign?",
        "Yes, 15,500.",
        "I'll send the contract to your legal team today, and we talk on Friday.",
        "OK, deal.",
    )
    assert verdict.fixes[0].tip == "below_theirs"
    assert verdict.fixes[0].why.startswith("They had offered $18,100 a year already.")


def test_a_deal_beyond_the_limit_is_counted_once_and_leaves_room_for_what_led_to_it() -> None:
    verdict = verdict_on("car_sales", 1, "It's 29,900.", "27,900", "26,900", "Deal.")
    assert [fix.tip for fix in verdict.fixes] == ["bad_deal", "price_before_discovery"]


def test_a_first_price_that_they_took_at_once_is_the_first_thing_to_mend() -> None:
    [first, *_] = verdict_on("car_sales", 40, *AT_ONCE[:3]).fixes
    assert (first.tip, first.otherwise) == ("soft_anchor", "")


def test_the_question_that_comes_before_a_price_is_not_on_what_another_fact_gave_away() -> None:
    telling = tuple(replace(fact, gives_away=("row",)) if fact.id == "week" else fact for fact in FACTS)
    asked = (offer(36_000), acts((Act.ASK_OPEN, "use")))
    found = [weightiest_unlearnt(run(replace(SCENARIO, facts=facts), *asked)) for facts in (FACTS, telling)]
    assert [fact.id for fact in found if fact is not None] == ["row", "quote"]
