"""Two runs on the same counterpart side by side: prices, checks, and where their words first part."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import zip_longest

from engine.director.steps import Step, prices, steps_of
from engine.errors import RuleViolation
from engine.negotiation.negotiation import Negotiation
from engine.scoring.verdict import Checked, Verdict

Changes = Mapping[str, int]
UNCHANGED: tuple[Changes, Changes] = ({}, {})
Prices = tuple[int | None, int | None]
"""The rep's and the counterpart's price; None before a side's first."""


@dataclass(frozen=True, slots=True)
class RoundPrices:
    """The prices that stood after a round in each of the two runs; None in a run that was over by then."""

    round: int
    one: Prices | None
    two: Prices | None


@dataclass(frozen=True, slots=True)
class CheckPair:
    """A check as both runs were found by it, None where a verdict does not have it, and the points that disputes gave
    instead, None where they changed nothing."""

    title: str
    one: Checked | None
    two: Checked | None
    changed: tuple[int | None, int | None] = (None, None)

    @property
    def differs(self) -> bool:
        """Whether the two won other points by it, or one of them after a dispute."""
        return self.changed != (None, None) or _won(self.one) != _won(self.two)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two runs have in common and where they part; `parting` has the two steps, None for a run that was over."""

    prices: tuple[RoundPrices, ...]
    checks: tuple[CheckPair, ...]
    parting: tuple[Step | None, Step | None] | None


def compare(
    one: Negotiation, two: Negotiation, verdicts: tuple[Verdict, Verdict], changes: tuple[Changes, Changes] = UNCHANGED
) -> Comparison:
    """The two runs side by side, with the points by check that disputes gave instead.

    RuleViolation unless they are on the same counterpart.
    """
    here, there = one.scenario, two.scenario
    if here.profile_hash != there.profile_hash or here.share_code != there.share_code:
        raise RuleViolation(
            f"Those two runs are on different people ({here.share_code} and {there.share_code}); "
            "only runs on the same one can be compared."
        )
    steps = steps_of(one), steps_of(two)
    return Comparison(_prices(one, two, steps), _checks(verdicts, changes), _parting(*steps))


def _prices(
    one: Negotiation, two: Negotiation, steps: tuple[tuple[Step, ...], tuple[Step, ...]]
) -> tuple[RoundPrices, ...]:
    paths = prices(steps[0], one.scenario), prices(steps[1], two.scenario)
    lasts = steps[0][-1].round, steps[1][-1].round
    return tuple(
        RoundPrices(number, *(_standing(path, number, last) for path, last in zip(paths, lasts, strict=True)))
        for number in sorted({*paths[0], *paths[1]})
    )


def _standing(path: dict[int, Prices], number: int, last: int) -> Prices | None:
    if number > last:
        return None
    return next((path[at] for at in sorted(path, reverse=True) if at <= number), (None, None))


def _checks(verdicts: tuple[Verdict, Verdict], changes: tuple[Changes, Changes]) -> tuple[CheckPair, ...]:
    here, there = ({check.id: check for check in verdict.checks} for verdict in verdicts)
    titles = {check.id: check.title for verdict in verdicts for check in verdict.checks}
    return tuple(
        CheckPair(title, here.get(check), there.get(check), (changes[0].get(check), changes[1].get(check)))
        for check, title in titles.items()
    )


def _won(check: Checked | None) -> int | None:
    return check.won if check else None


def _parting(one: tuple[Step, ...], two: tuple[Step, ...]) -> tuple[Step | None, Step | None] | None:
    for here, there in zip_longest(one, two):
        if here is None or there is None or _words(here) != _words(there):
            return here, there
    return None


def _words(step: Step) -> tuple[str, str]:
    return (step.line.text if step.line else "", step.answer.text if step.answer else "")
