"""The drawn markets of a pack played on every core, to the same figures however many there are."""

import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from datetime import UTC, datetime
from functools import cache

from engine.marketplace.buying import habits_of
from engine.marketplace.drawing import draw_market, market_key
from engine.marketplace.playing import play
from engine.marketplace.record import Record, record_of
from engine.marketplace.summary import Summary, summary_of
from engine.marketplace.template import MarketPackNote
from engine.marketplace.trading import House
from packs.figures import Figures
from packs.market_figures import figures_of
from packs.playing import STRETCH, Told

NOW = datetime(2026, 1, 5, 9, tzinfo=UTC)
"""Talks take no time here: no figure depends on when they are held."""


def play_markets(pack: MarketPackNote, seeds: int, told: Told = lambda played: None, jobs: int = 0) -> Figures:
    """The figures of so many seeds, spread over the markets; `jobs` processes, 0 for one on each core."""
    of_each = -(-seeds // len(pack.markets))
    work = [
        (name, range(first, min(first + STRETCH, of_each)))
        for name in pack.markets
        for first in range(0, of_each, STRETCH)
    ]  # fmt: skip
    played = {name: Summary() for name in pack.markets}
    with ProcessPoolExecutor(jobs or os.cpu_count()) as pool:
        source = pack.model_dump_json()
        running = {pool.submit(_summary, source, name, stretch): name for name, stretch in work}
        for future in as_completed(running):
            played[running[future]].add(future.result())
            told(future.result().talks)
    return figures_of(pack, played)


def _summary(source: str, name: str, seeds: range) -> Summary:
    return summary_of(_records(_pack(source), name, seeds))


def _records(pack: MarketPackNote, name: str, seeds: range) -> Iterator[Record]:
    """On each seed one of the items in turn, bargained for by a strict buyer."""
    for seed in seeds:
        market, key = draw_market(pack, name, seed), market_key(pack, name, seed)
        item = market.items[seed % len(market.items)].id
        yield record_of(play(market, item, House(pack.phrases, key), habits_of(key), NOW))


@cache
def _pack(source: str) -> MarketPackNote:
    return MarketPackNote.model_validate_json(source)
