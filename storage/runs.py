"""Runs: one row for each negotiation, with what its opening drew and where it stands."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, fields
from datetime import datetime
from typing import Any, Literal, NamedTuple, NewType
from uuid import uuid4

from pydantic import TypeAdapter
from sqlalchemy import RowMapping, and_, func, select, update

from engine.negotiation.events import Event
from engine.scenario.rules import Rules
from storage import run_events
from storage.connection import Connection
from storage.lanes import lane_rows
from storage.posts import Post
from storage.tables import inbox, outbox, runs

RunId = NewType("RunId", str)
RunStatus = Literal["opening", "open", "paused", "ended"]
Profile = tuple[tuple[str, str | int | tuple[str, ...]], ...]
"""The drawn attributes, as `Scenario.attributes` has them."""

_PROFILE: TypeAdapter[Profile] = TypeAdapter(Profile)
_RULES: TypeAdapter[Rules] = TypeAdapter(Rules)
_LIVE = ("open", "paused")


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
    id: RunId = field(default_factory=new_run_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A run as it was read; `revision` counts its turns, `epoch` its claims."""

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


class OpenThread(NamedTuple):
    """The thread of a live run, and the ts of the newest message in it that has come in."""

    run_id: RunId
    channel: str
    thread_ts: str
    last_seen: str


_FIELDS = tuple(each.name for each in fields(Run))


def run_of(row: RowMapping) -> Run:
    """The run in a row that holds every column of `runs`."""
    values: dict[str, Any] = {name: row[runs.c[name]] for name in _FIELDS}
    values["profile"] = _PROFILE.validate_python(values["profile"])
    values["rules"] = _RULES.validate_python(values["rules"])
    return Run(**values)


async def open_run(connection: Connection, new: NewRun, events: Sequence[Event], posts: Sequence[Post]) -> Run:
    """The run, stored as `opening` with its first events and the posts that will open its thread."""
    row = _row_of(new) | {"event_count": len(events), "post_count": len(posts)}
    await connection.insert(runs, [row])
    await run_events.append(connection, new.team, new.id, 0, events)
    await connection.insert(outbox, lane_rows(new.team, new.id, new.channel, 0, posts, new.opened_at))
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
    row = await connection.first(select(runs).where(runs.c.team == team, runs.c.id == run_id))
    return None if row is None else run_of(row)


async def for_thread(connection: Connection, team: str, channel: str, thread_ts: str) -> Run | None:
    """The run that is held in the thread, whatever its status."""
    here = (runs.c.team == team, runs.c.channel == channel, runs.c.thread_ts == thread_ts)
    row = await connection.first(select(runs).where(*here))
    return None if row is None else run_of(row)


async def has_opening(connection: Connection, team: str, channel: str) -> bool:
    """Whether a run in the channel is waiting to learn its thread: an unknown thread there may turn out to be it."""
    here = (runs.c.team == team, runs.c.channel == channel, runs.c.thread_ts.is_(None), runs.c.status == "opening")
    return await connection.first(select(runs.c.id).where(*here).limit(1)) is not None


async def of_rep(connection: Connection, team: str, rep: str, limit: int) -> tuple[Run, ...]:
    """The rep's runs, the live ones first, then the latest."""
    mine = select(runs).where(runs.c.team == team, runs.c.rep == rep)
    rows = await connection.all(mine.order_by(runs.c.status == "ended", runs.c.touched_at.desc()).limit(limit))
    return tuple(run_of(row) for row in rows)


async def set_thread(connection: Connection, team: str, run_id: str, ts: str) -> None:
    """Notes the ts of the run's root, which opens the run; a thread once noted stays."""
    unknown = (runs.c.team == team, runs.c.id == run_id, runs.c.thread_ts.is_(None))
    await connection.run(update(runs).where(*unknown).values(thread_ts=ts))
    opening = (runs.c.team == team, runs.c.id == run_id, runs.c.status == "opening")
    await connection.run(update(runs).where(*opening).values(status="open"))


async def idle_since(connection: Connection, before: datetime, limit: int) -> tuple[Run, ...]:
    """Open runs of every team in which nothing has happened since `before`, the longest idle first."""
    idle = select(runs).where(runs.c.status == "open", runs.c.touched_at < before)
    rows = await connection.all(idle.order_by(runs.c.touched_at).limit(limit))
    return tuple(run_of(row) for row in rows)


async def open_threads(connection: Connection, team: str) -> tuple[OpenThread, ...]:
    """The threads of the team's live runs, to look for messages that were missed while the bot was away."""
    same = and_(inbox.c.team == runs.c.team, inbox.c.channel == runs.c.channel, inbox.c.thread_ts == runs.c.thread_ts)
    newest = select(func.max(inbox.c.message_ts)).where(same).scalar_subquery()
    live = (runs.c.team == team, runs.c.status.in_(_LIVE), runs.c.thread_ts.is_not(None))
    rows = await connection.all(
        select(runs.c.id, runs.c.channel, runs.c.thread_ts, func.coalesce(newest, runs.c.thread_ts).label("seen"))
        .where(*live)
        .order_by(runs.c.touched_at)
    )
    return tuple(OpenThread(*row.values()) for row in rows)
