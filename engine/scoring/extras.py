"""What a deal could have held besides its price, in words."""

from collections.abc import Sequence

from engine.scenario.scenario import Issue, IssueKind, Scenario
from engine.scoring.record import Turn, joined_words
from engine.scoring.zone import best_amount, joint_gain, joint_loss
from engine.strict.wording import issue_in_words
from engine.terms.money import whole_money
from engine.terms.terms import IssueId, Terms


def is_quantity(scenario: Scenario, issue: Issue) -> bool:
    """Whether the issue is how many pieces are sold, which is in every deal: it can be changed, and not put in."""
    return any(measure.per == issue.id for measure in scenario.price_issue.measures)


def listed_for(scenario: Scenario, terms: Terms) -> int:
    """The list price of as many pieces as the terms name, in minor units; of as many as now where they name none."""
    listed = scenario.product.list_price
    for measure in scenario.price_issue.measures:
        if measure.per is not None and terms.names(measure.per):
            return listed * terms.amount(measure.per) // measure.pieces
    return listed


def counting_extras(scenario: Scenario, terms: Terms) -> str:
    """What besides the price went into the sum: ", after paying for the mats"; empty for a price alone."""
    interests, price = scenario.rep.interests, scenario.price_issue.id
    given = [issue for issue in scenario.issues if issue.id != price and terms.amount(issue.id)]
    costly = [
        _in_words(scenario, issue, terms)
        for issue in given
        if interests.stake(issue.id).value(terms.amount(issue.id)) < 0
    ]
    return f", after paying for {joined_words(costly)}" if costly else ""


def _in_words(scenario: Scenario, issue: Issue, terms: Terms) -> str:
    """The term by its name; how many pieces by the count: "130 seats"."""
    return issue_in_words(scenario, issue, terms.amount(issue.id)) if is_quantity(scenario, issue) else issue.phrase


def turned_down(scenario: Scenario, turns: Sequence[Turn]) -> list[IssueId]:
    """The terms besides the price that the rep had put up and that they left out of their answer, the last time."""
    last: dict[IssueId, bool] = {}
    for turn in turns:
        if turn.offer is None or turn.answer is None:
            continue
        for issue in scenario.issues:
            if issue.kind is not IssueKind.PRICE and turn.offer.amount(issue.id):
                last[issue.id] = not turn.answer.amount(issue.id)
    return [issue for issue, left_out in last.items() if left_out]


def loss_in_words(scenario: Scenario, issue: Issue, amount: int) -> str:
    """That both together have less by so much of the issue than by another amount, or by none, and why."""
    costs, worth = (
        side.interests.stake(issue.id).value(amount) * sign
        for side, sign in ((scenario.rep, -1), (scenario.counterpart, 1))
    )
    held = issue_in_words(scenario, issue, amount)
    if costs > worth >= 0 >= joint_gain(scenario, issue):
        cost, gain = (whole_money(each, scenario.currency) for each in (costs, worth))
        return f"The deal has {held} in it, which costs you {cost} and is worth {gain} to them."
    best = best_amount(scenario, issue)
    better = issue_in_words(scenario, issue, best) if joint_gain(scenario, issue) > 0 else "none of it"
    lost = whole_money(joint_loss(scenario, issue, amount), scenario.currency)
    return f"The deal has {held} in it; {better} would have been worth {lost} more to the two of you."


def left_out_in_words(scenario: Scenario, issue: Issue) -> str:
    """That the deal went without it, and what it would have been worth to both."""
    worth = whole_money(joint_gain(scenario, issue), scenario.currency)
    if is_quantity(scenario, issue):
        better = issue_in_words(scenario, issue, best_amount(scenario, issue))
        return f"You left {issue.phrase} as it was; {better} would have been worth {worth} more to the two of you."
    return f"You left out {issue.phrase}, which would have been worth {worth} more to the two of you."
