"""Buyers of the installed packs, each drawn once for all the tests of a process."""

from functools import cache

from engine.persona.draw import draw_scenario
from engine.scenario.scenario import Scenario
from packs.loading import load_installed


@cache
def buyer(pack: str, seed: int) -> Scenario:
    """The scenario of a seed."""
    loaded = load_installed().get(pack)
    return draw_scenario(loaded.pack, loaded.hash, seed)
