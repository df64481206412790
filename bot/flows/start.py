"""A rep starts a run: the buyer is drawn, and the brief and its first line are put in the outbox."""

import secrets
from datetime import datetime, timedelta
from typing import NamedTuple

from bot.flows.house import House
from bot.flows.lines import said_as_posts
from engine.director.director import open_run
from engine.errors import RuleViolation
from engine.negotiation.events import Opened
from engine.persona.draw import draw_scenario
from engine.scenario.scenario import Scenario
from engine.scenario.share_code import parse_seed
from packs.loading import LoadedPack
from storage import inbox, pinned_packs, runs
from storage.connection import Connection
from storage.posts import Brief

DEFAULT_PACK = "car_sales"
NEW_SEEDS = 100_000
DOUBLE_CLICK = timedelta(seconds=2)


class StartRequest(NamedTuple):
    """Who starts what, where. `seed` and `pack` are as typed, empty when left out; `key` makes it happen once.

    With `by_button` a second start within `DOUBLE_CLICK` is taken for the same.
    """

    team: str
    channel: str
    rep: str
    seed: str
    pack: str
    key: str
    by_button: bool = False


async def start_run(house: House, request: StartRequest) -> None:
    """Opens the run, once for each key. UnknownPack, BadSeed or RuleViolation say what cannot be started, and why."""
    loaded, seed = _chosen(house, request)
    scenario = draw_scenario(loaded.pack, loaded.hash, seed)
    now = house.now()
    events = open_run(scenario, mode="strict", now=now)
    async with house.database.writing() as connection:
        if not await inbox.once(connection, request.team, request.key, now) or await _just_started(
            connection, request, now
        ):
            return
        await pinned_packs.pin(connection, loaded.pack.id, loaded.hash, loaded.source_json, now)
        run = _new_run(request, scenario, next(event for event in events if isinstance(event, Opened)))
        await runs.open_run(connection, run, events, (Brief(), *said_as_posts(scenario, events)))
    house.wake.posts.set()


async def _just_started(connection: Connection, request: StartRequest, now: datetime) -> bool:
    """Whether the rep's latest run is so young that the button was pressed twice for it."""
    if not request.by_button:
        return False
    latest = await runs.of_rep(connection, request.team, request.rep, 1)
    return any(now - run.opened_at < DOUBLE_CLICK and run.channel == request.channel for run in latest)


def _chosen(house: House, request: StartRequest) -> tuple[LoadedPack, int]:
    if not request.seed:
        return house.packs.get(request.pack or DEFAULT_PACK), secrets.randbelow(NEW_SEEDS)
    ref = parse_seed(request.seed)
    if ref.pack and request.pack and ref.pack != request.pack:
        raise RuleViolation(
            f"{request.seed} is a buyer of the pack {ref.pack}, not of {request.pack}. Name one of them."
        )
    loaded = house.packs.get(request.pack or ref.pack or DEFAULT_PACK)
    if ref.draw_epoch is not None and ref.draw_epoch != loaded.pack.draw_epoch:
        raise RuleViolation(
            f"{request.seed} is from an earlier draw of {loaded.pack.id}; this one is at "
            f"{loaded.pack.id}@{loaded.pack.draw_epoch}, so that buyer can no longer be met. "
            f"Start {loaded.pack.id}@{loaded.pack.draw_epoch}#{ref.seed} for the buyer of that number today."
        )
    return loaded, ref.seed


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
