"""How long a final verdict takes, coaching and better lines tried included, and what the coach says.

    .venv/bin/python -m benchmarks.verdicts [--pack car_sales] [--seeds 40]

Plays every scripted rep on the seeds, prints the milliseconds of a verdict (mean, p50, p99 and most) and of the
reference panel that it is measured by, totals by rep, and how often each tip was given, with how often its better line
would have changed the deal.
"""

import argparse
import time
from collections import Counter
from datetime import UTC, datetime

from engine.coaching.final import final_verdict
from engine.coaching.tips import TIPS
from engine.director.director import open_run
from engine.negotiation.negotiation import fold
from engine.panel.judging import field_of
from engine.persona.draw import draw_scenario
from packs.loading import load_installed
from tests.engine.reps import REPS, lasting

NOW = datetime(2026, 1, 5, 9, tzinfo=UTC)


def main() -> None:
    """Plays the runs and prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pack", default="car_sales")
    parser.add_argument("--seeds", type=int, default=40)
    options = parser.parse_args()
    loaded = load_installed().get(options.pack)
    taken: list[float] = []
    played: list[float] = []
    totals: dict[str, list[int]] = {name: [] for name in REPS}
    given: Counter[str] = Counter()
    changed: Counter[str] = Counter()
    for seed in range(options.seeds):
        scenario = draw_scenario(loaded.pack, loaded.hash, seed)
        begun = time.perf_counter()
        field_of(scenario)
        played.append(1000 * (time.perf_counter() - begun))
        for name, rep in REPS.items():
            run = lasting(fold(scenario, open_run(scenario, "strict", NOW)), rep)
            begun = time.perf_counter()
            verdict = final_verdict(run, loaded.pack)
            taken.append(1000 * (time.perf_counter() - begun))
            totals[name].append(verdict.total)
            given.update(fix.tip for fix in verdict.fixes)
            changed.update(fix.tip for fix in verdict.fixes if fix.otherwise)
    for what, times in (("verdicts", taken), ("plays of the panel, once a seed while its run goes on", played)):
        times.sort()
        print(f"{len(times):,} {what}: mean {sum(times) / len(times):.1f} ms, p50 {_at(times, 50):.1f}", end="")
        print(f", p99 {_at(times, 99):.1f}, most {times[-1]:.1f}")
    print(f"\n{'rep':<12} {'mean':>5} {'least':>6} {'most':>5}")
    for name, found in sorted(totals.items(), key=lambda pair: -sum(pair[1])):
        print(f"{name:<12} {sum(found) / len(found):>5.1f} {min(found):>6} {max(found):>5}")
    print(f"\n{'tip':<26} {'given':>6} {'changed the deal':>18}")
    for tip in TIPS:
        print(f"{tip.id:<26} {given[tip.id]:>6,} {changed[tip.id]:>18,}")


def _at(taken: list[float], percent: int) -> float:
    return taken[min(len(taken) - 1, len(taken) * percent // 100)]


if __name__ == "__main__":
    main()
