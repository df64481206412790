"""Which market, item and seed are meant, as people write them."""

import secrets
from collections.abc import Container, Iterator, Mapping, Sequence
from typing import NamedTuple

from bot.flows.house import House
from bot.flows.markets.guessing import nearest
from bot.flows.modes import GUARDED, STRICT, named_model
from engine.errors import RuleViolation
from engine.marketplace.drawing import draw_market
from engine.marketplace.market import Item, ItemId, Market
from engine.scenario.share_code import parse_seed
from packs.choosing import NEW_SEEDS
from storage import markets

OWN = "own"
"""What stands before the name of a market that a team has set up for itself, where a pack stands otherwise."""
PLAYED_BY = (STRICT, GUARDED)
"""Who plays the sellers: the rules, or a language model within their limits."""


class Meant(NamedTuple):
    """A market with the items to bargain for, in their order. `source` and `draw_epoch` say where it was drawn."""

    market: Market
    items: tuple[Item, ...]
    source: str
    draw_epoch: int
    seed: int


class Wanted(NamedTuple):
    """What somebody wants to buy, as written; each may be empty. `sellers` is one of `PLAYED_BY`."""

    market: str = ""
    item: str = ""
    seed: str = ""
    sellers: str = ""
    model: str = ""


async def wanted_by(house: House, team: str, words: Sequence[str]) -> Wanted:
    """What the words after the command want, in whatever order; RuleViolation for one that means nothing."""
    names, gone = await _names(house, team), await _gone(house, team)
    items = sorted({item for each in names.values() for item in each})
    found: dict[str, str] = {}
    for word in _joined(words, {*names, *items}):
        for field, value in _read(house, word, list(names), items, gone).items():
            if field in found:
                raise RuleViolation(f"{word[:60]} is one too many: {found[field]} is there already.")
            found[field] = value
    return Wanted(**found)


def _joined(words: Sequence[str], known: Container[str]) -> Iterator[str]:
    """The words, with two that are one name written together: "office supplies"."""
    rest = list(words)
    while rest:
        both = "_".join(rest[:2]).casefold()
        if len(rest) > 1 and both in known:
            yield both
            rest = rest[2:]
        else:
            yield rest.pop(0)


def _read(house: House, word: str, names: Sequence[str], items: Sequence[str], gone: Container[str]) -> dict[str, str]:
    folded = word.casefold().strip("`,")
    if folded in PLAYED_BY:
        return {"sellers": folded}
    if model := named_model(house, word):
        return {"model": model}
    market, mark, seed = folded.partition("#")
    market = market.partition("@")[0].removeprefix(f"{house.markets.id}/").removeprefix(f"{OWN}/")
    if mark:
        return {"market": market, "seed": seed}
    if folded.isdigit():
        return {"seed": folded}
    if folded in names:
        return {"market": folded}
    if folded in items:
        return {"item": folded}
    if folded in gone:
        return {"market": folded}
    near = nearest(folded, [*names, *items], cutoff=0.65)
    meant = f"Did you mean {near}?" if near else f"There are the markets {', '.join(names)}."
    raise RuleViolation(f"I know no market, item or seed {word[:60]}. {meant} `/haggle markets` lists them.")


async def meant(house: House, team: str, wanted: Wanted) -> Meant:
    """The market that is wanted, drawn by chance where no seed is named. RuleViolation or BadSeed say what there is."""
    names = await _names(house, team)
    name = wanted.market or _with_item(names, wanted.item)
    if name not in names:
        raise RuleViolation(f"There is no market {await _missing(house, team, name, list(names))}")
    seed = seed_in(name, wanted.seed)
    if name in house.markets.ready:
        market, source = draw_market(house.markets, name, seed), f"{house.markets.id}/{name}"
        return Meant(market, _items(market, wanted.item), source, house.markets.draw_epoch, seed)
    async with house.database.reading() as connection:
        own = await markets.named(connection, team, name)
    if own is None:
        raise RuleViolation(f"There is no market {name[:60]} any more.")
    return Meant(own.market, _items(own.market, wanted.item), f"{OWN}/{name}", 1, seed)


async def _missing(house: House, team: str, name: str, names: Sequence[str]) -> str:
    """What is said behind the name of a market that there is not: that there was one, or which may be meant."""
    there_are = f"There are {', '.join(names)}."
    if name in await _gone(house, team):
        return f"{name} any more: it was removed or renamed. {there_are}"
    near = nearest(name, names)
    return f"{name[:60]}. {f'Did you mean {near}? ' if near else ''}{there_are}"


def seed_in(market: str, written: str) -> int:
    """The seed that is written for the market, or one by chance where none is.

    BadSeed for what is none, RuleViolation for the share code of something else.
    """
    if not written.strip():
        return secrets.randbelow(NEW_SEEDS)
    ref = parse_seed(written)
    if ref.pack not in (None, market):
        raise RuleViolation(
            f"{written.strip()[:60]} is a code of {ref.pack}, not of {market}. "
            f"Write {ref.seed} alone for {market} with that seed, or choose {ref.pack}."
        )
    return ref.seed


def _with_item(names: Mapping[str, Sequence[str]], item: str) -> str:
    """The first market that has the item; the first of all where none is named."""
    if not names:
        raise RuleViolation("There are no markets here.")
    return next((name for name, items in names.items() if not item or item in items), item)


def _items(market: Market, item: str) -> tuple[Item, ...]:
    """The items that the buyer needs, or that one of them; RuleViolation where it needs none of that name."""
    needed = tuple(market.item(demand.item) for demand in market.demands)
    if not item:
        return needed
    if found := tuple(each for each in needed if each.id == ItemId(item)):
        return found
    raise RuleViolation(
        f"{item[:60]} isn't sold in {market.title}. There are {', '.join(each.id for each in needed)}."
    )  # fmt: skip


async def _gone(house: House, team: str) -> frozenset[str]:
    """What markets of the team's own were called that it has no more under that name, and that are kept for runs."""
    async with house.database.reading() as connection:
        once = await markets.kept_ids(connection, team, f"{OWN}/")
        return frozenset(each.removeprefix(f"{OWN}/") for each in once) - set(await markets.own_names(connection, team))


async def _names(house: House, team: str) -> dict[str, tuple[str, ...]]:
    """The markets that there are, the ready ones first, each with its items."""
    ready = {name: tuple(note.items) for name, note in house.markets.ready.items()}
    async with house.database.reading() as connection:
        return ready | await markets.own_names(connection, team)
