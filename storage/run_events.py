"""The events of a run, append-only: the run's state is their fold."""

from collections.abc import Sequence

from sqlalchemy import select

from engine.negotiation.events import Event, decode, encode
from storage.connection import Connection
from storage.tables import run_events


async def append(connection: Connection, team: str, run_id: str, first_seq: int, events: Sequence[Event]) -> None:
    """Adds the events, numbered from `first_seq` (the count of those before). A number that is taken is a bug."""
    await connection.insert(
        run_events,
        [
            {"team": team, "run_id": run_id, "seq": seq, "kind": event.kind, "payload": encode(event)}
            for seq, event in enumerate(events, first_seq)
        ],
    )


async def load(connection: Connection, team: str, run_id: str) -> tuple[Event, ...]:
    """Every event of the run, oldest first; empty for an unknown run."""
    of_run = (run_events.c.team == team, run_events.c.run_id == run_id)
    rows = await connection.all(select(run_events.c.payload).where(*of_run).order_by(run_events.c.seq))
    return tuple(decode(row[run_events.c.payload]) for row in rows)
