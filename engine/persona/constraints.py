"""Which of a pack's constraints a drawn profile breaks."""

from engine.persona.conditions import holds
from engine.persona.profile import Drawn
from engine.scenario.deal import ConstraintNote
from engine.scenario.pack import Pack


def broken_constraints(pack: Pack, drawn: Drawn) -> tuple[str, ...]:
    """The names of the constraints that do not hold for the profile; empty where it contradicts none.

    ArithmeticError where a formula cannot be calculated.
    """
    return tuple(name for name, note in pack.constraints.items() if _is_broken(note, drawn))


def _is_broken(note: ConstraintNote, drawn: Drawn) -> bool:
    if not holds(note.when, drawn.profile):
        return False
    if note.formula is not None and note.formula.value(drawn.figures) < 1:
        return True
    return bool(note.never) and holds(note.never, drawn.profile)
