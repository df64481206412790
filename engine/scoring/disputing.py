"""A check that the rep disputes, and the verdict as it stands once managers have decided.

The judge's verdict is never touched: what managers change gives a second one beside it, by the same rules.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from engine.errors import RuleViolation
from engine.scoring.rubric import CAP_CHECKS, CENTI
from engine.scoring.tally import tally
from engine.scoring.verdict import Cap, Checked, Verdict

DisputeStatus = Literal["open", "upheld", "changed"]


class NotDisputable(RuleViolation):
    """The check cannot be disputed; the rep is told why."""


class BadPoints(RuleViolation):
    """The check cannot be given these points; the manager is told why."""


@dataclass(frozen=True, slots=True)
class Disputed:
    """One check that was disputed: `given` of `of` points by the judge, and why the rep says it is wrong.

    `points` is what managers gave instead, None unless it was changed; `reason` is theirs, empty while it is open.
    """

    check: str
    given: int
    of: int
    words: str
    status: DisputeStatus = "open"
    points: int | None = None
    reason: str = ""


def disputable(verdict: Verdict, check_id: str) -> Checked:
    """The check; NotDisputable where the verdict has none of that id, or could not observe it."""
    found = next((check for check in verdict.checks if check.id == check_id), None)
    if found is None:
        raise NotDisputable("This verdict has no such check. Choose one from the list.")
    if found.won is None:
        raise NotDisputable(f"{found.title} was not observed in this run and cost nothing, so there is no dispute.")
    return found


def points_allowed(given: int, of: int, points: int) -> int:
    """The points; BadPoints where they are not between 0 and `of`, or are what the judge gave."""
    if not 0 <= points <= of:
        raise BadPoints(f"This check gives 0 to {of} points; {points} is not among them.")
    if points == given:
        raise BadPoints(f"That is what the judge gave. Name another number, or uphold the {given} of {of}.")
    return points


def is_about(verdict: Verdict, disputed: Disputed) -> bool:
    """Whether the dispute is one of this verdict's checks, with points that the check can have."""
    check = next((each for each in verdict.checks if each.id == disputed.check), None)
    if check is None or (check.won, check.of) != (disputed.given, disputed.of):
        return False
    if disputed.status != "changed":
        return disputed.points is None
    return disputed.points is not None and 0 <= disputed.points <= disputed.of


def changes_in(disputes: Iterable[Disputed]) -> dict[str, int]:
    """The points that managers gave, by check; those upheld or still open are not among them."""
    return {each.check: each.points for each in disputes if each.status == "changed" and each.points is not None}


def adjusted(verdict: Verdict, changes: Mapping[str, int]) -> Verdict:
    """The verdict with these points for these checks; areas, caps, total and pass follow by the judge's own rules.

    A cap is lifted where managers give the check that it rests on all its points. The same verdict without changes.
    """
    if not changes:
        return verdict
    checks = tuple(_changed(check, changes) for check in verdict.checks)
    caps = tuple(cap for cap in verdict.caps if not _is_lifted(cap, checks, changes))
    points = {area.area: area.of for area in verdict.areas}
    areas, total, passed = tally(checks, points, caps, verdict.hint_points, verdict.pass_mark)
    return replace(verdict, checks=checks, areas=areas, caps=caps, total=total, passed=passed)


def _changed(check: Checked, changes: Mapping[str, int]) -> Checked:
    if check.id not in changes:
        return check
    points = changes[check.id]
    return replace(check, won=points, centi=points * CENTI)


def _is_lifted(cap: Cap, checks: Iterable[Checked], changes: Mapping[str, int]) -> bool:
    resting = CAP_CHECKS.get(cap.at)
    return resting in changes and any(check.id == resting and check.won == check.of for check in checks)
