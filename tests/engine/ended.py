"""Runs of the installed packs with these lines of the rep, brought to their end, and what the verdict says of them."""

from functools import cache

from engine.coaching.final import final_verdict
from engine.director.director import end_by_rep
from engine.director.replay import extended, play
from engine.negotiation.negotiation import Negotiation, fold
from engine.persona.draw import draw_scenario
from engine.scoring.record import Turn, turns_of
from engine.scoring.verdict import Verdict
from packs.loading import load_installed
from tests.engine.scenarios import NOW


@cache
def ended(pack: str, seed: int, *lines: str) -> Negotiation:
    """The run after these lines, ended by the rep where they left it open."""
    loaded = load_installed().get(pack)
    scenario = draw_scenario(loaded.pack, loaded.hash, seed)
    run = fold(scenario, play(scenario, lines, "strict", NOW))
    return extended(run, end_by_rep(run, NOW)) if run.status == "open" else run


def turns_in(pack: str, seed: int, *lines: str) -> tuple[Turn, ...]:
    """That run turn by turn, as the judge looks at it."""
    return turns_of(ended(pack, seed, *lines))


@cache
def verdict_on(pack: str, seed: int, *lines: str) -> Verdict:
    """What the judge says of that run."""
    return final_verdict(ended(pack, seed, *lines), load_installed().get(pack).pack)
