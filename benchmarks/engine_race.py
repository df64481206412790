"""The decision core beside negmas: rounds a second of a boulware and of a conceder who bargain over one price.

    .venv/bin/python -m benchmarks.engine_race [--runs 300]

Both play the same bargain in the same run of this program: one price, the grid of a car deal, at most 20 rounds, one
side holding out until its deadline, the other giving early. Ours answers each price with the strict counterpart's own
demand, acceptance and counter-offer; the other side walks down the same curve table. negmas 0.16 is fetched into an
environment of its own by uv, so that Haggle needs nothing of it; without a network to fetch it from, the race says so
and stops.
"""

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

from engine.concession.curves import CURVES, FULL, time_used
from engine.director.director import open_run
from engine.negotiation.events import MoveKind, Offered
from engine.negotiation.negotiation import Negotiation, apply, fold
from engine.persona.draw import draw_scenario
from engine.scenario.scenario import Scenario
from engine.strict.bargaining import answer_offer
from engine.terms.terms import Terms
from packs.loading import load_installed
from tests.engine.scenarios import NOW

SEED = 18422
ROUNDS = 20
OTHERS = Path(__file__).with_name("race_negmas.py")
STRETCHES = 5
AS_LONG = 20
"""How many times as many bargains a stretch of ours has, so that it takes as long and meets the same disturbances."""


class Pace(NamedTuple):
    """Rounds played and the seconds of this process that they took, in the fastest stretch."""

    rounds: int
    seconds: float

    @property
    def a_second(self) -> float:
        """Rounds a second."""
        return self.rounds / self.seconds


def main() -> None:
    """Runs both and prints a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=300)
    options = parser.parse_args()
    loaded = load_installed().get("car_sales")
    scenario = draw_scenario(loaded.pack, loaded.hash, SEED)
    others = _negmas(_prices(scenario), options.runs)
    print(f"{'':<14} {'rounds':>8} {'rounds/s':>12} {'ratio':>8}")
    for curve in ("0.2", "4"):
        paces = [_pace(scenario, curve, AS_LONG * options.runs) for _ in range(STRETCHES)]
        ours = min(paces, key=lambda pace: pace.seconds)
        theirs = others[curve]
        name = "boulware" if curve == "0.2" else "conceder"
        print(f"negmas {name:<9} {theirs.rounds:>6,} {theirs.a_second:>12,.0f} {1:>8}")
        ratio = ours.a_second / theirs.a_second
        print(f"haggle {name:<9} {ours.rounds:>6,} {ours.a_second:>12,.0f} {ratio:>8.1f}")


def _prices(scenario: Scenario) -> int:
    """How many prices of the grid lie between what one side hopes for and the other's list price."""
    interests = scenario.counterpart.interests
    return (scenario.product.list_price - (interests.base - interests.aspiration)) // scenario.currency.grid + 1


def _negmas(prices: int, runs: int) -> dict[str, Pace]:
    uv = Path(sys.executable).with_name("uv")
    command = [
        str(uv),
        "run",
        "--quiet",
        "--no-project",
        "--with",
        "negmas==0.16.0",
        "python",
        "-W",
        "ignore",
        str(OTHERS),
    ]
    asked = json.dumps({"prices": prices, "runs": runs, "rounds": ROUNDS, "stretches": STRETCHES})
    try:
        done = subprocess.run([*command, asked], capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        told = getattr(error, "stderr", "") or str(error)
        sys.exit(f"negmas could not be fetched or run, so there is no race: {told.strip().splitlines()[-1]}")
    return {curve: Pace(*pace) for curve, pace in json.loads(done.stdout).items()}


def _pace(scenario: Scenario, curve: str, runs: int) -> Pace:
    opened = fold(scenario, open_run(scenario, "strict", NOW))
    begun, rounds = time.process_time(), 0
    for _ in range(runs):
        rounds += _bargain(opened, curve)
    return Pace(rounds, time.process_time() - begun)


def _bargain(negotiation: Negotiation, curve: str) -> int:
    """The rounds of one bargain: the rep comes down from list to floor along the curve until the counterpart signs."""
    scenario, product = negotiation.scenario, negotiation.scenario.product
    price, grid = scenario.price_issue.id, scenario.currency.grid
    mood = negotiation.mood
    for step in range(ROUNDS):
        gone = CURVES[curve][time_used(step, ROUNDS - 1)]
        asked = product.list_price - (product.list_price - product.floor) * gone // FULL
        terms = Terms.of({price: asked // grid * grid})
        negotiation = apply(negotiation, Offered(NOW, "rep", step + 1, terms))
        bargain = answer_offer(negotiation, terms, mood, pressed=False)
        mood = bargain.mood
        if bargain.move in (MoveKind.ACCEPT, MoveKind.ACCEPT_IF):
            return step + 1
        if bargain.offer is not None:
            negotiation = apply(negotiation, Offered(NOW, "counterpart", step + 1, bargain.offer))
    return ROUNDS


if __name__ == "__main__":
    main()
