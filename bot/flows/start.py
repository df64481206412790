"""A rep starts a run on a buyer of their choice, or on somebody new."""

import secrets
from datetime import datetime
from typing import NamedTuple

from bot.flows.assigned_buyers import Buyer, refuse_in_public, refuse_scouting, seeds_to_avoid
from bot.flows.house import House
from bot.flows.modes import meant
from bot.flows.opening import Place, is_first_press, open_here
from bot.flows.seed_packs import seed_pack_named
from bot.flows.sharing import refresh_cards
from engine.errors import RuleViolation
from engine.persona.remembered import scenario_at
from packs.choosing import DEFAULT_PACK, NEW_SEEDS, Chosen, choose
from storage import inbox, pinned_packs, runs
from storage.connection import Connection


class StartRequest(NamedTuple):
    """Who starts what, where. `seed` and `pack` are as typed, empty when left out; `key` makes it happen once.

    `mode` says whether the rules word the buyer (strict) or a language model does (freeplay), with excerpts of
    earlier runs before it (flavor); `model` says which. Where they are empty it is as the team usually plays.
    `pack` may name a seed pack (`car_sales/first_week`), whose next seed is then taken.
    With `by_button` a second start within `DOUBLE_CLICK` is taken for the same.
    """

    team: str
    channel: str
    rep: str
    seed: str
    pack: str
    key: str
    by_button: bool = False
    mode: str = ""
    model: str = ""


async def start_run(house: House, request: StartRequest) -> None:
    """Opens the run, once for each key. UnknownPack, BadSeed or RuleViolation say what cannot be started, and why.

    AssignedToYou where the rep is to meet that buyer in an assigned run first.
    """
    mode, model = await meant(house, request.team, request.mode, request.model)
    loaded, seed = await _chosen(house, request)
    scenario = scenario_at(loaded.pack, loaded.hash, seed)
    buyer, now = Buyer(request.team, scenario.pack, scenario.draw_epoch, seed), house.now()
    async with house.database.writing() as connection:
        if not await _is_first(connection, request, now):
            return
        await refuse_scouting(connection, buyer, request.rep, now)
        await refuse_in_public(connection, buyer, request.channel, now)
        await pinned_packs.pin(connection, loaded.pack.id, loaded.hash, loaded.source_json, now)
        place = Place(request.team, request.channel, request.rep, mode, model)
        await open_here(connection, place, loaded.pack, scenario, now)
    await refresh_cards(house, request.team, scenario)
    house.wake.posts.set()


async def _is_first(connection: Connection, request: StartRequest, now: datetime) -> bool:
    """Whether the request is neither one that came before nor a second press of a button just pressed."""
    if not await inbox.once(connection, request.team, request.key, now):
        return False
    return not request.by_button or await is_first_press(connection, request.team, request.channel, request.rep, now)


async def _chosen(house: House, request: StartRequest) -> Chosen:
    if "/" in request.pack:
        return await _next_of(house, request)
    if not request.seed:
        return await _anyone(house, request)
    return choose(house.packs, request.seed, request.pack)


async def _anyone(house: House, request: StartRequest) -> Chosen:
    """A buyer by chance, who is none that the rep is assigned just now."""
    loaded = house.packs.get(request.pack or DEFAULT_PACK)
    avoided = await _avoided(house, request, loaded.pack.id, loaded.pack.draw_epoch)
    while (seed := secrets.randbelow(NEW_SEEDS)) in avoided:
        pass
    return Chosen(loaded, seed)


async def _avoided(house: House, request: StartRequest, pack: str, draw_epoch: int) -> frozenset[int]:
    return await seeds_to_avoid(house, Buyer(request.team, pack, draw_epoch, 0), request.rep)


async def _next_of(house: House, request: StartRequest) -> Chosen:
    """The buyer of the seed pack whom the rep has met least often, the first of them in its order."""
    if request.seed:
        raise RuleViolation(f"{request.pack} brings its own seeds. Leave the seed out, or choose anyone from the pack.")
    listed = await seed_pack_named(house, request.team, request.pack)
    async with house.database.reading() as connection:
        met = await runs.times_met(connection, request.team, request.rep, listed.pack, listed.draw_epoch)
    avoided = await _avoided(house, request, listed.pack, listed.draw_epoch)
    free = [seed for seed in listed.seeds if seed not in avoided] or listed.seeds
    return Chosen(house.packs.get(listed.pack), min(free, key=lambda seed: met.get(seed, 0)))
