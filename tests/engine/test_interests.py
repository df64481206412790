from engine.interests import Interests, Stake
from engine.terms.terms import IssueId, Terms

PRICE, MATS, TRADE = IssueId("price"), IssueId("mats"), IssueId("trade_in")

BUYER = Interests.of(
    base=3_400_000,
    stakes={PRICE: Stake(-1), MATS: Stake(20_000), TRADE: Stake(1, once=-300_000)},
    walk_away=0,
    aspiration=250_000,
)


def test_a_price_at_the_limit_is_worth_walking_away():
    assert BUYER.surplus(Terms.of({PRICE: 3_400_000})) == 0
    assert BUYER.utility(Terms.of({PRICE: 3_400_000})) == 0


def test_a_price_at_the_target_is_worth_everything():
    assert BUYER.utility(Terms.of({PRICE: 3_150_000})) == 10_000


def test_an_extra_adds_what_it_is_worth_to_the_party():
    assert BUYER.surplus(Terms.of({PRICE: 3_400_000, MATS: 1})) == 20_000


def test_a_trade_in_counts_for_what_it_brings_above_its_worth_elsewhere():
    assert BUYER.surplus(Terms.of({PRICE: 3_400_000, TRADE: 350_000})) == 50_000
    assert BUYER.surplus(Terms.of({PRICE: 3_400_000, TRADE: 0})) == 0


def test_an_issue_that_nobody_cares_about_changes_nothing():
    assert BUYER.value(Terms.of({PRICE: 1, IssueId("color"): 1})) == BUYER.value(Terms.of({PRICE: 1}))


def test_terms_beyond_the_limits_lie_outside_the_scale():
    assert BUYER.utility(Terms.of({PRICE: 3_500_000})) < 0
    assert BUYER.utility(Terms.of({PRICE: 3_000_000})) > 10_000
