"""Runs: one row for each negotiation, with what its opening drew and where it stands."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, fields
from datetime import datetime
from typing import Any, Literal, NamedTuple, NewType
from uuid import uuid4

from pydantic import TypeAdapter
from sqlalchemy import Integer, Text, and_, bindparam, case, distinct, func, or_, select, update

from engine.negotiation.events import Event
from engine.scenario.rules import Rules
from storage import run_events
from storage.columns import word
from storage.connection import Connection
from storage.database import Database
from storage.lanes import lane_rows
from storage.posts import Post
from storage.tables import inbox, outbox, runs
from storage.transaction import Transaction

RunId = NewType("RunId", str)
RunStatus = Literal["opening", "open", "paused", "ended"]
RunKind = Literal["practice", "market"]
"""With one buyer, or as a buyer in a market."""
Profile = tuple[tuple[str, str | int | tuple[str, ...]], ...]
"""The drawn attributes, as `Scenario.attributes` has them."""

_PROFILE: TypeAdapter[Profile] = TypeAdapter(Profile)
_RULES: TypeAdapter[Rules] = TypeAdapter(Rules)


def new_run_id() -> RunId:
    """A fresh id."""
    return RunId(uuid4().hex)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRun:
    """What is known of a run when it is opened; its thread comes with the first post."""

    team: str
    channel: str
    rep: str
    pack: str
    pack_hash: str
    draw_epoch: int
    seed: int
    mode: str
    engine: str
    profile: Profile
    profile_hash: str
    rules: Rules
    opened_at: datetime
    withheld_until: datetime | None = None
    model: str = ""
    kind: RunKind = "practice"
    id: RunId = field(default_factory=new_run_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A run as it was read; `revision` counts its turns, `epoch` its claims.

    `withheld_until` is set while what its counterpart hides is for its rep alone. `model` is the language model that
    was to word it, empty in strict mode.
    """

    team: str
    id: RunId
    channel: str
    thread_ts: str | None
    rep: str
    pack: str
    pack_hash: str
    draw_epoch: int
    seed: int
    mode: str
    engine: str
    profile: Profile
    profile_hash: str
    rules: Rules
    status: RunStatus
    round: int
    revision: int
    event_count: int
    post_count: int
    epoch: int
    lease_until: datetime | None
    lease_holder: str | None
    opened_at: datetime
    touched_at: datetime
    ended_at: datetime | None
    withheld_until: datetime | None = None
    model: str = ""
    kind: RunKind = "practice"


class AtThread(NamedTuple):
    """The run in a thread. Where there is none, `may_open` says that a run in the channel is still to learn its thread,
    and that it may turn out to be this one."""

    run: Run | None
    may_open: bool


class OpenThread(NamedTuple):
    """The thread of a live run, and the ts of the newest message in it that has come in."""

    run_id: RunId
    channel: str
    thread_ts: str
    last_seen: str


_FIELDS = tuple(each.name for each in fields(Run))
COLUMNS = tuple(runs.c[name] for name in _FIELDS)
"""The columns that `run_of` reads, in its order."""

_TEAM = runs.c.team == bindparam("in_team")
_THIS = and_(_TEAM, runs.c.id == bindparam("this_run"))
_IN_CHANNEL = and_(_TEAM, runs.c.channel == bindparam("in_channel"))
_GET = select(*COLUMNS).where(_THIS)
_FOR_THREAD = select(*COLUMNS).where(_IN_CHANNEL, runs.c.thread_ts == bindparam("in_thread"))
_OPENING = select(runs.c.id).where(_IN_CHANNEL, runs.c.thread_ts.is_(None), runs.c.status == "opening").limit(1)
_PRACTICE = runs.c.kind == word("practice")
_OF_REP = (
    select(*COLUMNS)
    .where(_TEAM, runs.c.rep == bindparam("of_rep"), _PRACTICE)
    .order_by(runs.c.status == "ended", runs.c.touched_at.desc())
    .limit(bindparam("most", type_=Integer))
)
_OF_SEED = and_(
    _TEAM,
    runs.c.pack == bindparam("of_pack"),
    runs.c.draw_epoch == bindparam("of_epoch"),
)
_HAS_OPENED = or_(runs.c.status != "ended", runs.c.thread_ts.is_not(None))
_PEOPLE = select(func.count(distinct(runs.c.rep))).where(_OF_SEED, runs.c.seed == bindparam("of_seed"), _HAS_OPENED)
_TIMES_MET = (
    select(runs.c.seed, func.count())
    .where(_OF_SEED, runs.c.rep == bindparam("of_rep"), _HAS_OPENED)
    .group_by(runs.c.seed)
)
_LATEST_HERE = (
    select(*COLUMNS)
    .where(_IN_CHANNEL, runs.c.rep == bindparam("of_rep"), _PRACTICE)
    .order_by(runs.c.opened_at.desc(), runs.c.id)
    .limit(1)
)
_SET_THREAD = (
    update(runs)
    .where(_THIS)
    .values(
        thread_ts=func.coalesce(runs.c.thread_ts, bindparam("root_ts", type_=Text)),
        status=case((runs.c.status == "opening", "open"), else_=runs.c.status),
    )
)
_IDLE = (
    select(*COLUMNS)
    .where(runs.c.status == "open", runs.c.touched_at < bindparam("before"))
    .order_by(runs.c.touched_at)
    .limit(bindparam("most", type_=Integer))
)
_WAS_WITHHELD = (
    select(*COLUMNS)
    .where(runs.c.withheld_until <= bindparam("moment"), runs.c.status == "ended")
    .order_by(runs.c.withheld_until)
    .limit(bindparam("most", type_=Integer))
)
_SHOW = update(runs).where(_THIS).values(withheld_until=None)
_NEWEST_SEEN = (
    select(func.max(inbox.c.message_ts))
    .where(inbox.c.team == runs.c.team, inbox.c.channel == runs.c.channel, inbox.c.thread_ts == runs.c.thread_ts)
    .scalar_subquery()
)
_OPEN_THREADS = (
    select(runs.c.id, runs.c.channel, runs.c.thread_ts, func.coalesce(_NEWEST_SEEN, runs.c.thread_ts))
    .where(_TEAM, runs.c.status.in_(("open", "paused")), runs.c.thread_ts.is_not(None))
    .order_by(runs.c.touched_at)
)


