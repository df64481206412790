"""Scenarios that have been drawn lately: a start, its turns, its verdict and its drill draw the same ones."""

from functools import lru_cache

from engine.persona.draw import draw_scenario
from engine.scenario.pack import Pack
from engine.scenario.scenario import Scenario
from engine.values import Same

REMEMBERED = 512


def scenario_at(pack: Pack, pack_hash: str, seed: int) -> Scenario:
    """The scenario of a seed, the very same while it is remembered."""
    return _drawn(Same(pack), pack_hash, seed)


@lru_cache(REMEMBERED)
def _drawn(pack: Same[Pack], pack_hash: str, seed: int) -> Scenario:
    return draw_scenario(pack.it, pack_hash, seed)
