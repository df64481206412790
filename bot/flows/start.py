"""A rep starts a run: the buyer is drawn, and the brief and its first line are put in the outbox."""

import secrets
from dataclasses import replace
from datetime import datetime, timedelta
from typing import NamedTuple

from bot.flows.flavoring import FLAVOR, with_excerpts
from bot.flows.house import House
from bot.flows.lines import said_as_posts
from bot.flows.modes import meant
from bot.flows.sharing import refresh_cards
from engine.director.director import open_run
from engine.errors import RuleViolation
from engine.negotiation.events import Opened
from engine.persona.draw import draw_scenario
from engine.scenario.scenario import Scenario
from packs.choosing import DEFAULT_PACK, Chosen, choose, seed_pack_of, withheld_until
from storage import inbox, pinned_packs, runs
from storage.connection import Connection
from storage.posts import Brief

NEW_SEEDS = 100_000
DOUBLE_CLICK = timedelta(seconds=2)


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
    """Opens the run, once for each key. UnknownPack, BadSeed or RuleViolation say what cannot be started, and why."""
    mode, model = await meant(house, request.team, request.mode, request.model)
    loaded, seed = await _chosen(house, request)
    scenario = draw_scenario(loaded.pack, loaded.hash, seed)
    now = house.now()
    events = open_run(scenario, mode=mode, now=now)
    async with house.database.writing() as connection:
        if not await _is_first(connection, request, now):
            return
        await pinned_packs.pin(connection, loaded.pack.id, loaded.hash, loaded.source_json, now)
        if mode == FLAVOR:
            events = await with_excerpts(connection, request.team, scenario, events, now)
        opened = next(event for event in events if isinstance(event, Opened))
        run = replace(
            _new_run(request, scenario, opened),
            model=model,
            withheld_until=withheld_until(loaded.pack, scenario.seed, now),
        )
        await runs.open_run(connection, run, events, (Brief(), *said_as_posts(scenario, events)))
    await refresh_cards(house, request.team, scenario)
    house.wake.posts.set()


async def _is_first(connection: Connection, request: StartRequest, now: datetime) -> bool:
    """Whether the request is neither one that came before nor a second press of a button just pressed."""
    if not await inbox.once(connection, request.team, request.key, now):
        return False
    if not request.by_button:
        return True
    latest = await runs.of_rep(connection, request.team, request.rep, 1)
    if any(now - run.opened_at < DOUBLE_CLICK and run.channel == request.channel for run in latest):
        return False
    # Presses that are taken at the same moment do not see each other's runs: the key of the moment lets one through.
    moment = int(now.timestamp() // DOUBLE_CLICK.total_seconds())
    return await inbox.once(connection, request.team, f"press:{request.channel}:{request.rep}:{moment}", now)


async def _chosen(house: House, request: StartRequest) -> Chosen:
    if "/" in request.pack:
        return await _next_of(house, request)
    if not request.seed:
        return Chosen(house.packs.get(request.pack or DEFAULT_PACK), secrets.randbelow(NEW_SEEDS))
    return choose(house.packs, request.seed, request.pack)


async def _next_of(house: House, request: StartRequest) -> Chosen:
    """The buyer of the seed pack whom the rep has met least often, the first of them in its order."""
    if request.seed:
        raise RuleViolation(f"{request.pack} brings its own seeds. Leave the seed out, or choose anyone from the pack.")
    listed = seed_pack_of(house.packs, request.pack)
    async with house.database.reading() as connection:
        met = await runs.times_met(connection, request.team, request.rep, listed.pack, listed.draw_epoch)
    return Chosen(house.packs.get(listed.pack), min(listed.seeds, key=lambda seed: met.get(seed, 0)))


def _new_run(request: StartRequest, scenario: Scenario, opened: Opened) -> runs.NewRun:
    return runs.NewRun(
        team=request.team,
        channel=request.channel,
        rep=request.rep,
        pack=scenario.pack,
        pack_hash=scenario.pack_hash,
        draw_epoch=scenario.draw_epoch,
        seed=scenario.seed,
        mode=opened.mode,
        engine=opened.engine,
        profile=scenario.attributes,
        profile_hash=scenario.profile_hash,
        rules=scenario.rules,
        opened_at=opened.at,
    )
