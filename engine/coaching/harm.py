"""Lines that did harm, whatever else was good in them: none of them is held up as the thing to keep."""

from engine.reading.reading import Act
from engine.scenario.scenario import Scenario
from engine.scoring.record import Turn
from engine.scoring.relationship import untrue_sentence
from engine.strict.trust import is_harsh


def did_harm(scenario: Scenario, turn: Turn) -> bool:
    """Whether the line set off a deal-breaker, was harsh, claimed what is not so, told of what buyers leave over, or
    offered terms beyond the rep's own limit."""
    has_crossed = len(turn.after.crossed) > len(turn.before.crossed)
    told = {str(topic) for topic in turn.reading.topics(Act.PRESENT)}
    is_frowned_on = not told.isdisjoint(scenario.frowned_on)
    is_untrue = bool(untrue_sentence(scenario, turn.said.text))
    gives_away = turn.offer is not None and scenario.rep.interests.surplus(turn.offer) < 0
    return has_crossed or is_harsh(turn.reading) or is_frowned_on or is_untrue or gives_away
