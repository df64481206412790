"""When the strict counterpart takes an offer: AC_next or, near its deadline, AC_combi (Baarslag et al.)."""

from engine.concession.curves import time_used
from engine.interests import FULL_UTILITY
from engine.negotiation.events import Mood
from engine.scenario.scenario import Scenario
from engine.terms.terms import Terms

LATE = 85
"""Percent of the time after which the counterpart takes what is good enough instead of what it still asks for."""
LITTLE_PATIENCE = 2
"""Patience at which it does so too, rather than leave over the difference."""
LOOKED_BACK = 4
"""How many of the last offers an offer must equal or beat to be taken late."""
FULL_TRUST = 100


def walk_away_shift(scenario: Scenario, trust: int) -> int:
    """Minor units, 0 or more, that a counterpart wants above its walk-away value because it does not trust fully.

    At trust 0 it is 1 % of the list price, at full trust nothing; it never goes below the walk-away value itself.
    """
    return scenario.product.list_price * (FULL_TRUST - trust) // (FULL_TRUST * 100)


def utility(scenario: Scenario, terms: Terms, trust: int) -> int:
    """What the terms are worth to the counterpart at this trust: 0 where it would rather walk, 10,000 at its dream."""
    return scenario.counterpart.interests.utility(terms, walk_away_shift(scenario, trust))


def is_late(scenario: Scenario, mood: Mood) -> bool:
    """Whether the counterpart's time or patience is nearly gone."""
    return time_used(mood.clock, scenario.temper.clock) >= LATE or mood.patience <= LITTLE_PATIENCE


def would_accept(scenario: Scenario, mood: Mood, terms: Terms) -> bool:
    """Whether the counterpart would take these terms now, gates and doubts aside; `mood` has them weighed already."""
    worth = utility(scenario, terms, mood.trust)
    return is_bearable(scenario, terms, worth) and is_enough(scenario, mood, worth)


def is_bearable(scenario: Scenario, terms: Terms, worth: int) -> bool:
    """Whether terms of that utility are better than none; what it has ruled out it takes at no price."""
    return worth >= 0 and not scenario.ruled_out(terms)


def is_enough(scenario: Scenario, mood: Mood, worth: int) -> bool:
    """Whether that utility is what it still asks for; however high its demand, all that it hoped for is enough."""
    return worth >= min(FULL_UTILITY, mood.demand) or (
        is_late(scenario, mood) and worth >= max(mood.utilities[-LOOKED_BACK:], default=worth)
    )
