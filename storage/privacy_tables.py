"""The tables of what people may ask about their own data, and of how long it is kept."""

from sqlalchemy import Column, Date, Integer, PrimaryKeyConstraint, Table, Text

from storage.columns import UtcDateTime, metadata

homes = Table(
    "homes",
    metadata,
    Column("team", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("opened_at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("team", "person"),
)
"""Those who have opened their Home: only theirs is drawn again when something changes."""

departures = Table(
    "departures",
    metadata,
    Column("team", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("asked_at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("team", "person"),
)
"""Those who have asked for their data to be deleted, until it is."""

retention = Table(
    "retention",
    metadata,
    Column("team", Text, nullable=False),
    Column("days", Integer, nullable=False),
    Column("set_by", Text, nullable=False),
    Column("set_at", UtcDateTime, nullable=False),
    Column("done_on", Date),
    PrimaryKeyConstraint("team"),
)
"""For how many days a team keeps what was said: for good without a row. `done_on` is when it was last cleared."""
