"""`/haggle packs`: what there is to play, and the seed packs that managers make."""

from collections.abc import Mapping

from bot.flows.assigning.tokens import Token, tokens_of
from bot.flows.seed_packs import made_here, make_seed_pack, remove_seed_pack
from bot.listeners.asked import Answer, Asked
from bot.views.message import Message
from bot.views.packs import made_text, pack_message, packs_message, removed_text
from engine.errors import RuleViolation
from packs.choosing import seed_packs_of

PATIENCE = 1.5
"""Seconds that a listing waits for difficulties: Slack wants its answer within three."""
_MAKE = (
    '`/haggle packs make "Discovery week" car_sales 18422,1024` names a list of seeds; the name goes in quotes, then '
    "comes the pack, then its seeds or share codes."
)
_REMOVE = "`/haggle packs remove car_sales/discovery_week` takes a seed pack away that was made here."


async def _packs(asked: Asked) -> Message:
    """The installed packs; with a pack's id, or where there is only one, its seed packs. Managers make their own."""
    words = asked.words
    if words and words[0].lower() == "make":
        return await _make(asked, tokens_of(" ".join(words[1:])))
    if words and words[0].lower() == "remove":
        return await _remove(asked)
    return await _listing(asked)


async def _listing(asked: Asked) -> Message:
    house, words = asked.house, asked.words
    made = await made_here(house, asked.team)
    if not words and len(house.packs.ids) != 1:
        return packs_message(house.playable, {pack: seed_packs_of(house.packs, pack, made) for pack in house.packs.ids})
    loaded = house.packs.get(words[0] if words else house.packs.ids[0])
    lists = seed_packs_of(house.packs, loaded.pack.id, made)
    seeds = tuple(dict.fromkeys(seed for listed in lists for seed in listed.seeds))
    return pack_message(loaded.pack, lists, await house.difficulties.soon(loaded.pack, loaded.hash, seeds, PATIENCE))


async def _make(asked: Asked, tokens: tuple[Token, ...]) -> Message:
    titles = [token.text for token in tokens if token.kind == "quoted"]
    words = [token.text for token in tokens if token.kind == "word"]
    if len(titles) != 1 or not words or len(titles) + len(words) != len(tokens):
        raise RuleViolation(_MAKE)
    pack, seeds = (words[0], words[1:]) if words[0] in asked.house.packs.ids else _pack_of(words)
    listed = await make_seed_pack(asked.house, asked.managers, asked.team, asked.user, titles[0], pack, seeds)
    return Message(made_text(listed))


def _pack_of(words: list[str]) -> tuple[str, list[str]]:
    """Share codes name their pack themselves; else the first word was meant as one."""
    if all("#" in word for word in words):
        return words[0].partition("@")[0].partition("#")[0], words
    return words[0], words[1:]


async def _remove(asked: Asked) -> Message:
    if len(asked.words) != 2:
        raise RuleViolation(_REMOVE)
    listed = await remove_seed_pack(asked.house, asked.managers, asked.team, asked.user, asked.words[1].lower())
    return Message(removed_text(listed))


ANSWERS: Mapping[str, Answer] = {"packs": _packs}
