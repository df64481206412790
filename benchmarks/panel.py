"""Whether the score tells good from bad: the reference panel and the tricksters on many seeds.

    .venv/bin/python -m benchmarks.panel [--pack car_sales] [--seeds 1000] [--jobs 0]

Prints how far totals spread, on what share of the seeds the better reps rank higher, how steady a rep's percentile is
from seed to seed beside its raw share of the room (standard deviations, in percent), and what tricks earn.
"""

import argparse
import os
from collections import defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from functools import cache
from statistics import fmean, pstdev
from typing import NamedTuple

from engine.director.director import open_run
from engine.negotiation.negotiation import Negotiation, fold
from engine.panel.branching import opened
from engine.panel.judging import judged
from engine.panel.playing import play_policy
from engine.panel.reference import REFERENCE
from engine.persona.draw import draw_scenario
from engine.scoring.verdict import Verdict
from engine.scoring.zone import zone_of
from packs.loading import LoadedPack, load_installed
from tests.engine.reps import REPS, lasting
from tests.engine.tricksters import HONEST, TRICKSTERS

NOW = datetime(2026, 1, 5, 9, tzinfo=UTC)
STRETCH = 10
IN_TEXT = {"expert (in text)": REPS["expert"], **HONEST, **TRICKSTERS}
PAIRS = (("good", "fair"), ("fair", "naive"), ("good", "naive"), ("expert", "discounter"), ("expert", "closer"),
         ("closer", "quick quoter"), ("trader", "discounter"))  # fmt: skip


class Judged(NamedTuple):
    """A run's total; where a deal was to be had its percentile and its share of the room (in percent), else None."""

    total: int
    percentile: int | None
    share: float | None


def main() -> None:
    """Plays the runs and prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pack", default="car_sales")
    parser.add_argument("--seeds", type=int, default=1_000)
    parser.add_argument("--jobs", type=int, default=0)
    options = parser.parse_args()
    stretches = [range(first, min(first + STRETCH, options.seeds)) for first in range(0, options.seeds, STRETCH)]
    with ProcessPoolExecutor(options.jobs or os.cpu_count()) as pool:
        seeds = [one for stretch in pool.map(_played, [options.pack] * len(stretches), stretches) for one in stretch]
    _print_spread(seeds)
    _print_ranks(seeds)
    _print_reps(seeds)
    _print_tricks(seeds)


def _played(pack: str, seeds: range) -> list[dict[str, Judged]]:
    loaded = _installed(pack)
    return [dict(_on_seed(loaded, seed)) for seed in seeds]


@cache
def _installed(pack: str) -> LoadedPack:
    return load_installed().get(pack)


def _on_seed(loaded: LoadedPack, seed: int) -> Iterator[tuple[str, Judged]]:
    scenario = draw_scenario(loaded.pack, loaded.hash, seed)
    start = opened(scenario)
    for policy in REFERENCE:
        yield policy.name, _judged(play_policy(start, policy))
    for name, rep in IN_TEXT.items():
        yield name, _judged(lasting(fold(scenario, open_run(scenario, "strict", NOW)), rep))


def _judged(run: Negotiation) -> Judged:
    verdict = judged(run)
    share = 100 * _profit(run, verdict) / zone_of(run.scenario).room if verdict.standing else None
    return Judged(verdict.total, verdict.standing.percentile if verdict.standing else None, share)


def _profit(run: Negotiation, verdict: Verdict) -> int:
    return run.scenario.rep.interests.surplus(verdict.terms) if verdict.terms is not None else 0


def _print_spread(seeds: Sequence[dict[str, Judged]]) -> None:
    totals = sorted(one[policy.name].total for one in seeds for policy in REFERENCE)
    spans = [max(of_one) - min(of_one) for of_one in ([one[p.name].total for p in REFERENCE] for one in seeds)]
    print(f"{len(seeds):,} seeds x {len(REFERENCE)} reps: totals from {totals[0]} to {totals[-1]}, ", end="")
    print(f"middle nine tenths {totals[len(totals) // 20]} to {totals[-len(totals) // 20]}; ", end="")
    print(f"on one seed {fmean(spans):.1f} apart on average")


def _print_ranks(seeds: Sequence[dict[str, Judged]]) -> None:
    print(f"\n{'better':<8} {'worse':<13} {'ranks higher on':>16}")
    for better, worse in PAIRS:
        won = [_mean(one, better) > _mean(one, worse) for one in seeds]
        print(f"{better:<8} {worse:<13} {100 * fmean(won):>14.1f} %")


def _mean(one: dict[str, Judged], who: str) -> float:
    """The total of that rep, or the mean of all reps of that skill."""
    names = [policy.name for policy in REFERENCE if who in (policy.name, policy.skill)]
    return fmean(one[name].total for name in names)


def _print_reps(seeds: Sequence[dict[str, Judged]]) -> None:
    print(f"\n{'rep':<22} {'total':>6} {'sd':>5} {'percentile':>11} {'sd':>5} {'share':>6} {'sd':>5}")
    deviations: defaultdict[str, list[float]] = defaultdict(list)
    relative: defaultdict[str, list[float]] = defaultdict(list)
    for policy in REFERENCE:
        runs = [one[policy.name] for one in seeds]
        totals = [run.total for run in runs]
        places = [run.percentile for run in runs if run.percentile is not None]
        shares = [run.share for run in runs if run.share is not None]
        for kind, values in (("place", places), ("share", shares)):
            deviations[kind].append(pstdev(values))
            relative[kind] += [pstdev(values) / fmean(values)] if any(values) else []
        print(f"{policy.name:<22} {fmean(totals):>6.1f} {pstdev(totals):>5.1f} {fmean(places):>11.1f}", end="")
        print(f" {pstdev(places):>5.1f} {fmean(shares):>6.1f} {pstdev(shares):>5.1f}")
    for name, of in (("mean deviation", deviations), ("beside the mean", relative)):
        print(f"{name}: percentile {fmean(of['place']):.2f}, raw share {fmean(of['share']):.2f}")


def _print_tricks(seeds: Sequence[dict[str, Judged]]) -> None:
    print(f"\n{'in text':<18} {'total':>6} {'most':>5} {'below decent on':>16} {'below expert on':>16}")
    for name in IN_TEXT:
        totals = [one[name].total for one in seeds]
        decent = fmean(one[name].total < one["decent"].total for one in seeds)
        expert = fmean(one[name].total < one["expert (in text)"].total for one in seeds)
        print(f"{name:<18} {fmean(totals):>6.1f} {max(totals):>5} {100 * decent:>14.1f} % {100 * expert:>14.1f} %")


if __name__ == "__main__":
    main()
