"""What fewer pieces than now save the rep, which is less than what they take off the price seat by seat."""

from typing import NamedTuple

from engine.scenario.scenario import Issue, IssueKind, Scenario
from engine.strict.wording import issue_in_words
from engine.terms.money import format_money
from engine.terms.terms import Terms


class Pieces(NamedTuple):
    """A count that there is one of already, and what each piece fewer saves the rep, in minor units."""

    issue: Issue
    now: int
    saved: int


def pieces_of(scenario: Scenario) -> Pieces | None:
    """The count that the price is for, where each piece costs the rep something; None where there is none."""
    for measure in scenario.price_issue.measures:
        if measure.per is None:
            continue
        issue, stake = scenario.issue(measure.per), scenario.rep.interests.stake(measure.per)
        if issue.kind is IssueKind.COUNT and measure.pieces and stake.slope < 0:
            return Pieces(issue, measure.pieces, -stake.slope)
    return None


def limit_for(scenario: Scenario, terms: Terms) -> int:
    """The price at which the terms leave the rep as well off as no deal, in minor units."""
    price, own = scenario.price_issue.id, scenario.rep.interests
    slope = own.stake(price).slope
    return terms.amount(price) - own.surplus(terms) // slope if slope else 0


def why_beyond(scenario: Scenario, terms: Terms) -> str:
    """That fewer pieces hardly lower the limit, where the terms name fewer than now; else empty."""
    pieces = pieces_of(scenario)
    count = terms.amount(pieces.issue.id) if pieces is not None else 0
    if pieces is None or not 0 < count < pieces.now:
        return ""
    saved = format_money(pieces.saved, scenario.currency)
    limit = issue_in_words(scenario, scenario.price_issue, limit_for(scenario, terms))
    name = pieces.issue.label.lower()
    return f" Fewer {name} save you only {saved} each: with {count} your limit is still {limit}."
