"""Payments, cash down, rates and months, put to the buyers of car_sales."""

import pytest

from engine.director.director import end_by_rep
from engine.director.replay import extended
from engine.negotiation.negotiation import Negotiation
from engine.panel.judging import judged
from engine.scenario.scenario import Scenario
from engine.strict.wording import issue_in_words
from engine.terms.loan import level_payment
from engine.terms.terms import IssueId
from packs.check import problems_of
from tests.engine.persona.packs import raw, read
from tests.engine.scenarios import NOW
from tests.packs.buyers import buyer
from tests.packs.test_talk import talk

SEEDS = range(40)


def _drawn(scenario: Scenario, name: str) -> int:
    return int(str(dict(scenario.attributes)[name]))


def _scenario(seed: int) -> Scenario:
    return buyer("car_sales", seed)


def _refused(run: Negotiation, issue: str, amount: int) -> bool:
    """Whether the last reply refuses that amount out loud."""
    words = issue_in_words(run.scenario, run.scenario.issue(IssueId(issue)), amount)
    return words.lower() in run.lines[-1].text.lower() and "RULED_OUT" in dict(run.mood.used_phrases)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_payment_above_what_they_can_bear_is_refused_and_one_at_it_is_not(seed: int) -> None:
    cap = _drawn(_scenario(seed), "payment_cap") // 100
    assert _refused(talk(seed, f"That makes it ${cap + 1} a month."), "payment", 100 * (cap + 1))
    assert "RULED_OUT" not in dict(talk(seed, f"That makes it ${cap} a month.").mood.used_phrases)


@pytest.mark.parametrize("seed", SEEDS)
def test_more_cash_down_than_they_have_is_refused(seed: int) -> None:
    cash = _drawn(_scenario(seed), "cash_down") // 100
    assert _refused(talk(seed, f"We would need ${cash + 100:,} down."), "down", 100 * (cash + 100))
    assert "RULED_OUT" not in dict(talk(seed, f"We would need ${cash:,} down.").mood.used_phrases)


