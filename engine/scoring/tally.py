"""From checks to a total: areas scaled to what was observed, capped, less what the hints took."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from engine.scoring.rubric import CENTI, COMPLIANCE_MARK, Area
from engine.scoring.verdict import AreaScore, Cap, Checked


class Tally(NamedTuple):
    """The points of each area, the total (0 to 100), and whether it passes."""

    areas: tuple[AreaScore, ...]
    total: int
    passed: bool


def tally(
    checks: Sequence[Checked], points: Mapping[Area, int], caps: Sequence[Cap], hint_points: int, pass_mark: int
) -> Tally:
    """What the checks come to; `points` are those of each area, in the order that verdicts show them."""
    areas = tuple(_area(area, of, checks) for area, of in points.items())
    total = max(0, min((_total(areas), *(cap.at for cap in caps))) - hint_points)
    return Tally(areas, total, total >= pass_mark and complies(areas))


def whole_points(centi: int) -> int:
    """Centipoints as points, halves up."""
    return (centi + CENTI // 2) // CENTI


def _area(area: Area, of: int, checks: Sequence[Checked]) -> AreaScore:
    """The area's observed checks, scaled to all its points."""
    seen = [check for check in checks if check.area == area and check.centi is not None]
    if not seen:
        return AreaScore(area, None, of)
    won = sum(check.centi or 0 for check in seen)
    return AreaScore(area, whole_points(won * of // sum(check.of for check in seen)), of)


def _total(areas: Sequence[AreaScore]) -> int:
    """The areas' points together, scaled to 100 where an area could not be observed."""
    seen = [area for area in areas if area.won is not None]
    possible = sum(area.of for area in seen)
    return (100 * sum(area.won or 0 for area in seen) + possible // 2) // possible if possible else 0


def complies(areas: Sequence[AreaScore]) -> bool:
    """Whether compliance is enough for a run to pass, whatever its total."""
    return all(area.won is None or area.won >= COMPLIANCE_MARK for area in areas if area.area == "compliance")
