"""Whether a pack's constraints speak of attributes that there are."""

from collections.abc import Iterator

from engine.scenario.pack import Pack
from packs.check_attributes import figure_names, when_findings
from packs.finding import Finding, Place, unknown


def constraint_findings(pack: Pack) -> Iterator[Finding]:
    """Everything wrong with the constraints as they are written."""
    known = figure_names(pack)
    for name, note in pack.constraints.items():
        place: Place = ("constraints", name)
        yield from when_findings(pack, (*place, "when"), note.when)
        yield from when_findings(pack, (*place, "never"), note.never)
        if note.formula is None and not note.never:
            yield Finding(place, "needs a formula that must come to 1, or a condition under never")
        for used in sorted(note.formula.names - known) if note.formula is not None else ():
            yield unknown((*place, "formula"), "attribute", used, known)
