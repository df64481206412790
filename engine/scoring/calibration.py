"""How far managers agree with the judge, check by check, in whole numbers."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from engine.scoring.disputing import Disputed
from engine.scoring.rubric import RUBRIC


class Calibration(NamedTuple):
    """What became of one check's judgements. Shares are whole percents, None where there is nothing to divide by.

    `agreement` is the share of the decided disputes that were upheld, `unchanged` that of all judgements which no
    manager changed. `bias` is the mean change over the decided disputes, in tenths of a point: what the judge gave
    too little, negative where it gave too much.
    """

    check: str
    judged: int
    disputed: int
    open: int
    upheld: int
    changed: int
    agreement: int | None
    unchanged: int | None
    bias: int | None


def calibrate(judged: Mapping[str, int], disputes: Iterable[Disputed]) -> tuple[Calibration, ...]:
    """One row for each check of the rubric, then for those of earlier rubrics that were judged or disputed."""
    by_check: dict[str, list[Disputed]] = {}
    for each in disputes:
        by_check.setdefault(each.check, []).append(each)
    names = dict.fromkeys((*(check.id for check in RUBRIC), *sorted(judged), *sorted(by_check)))
    return tuple(_row(name, judged.get(name, 0), by_check.get(name, [])) for name in names)


def _row(check: str, judged: int, disputes: list[Disputed]) -> Calibration:
    upheld = sum(each.status == "upheld" for each in disputes)
    changes = [each.points - each.given for each in disputes if each.status == "changed" and each.points is not None]
    decided = upheld + len(changes)
    return Calibration(
        check=check,
        judged=judged,
        disputed=len(disputes),
        open=len(disputes) - decided,
        upheld=upheld,
        changed=len(changes),
        agreement=_percent(upheld, decided),
        unchanged=_percent(judged - len(changes), judged),
        bias=_tenths(sum(changes), decided),
    )


def _percent(part: int, whole: int) -> int | None:
    return (200 * part + whole) // (2 * whole) if whole else None


def _tenths(total: int, count: int) -> int | None:
    """The mean in tenths, halves away from zero."""
    if not count:
        return None
    size = (20 * abs(total) + count) // (2 * count)
    return size if total >= 0 else -size
