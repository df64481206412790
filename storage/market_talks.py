"""The talks of markets: who holds them, what happened in them, and how they ended."""

from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import Any, Literal, NamedTuple, NewType
from uuid import uuid4

from pydantic import TypeAdapter
from sqlalchemy import BindParameter, Integer, and_, bindparam, func, select, update

from engine.marketplace import room as rooms
from engine.marketplace import verdict as verdicts
from engine.marketplace.market import Item, ItemId
from engine.marketplace.room import Bought, BuyerSaid, Room, RoomClosed, RoomEvent, RoomOpened, SellerSaid
from engine.marketplace.verdict import BuyerVerdict
from storage import runs as run_store
from storage.connection import Connection
from storage.market_tables import messages, negotiation_runs, outcomes, sessions
from storage.runs import Run, run_of
from storage.tables import runs
from storage.transaction import Transaction

TalkId = NewType("TalkId", str)
TalkStatus = Literal["in_progress", "completed", "aborted"]
PERSON = "person"
_ITEMS: TypeAdapter[tuple[Item, ...]] = TypeAdapter(tuple[Item, ...])


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """The bargaining for one item of a session. `run` is the thread in which it is held and `number` its place there,
    from 1; None and 0 for one that ran unattended. `buyer` and `sellers` say who plays them."""

    team: str
    session: str
    item: ItemId
    started_at: datetime
    run: str | None = None
    number: int = 0
    buyer: str = PERSON
    sellers: str = "strict"
    status: TalkStatus = "in_progress"
    ended_at: datetime | None = None
    id: TalkId = field(default_factory=lambda: TalkId(uuid4().hex))


class Came(NamedTuple):
    """What came of a talk: in words, in points, whether it passed, and when."""

    summary: str
    score: int
    passed: bool
    at: datetime


class Bargain(NamedTuple):
    """A talk of a person, with its run, the title of its market and its item; `came` is None before it is over."""

    run: Run
    title: str
    item: Item
    came: Came | None


class Bargained(NamedTuple):
    """Some of a person's talks in markets, the latest first, and how many there are in all."""

    shown: tuple[Bargain, ...] = ()
    total: int = 0


_TALK = ("team", "session_id", "item", "started_at", "run_id", "number", "buyer", "sellers", "status", "ended_at", "id")
_COLUMNS = tuple(negotiation_runs.c[name] for name in _TALK)
_TEAM = negotiation_runs.c.team == bindparam("in_team")
_THIS = and_(_TEAM, negotiation_runs.c.id == bindparam("this"))
_OF_ID = select(*_COLUMNS).where(_THIS)
_OF_RUN = (
    select(*_COLUMNS).where(_TEAM, negotiation_runs.c.run_id == bindparam("of_run")).order_by(negotiation_runs.c.number)
)
_MINE = and_(
    runs.c.team == bindparam("in_team"), runs.c.rep == bindparam("of_rep"), runs.c.thread_ts.is_not(None)
)  # fmt: skip
_HELD = and_(negotiation_runs.c.team == runs.c.team, negotiation_runs.c.run_id == runs.c.id)
_COUNT = select(func.count()).select_from(runs.join(negotiation_runs, _HELD)).where(_MINE)
_OUTCOME = tuple(outcomes.c[name] for name in ("summary", "score", "passed", "at"))
_BARGAIN = (*run_store.COLUMNS, sessions.c.title, sessions.c["items"], negotiation_runs.c.item, *_OUTCOME)
_LATEST = (
    select(*_BARGAIN)
    .select_from(
        runs.join(negotiation_runs, _HELD)
        .join(
            sessions,
            and_(sessions.c.team == negotiation_runs.c.team, sessions.c.id == negotiation_runs.c.session_id),
        )
        .outerjoin(
            outcomes,
            and_(outcomes.c.team == negotiation_runs.c.team, outcomes.c.negotiation_id == negotiation_runs.c.id),
        )
    )
    .where(_MINE)
    .order_by(
        func.coalesce(outcomes.c.at, runs.c.touched_at).desc(),
        negotiation_runs.c.started_at.desc(),
        negotiation_runs.c.number.desc(),
    )
    .limit(bindparam("most", type_=Integer))
    .offset(bindparam("after", type_=Integer))
)
_EVENT = ("kind", "at", "round", "sender", "recipients", "text", "price", "quantity", "model", "reasoning", "details")
_EVENTS = (
    select(*(messages.c[name] for name in _EVENT))
    .where(messages.c.team == bindparam("in_team"), messages.c.negotiation_id == bindparam("this"))
    .order_by(messages.c.seq)
)
_THESE: BindParameter[list[str]] = bindparam("these", expanding=True)
_EVENTS_OF_ALL = (
    select(messages.c.negotiation_id, *(messages.c[name] for name in _EVENT))
    .where(messages.c.team == bindparam("in_team"), messages.c.negotiation_id.in_(_THESE))
    .order_by(messages.c.negotiation_id, messages.c.seq)
)
_ENDED = (
    select(*_COLUMNS, outcomes.c.payload)
    .join(
        outcomes,
        and_(outcomes.c.team == negotiation_runs.c.team, outcomes.c.negotiation_id == negotiation_runs.c.id),
    )
    .where(_TEAM, negotiation_runs.c.id.in_(_THESE))
)
_END = update(negotiation_runs).where(_THIS).values(status=bindparam("to_status"), ended_at=bindparam("over_at"))
_VERDICT = select(outcomes.c.payload).where(
    outcomes.c.team == bindparam("in_team"), outcomes.c.negotiation_id == bindparam("this")
)


