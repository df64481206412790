"""A run is opened: its buyer is drawn, and the brief and the buyer's first line are put in the outbox."""

from datetime import datetime, timedelta
from typing import NamedTuple

from bot.flows.assigned_buyers import Buyer, withheld_until
from bot.flows.flavoring import FLAVOR, with_excerpts
from bot.flows.lines import said_as_posts
from engine.director.director import open_run
from engine.negotiation.events import Opened
from engine.scenario.pack import Pack
from engine.scenario.scenario import Scenario
from storage import inbox, runs
from storage.connection import Connection
from storage.posts import Brief, Notice
from storage.runs import NewRun, Run

DOUBLE_CLICK = timedelta(seconds=2)


class Place(NamedTuple):
    """Where a run is opened and by whom; `mode` and `model` say who words its buyer."""

    team: str
    channel: str
    rep: str
    mode: str
    model: str


async def open_here(
    connection: Connection, place: Place, pack: Pack, scenario: Scenario, now: datetime, note: str = ""
) -> Run:
    """The run, with the posts that open its thread; a note stands there before the buyer's first line."""
    events = open_run(scenario, mode=place.mode, now=now)
    if place.mode == FLAVOR:
        events = await with_excerpts(connection, place.team, scenario, events, now)
    opened = next(event for event in events if isinstance(event, Opened))
    buyer = Buyer(place.team, scenario.pack, scenario.draw_epoch, scenario.seed)
    run = NewRun(
        team=place.team,
        channel=place.channel,
        rep=place.rep,
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
        model=place.model,
        withheld_until=await withheld_until(connection, pack, buyer, now),
    )
    notes = (Notice(note),) if note else ()
    return await runs.open_run(connection, run, events, (Brief(), *notes, *said_as_posts(scenario, events)))


async def is_first_press(connection: Connection, team: str, channel: str, rep: str, now: datetime) -> bool:
    """Whether this is no second press of a button that the person has just pressed to start a run there."""
    latest = await runs.of_rep(connection, team, rep, 1)
    if any(now - run.opened_at < DOUBLE_CLICK and run.channel == channel for run in latest):
        return False
    # Presses that are taken at the same moment do not see each other's runs: the key of the moment lets one through.
    moment = int(now.timestamp() // DOUBLE_CLICK.total_seconds())
    return await inbox.once(connection, team, f"press:{channel}:{rep}:{moment}", now)
