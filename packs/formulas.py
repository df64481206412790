"""Where the formulas of a pack stand."""

from collections.abc import Iterator, Mapping

from engine.scenario.formula import Formula
from engine.scenario.pack import Pack
from engine.scenario.written import Written
from packs.finding import Place


def formulas_that_read(pack: Pack, text: str) -> tuple[Place, ...]:
    """The places of the formulas that are written so."""
    return tuple(place for place, formula in _formulas(pack, ()) if formula.text == text)


def _formulas(part: object, place: Place) -> Iterator[tuple[Place, Formula]]:
    match part:
        case Formula():
            yield place, part
        case Written():
            for name in type(part).model_fields:
                yield from _formulas(getattr(part, name), (*place, name))
        case Mapping():
            for name, inner in part.items():
                yield from _formulas(inner, (*place, str(name)))
        case tuple():
            for index, inner in enumerate(part):
                yield from _formulas(inner, (*place, index))
