"""When the strict counterpart warns that it is about to leave, and when it leaves."""

from engine.concession.curves import LAST_TICK, time_used
from engine.negotiation.events import Mood, MoveKind
from engine.scenario.scenario import Scenario
from engine.strict.acceptance import is_late
from engine.strict.part import Part, Place, Step

LEAST_TRUST = 10


def leaves(scenario: Scenario, mood: Mood, move: MoveKind) -> bool:
    """Whether the counterpart has had enough: no trust left, or no patience or time left for one more such move.

    It never leaves without having warned, and never over plain talk unless its trust is gone.
    """
    if not mood.warned or move in (MoveKind.ACCEPT, MoveKind.ACCEPT_IF, MoveKind.DEFER):
        return False
    out_of_time = time_used(mood.clock, scenario.temper.clock) == LAST_TICK
    hopeless = out_of_time and (not mood.utilities or mood.best_utility < 0)
    worn_out = mood.patience <= 0 or hopeless
    return mood.trust <= LEAST_TRUST or (worn_out and move is not MoveKind.TALK)


def warn(scenario: Scenario, mood: Mood) -> Step | None:
    """The mood with a warning given, once, when the end is near; None otherwise."""
    if mood.warned or not (is_late(scenario, mood) or mood.trust <= LEAST_TRUST):
        return None
    return Step(mood._replace(warned=True), (Part(Place.CLOSING, "WARN", needed=True),))