async def get(connection: Connection, team: str, this: str) -> Talk | None:
    """The talk of that id."""
    row = await connection.first(_OF_ID, in_team=team, this=this)
    return None if row is None else _talk_of(row)


async def of_run(connection: Connection, team: str, run: str) -> tuple[Talk, ...]:
    """The talks that are held in that run's thread, in their order; the last one is the one under way."""
    return tuple(_talk_of(row) for row in await connection.all(_OF_RUN, in_team=team, of_run=run))


async def count_of(connection: Connection, team: str, rep: str) -> int:
    """How many talks in markets the person has had."""
    row = await connection.first(_COUNT, in_team=team, of_rep=rep)
    return int(row[0]) if row else 0


async def latest_of(connection: Connection, team: str, rep: str, most: int, after: int = 0) -> tuple[Bargain, ...]:
    """The person's talks in markets, the one with the latest line or end first, without the `after` latest."""
    rows = await connection.all(_LATEST, in_team=team, of_rep=rep, most=most, after=after)
    return tuple(_bargain_of(row) for row in rows)


def _bargain_of(row: Sequence[Any]) -> Bargain:
    *columns, title, items, item, summary, score, passed, at = row
    found = next(each for each in _ITEMS.validate_python(items) if each.id == item)
    return Bargain(run_of(columns), title, found, None if at is None else Came(summary, score, passed, at))


async def events_of(connection: Connection, team: str, this: str) -> tuple[RoomEvent, ...]:
    """What happened in the talk, oldest first."""
    return tuple(_event_of(row) for row in await connection.all(_EVENTS, in_team=team, this=this))


async def verdict_of(connection: Connection, team: str, this: str) -> BuyerVerdict | None:
    """The verdict on the talk's buyer, once it is over."""
    row = await connection.first(_VERDICT, in_team=team, this=this)
    return None if row is None else verdicts.decode(row.payload)


async def ended(connection: Connection, team: str, ids: Sequence[str]) -> dict[str, tuple[Talk, BuyerVerdict]]:
    """Those of the talks that are over, with the verdicts on their buyers."""
    rows = await connection.all(_ENDED, in_team=team, these=list(ids))
    return {row.id: (_talk_of(row[:-1]), verdicts.decode(row.payload)) for row in rows}


async def events_of_all(connection: Connection, team: str, ids: Sequence[str]) -> dict[str, list[RoomEvent]]:
    """What happened in each of the talks, oldest first."""
    found: dict[str, list[RoomEvent]] = {}
    for this, *event in await connection.all(_EVENTS_OF_ALL, in_team=team, these=list(ids)):
        found.setdefault(this, []).append(_event_of(event))
    return found


def keep_whole(transaction: Transaction, talk: Talk, room: Room, verdict: BuyerVerdict) -> None:
    """Stores a talk that was held in one go, with how it ended."""
    begin(transaction, talk, room.events)
    end(transaction, talk, room, verdict, room.events[-1].at)