def run_of(row: Sequence[Any]) -> Run:
    """The run in a row of `COLUMNS`."""
    values: dict[str, Any] = dict(zip(_FIELDS, row, strict=True))
    values["profile"] = _PROFILE.validate_python(values["profile"])
    values["rules"] = _RULES.validate_python(values["rules"])
    return Run(**values)


async def open_run(connection: Connection, new: NewRun, events: Sequence[Event], posts: Sequence[Post]) -> Run:
    """The run, stored as `opening` with its first events and the posts that will open its thread."""
    row = _row_of(new) | {"event_count": len(events), "post_count": len(posts)}

    event_rows = run_events.rows_of(new.team, new.id, 0, events)
    post_rows = lane_rows(new.team, new.id, new.channel, 0, posts, new.opened_at)

    def store(transaction: Transaction) -> None:
        transaction.insert(runs, [row])
        run_events.append(transaction, event_rows)
        transaction.insert(outbox, post_rows)

    await connection.do(store)
    return Run(**{**row, "profile": new.profile, "rules": new.rules})


def _row_of(new: NewRun) -> dict[str, Any]:
    return {name: getattr(new, name) for name in NewRun.__slots__} | {
        "profile": _PROFILE.dump_python(new.profile, mode="json"),
        "rules": asdict(new.rules),
        "status": "opening",
        "thread_ts": None,
        "round": 0,
        "revision": 0,
        "epoch": 0,
        "lease_until": None,
        "lease_holder": None,
        "touched_at": new.opened_at,
        "ended_at": None,
    }


async def get(connection: Connection, team: str, run_id: str) -> Run | None:
    """The run of that id in the team."""
    row = await connection.first(_GET, in_team=team, this_run=run_id)
    return None if row is None else run_of(row)


async def for_thread(connection: Connection, team: str, channel: str, thread_ts: str) -> Run | None:
    """The run that is held in the thread, whatever its status."""
    row = await connection.first(_FOR_THREAD, in_team=team, in_channel=channel, in_thread=thread_ts)
    return None if row is None else run_of(row)


async def at_thread(database: Database, team: str, channel: str, thread_ts: str) -> AtThread:
    """What is to be found in the thread, looked up in one go."""

    def look(transaction: Transaction) -> AtThread:
        row = transaction.first(_FOR_THREAD, in_team=team, in_channel=channel, in_thread=thread_ts)
        if row is not None:
            return AtThread(run_of(row), may_open=False)
        return AtThread(None, transaction.first(_OPENING, in_team=team, in_channel=channel) is not None)

    return await database.read(look)


async def no_longer_withheld(connection: Connection, now: datetime, limit: int) -> tuple[Run, ...]:
    """Runs that are over and whose time has come; from now on nothing of them is withheld."""
    found = tuple(run_of(row) for row in await connection.all(_WAS_WITHHELD, moment=now, most=limit))
    for run in found:
        await connection.run(_SHOW, in_team=run.team, this_run=run.id)
    return found


async def of_rep(connection: Connection, team: str, rep: str, limit: int) -> tuple[Run, ...]:
    """The rep's runs with one buyer, the live ones first, then the latest."""
    rows = await connection.all(_OF_REP, in_team=team, of_rep=rep, most=limit)
    return tuple(run_of(row) for row in rows)


async def latest_here(connection: Connection, team: str, channel: str, rep: str) -> Run | None:
    """The run with one buyer that the rep began last in the channel."""
    row = await connection.first(_LATEST_HERE, in_team=team, in_channel=channel, of_rep=rep)
    return None if row is None else run_of(row)


async def people_who_met(connection: Connection, team: str, pack: str, draw_epoch: int, seed: int) -> int:
    """How many people of the team have begun a run on the seed."""
    row = await connection.first(_PEOPLE, in_team=team, of_pack=pack, of_epoch=draw_epoch, of_seed=seed)
    return int(row[0]) if row else 0


async def times_met(connection: Connection, team: str, rep: str, pack: str, draw_epoch: int) -> dict[int, int]:
    """How often the rep has begun a run on each seed of the pack; seeds never met are left out."""
    rows = await connection.all(_TIMES_MET, in_team=team, of_rep=rep, of_pack=pack, of_epoch=draw_epoch)
    return {int(row[0]): int(row[1]) for row in rows}


def set_thread(transaction: Transaction, team: str, run_id: str, ts: str) -> None:
    """Notes the ts of the run's root, which opens the run; a thread once noted stays."""
    transaction.run(_SET_THREAD, in_team=team, this_run=run_id, root_ts=ts)


async def idle_since(connection: Connection, before: datetime, limit: int) -> tuple[Run, ...]:
    """Open runs of every team in which nothing has happened since `before`, the longest idle first."""
    rows = await connection.all(_IDLE, before=before, most=limit)
    return tuple(run_of(row) for row in rows)


async def open_threads(connection: Connection, team: str) -> tuple[OpenThread, ...]:
    """The threads of the team's live runs, to look for messages that were missed while the bot was away."""
    return tuple(OpenThread(*row) for row in await connection.all(_OPEN_THREADS, in_team=team))
