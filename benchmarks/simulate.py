"""How fast markets run by themselves: a strict buyer among three strict sellers, drawn, played and counted.

    .venv/bin/python -m benchmarks.simulate [--runs 2000] [--jobs 1 2] [--memory 1000 5000 20000]

Prints the runs a second with each number of processes, by the clock and by the processors' time, and the memory of one
process (RSS) after each number of runs. The exit code is 1 where it grows by more than a tenth between the first two.
"""

import argparse
import gc
import itertools
import multiprocessing
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from functools import cache
from typing import NamedTuple

import psutil

from engine.marketplace.buying import habits_of
from engine.marketplace.drawing import draw_market, market_key
from engine.marketplace.playing import play
from engine.marketplace.record import Record, record_of
from engine.marketplace.summary import Summary
from engine.marketplace.template import MarketPackNote, Range
from engine.marketplace.trading import House
from packs.markets import installed_markets

NOW = datetime(2026, 1, 5, 9, tzinfo=UTC)
SELLERS = 3
STRETCH = 100
"""Runs in one go of a process."""
MEBIBYTE = 1 << 20
GROWTH = 10
"""Percent that memory may grow by once everything is loaded."""


class Stretch(NamedTuple):
    """Runs that were done: what they come to, and the seconds of the processor that they took."""

    summary: Summary
    seconds: float


def main() -> None:
    """Runs the markets and prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=2_000)
    parser.add_argument("--jobs", type=int, nargs="*", default=[1, 2])
    parser.add_argument("--memory", type=int, nargs="*", default=[1_000, 5_000, 20_000])
    options = parser.parse_args()
    for jobs in options.jobs:
        print(_speed(options.runs, jobs))
    sizes = _memory(options.memory)
    for runs, size in zip(options.memory, sizes, strict=True):
        print(f"after {runs:>6,} runs   {size / MEBIBYTE:>7.1f} MiB")
    grown = len(sizes) > 1 and 100 * max(sizes[1:]) > (100 + GROWTH) * sizes[0]
    sys.exit(1 if grown else 0)


def _speed(runs: int, jobs: int) -> str:
    starts = range(0, runs, STRETCH)
    with ProcessPoolExecutor(jobs) as pool:
        list(pool.map(_stretch, [0] * jobs))
        begun = time.perf_counter()
        stretches = list(pool.map(_stretch, starts))
        clock = time.perf_counter() - begun
    total, seconds = Summary(), sum(each.seconds for each in stretches)
    for each in stretches:
        total.add(each.summary)
    rates = f"{total.talks / clock:>6,.0f} runs/s by the clock, {total.talks / seconds:>5,.0f} runs/s of a core"
    return f"{jobs} process{'es' if jobs > 1 else '  '} {rates}, {100 * total.deals / total.talks:.1f} % deals"


def _stretch(first: int) -> Stretch:
    begun, summary = time.process_time(), Summary()
    for record in itertools.islice(_runs(first), STRETCH):
        summary.count(record)
    return Stretch(summary, time.process_time() - begun)


def _runs(first: int) -> Iterator[Record]:
    """Runs from a seed on, one item of one of the markets each."""
    pack = _with_three_sellers()
    names = list(pack.markets)
    for seed in itertools.count(first):
        name = names[seed % len(names)]
        market, key = draw_market(pack, name, seed), market_key(pack, name, seed)
        item = market.items[seed // len(names) % len(market.items)].id
        yield record_of(play(market, item, House(pack.phrases, key), habits_of(key), NOW))


@cache
def _with_three_sellers() -> MarketPackNote:
    pack, three = installed_markets(), Range(least=SELLERS, most=SELLERS)
    markets = {name: note.model_copy(update={"sellers": three}) for name, note in pack.markets.items()}
    return pack.model_copy(update={"markets": markets})


def _memory(marks: Sequence[int]) -> list[int]:
    """The memory of a process of its own after so many runs each."""
    with multiprocessing.Pool(1) as pool:
        return pool.apply(_sizes, (marks,))


def _sizes(marks: Sequence[int]) -> list[int]:
    sizes, summary, runs, process = [], Summary(), _runs(0), psutil.Process()
    for mark in marks:
        for record in itertools.islice(runs, mark - summary.talks):
            summary.count(record)
        gc.collect()
        sizes.append(process.memory_info().rss)
    return sizes


if __name__ == "__main__":
    main()
