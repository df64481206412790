"""Seed packs that managers make and name; they work wherever those of a pack's author do."""

import re
from collections.abc import Iterable, Sequence
from unicodedata import normalize

from bot.flows.house import House
from bot.flows.managers import Managers, only_managers
from engine.errors import HaggleError, RuleViolation
from engine.scenario.seed_pack import MOST_SEED_PACKS, MOST_SEEDS, SeedPack
from packs.choosing import choose, seed_pack_of, seed_packs_of
from storage import audit, seed_packs
from storage.audit import Act
from storage.connection import Connection
from storage.seed_packs import Made, of_workspace

LONGEST_TITLE = 60
_NO_NAME = re.compile(r"[^a-z0-9]+")


async def made_here(house: House, team: str) -> tuple[SeedPack, ...]:
    """The seed packs that the team's managers made."""
    async with house.database.reading() as connection:
        return tuple(made.listed for made in await seed_packs.of_team(connection, team))


async def every_seed_pack(house: House, team: str) -> tuple[SeedPack, ...]:
    """All that can be named in the team, pack by pack."""
    made = await made_here(house, team)
    return tuple(listed for pack in house.packs.ids for listed in seed_packs_of(house.packs, pack, made))


async def seed_pack_named(house: House, team: str, ref: str) -> SeedPack:
    """The seed pack of `car_sales/discovery_week`; UnknownPack, naming those there are, otherwise."""
    return seed_pack_of(house.packs, ref, await made_here(house, team))


async def make_seed_pack(
    house: House, roles: Managers, team: str, by: str, title: str, pack_id: str, written: Sequence[str]
) -> SeedPack:
    """The new seed pack of these seeds or share codes; HaggleError says everything that keeps it from being made."""
    await only_managers(roles, by)
    pack = house.packs.get(pack_id).pack
    seeds = seeds_written(house, pack_id, written)
    listed = of_workspace(_name(title), pack_id, pack.draw_epoch, title, seeds)
    now = house.now()
    async with house.database.writing() as connection:
        await _refuse_taken(connection, house, team, listed)
        await seed_packs.add(connection, team, Made(listed, by, now))
        await audit.note(connection, team, Act(now, by, "made seed pack", listed.ref, {"seeds": len(seeds)}))
    return listed


async def remove_seed_pack(house: House, roles: Managers, team: str, by: str, ref: str) -> SeedPack:
    """The seed pack that is no more; what was assigned from it stays. HaggleError says why it cannot be removed."""
    await only_managers(roles, by)
    pack, _, name = ref.partition("/")
    now = house.now()
    async with house.database.writing() as connection:
        known = {made.listed.ref: made.listed for made in await seed_packs.of_team(connection, team)}
        if ref not in known:
            raise RuleViolation(_no_such(house, ref, known))
        await seed_packs.remove(connection, team, pack, name)
        await audit.note(connection, team, Act(now, by, "removed seed pack", ref, {}))
    return known[ref]


def seeds_written(house: House, pack_id: str, written: Sequence[str]) -> tuple[int, ...]:
    """The seeds that the words name, each once; RuleViolation says everything that is wrong with them."""
    seeds, wrong = list[int](), list[str]()
    for word in written:
        try:
            seeds.append(choose(house.packs, word, pack_id).seed)
        except HaggleError as refusal:
            wrong.append(str(refusal))
    unique = tuple(dict.fromkeys(seeds))
    if not unique and not wrong:
        wrong.append("Name the seeds: numbers, or share codes such as car_sales@1#18422.")
    if len(unique) > MOST_SEEDS:
        wrong.append(f"That is {len(unique)} seeds. A seed pack holds {MOST_SEEDS} at most.")
    if wrong:
        raise RuleViolation(" ".join(wrong))
    return unique


def _name(title: str) -> str:
    """`discovery_week` of “Discovery week”; RuleViolation where nothing is left of it."""
    if len(title) > LONGEST_TITLE:
        raise RuleViolation(f"A seed pack's name has {LONGEST_TITLE} characters at most; this one has {len(title)}.")
    ascii_only = normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    name = _NO_NAME.sub("_", ascii_only).strip("_")
    if not name:
        raise RuleViolation("A seed pack's name needs a letter from a to z or a digit, so that it can be typed.")
    return name


async def _refuse_taken(connection: Connection, house: House, team: str, listed: SeedPack) -> None:
    """Refuses a name that is taken, also by a list of an earlier draw, and one list too many."""
    made = [made.listed for made in await seed_packs.of_team(connection, team) if made.listed.pack == listed.pack]
    taken = [*house.packs.get(listed.pack).pack.seed_lists, *made]
    if any(each.id == listed.id or each.title.casefold() == listed.title.casefold() for each in taken):
        raise RuleViolation(f"There is a seed pack {listed.ref} already. Choose another name, or remove it first.")
    if len(made) >= MOST_SEED_PACKS:
        raise RuleViolation(f"There are {len(made)} seed packs of {listed.pack} made here, as many as there may be.")


def _no_such(house: House, ref: str, known: Iterable[str]) -> str:
    authors = [listed.ref for pack in house.playable for listed in pack.seed_lists]
    if ref in authors:
        return f"{ref} came with the pack and cannot be removed. Only seed packs that managers made here can."
    there_are = ", ".join(known) or "none"
    return f"There is no seed pack {ref[:80]} made here. There are: {there_are}."
