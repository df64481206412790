"""The score of a finished run, from its event log alone, in whole centipoints."""

from collections.abc import Sequence

from engine.negotiation.negotiation import Negotiation
from engine.reading.reading import Act
from engine.scoring.dealing import dealing
from engine.scoring.fewer import why_beyond
from engine.scoring.field import Field, Standing
from engine.scoring.inquiry import inquiry
from engine.scoring.limit import limit_of
from engine.scoring.outcome import outcome
from engine.scoring.record import Turn, over_what, turns_of
from engine.scoring.relationship import compliance, relationship
from engine.scoring.reveal import offers_by_round, reveal
from engine.scoring.rubric import (
    ABUSE_CAP,
    AREA_POINTS,
    BELOW_FLOOR_CAP,
    RUBRIC,
    rubric_hash,
)
from engine.scoring.tally import tally, whole_points
from engine.scoring.verdict import Cap, Checked, Finding, TakenHint, Verdict
from engine.scoring.zone import zone_of
from engine.strict.wording import terms_in_words


def score(negotiation: Negotiation, field: Field) -> Verdict:
    """The verdict on a run that has ended, in the field of its scenario; ValueError for one that has not."""
    if negotiation.outcome is None or negotiation.reason is None:
        raise ValueError("only a run that has ended can be scored")
    turns = turns_of(negotiation)
    checks = _checked(
        (*outcome(negotiation, turns, field), *inquiry(negotiation, turns), *dealing(negotiation, turns),
         *relationship(negotiation, turns), *compliance(negotiation, turns))
    )  # fmt: skip
    caps = _caps(negotiation, turns)
    hints = tuple(TakenHint(hint.round, hint.text, hint.points) for hint in negotiation.hints)
    mark = negotiation.scenario.rules.pass_mark
    areas, total, passed = tally(checks, AREA_POINTS, caps, sum(hint.points for hint in hints), mark)
    return Verdict(
        total=total,
        passed=passed,
        pass_mark=mark,
        areas=areas,
        checks=checks,
        caps=caps,
        outcome=negotiation.outcome,
        reason=negotiation.reason,
        terms=negotiation.agreed,
        rounds=negotiation.round,
        reveal=reveal(negotiation),
        offers=offers_by_round(negotiation),
        rubric_hash=rubric_hash(),
        hints=hints,
        standing=_standing(negotiation, field),
        over=over_what(negotiation),
    )


def _standing(negotiation: Negotiation, field: Field) -> Standing | None:
    """Where the profit stands; no deal is none."""
    scenario, agreed = negotiation.scenario, negotiation.agreed
    if not zone_of(scenario).exists:
        return None
    return field.standing(scenario.rep.interests.surplus(agreed) if agreed is not None else 0)


def _checked(findings: Sequence[Finding]) -> tuple[Checked, ...]:
    """Every check of the rubric, in its order, with what was found."""
    found = {finding.check: finding for finding in findings}
    return tuple(
        Checked(
            id=check.id,
            area=check.area,
            title=check.title,
            won=None if found[check.id].centi is None else whole_points(found[check.id].centi or 0),
            of=check.points,
            centi=found[check.id].centi,
            note=found[check.id].note,
            quote=found[check.id].quote,
            ref=found[check.id].ref,
        )
        for check in RUBRIC
    )


def _caps(negotiation: Negotiation, turns: Sequence[Turn]) -> tuple[Cap, ...]:
    caps = []
    agreed = negotiation.agreed
    if agreed is not None and negotiation.scenario.rep.interests.surplus(agreed) < 0:
        fewer = why_beyond(negotiation.scenario, agreed)
        limit = terms_in_words(negotiation.scenario, limit_of(negotiation.scenario, agreed))
        told = f".{fewer}" if fewer else f", and your limit was {limit}."
        caps.append(Cap(BELOW_FLOOR_CAP, f"A deal beyond your own limit scores at most {BELOW_FLOOR_CAP}{told}"))
    if any(turn.reading.has(Act.INSULT) for turn in turns):
        caps.append(Cap(ABUSE_CAP, f"A run with an insult in it scores at most {ABUSE_CAP}."))
    return tuple(caps)
