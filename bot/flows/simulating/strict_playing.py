"""Talks among strict parties as a process plays them that does nothing else: it loads the engine alone."""

import os
import signal
from datetime import datetime
from functools import cache, lru_cache
from multiprocessing import parent_process
from threading import Thread
from typing import NamedTuple

from bot.flows.simulating.held import Due, Held
from engine.marketplace.buying import habits_of
from engine.marketplace.drawing import draw_market, market_key
from engine.marketplace.market import Market
from engine.marketplace.playing import play
from engine.marketplace.record import record_of
from engine.marketplace.template import MarketPackNote
from engine.marketplace.trading import House
from engine.marketplace.verdict import judged


def behave() -> None:
    """Leaves Ctrl+C to the process that was started, and goes when that has gone, however it went."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_go_with_parent, daemon=True).start()


def _go_with_parent() -> None:
    if parent := parent_process():
        parent.join()
        os._exit(1)


class Place(NamedTuple):
    """Where talks are held: the market of that name of a pack, which is given as JSON, or one that is there whole."""

    source: str
    market: str
    whole: Market | None


def held(place: Place, dues: tuple[Due, ...], now: datetime) -> list[Held]:
    """The talks, played there."""
    return [_one(place, due, now) for due in dues]


def _one(place: Place, due: Due, now: datetime) -> Held:
    pack = _pack(place.source)
    key = market_key(pack, place.market, due.seed)
    market = place.whole or _market(place.source, place.market, due.seed)
    habits = habits_of(key, due.buyer.partition(":")[2])
    room = play(market, due.item, House(pack.phrases, key), habits, now)
    verdict = judged(room)
    return Held(due, room, verdict, record_of(room, verdict.quality))


@cache
def _pack(source: str) -> MarketPackNote:
    return MarketPackNote.model_validate_json(source)


@lru_cache(1)
def _market(source: str, name: str, seed: int) -> Market:
    return draw_market(_pack(source), name, seed)
