"""Whether a model's line may be said in a market as it stands: in plain words, as the party that it speaks for."""

import re
from collections.abc import Iterator
from functools import lru_cache

from engine.guard.manners import has_markup, speaks_as_a_model, speaks_as_the_other
from engine.marketplace.limits import Broken, Limit
from engine.scenario.scenario import Role

RECITED = 6
"""Words of its instructions in a row that nobody says by chance."""
RECITED_OF_MANNER = 3
"""Words in a row of how it is to speak, which nobody is to know."""
_WORD = re.compile(r"\w+")


def unmannerly(message: str, role: Role, told: str, manner: str = "") -> Iterator[Broken]:
    """What is wrong with the manner of the message; `told` are the instructions, `manner` how the party is to speak."""
    if has_markup(message):
        yield Broken(Limit.PLAIN, "Write plain sentences: no links, mentions, markup or @.")
    if speaks_as_a_model(message) or speaks_as_the_other(role, message):
        yield Broken(Limit.PERSON, f"Speak as a {role} in a market: there is no model and no exercise in this talk.")
    elif recites(message, told, RECITED) or recites(message, manner, RECITED_OF_MANNER):
        yield Broken(Limit.PERSON, "Say it in words of your own: repeat nothing of what you have been told to do.")


def recites(message: str, text: str, run: int) -> bool:
    """Whether so many words of the text stand in the message in the same order, with nothing between them."""
    return not _runs(text, run).isdisjoint(_runs_in(message, run))


@lru_cache(64)
def _runs(text: str, run: int) -> frozenset[tuple[str, ...]]:
    return frozenset(_runs_in(text, run))


def _runs_in(text: str, run: int) -> Iterator[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return (tuple(words[at : at + run]) for at in range(len(words) - run + 1))
