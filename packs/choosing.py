"""Which buyer is meant: a seed, a share code, a pack or a seed pack, as people write them."""

from collections.abc import Sequence
from datetime import datetime
from difflib import get_close_matches
from typing import NamedTuple

from engine.errors import RuleViolation, UnknownSeedPack
from engine.scenario.pack import Pack
from engine.scenario.seed_pack import SeedPack
from engine.scenario.share_code import SeedRef, parse_seed
from packs.loading import LoadedPack, Packs

DEFAULT_PACK = "car_sales"
NEW_SEEDS = 100_000
"""Seeds from which one is drawn where nobody names one: low ones are easy to pass on."""


class Chosen(NamedTuple):
    """One buyer: the pack and the seed."""

    loaded: LoadedPack
    seed: int


def choose(packs: Packs, seed: str, pack: str = "") -> Chosen:
    """The buyer of a seed or share code; `pack` is empty where it was left out.

    BadSeed, UnknownPack or RuleViolation say why there is none.
    """
    ref = parse_seed(seed)
    if ref.pack and pack and ref.pack != pack:
        raise RuleViolation(f"{seed} is a buyer of the pack {ref.pack}, not of {pack}. Name one of them.")
    loaded = packs.get(pack or ref.pack or DEFAULT_PACK)
    _refuse_other_draw(seed, ref, loaded)
    return Chosen(loaded, ref.seed)


def _refuse_other_draw(written: str, ref: SeedRef, loaded: LoadedPack) -> None:
    now = loaded.pack.draw_epoch
    if ref.draw_epoch in (None, now):
        return
    here = f"{loaded.pack.id}@{now}"
    if ref.draw_epoch < now:
        why = f"is from an earlier draw of {loaded.pack.id}; this one is at {here}, so that buyer can no longer be met"
    else:
        why = f"is from a later draw of {loaded.pack.id} than the one installed here, which is at {here}"
    raise RuleViolation(f"{written} {why}. {here}#{ref.seed} is the buyer of that number here.")


def seed_packs_of(packs: Packs, pack_id: str, made: Sequence[SeedPack] = ()) -> tuple[SeedPack, ...]:
    """The seed packs of a pack: its author's, then those `made` in the workspace for the buyers that it draws now."""
    pack = packs.get(pack_id).pack
    ours = (each for each in made if each.pack == pack_id and each.draw_epoch == pack.draw_epoch)
    return (*pack.seed_lists, *ours)


def seed_pack_of(packs: Packs, ref: str, made: Sequence[SeedPack] = ()) -> SeedPack:
    """The seed pack of `car_sales/first_week`; UnknownPack, naming those there are, otherwise."""
    pack_id, _, name = ref.partition("/")
    lists = {each.id: each for each in seed_packs_of(packs, pack_id, made)}
    if name in lists:
        return lists[name]
    near = get_close_matches(name[:40], list(lists), n=1)
    meant = f" Did you mean {lists[near[0]].ref}?" if near else ""
    there_are = ", ".join(each.ref for each in lists.values()) or "none"
    raise UnknownSeedPack(f"{pack_id} has no seed pack {name[:40]}.{meant} There are: {there_are}.")


def withheld_until(pack: Pack, seed: int, now: datetime) -> datetime | None:
    """When what the buyer of that seed hides may be shown to everybody; None where it may already."""
    windows = [each.ranked for each in pack.seed_lists if each.ranked and each.withholds(seed, now)]
    return max((window.closes for window in windows), default=None)