@pytest.mark.parametrize("seed", SEEDS)
def test_nobody_takes_a_dearer_loan_than_their_own_bank_gives(seed: int) -> None:
    own = _drawn(_scenario(seed), "outside_apr")
    assert _refused(talk(seed, f"We can finance it at {own // 100 + 2}% APR."), "apr", (own // 100 + 2) * 100)
    assert "RULED_OUT" not in dict(talk(seed, "We can finance it at 3.9% APR.").mood.used_phrases)


@pytest.mark.parametrize("seed", SEEDS)
def test_months_that_make_the_payment_too_high_are_refused_whoever_does_the_sum(seed: int) -> None:
    scenario = _scenario(seed)
    price = scenario.product.list_price // 100
    run = talk(seed, f"It is ${price:,} out the door, over 12 months.")
    assert _refused(run, "months", 12)
    own_months, own_rate = _drawn(scenario, "term"), _drawn(scenario, "outside_apr")
    borrowed = _drawn(scenario, "reservation") - _drawn(scenario, "cash_down")
    assert level_payment(borrowed, own_rate, 12) > _drawn(scenario, "payment_cap")
    at_ease = talk(seed, f"It is ${price:,} out the door, over {own_months} months.")
    assert "RULED_OUT" not in dict(at_ease.mood.used_phrases)


@pytest.mark.parametrize("seed", SEEDS)
def test_no_price_is_low_enough_for_a_loan_that_is_refused_and_it_does_not_stand_in_the_way_after(seed: int) -> None:
    scenario = _scenario(seed)
    gift, cap = scenario.product.list_price // 200, _drawn(scenario, "payment_cap") // 100
    refused = talk(seed, f"${gift:,} out the door, at ${cap + 50} a month.")
    assert refused.status == "open"
    assert refused.agreed is None
    after = talk(
        seed,
        f"${gift:,} out the door, at ${cap + 50} a month.",
        f"${gift:,} then.",
        "Call whoever decides with you, and take it home. What would you need to see to be sure of it?",
        "You get all of it in writing, with a full history and a warranty, and no fees on top.",
        "So: deal?",
        "Shall we sign?",
    )
    assert all(not offer.terms.names(IssueId("payment")) for offer in after.rep_offers[1:])


@pytest.mark.parametrize("seed", SEEDS)
def test_a_payment_that_suits_is_picked_up_and_named(seed: int) -> None:
    cap = _drawn(_scenario(seed), "payment_cap") // 100
    run = talk(seed, f"That makes it ${cap} a month.")
    assert dict(run.mood.used_phrases)["SUITS"] == 1
    assert f"a payment of ${cap} a month" in run.lines[-1].text.lower()


def test_of_a_whole_loan_the_payment_is_named_and_one_bad_part_is_refused_alone() -> None:
    good = talk(3, "We could do $500 a month at 3.9% APR over 72 months.")
    assert "a payment of $500 a month" in good.lines[-1].text
    assert "percent" not in good.lines[-1].text
    bad = talk(3, "We could do $500 a month at 29% APR over 72 months.")
    assert "SUITS" not in dict(bad.mood.used_phrases)
    assert "a rate of 29 percent" in bad.lines[-1].text


def test_a_payment_said_again_is_not_picked_up_again_and_another_one_is() -> None:
    once = talk(3, "That makes it $500 a month.", "As I said, $500 a month.")
    assert dict(once.mood.used_phrases)["SUITS"] == 1
    other = talk(3, "That makes it $500 a month.", "Or with more down, $450 a month.")
    assert "a payment of $450 a month" in other.lines[-1].text


def test_a_loan_that_suits_is_part_of_the_deal() -> None:
    run = talk(18422, "let's call Chris", "24,000 with the mats and the warranty, at 4.9% APR over 72 months")
    assert run.rep_terms is not None
    assert run.rep_terms.amount(IssueId("months")) == 72
    assert run.rep_terms.amount(IssueId("apr")) == 490


def test_a_veto_that_would_fail_in_a_run_is_found_when_the_pack_is_checked() -> None:
    data = raw()
    data["vetoes"]["payment_over_cap"]["formula"] = "offered_payment / offered_months > payment_cap"
    (problem,) = problems_of(read(data))
    assert problem.place == ("vetoes", "payment_over_cap", "formula")
    assert "cannot be worked out" in problem.message


UNTRUE = 18422
"""A buyer without a trade-in who can bear $400 a month."""


@pytest.mark.parametrize(
    ("line", "doubted"),
    [
        ("24,000 with $4,000 down at 6.9% over 60 months, that's $330 a month", True),
        ("24,000 with $4,000 down at 6.9% over 60 months, that's $395 a month", False),
        ("24,000 with $4,000 down at 6.9% over 60 months, that's $390 a month", False),
        ("24,000 with $4,000 down at 6.9% over 60 months, that's $420 a month", True),
        ("24,000 with $4,000 down over 60 months, that's $300 a month", True),
        ("24,000 with $4,000 down over 60 months, that's $340 a month", False),
        ("24,000 with $6,000 down at 6.9% over 60 months, that's $200 a month", True),
        ("That's $250 a month at 6.9% over 60 months", False),
    ],
)
def test_a_payment_that_does_not_follow_from_its_terms_is_doubted(line: str, doubted: bool) -> None:
    assert ("DOUBTS_SUM" in dict(talk(UNTRUE, line).mood.used_phrases)) == doubted


def test_a_payment_that_does_not_follow_is_never_signed_and_costs_compliance() -> None:
    run = talk(UNTRUE, "19,000 with $3,000 down at 6.9% over 60 months, that's $200 a month")
    assert run.status == "open"
    checks = {check.id: check for check in judged(extended(run, end_by_rep(run, NOW))).checks}
    assert checks["payments"].won == 0
    assert "does not follow" in checks["payments"].note


def test_a_payment_is_held_against_no_price_that_came_after_it() -> None:
    run = talk(UNTRUE, "24,000 with $4,000 down at 6.9% over 60 months, that's $395 a month", "23,000 out the door")
    assert "DOUBTS_SUM" not in dict(run.mood.used_phrases)
