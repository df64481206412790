"""The bargaining zone of a scenario: what the two sides could gain together over having no deal."""

from collections.abc import Sequence
from dataclasses import dataclass

from engine.interests import Stake
from engine.scenario.scenario import Issue, IssueKind, Scenario
from engine.terms.terms import IssueId, Terms


@dataclass(frozen=True, slots=True)
class Zone:
    """The bargaining zone. `room` is the most that both gain together, in minor units; no agreement is possible
    below or at 0. `extras` are the issues besides the price that belong in the best deal."""

    room: int
    extras: tuple[IssueId, ...]

    @property
    def exists(self) -> bool:
        """Whether some deal is better for both than none."""
        return self.room > 0


def zone_of(scenario: Scenario) -> Zone:
    """The zone of this scenario, found issue by issue: values add up, and the price only moves money across."""
    extras = tuple(issue.id for issue in scenario.issues if _is_extra(issue) and joint_gain(scenario, issue) > 0)
    price = scenario.at_list
    room = joint_surplus(scenario, price)
    return Zone(room + sum(joint_gain(scenario, scenario.issue(extra)) for extra in extras), extras)


def _is_extra(issue: Issue) -> bool:
    return issue.kind is not IssueKind.PRICE


def joint_gain(scenario: Scenario, issue: Issue) -> int:
    """The most both sides together gain by having the issue in the deal, in minor units; negative where it costs."""
    return _joint_value(scenario, issue, best_amount(scenario, issue))


def best_amount(scenario: Scenario, issue: Issue) -> int:
    """The amount of the issue at which both sides together gain most."""
    amounts = _telling_amounts(issue, _stakes(scenario, issue))
    return max(amounts, key=lambda amount: _joint_value(scenario, issue, amount))


def joint_loss(scenario: Scenario, issue: Issue, amount: int) -> int:
    """Minor units that both together have less by so much of the issue than by the best amount, or by none."""
    return max(0, joint_gain(scenario, issue)) - _joint_value(scenario, issue, amount)


def _joint_value(scenario: Scenario, issue: Issue, amount: int) -> int:
    """What both sides together gain by so much of the issue, in minor units; negative where it costs them more."""
    return sum(stake.value(amount) for stake in _stakes(scenario, issue))


def _stakes(scenario: Scenario, issue: Issue) -> list[Stake]:
    return [party.interests.stake(issue.id) for party in (scenario.rep, scenario.counterpart)]


def _telling_amounts(issue: Issue, stakes: Sequence[Stake]) -> tuple[int, ...]:
    """The amounts among which the best one is, worth being straight between them."""
    if issue.kind is not IssueKind.COUNT:
        return (1 if issue.kind is IssueKind.FLAG else max(issue.low, 1),)
    bends = (stake.up_to for stake in stakes if stake.up_to is not None)
    return (issue.low, issue.high, *(amount for amount in bends if issue.low <= amount <= issue.high))


def joint_surplus(scenario: Scenario, terms: Terms) -> int:
    """What both sides together gain by the terms over having no deal, in minor units."""
    return scenario.rep.interests.surplus(terms) + scenario.counterpart.interests.surplus(terms)
