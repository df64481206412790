"""Markets, and the talks that are held in them; a run says whether it is one with one buyer, or in a market."""

import sqlalchemy as sa
from alembic import op

from storage.columns import Json, Number, UtcDateTime, Words

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Creates the tables; every run so far was no market."""
    op.add_column("runs", sa.Column("kind", sa.Text, nullable=False, server_default="practice"))
    _sessions()
    _sellers()
    _talks()
    _messages()
    _outcomes()


def _sessions() -> None:
    op.create_table(
        "sessions",
        sa.Column("team", sa.Text, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("market", sa.Text, nullable=False),
        sa.Column("title", Words, nullable=False),
        sa.Column("seed", Number),
        sa.Column("currency", Json, nullable=False),
        sa.Column("items", Json, nullable=False),
        sa.Column("rules", Json, nullable=False),
        sa.Column("called", sa.Text),
        sa.Column("made_by", sa.Text, nullable=False),
        sa.Column("made_at", UtcDateTime, nullable=False),
        sa.PrimaryKeyConstraint("team", "id", name="pk_sessions"),
        sa.UniqueConstraint("team", "called", name="uq_sessions_team_called"),
    )
    op.create_table(
        "buyer_configs",
        sa.Column("team", sa.Text, nullable=False),
        sa.Column("session_id", sa.Text, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("item", sa.Text, nullable=False),
        sa.Column("quantity", sa.Integer, nullable=False),
        sa.Column("min_price", Number, nullable=False),
        sa.Column("max_price", Number, nullable=False),
        sa.PrimaryKeyConstraint("team", "session_id", "item", name="pk_buyer_configs"),
        sa.ForeignKeyConstraint(
            ["team", "session_id"], ["sessions.team", "sessions.id"], name="fk_buyer_configs_sessions"
        ),
        sa.CheckConstraint("min_price <= max_price", name="ck_buyer_configs_prices"),
    )


def _sellers() -> None:
    op.create_table(
        "seller_configs",
        sa.Column("team", sa.Text, nullable=False),
        sa.Column("session_id", sa.Text, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("handle", sa.Text, nullable=False),
        sa.Column("style", sa.Text, nullable=False),
        sa.Column("retention_weight", sa.Integer, nullable=False),
        sa.Column("profit_weight", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("team", "session_id", "handle", name="pk_seller_configs"),
        sa.ForeignKeyConstraint(
            ["team", "session_id"], ["sessions.team", "sessions.id"], name="fk_seller_configs_sessions"
        ),
    )
    op.create_table(
        "seller_inventory",
        sa.Column("team", sa.Text, nullable=False),
        sa.Column("session_id", sa.Text, nullable=False),
        sa.Column("handle", sa.Text, nullable=False),
        sa.Column("item", sa.Text, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("pieces", sa.Integer, nullable=False),
        sa.Column("cost_price", Number, nullable=False),
        sa.Column("least_price", Number, nullable=False),
        sa.Column("selling_price", Number, nullable=False),
        sa.Column("facts", Json, nullable=False),
        sa.Column("bulk_from", sa.Integer, nullable=False),
        sa.Column("bulk_off", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("team", "session_id", "handle", "item", name="pk_seller_inventory"),
        sa.ForeignKeyConstraint(
            ["team", "session_id", "handle"],
            ["seller_configs.team", "seller_configs.session_id", "seller_configs.handle"],
            name="fk_seller_inventory_seller_configs",
        ),
        sa.CheckConstraint(
            "cost_price < least_price AND least_price <= selling_price", name="ck_seller_inventory_prices"
        ),
    )


def _talks() -> None:
    op.create_table(
        "negotiation_runs",
        sa.Column("team", sa.Text, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("session_id", sa.Text, nullable=False),
        sa.Column("item", sa.Text, nullable=False),
        sa.Column("run_id", sa.Text),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("buyer", sa.Text, nullable=False),
        sa.Column("sellers", sa.Text, nullable=False),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("started_at", UtcDateTime, nullable=False),
        sa.Column("ended_at", UtcDateTime),
        sa.PrimaryKeyConstraint("team", "id", name="pk_negotiation_runs"),
        sa.ForeignKeyConstraint(
            ["team", "session_id"], ["sessions.team", "sessions.id"], name="fk_negotiation_runs_sessions"
        ),
        sa.ForeignKeyConstraint(["team", "run_id"], ["runs.team", "runs.id"], name="fk_negotiation_runs_runs"),
        sa.UniqueConstraint("team", "run_id", "number", name="uq_negotiation_runs_team_run_id_number"),
    )
    op.create_index("ix_negotiation_runs_session", "negotiation_runs", ["team", "session_id"])


def _messages() -> None:
    op.create_table(
        "messages",
        sa.Column("team", sa.Text, nullable=False),
        sa.Column("negotiation_id", sa.Text, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("at", UtcDateTime, nullable=False),
        sa.Column("round", sa.Integer, nullable=False),
        sa.Column("sender", sa.Text, nullable=False),
        sa.Column("recipients", Json, nullable=False),
        sa.Column("text", Words, nullable=False),
        sa.Column("price", Number),
        sa.Column("quantity", sa.Integer),
        sa.Column("model", sa.Text, nullable=False),
        sa.Column("reasoning", Words, nullable=False),
        sa.Column("details", Json, nullable=False),
        sa.PrimaryKeyConstraint("team", "negotiation_id", "seq", name="pk_messages"),
        sa.ForeignKeyConstraint(
            ["team", "negotiation_id"],
            ["negotiation_runs.team", "negotiation_runs.id"],
            name="fk_messages_negotiation_runs",
        ),
    )


def _outcomes() -> None:
    op.create_table(
        "outcomes",
        sa.Column("team", sa.Text, nullable=False),
        sa.Column("negotiation_id", sa.Text, nullable=False),
        sa.Column("decision", sa.Text, nullable=False),
        sa.Column("seller", sa.Text),
        sa.Column("price", Number),
        sa.Column("quantity", sa.Integer, nullable=False),
        sa.Column("total", Number, nullable=False),
        sa.Column("score", sa.Integer, nullable=False),
        sa.Column("passed", sa.Boolean, nullable=False),
        sa.Column("summary", Words, nullable=False),
        sa.Column("payload", Json, nullable=False),
        sa.Column("at", UtcDateTime, nullable=False),
        sa.PrimaryKeyConstraint("team", "negotiation_id", name="pk_outcomes"),
        sa.ForeignKeyConstraint(
            ["team", "negotiation_id"],
            ["negotiation_runs.team", "negotiation_runs.id"],
            name="fk_outcomes_negotiation_runs",
        ),
    )