def begin(transaction: Transaction, talk: Talk, events: Sequence[RoomEvent]) -> None:
    """Stores a talk that begins, with what has happened in it so far."""
    values = (talk.team, talk.session, talk.item, talk.started_at, talk.run, talk.number, talk.buyer, talk.sellers)
    row = dict(zip(_TALK, (*values, talk.status, talk.ended_at, talk.id), strict=True))
    transaction.insert(negotiation_runs, [row])
    append(transaction, talk, 0, events)


def append(transaction: Transaction, talk: Talk, first_seq: int, events: Sequence[RoomEvent]) -> None:
    """Adds what happened, numbered from `first_seq`, the count of what did before. A number that is taken is a bug."""
    transaction.insert(messages, [_row_of(talk, seq, event) for seq, event in enumerate(events, first_seq)])


def end(transaction: Transaction, talk: Talk, room: Room, verdict: BuyerVerdict, now: datetime) -> None:
    """Notes how the talk ended."""
    transaction.run(_END, in_team=talk.team, this=talk.id, to_status="completed", over_at=now)
    transaction.insert(outcomes, [_outcome_of(talk, room, verdict, now)])


def abort(transaction: Transaction, talk: Talk, now: datetime) -> None:
    """Notes that the talk was given up before its end, without an outcome."""
    transaction.run(_END, in_team=talk.team, this=talk.id, to_status="aborted", over_at=now)


def _talk_of(row: Sequence[Any]) -> Talk:
    names = ("team", "session", "item", "started_at", "run", "number", "buyer", "sellers", "status", "ended_at", "id")
    return Talk(**dict(zip(names, row, strict=True)))


def _row_of(talk: Talk, seq: int, event: RoomEvent) -> dict[str, Any]:
    """The event's row: what every table of messages has in columns, the rest in `details`."""
    rest = rooms.encode(event)
    rest.pop("at")
    offer = rest.pop("bid" if event.kind == "buyer_said" else "offer", None)
    price, quantity = offer or (None, None)
    return {
        "team": talk.team,
        "negotiation_id": talk.id,
        "seq": seq,
        "kind": rest.pop("kind"),
        "at": event.at,
        "round": rest.pop("round", 0),
        "sender": rest.pop("seller", ""),
        "recipients": rest.pop("to", []),
        "text": rest.pop("text", ""),
        "price": price,
        "quantity": quantity,
        "model": rest.pop("by", ""),
        "reasoning": rest.pop("reasoning", ""),
        "details": rest,
    }


_FIELDS = {
    names["kind"]: frozenset(names)
    for of in (RoomOpened, BuyerSaid, SellerSaid, Bought, RoomClosed)
    if (names := {each.name: each.default for each in fields(of)})
}
"""What each kind of event has: those of its fields that are columns are read from there, the others from `details`."""


def _event_of(row: Sequence[Any]) -> RoomEvent:
    kind, at, number, sender, recipients, text, price, quantity, model, reasoning, details = row
    offer = None if price is None else (price, quantity)
    columns = {"round": number, "seller": sender, "to": recipients, "text": text, "by": model, "reasoning": reasoning}
    columns |= {"offer": offer, "bid": offer}
    own = {name: value for name, value in columns.items() if name in _FIELDS[kind]}
    return rooms.decode({"kind": kind, "at": at.isoformat(), **own, **details})


def _outcome_of(talk: Talk, room: Room, verdict: BuyerVerdict, now: datetime) -> dict[str, Any]:
    pieces, total = sum(each.offer.quantity for each in room.bought), sum(each.offer.total for each in room.bought)
    most = max(room.bought, key=lambda each: (each.offer.quantity, -each.offer.price), default=None)
    return {
        "team": talk.team,
        "negotiation_id": talk.id,
        "decision": verdict.ending.value,
        "seller": most.seller if most else None,
        "price": -(-total // pieces) if pieces else None,
        "quantity": pieces,
        "total": total,
        "score": verdict.total,
        "passed": verdict.passed,
        "summary": verdict.headline,
        "payload": verdicts.encode(verdict),
        "at": now,
    }
