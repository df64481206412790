"""How counterparts bargain: thousands of whole runs in text, against scripted reps from expert to hopeless.

    .venv/bin/python -m benchmarks.bargaining [--pack car_sales] [--seeds 2000] [--jobs 0]

Prints deals, rounds and scores by rep and by the counterparts' style, how often a good rep beats a naive one on the
same seed, every promise with how many runs broke it, and the turns a second of one process: read, decided and worded.
The exit code is 1 where a promise was broken.
"""

import argparse
import os
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache

from bot.app.memory import settle
from engine.director.director import open_run
from engine.negotiation.events import Outcome
from engine.negotiation.negotiation import Negotiation, fold
from engine.panel.judging import judged
from engine.persona.draw import draw_scenario
from engine.scenario.scenario import Scenario
from engine.strict.ready import make_ready
from packs.loading import LoadedPack, load_installed
from tests.engine.promises import PROMISES, broken
from tests.engine.reps import REPS, Rep, lasting

NOW = datetime(2026, 1, 5, 9, tzinfo=UTC)
STRETCH = 10
"""Seeds played in one go."""


@dataclass
class Row:
    """Runs added up: how many, how many ended in a deal, their rounds and their scores."""

    runs: int = 0
    deals: int = 0
    rounds: int = 0
    points: int = 0

    def add(self, other: "Row") -> None:
        """Counts the other's runs too."""
        self.runs += other.runs
        self.deals += other.deals
        self.rounds += other.rounds
        self.points += other.points

    def __str__(self) -> str:
        deals = f"{100 * self.deals / self.runs:>6.1f} %"
        return f"{self.runs:>8,} {deals} {self.rounds / self.runs:>8.1f} {self.points / self.runs:>8.1f}"


@dataclass
class Clock:
    """A rep whose own time is counted apart: how it finds its words is no part of a turn."""

    rep: Rep
    spent: float = 0.0

    def says(self, negotiation: Negotiation) -> str | None:
        """What the rep says."""
        begun = time.process_time()
        line = self.rep(negotiation)
        self.spent += time.process_time() - begun
        return line


@dataclass
class Tally:
    """What a stretch of seeds came to."""

    reps: dict[str, Row] = field(default_factory=dict)
    styles: dict[str, Row] = field(default_factory=dict)
    breaks: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)
    wins: int = 0
    seeds: int = 0
    turns: int = 0
    seconds: float = 0.0

    def add(self, other: "Tally") -> None:
        """Counts the other stretch too."""
        for mine, theirs in ((self.reps, other.reps), (self.styles, other.styles)):
            for name, row in theirs.items():
                mine.setdefault(name, Row()).add(row)
        self.breaks.update(other.breaks)
        self.examples = {**other.examples, **self.examples}
        self.wins += other.wins
        self.seeds += other.seeds
        self.turns += other.turns
        self.seconds += other.seconds


def main() -> None:
    """Plays every seed against every rep and prints what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pack", default="car_sales")
    parser.add_argument("--seeds", type=int, default=2_000)
    parser.add_argument("--jobs", type=int, default=0)
    options = parser.parse_args()
    total = Tally()
    stretches = [range(first, min(first + STRETCH, options.seeds)) for first in range(0, options.seeds, STRETCH)]
    with ProcessPoolExecutor(options.jobs or os.cpu_count()) as pool:
        for done in as_completed([pool.submit(_played, options.pack, stretch) for stretch in stretches]):
            total.add(done.result())
    for line in _report(total):
        print(line)
    sys.exit(1 if total.breaks else 0)


def _played(pack: str, seeds: range) -> Tally:
    loaded, tally = _loaded(pack), Tally()
    for seed in seeds:
        scenario = draw_scenario(loaded.pack, loaded.hash, seed)
        points = {name: _one(tally, scenario, name) for name in REPS}
        tally.seeds += 1
        tally.wins += points["expert"] > points["naive"]
    return tally


@cache
def _loaded(pack: str) -> LoadedPack:
    """The pack, settled for good, as `haggle serve` does."""
    loaded = load_installed().get(pack)
    make_ready(loaded.pack)
    settle()
    return loaded


def _one(tally: Tally, scenario: Scenario, name: str) -> int:
    clock = Clock(REPS[name])
    begun = time.process_time()
    run = lasting(fold(scenario, open_run(scenario, "strict", NOW)), clock.says)
    tally.seconds += time.process_time() - begun - clock.spent
    tally.turns += len(run.readings)
    points = judged(run).total
    row = Row(1, int(run.outcome is Outcome.REACHED), run.round, points)
    tally.reps.setdefault(name, Row()).add(row)
    tally.styles.setdefault(scenario.temper.style, Row()).add(row)
    _note_breaks(tally, run, name)
    return points


def _note_breaks(tally: Tally, run: Negotiation, name: str) -> None:
    for promise in broken(run):
        tally.breaks[promise] += 1
        tally.examples.setdefault(promise, f"{run.scenario.share_code} against {name}")


def _report(total: Tally) -> Iterator[str]:
    for heading, rows in (("rep", total.reps), ("style", total.styles)):
        yield f"{heading:<12} {'runs':>8} {'deals':>8} {'rounds':>8} {'score':>8}"
        yield from (f"{name:<12} {row}" for name, row in sorted(rows.items(), key=lambda one: -one[1].points))
        yield ""
    yield f"expert above naive on {100 * total.wins / total.seeds:.1f} % of {total.seeds:,} seeds"
    yield f"{total.turns:,} turns, {total.turns / total.seconds:,.0f} a second of one process"
    yield ""
    for promise in PROMISES:
        example = f"   first seen: {total.examples[promise]}" if promise in total.examples else ""
        yield f"{promise.replace('_', ' '):<40} {total.breaks[promise]:>6,}{example}"


if __name__ == "__main__":
    main()
