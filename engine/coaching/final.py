"""The final verdict on a run: its score, with what to keep, what to mend and whom to practise on next."""

from collections.abc import Sequence
from dataclasses import replace

from engine.coaching.drill import drill_for
from engine.coaching.fixes import fixes
from engine.coaching.harm import did_harm
from engine.coaching.keep import keep
from engine.coaching.look import Look
from engine.negotiation.negotiation import Negotiation
from engine.panel.judging import judged
from engine.scenario.pack import Pack
from engine.scoring.content import content
from engine.scoring.record import Turn, turns_of
from engine.scoring.verdict import Checked, Verdict

_OF_LISTENING = ("trust", "heard")


def final_verdict(negotiation: Negotiation, pack: Pack | None = None) -> Verdict:
    """The verdict with its coaching; with the run's pack, also a seed to drill. ValueError unless it has ended."""
    scored = judged(negotiation)
    look = Look(negotiation, turns_of(negotiation))
    coached = replace(scored, keep=keep(_worth_keeping(look, scored)), fixes=fixes(look, scored))
    return replace(coached, drill=drill_for(pack, negotiation.scenario, coached)) if pack is not None else coached


def _worth_keeping(look: Look, scored: Verdict) -> tuple[Checked, ...]:
    """The checks without those that rest on a line which did harm, or on a mere nod."""
    harmful = [turn for turn in look.turns if did_harm(look.scenario, turn)]
    return tuple(
        check
        for check in scored.checks
        if not _rests_on(check, harmful) and (check.id not in _OF_LISTENING or content(check.quote))
    )


def _rests_on(check: Checked, turns: Sequence[Turn]) -> bool:
    return any(turn.said.ref == check.ref and check.quote in turn.said.text for turn in turns)
