from dataclasses import replace

from engine.interests import Interests, Stake
from engine.scenario.formula import parse_formula
from engine.scenario.scenario import Issue, IssueKind, Scenario, Veto
from engine.terms.terms import IssueId
from tests.engine.readings import offer, run
from tests.engine.scenarios import BUYER, MATS, PRICE, SCENARIO, TRADE_IN, WARRANTY

MONTHS = IssueId("months")
UNDER_FIVE_YEARS = Veto("too_long", (MONTHS,), parse_formula("offered_months > 60"), {})


def _lending() -> Scenario:
    """The scenario with a loan whose months are worth nothing to either side, and not to be more than 60."""
    months = Issue(MONTHS, IssueKind.COUNT, "Months", "the months", said="{amount} months to pay", low=12, high=96)
    return replace(SCENARIO, issues=(*SCENARIO.issues, months), vetoes=(UNDER_FIVE_YEARS,))


def test_two_extras_put_in_at_once_are_both_thanked_for_in_one_sentence() -> None:
    text = run(SCENARIO, offer(36_000, mats=1, warranty=1)).lines[-1].text
    assert text.count("Thanks add on") == 1
    assert "the mats and the warranty." in text.partition("First price")[0]


def test_a_yes_that_names_the_extras_does_not_thank_for_them_before() -> None:
    text = run(SCENARIO, offer(28_000, mats=1, warranty=1)).lines[-1].text
    assert text == text[text.index("Accept ") :]
    assert text.count("the mats and the warranty") == 1


def test_an_extra_put_in_again_beside_a_new_one_is_not_thanked_for_again() -> None:
    text = run(SCENARIO, offer(36_000, mats=1), offer(35_900, mats=1, warranty=1)).lines[-1].text
    assert "the warranty." in text.partition("Price closer")[0]
    assert "the mats" not in text.partition("Price closer")[0]


def test_an_extra_and_a_sum_for_the_old_car_are_both_taken_up() -> None:
    text = run(SCENARIO, offer(36_000, mats=1, trade_in=500_000)).lines[-1].text
    assert "Thanks add on" in text
    assert "Trade heard" in text


def test_what_could_have_been_ruled_out_and_is_not_is_picked_up_and_what_is_is_refused() -> None:
    lending = _lending()
    assert "Suits" in run(lending, offer(36_000, months=60)).lines[-1].text
    assert "60 months to pay" in run(lending, offer(36_000, months=60)).lines[-1].text
    refused = run(lending, offer(36_000, months=72)).lines[-1].text
    assert "Ruled out" in refused
    assert "Suits" not in refused


def test_what_means_nothing_to_the_counterpart_is_not_spoken_of() -> None:
    stakes = {PRICE: Stake(-1), MATS: Stake(0), WARRANTY: Stake(60_000), TRADE_IN: Stake(1, -400_000)}
    interests = Interests.of(BUYER.interests.base, stakes, BUYER.interests.walk_away, BUYER.interests.aspiration)
    cold = replace(SCENARIO, counterpart=replace(BUYER, interests=interests))
    assert "the mats" not in run(cold, offer(36_000, mats=1)).lines[-1].text.partition("First price")[0]
