"""A verdict in words, for the card and for the terminal: how it ended, and what stands beside its points."""

from engine.negotiation.events import Reason
from engine.scenario.scenario import Scenario
from engine.scoring.field import Standing
from engine.scoring.rubric import COMPLIANCE_MARK
from engine.scoring.verdict import Drill, Verdict
from engine.strict.wording import terms_in_words

_NO_DEAL = {
    Reason.COUNTERPART_WALKED: "No deal · {name} walked away",
    Reason.DEAL_BREAKER: "No deal · {name} left over {over}",
    Reason.REP_WALKED: "No deal · you walked away",
    Reason.ENDED_BY_REP: "No deal · ended by the rep",
    Reason.MAX_ROUNDS: "No deal · out of rounds",
    Reason.INACTIVITY: "No deal · left alone for too long",
}


def headline(scenario: Scenario, verdict: Verdict) -> str:
    """How it ended, in one line: `Deal · $33,300 with the all-weather mats · 11 rounds`."""
    rounds = f"{verdict.rounds} round{'' if verdict.rounds == 1 else 's'}"
    if verdict.terms is None:
        return f"{_NO_DEAL[verdict.reason].format(name=scenario.counterpart.name, over=verdict.over)} · {rounds}"
    return f"Deal · {terms_in_words(scenario, verdict.terms)} · {rounds}"


def points(won: int | None, of: int) -> str:
    """`12 / 20`, or that nothing was seen that could count."""
    return f"{won} / {of}" if won is not None else f"not observed, not counted ({of})"


def mark_in_words(verdict: Verdict) -> str:
    """`pass mark 70`; where the points reach it and the run has not passed, what it lacks."""
    mark = f"pass mark {verdict.pass_mark}"
    if verdict.passed or verdict.total < verdict.pass_mark:
        return mark
    compliance = verdict.area("compliance")
    return f"{mark}, and a pass takes {COMPLIANCE_MARK} of {compliance.of} for compliance, which has {compliance.won}"


def standing_of(verdict: Verdict) -> str:
    """Where the profit stands, in words; empty where there was no deal, whose profit is none."""
    return standing_in_words(verdict.standing) if verdict.standing and verdict.terms else ""


def standing_in_words(standing: Standing) -> str:
    """`Kept more than 31 of 48 reference reps on this seed (percentile 66).`, and as much as those level with it."""
    level = f", and as much as {standing.level} of them" if standing.level else ""
    return (
        f"Kept more than {standing.ahead_of} of {standing.reps} reference reps on this seed{level} "
        f"(percentile {standing.percentile})."
    )


def hints_in_words(verdict: Verdict) -> str:
    """`−4, for 2 hints`."""
    count = len(verdict.hints)
    return f"−{verdict.hint_points}, for {count} hint{'' if count == 1 else 's'}"


def drill_in_words(drill: Drill) -> str:
    """What the next counterpart is like."""
    return f"Practise next on one who {drill.why}."
