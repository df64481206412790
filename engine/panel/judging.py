"""The score of a run, measured in the field of the reference panel on its own seed."""

from functools import lru_cache

from engine.negotiation.negotiation import Negotiation
from engine.panel.playing import play_panel
from engine.panel.reference import NAIVE, REFERENCE
from engine.scenario.scenario import Scenario
from engine.scoring.field import Field
from engine.scoring.score import score
from engine.scoring.verdict import Verdict
from engine.values import Same

REMEMBERED = 512


def judged(negotiation: Negotiation) -> Verdict:
    """The score of a run that has ended; ValueError for one that has not."""
    return score(negotiation, field_of(negotiation.scenario))


def field_of(scenario: Scenario) -> Field:
    """What the reference panel earns on the scenario; about a tenth of a second, and remembered."""
    return _field_of(Same(scenario))


@lru_cache(REMEMBERED)
def _field_of(same: Same[Scenario]) -> Field:
    played = play_panel(same.it, REFERENCE)
    naive = next(one.profit for one in played if one.policy is NAIVE)
    deals = [(one.profit, one.theirs) for one in played if one.profit >= 0]
    joint = max((own + theirs for own, theirs in deals), default=0)
    product = max((own * theirs for own, theirs in deals), default=0)
    return Field(tuple(sorted(one.profit for one in played)), naive, joint, product)
