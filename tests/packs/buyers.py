"""Buyers of the installed packs, each drawn once for all the tests of a process."""

from functools import cache

from engine.director.director import Line, open_run
from engine.director.replay import say
from engine.negotiation.negotiation import Negotiation, fold, read_line
from engine.persona.draw import draw_scenario
from engine.scenario.scenario import Scenario
from packs.loading import load_installed
from tests.engine.scenarios import NOW


@cache
def buyer(pack: str, seed: int) -> Scenario:
    """The scenario of a seed."""
    loaded = load_installed().get(pack)
    return draw_scenario(loaded.pack, loaded.hash, seed)


def talk(pack: str, seed: int, *lines: str) -> Negotiation:
    """A strict run with the buyer of a seed, after these lines of the rep or as many as it stays for."""
    scenario = buyer(pack, seed)
    run = fold(scenario, open_run(scenario, "strict", NOW))
    for line in lines:
        if run.status == "ended":
            break
        run = say(run, Line(line), NOW)
    return run


def bound(run: Negotiation, line: str) -> dict[str, int]:
    """What one more line of the rep would bind, by issue."""
    return {str(offer.issue): offer.amount for offer in read_line(run, line).binding()}
