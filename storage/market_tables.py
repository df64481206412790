"""The tables of markets: what is set up once, and the talks that were held in it."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

from storage.columns import Json, Number, UtcDateTime, Words, metadata

sessions = Table(
    "sessions",
    metadata,
    Column("team", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("market", Text, nullable=False),
    Column("title", Words, nullable=False),
    Column("seed", Number),
    Column("currency", Json, nullable=False),
    Column("items", Json, nullable=False),
    Column("rules", Json, nullable=False),
    Column("called", Text),
    Column("made_by", Text, nullable=False),
    Column("made_at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("team", "id"),
    UniqueConstraint("team", "called"),
)
"""`market` is the id that the market has among all; `called` that under which a team finds one of its own again."""

buyer_configs = Table(
    "buyer_configs",
    metadata,
    Column("team", Text, nullable=False),
    Column("session_id", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("item", Text, nullable=False),
    Column("quantity", Integer, nullable=False),
    Column("min_price", Number, nullable=False),
    Column("max_price", Number, nullable=False),
    PrimaryKeyConstraint("team", "session_id", "item"),
    ForeignKeyConstraint(["team", "session_id"], ["sessions.team", "sessions.id"]),
    CheckConstraint("min_price <= max_price", name="ck_buyer_configs_prices"),
)

seller_configs = Table(
    "seller_configs",
    metadata,
    Column("team", Text, nullable=False),
    Column("session_id", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("handle", Text, nullable=False),
    Column("style", Text, nullable=False),
    Column("retention_weight", Integer, nullable=False),
    Column("profit_weight", Integer, nullable=False),
    PrimaryKeyConstraint("team", "session_id", "handle"),
    ForeignKeyConstraint(["team", "session_id"], ["sessions.team", "sessions.id"]),
)
"""The weights are in percent."""

seller_inventory = Table(
    "seller_inventory",
    metadata,
    Column("team", Text, nullable=False),
    Column("session_id", Text, nullable=False),
    Column("handle", Text, nullable=False),
    Column("item", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("pieces", Integer, nullable=False),
    Column("cost_price", Number, nullable=False),
    Column("least_price", Number, nullable=False),
    Column("selling_price", Number, nullable=False),
    Column("facts", Json, nullable=False),
    Column("bulk_from", Integer, nullable=False),
    Column("bulk_off", Integer, nullable=False),
    PrimaryKeyConstraint("team", "session_id", "handle", "item"),
    ForeignKeyConstraint(
        ["team", "session_id", "handle"],
        ["seller_configs.team", "seller_configs.session_id", "seller_configs.handle"],
    ),
    CheckConstraint(
        "cost_price < least_price AND least_price <= selling_price", name="ck_seller_inventory_prices"
    ),
)  # fmt: skip

negotiation_runs = Table(
    "negotiation_runs",
    metadata,
    Column("team", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("session_id", Text, nullable=False),
    Column("item", Text, nullable=False),
    Column("run_id", Text),
    Column("number", Integer, nullable=False),
    Column("buyer", Text, nullable=False),
    Column("sellers", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("started_at", UtcDateTime, nullable=False),
    Column("ended_at", UtcDateTime),
    PrimaryKeyConstraint("team", "id"),
    ForeignKeyConstraint(["team", "session_id"], ["sessions.team", "sessions.id"]),
    ForeignKeyConstraint(["team", "run_id"], ["runs.team", "runs.id"]),
    UniqueConstraint("team", "run_id", "number"),
)
"""`run_id` is the thread in which it is held, `number` its place there, from 1; null and 0 for what ran unattended.

`buyer` and `sellers` say who plays them: `person`, `strict` with its habits, or the name of a language model.
"""
Index("ix_negotiation_runs_session", negotiation_runs.c.team, negotiation_runs.c.session_id)

messages = Table(
    "messages",
    metadata,
    Column("team", Text, nullable=False),
    Column("negotiation_id", Text, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("round", Integer, nullable=False),
    Column("sender", Text, nullable=False),
    Column("recipients", Json, nullable=False),
    Column("text", Words, nullable=False),
    Column("price", Number),
    Column("quantity", Integer),
    Column("model", Text, nullable=False),
    Column("reasoning", Words, nullable=False),
    Column("details", Json, nullable=False),
    PrimaryKeyConstraint("team", "negotiation_id", "seq"),
    ForeignKeyConstraint(["team", "negotiation_id"], ["negotiation_runs.team", "negotiation_runs.id"]),
)
"""What happened in a talk, append-only: its state is the fold. `sender` is a handle, or empty for the buyer."""

outcomes = Table(
    "outcomes",
    metadata,
    Column("team", Text, nullable=False),
    Column("negotiation_id", Text, nullable=False),
    Column("decision", Text, nullable=False),
    Column("seller", Text),
    Column("price", Number),
    Column("quantity", Integer, nullable=False),
    Column("total", Number, nullable=False),
    Column("score", Integer, nullable=False),
    Column("passed", Boolean, nullable=False),
    Column("summary", Words, nullable=False),
    Column("payload", Json, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("team", "negotiation_id"),
    ForeignKeyConstraint(["team", "negotiation_id"], ["negotiation_runs.team", "negotiation_runs.id"]),
)
"""How a talk ended: who sold most, at what a piece cost in the mean (rounded up), and the verdict on its buyer."""
