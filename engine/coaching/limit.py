"""Terms that a better line may name: never worse for the rep than no deal."""

from engine.coaching.look import Look
from engine.scenario.scenario import Scenario
from engine.terms.terms import Terms


def within_limit(scenario: Scenario, terms: Terms) -> Terms:
    """The terms, with the price moved to the rep's limit, to the next grid step, where they lie beyond it."""
    lacking = -scenario.rep.interests.surplus(terms)
    price = scenario.price_issue.id
    slope = scenario.rep.interests.stake(price).slope
    if lacking <= 0 or not slope:
        return terms
    grid = scenario.currency.grid
    moved = terms.amount(price) + (1 if slope > 0 else -1) * -(-lacking // abs(slope))
    return terms.put(price, -(-moved // grid) * grid if slope > 0 else moved // grid * grid)


def price_within_limit(look: Look, terms: Terms | None) -> int:
    """The price of the terms, moved to the rep's limit where they lie beyond it; 0 without terms."""
    return within_limit(look.scenario, terms).amount(look.scenario.price_issue.id) if terms is not None else 0
