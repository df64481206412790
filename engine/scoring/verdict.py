"""The verdict on a finished run, with its working: points won and lost, and the words that they rest on."""

from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from pydantic import TypeAdapter

from engine.negotiation.events import Outcome, Reason
from engine.scoring.field import Standing
from engine.scoring.rubric import Area
from engine.terms.terms import Terms


class Finding(NamedTuple):
    """What one check found: centipoints won (None: could not be observed), the rep's words, and why."""

    check: str
    centi: int | None
    note: str
    quote: str = ""
    ref: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """One check of the verdict. `won` of `of` points, None where it could not be observed; `centi` is exact.

    `quote` is the rep's own words and `ref` where they stand; both empty only where the rep said nothing.
    """

    id: str
    area: Area
    title: str
    won: int | None
    of: int
    centi: int | None
    note: str
    quote: str
    ref: str


@dataclass(frozen=True, slots=True)
class AreaScore:
    """The points of one area, its observed checks scaled to the whole of it; None where none was observed."""

    area: Area
    won: int | None
    of: int


@dataclass(frozen=True, slots=True)
class Advice:
    """One thing to keep or to mend: the rep's own line, why, and for a fix a better line.

    `tip` is the id of what was found. `gain` is what the better line would have earned the rep, in minor units, the
    run played again with it (None where that cannot be known), and `otherwise` says so in words.
    """

    check: str
    title: str
    quote: str
    ref: str
    why: str
    better: str = ""
    tip: str = ""
    gain: int | None = None
    otherwise: str = ""


@dataclass(frozen=True, slots=True)
class Drill:
    """A seed to practise on next: its share code, the check it trains, and what its counterpart is like."""

    share_code: str
    check: str
    why: str


@dataclass(frozen=True, slots=True)
class Cap:
    """A limit put on the total, and why."""

    at: int
    why: str


@dataclass(frozen=True, slots=True)
class TakenHint:
    """A hint that the rep took after `round` rounds, and the points that it took off the total."""

    round: int
    text: str
    points: int


@dataclass(frozen=True, slots=True)
class RoundOffers:
    """The prices on the table after a round (0: the opening), in minor units; None before a side's first offer."""

    round: int
    rep: int | None
    counterpart: int | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """The score of a run, 0 to 100, with everything it rests on."""

    total: int
    passed: bool
    pass_mark: int
    areas: tuple[AreaScore, ...]
    checks: tuple[Checked, ...]
    caps: tuple[Cap, ...]
    outcome: Outcome
    reason: Reason
    terms: Terms | None
    rounds: int
    reveal: tuple[str, ...]
    offers: tuple[RoundOffers, ...]
    rubric_hash: str
    hints: tuple[TakenHint, ...] = ()
    keep: Advice | None = None
    fixes: tuple[Advice, ...] = ()
    drill: Drill | None = None
    standing: Standing | None = None
    """Where the rep's profit stands among the reference reps; None where no deal was to be had."""
    over: str = ""
    """The deal-breaker that the counterpart left over, in words that read after "over"."""

    @property
    def hint_points(self) -> int:
        """What the hints took off the total together, before it was kept from falling below 0."""
        return sum(hint.points for hint in self.hints)

    @property
    def full(self) -> tuple[str, ...]:
        """Ids of the checks that earned all their points."""
        return tuple(check.id for check in self.checks if check.won == check.of)

    def check(self, check_id: str) -> Checked:
        """The check of that id; KeyError where there is none."""
        return {check.id: check for check in self.checks}[check_id]

    def area(self, area: Area) -> AreaScore:
        """The points of that area."""
        return {score.area: score for score in self.areas}[area]


def without_words(verdict: Verdict) -> Verdict:
    """The figures of the verdict, without what anybody said: no quotes, no notes, no advice, no texts of hints."""
    return replace(
        verdict,
        checks=tuple(replace(check, note="", quote="", ref="") for check in verdict.checks),
        hints=tuple(replace(hint, text="") for hint in verdict.hints),
        keep=None,
        fixes=(),
    )


_ADAPTER: TypeAdapter[Verdict] = TypeAdapter(Verdict)


def encode(verdict: Verdict) -> dict[str, Any]:
    """The verdict as JSON values."""
    encoded: dict[str, Any] = _ADAPTER.dump_python(verdict, mode="json")
    return encoded


def decode(data: dict[str, Any]) -> Verdict:
    """The verdict that `encode` gave; ValidationError for anything else."""
    return _ADAPTER.validate_python(data)
