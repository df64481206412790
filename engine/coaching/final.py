"""The final verdict on a run: its score, with what to keep, what to mend and whom to practise on next."""

from dataclasses import replace

from engine.coaching.drill import drill_for
from engine.coaching.fixes import fixes
from engine.coaching.keep import keep
from engine.coaching.look import Look
from engine.negotiation.negotiation import Negotiation
from engine.panel.judging import judged
from engine.scenario.pack import Pack
from engine.scoring.record import turns_of
from engine.scoring.verdict import Verdict


def final_verdict(negotiation: Negotiation, pack: Pack | None = None) -> Verdict:
    """The verdict with its coaching; with the run's pack, also a seed to drill. ValueError unless it has ended."""
    scored = judged(negotiation)
    look = Look(negotiation, turns_of(negotiation))
    coached = replace(scored, keep=keep(look, scored), fixes=fixes(look, scored))
    return replace(coached, drill=drill_for(pack, negotiation.scenario, coached)) if pack is not None else coached
