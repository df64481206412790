"""What the strict counterpart offers back: the package that meets its demand and lies nearest the rep's offer."""

from collections.abc import Callable, Iterable
from itertools import combinations

from engine.negotiation.events import Mood
from engine.negotiation.negotiation import Negotiation
from engine.scenario.scenario import Scenario
from engine.strict.acceptance import walk_away_shift
from engine.terms.terms import IssueId, Terms

FULL_DEMAND = 10_000
NOTHING = Terms()


def counter_offer(negotiation: Negotiation, mood: Mood) -> Terms | None:
    """The counterpart's next offer, or None where it has nothing better to say than its last one.

    Prices are on the currency's grid and rounded in the counterpart's favour. The price never goes back on the
    counterpart's own last one, and no later offer is worth more to it than an earlier one. It is never worth less to it
    than what the rep asks for already, and its price no worse than the rep's where it takes no more than that.
    """
    scenario = negotiation.scenario
    wanted = max(_wanted_value(scenario, mood), _asked_value(negotiation))
    candidates = []
    for rest in _packages(negotiation):
        terms = _no_worse_than_asked(negotiation, _priced(scenario, rest, wanted))
        if terms is not None and _may_offer(negotiation, terms):
            candidates.append(terms)
    if len(candidates) < 2:
        return candidates[0] if candidates else None
    distance = _distance_from(negotiation)
    return min(candidates, key=lambda terms: (distance(terms), terms.amounts))


def meets_ask(negotiation: Negotiation, counter: Terms) -> bool:
    """Whether the counter-offer gives the rep at least what its live offer asks, or is within half a step of it."""
    asked, scenario = negotiation.rep_terms, negotiation.scenario
    if asked is None:
        return False
    price = scenario.price_issue.id
    if counter.beside(price) != asked.beside(price):
        return scenario.counterpart.interests.value(counter) <= scenario.counterpart.interests.value(asked)
    gap = scenario.direction * (asked.amount(price) - counter.amount(price))
    return -gap <= scenario.currency.grid // 2


def _asked_value(negotiation: Negotiation) -> int:
    """What the rep's live offer is worth to the counterpart, without what it has ruled out."""
    asked, scenario = negotiation.rep_terms, negotiation.scenario
    if asked is None:
        return scenario.counterpart.interests.walk_away
    for issue in scenario.ruled_out(asked):
        asked = asked.without(issue)
    return scenario.counterpart.interests.value(asked)


def _wanted_value(scenario: Scenario, mood: Mood) -> int:
    interests = scenario.counterpart.interests
    least = interests.walk_away + walk_away_shift(scenario, mood.trust)
    span = max(1, interests.aspiration - least)
    return least + -(-mood.demand * span // FULL_DEMAND)


def _packages(negotiation: Negotiation) -> Iterable[Terms]:
    """Every combination of what the rep has brought up and means anything to the counterpart, without a price yet."""
    scenario = negotiation.scenario
    brought_up = negotiation.brought_up.with_extras_of(negotiation.tabled, scenario.price_issue.id).amounts
    if not brought_up:
        return (NOTHING,)
    extras = [(issue, amount) for issue, amount in brought_up if _means_something(scenario, issue, amount)]
    extras = [(issue, _at_need(scenario, issue, amount)) for issue, amount in extras]
    return (Terms(chosen) for count in range(len(extras) + 1) for chosen in combinations(extras, count))


def _means_something(scenario: Scenario, issue: IssueId, amount: int) -> bool:
    """Whether it is worth something to the counterpart, or is fewer than now of what it has no use for more of."""
    stake, now = scenario.counterpart.interests.stake(issue), scenario.issue(issue).count_now
    return stake.value(amount) != 0 or (stake.up_to is not None and stake.up_to <= amount < now)


def _at_need(scenario: Scenario, issue: IssueId, amount: int) -> int:
    """So many as the counterpart needs, where the rep has brought up others of what there are more of now."""
    need, now = scenario.counterpart.interests.stake(issue).up_to, scenario.issue(issue).count_now
    return need if need is not None and need <= now and amount < now else amount


def _priced(scenario: Scenario, rest: Terms, wanted: int) -> Terms | None:
    """The package at the rep's best price that is still worth `wanted`; None where no plausible price is."""
    issue, interests = scenario.price_issue, scenario.counterpart.interests
    slope, grid = interests.stake(issue.id).slope, scenario.currency.grid
    room = interests.value(rest) - wanted
    steps = room // -slope // grid if slope < 0 else (grid - 1 - room // slope) // grid
    price = steps * grid
    if price <= 0:
        return None
    return rest.put(issue.id, price)


def _no_worse_than_asked(negotiation: Negotiation, terms: Terms | None) -> Terms | None:
    """The terms; those that take nothing beyond what the rep offers, but cost more, at the rep's price."""
    asked, scenario = negotiation.rep_terms, negotiation.scenario
    if terms is None or asked is None:
        return terms
    price, grid = scenario.price_issue.id, scenario.currency.grid
    takes_more = not set(terms.beside(price)) <= set(asked.beside(price))
    if takes_more or scenario.direction * (asked.amount(price) - terms.amount(price)) <= 0:
        return terms
    steps = asked.amount(price) // grid if scenario.direction < 0 else -(-asked.amount(price) // grid)
    return terms.put(price, steps * grid)


def _may_offer(negotiation: Negotiation, terms: Terms) -> bool:
    """Whether the counterpart could sign the terms itself, and goes back on nothing that it offered before."""
    last, scenario = negotiation.counterpart_terms, negotiation.scenario
    if last is not None:
        price, value = scenario.price_issue.id, scenario.counterpart.interests.value
        moved = scenario.direction * (terms.amount(price) - last.amount(price))
        if moved > 0 or value(terms) > value(last):
            return False
    return not scenario.ruled_out(terms)


def _distance_from(negotiation: Negotiation) -> Callable[[Terms], int]:
    """Minor units between terms and the rep's offer, an add-on counted at what the sheet sells it for."""
    scenario = negotiation.scenario
    sheet = {add_on.issue: add_on.price for add_on in scenario.product.add_ons}
    asked = negotiation.rep_terms or scenario.at_list
    wished = dict(asked.amounts)

    def distance(terms: Terms) -> int:
        offered = dict(terms.amounts)
        return sum(
            [sheet.get(issue, 1) * abs(offered.get(issue, 0) - wished.get(issue, 0)) for issue in offered | wished]
        )

    return distance
