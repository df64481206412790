"""An exported run played again, and what came out differently."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from engine.director.export import EditedExport, NotAnExport, RunExport
from engine.director.replay import Divergence, first_divergence, replayed
from engine.negotiation.events import Ended, Event, Offered, Read
from engine.negotiation.negotiation import Negotiation, fold
from engine.persona.draw import draw_scenario
from engine.scenario.pack import Pack
from engine.scenario.scenario import Scenario
from engine.scoring.verdict import Verdict
from engine.terms.terms import IssueId

Judge = Callable[[Negotiation], Verdict]


@dataclass(frozen=True, slots=True)
class Rerun:
    """What a second playing gave: where it first differs, in which round, and its own verdict, if it came to an end."""

    scenario: Scenario
    divergence: Divergence | None
    round: int
    verdict: Verdict | None
    rescored: tuple[str, ...]
    """Ids of the checks that came out differently."""
    same_score: bool

    @property
    def same(self) -> bool:
        """Whether every line and the whole score came out the same."""
        return self.divergence is None and self.same_score


def rerun(export: RunExport, pack: Pack, judge: Judge) -> Rerun:
    """The run played again from its own lines and judged; the pack is the one that it was drawn from.

    NotAnExport where the record speaks of what that pack does not have.
    """
    scenario = draw_scenario(pack, export.pack.hash, export.seed)
    _refuse_strange_issues(scenario, export.events)
    again = replayed(scenario, export.events)
    divergence = first_divergence(export.events, again)
    negotiation = fold(scenario, again) if again else None
    verdict = judge(negotiation) if negotiation and negotiation.outcome is not None else None
    return Rerun(
        scenario=scenario,
        divergence=divergence,
        round=round_of(export.events if divergence and divergence.recorded else again, divergence),
        verdict=verdict,
        rescored=_rescored(export.verdict, verdict),
        same_score=verdict is not None and _points(verdict) == _points(export.verdict),
    )


def source_of(export: RunExport) -> str | None:
    """The pack's content that the export carries, None where it was left out; EditedExport where it is another's."""
    source = export.pack.source
    if source is not None and hashlib.sha256(source.encode("utf-8", "replace")).hexdigest() != export.pack.hash:
        raise EditedExport("The pack in this export is not the one that the run was drawn from. Export the run again.")
    return source


def round_of(events: Sequence[Event], divergence: Divergence | None) -> int:
    """The round in which the divergence stands: that of the last event up to it which names one."""
    if divergence is None:
        return 0
    rounds = [getattr(event, "round", 0) for event in events[: divergence.index + 1]]
    return max(rounds, default=0)


def _refuse_strange_issues(scenario: Scenario, events: Sequence[Event]) -> None:
    strange = {issue for event in events for issue in _issues(event)} - {issue.id for issue in scenario.issues}
    if strange:
        raise NotAnExport(f"This export speaks of {min(strange)[:40]}, which {scenario.share_code} does not have.")


def _issues(event: Event) -> tuple[IssueId, ...]:
    match event:
        case Read(reading=reading):
            return (*(offer.issue for offer in reading.offers), *(doubt.issue for doubt in reading.doubts))
        case Offered(terms=terms) | Ended(terms=terms) if terms is not None:
            return tuple(issue for issue, _ in terms.amounts)
        case _:
            return ()


def _rescored(recorded: Verdict, again: Verdict | None) -> tuple[str, ...]:
    if again is None:
        return ()
    before = {check.id: replace(check, ref="") for check in recorded.checks}
    after = {check.id: replace(check, ref="") for check in again.checks}
    return tuple(name for name in dict.fromkeys((*before, *after)) if before.get(name) != after.get(name))


def _points(verdict: Verdict) -> Verdict:
    """The score alone: without the advice that goes with it, and without where quoted lines stand outside."""
    checks = tuple(replace(check, ref="") for check in verdict.checks)
    return replace(verdict, checks=checks, keep=None, fixes=(), drill=None)
