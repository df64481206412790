"""Who plays the parties of a simulation, as it is written: `strict`, `patient`, `guarded`, `guarded:anthropic:…`."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import NamedTuple

from bot.app.trying import model_named, voice_with
from bot.flows.modes import GUARDED, STRICT
from bot.flows.simulating.guarded_troupe import Cast, GuardedTroupe, Purse
from bot.flows.simulating.strict_troupe import strict_troupe
from bot.flows.simulating.troupe import Troupe
from bot.settings import read_settings
from engine.errors import HaggleError
from engine.llm.budget import Cap
from engine.llm.no_books import NoBooks
from engine.marketplace.buying import HABITS

TALKS_AT_ONCE = 8
"""How many talks a model plays at the same time, unless it is said."""
NAMES_OF_HABITS = tuple(habits.name for habits in HABITS)
_MODELS = "guarded for the first model of HAGGLE_MODEL, or guarded:provider:name for another one of it"


class UnknownPlayer(HaggleError):
    """Nobody plays that part; the text says who does."""


class Players(NamedTuple):
    """Who plays the buyer and the sellers, as it was written."""

    buyer: str
    sellers: str


def players_of(buyer: str, sellers: str) -> Players:
    """The players; UnknownPlayer says what to write instead."""
    if not _is_guarded(buyer) and buyer not in (STRICT, *NAMES_OF_HABITS):
        raise UnknownPlayer(
            f"Nobody plays a buyer as {buyer[:40]}. Write --buyer strict, {', '.join(NAMES_OF_HABITS)}, {_MODELS}."
        )
    if not _is_guarded(sellers) and sellers != STRICT:
        raise UnknownPlayer(f"Nobody plays sellers as {sellers[:40]}. Write --sellers strict, {_MODELS}.")
    return Players(buyer, sellers)


@asynccontextmanager
async def troupe_of(players: Players, jobs: int, cap: Cap) -> AsyncIterator[Troupe]:
    """Those who play while the block runs, for no more than the cap. BadSettings where a model is to play that is not
    set up."""
    habits = players.buyer if players.buyer in NAMES_OF_HABITS else ""
    if not any(map(_is_guarded, players)):
        with strict_troupe(jobs or os.cpu_count() or 1, habits) as troupe:
            yield troupe
        return
    books = NoBooks()
    async with voice_with(read_settings(), books) as voice:
        buyer, sellers = (model_named(voice, _model(each)) if _is_guarded(each) else None for each in players)
        yield GuardedTroupe(voice, Cast(buyer, sellers, habits), jobs or TALKS_AT_ONCE, Purse(cap, books))


def _is_guarded(player: str) -> bool:
    return player == GUARDED or player.startswith(f"{GUARDED}:")


def _model(player: str) -> str:
    """The model's name, empty for the usual one."""
    return player.partition(":")[2]
