"""Seeds of a pack played on every core, in the same order and to the same figures however many there are."""

import os
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, as_completed
from functools import cache

from packs.figures import Figures, figures_of
from packs.loading import LoadedPack, parse_pack
from packs.tally import Tally, tally_of

STRETCH = 25
"""Seeds played in one go."""

Told = Callable[[int], None]
"""Called with the number of seeds that have just been played."""


def play_seeds(loaded: LoadedPack, seeds: int, told: Told = lambda played: None, jobs: int = 0) -> Figures:
    """The figures of the first seeds of a pack; `jobs` processes, 0 for one on each core."""
    stretches = [range(first, min(first + STRETCH, seeds)) for first in range(0, seeds, STRETCH)]
    tallies: dict[int, Tally] = {}
    with ProcessPoolExecutor(jobs or os.cpu_count()) as pool:
        running = {pool.submit(_tally, loaded.source_json, stretch): stretch for stretch in stretches}
        for future in as_completed(running):
            tallies[running[future].start] = future.result()
            told(len(running[future]))
    total = Tally()
    for first in sorted(tallies):
        total.add(tallies[first])
    return figures_of(loaded.pack, total)


def _tally(source_json: str, seeds: range) -> Tally:
    return tally_of(_parsed(source_json), seeds)


_parsed = cache(parse_pack)
"""Each process reads the pack once."""
