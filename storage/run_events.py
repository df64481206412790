"""The events of a run, append-only: the run's state is their fold."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import bindparam, select

from engine.negotiation.events import Event, decode, encode
from storage.connection import Connection
from storage.tables import run_events
from storage.transaction import Transaction

_OF_RUN = (
    select(run_events.c.payload)
    .where(run_events.c.team == bindparam("team"), run_events.c.run_id == bindparam("run_id"))
    .order_by(run_events.c.seq)
)


def rows_of(team: str, run_id: str, first_seq: int, events: Sequence[Event]) -> list[dict[str, Any]]:
    """Rows for the events, numbered from `first_seq`, the count of those before."""
    return [
        {"team": team, "run_id": run_id, "seq": seq, "kind": event.kind, "payload": encode(event)}
        for seq, event in enumerate(events, first_seq)
    ]


def append(transaction: Transaction, rows: Sequence[Mapping[str, Any]]) -> None:
    """Adds the rows. A number that is taken is a bug."""
    transaction.insert(run_events, rows)


async def load(connection: Connection, team: str, run_id: str) -> tuple[Event, ...]:
    """Every event of the run, oldest first; empty for an unknown run."""
    rows = await connection.all(_OF_RUN, team=team, run_id=run_id)
    return tuple(decode(payload) for (payload,) in rows)
