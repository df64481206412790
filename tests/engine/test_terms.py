from engine.terms.money import Currency, format_money
from engine.terms.terms import IssueId, Terms

PRICE, MATS = IssueId("price"), IssueId("mats")


def test_terms_are_equal_whatever_order_their_amounts_came_in():
    assert Terms.of({PRICE: 100, MATS: 1}) == Terms.of([(MATS, 1), (PRICE, 100)])


def test_an_issue_that_is_not_named_counts_as_nothing():
    assert Terms.of({PRICE: 100}).amount(MATS) == 0
    assert not Terms.of({PRICE: 100}).names(MATS)


def test_an_issue_refused_is_named_all_the_same():
    assert Terms.of({MATS: 0}).names(MATS)


def test_putting_an_amount_leaves_the_old_terms_alone():
    terms = Terms.of({PRICE: 100})
    assert terms.put(PRICE, 90).amount(PRICE) == 90
    assert terms.amount(PRICE) == 100
    assert terms.put(MATS, 1).without(MATS) == terms


def test_money_shows_cents_only_where_there_are_some():
    assert format_money(3_490_000, Currency()) == "$34,900"
    assert format_money(850, Currency()) == "$8.50"
    assert format_money(-5, Currency()) == "-$0.05"


def test_a_currency_without_a_minor_unit_has_no_point():
    assert format_money(34_900, Currency("JPY", "¥", minor=0)) == "¥34,900"
