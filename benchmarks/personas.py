"""How fast buyers are drawn and packs are checked.

    .venv/bin/python -m benchmarks.personas [--pack car_sales] [--profiles 2000] [--seeds 2000]

Prints profiles a second on one core, as the best of several stretches (other work on the machine only slows them), the
most that their hashes alone would allow, whole scenarios a second, and the seconds that a check of the seeds takes.
"""

import argparse
import os
import time
from collections.abc import Callable, Collection

from engine.persona.draw import draw_scenario
from engine.persona.profile import draw_profile
from engine.seed import Chance, path_bytes, seed_key
from packs.loading import LoadedPack, load_installed
from packs.playing import play_seeds

STRETCH = 100


def main() -> None:
    """Runs the benchmark and prints its figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pack", default="car_sales")
    parser.add_argument("--profiles", type=int, default=2_000)
    parser.add_argument("--seeds", type=int, default=2_000)
    options = parser.parse_args()
    loaded = load_installed().get(options.pack)
    pack, drawn = loaded.pack, _draws_of_a_profile(loaded)
    paths = [path_bytes(f"path/{number}") for number in range(drawn)]
    print(f"profiles   {_a_second(lambda seed: draw_profile(pack, seed), options.profiles):>8,} a second")
    print(f"  hashes   {_a_second(lambda seed: Chance(_key(seed)).numbers(paths), options.profiles):>8,} a second")
    print(f"           {drawn:>8,} draws in a profile, one HMAC-SHA-256 each")
    print(f"scenarios  {_a_second(lambda seed: draw_scenario(pack, '', seed), options.profiles // 2):>8,} a second")
    if options.seeds:
        begun = time.perf_counter()
        play_seeds(loaded, options.seeds)
        taken = time.perf_counter() - begun
        print(f"check      {taken:>8.1f} s for {options.seeds:,} seeds on {os.cpu_count()} cores")


def _a_second(work: Callable[[int], object], times: int) -> int:
    """How often the work is done in a second of this process, in the best stretch of a hundred seeds."""
    best = 0.0
    for first in range(0, max(times, STRETCH), STRETCH):
        begun = time.process_time()
        for seed in range(first, first + STRETCH):
            work(seed)
        best = max(best, STRETCH / (time.process_time() - begun))
    return int(best)


def _key(seed: int) -> bytes:
    return seed_key("any", 1, seed)


def _draws_of_a_profile(loaded: LoadedPack) -> int:
    """How many numbers a profile draws, on average over a few seeds."""
    counted = 0
    plain = Chance.numbers

    def numbers(self: Chance, paths: Collection[bytes]) -> tuple[int, ...]:
        nonlocal counted
        counted += len(paths)
        return plain(self, paths)

    try:
        Chance.numbers = numbers  # type: ignore[method-assign]
        for seed in range(STRETCH):
            draw_profile(loaded.pack, seed)
    finally:
        Chance.numbers = plain  # type: ignore[method-assign]
    return counted // STRETCH


if __name__ == "__main__":
    main()
