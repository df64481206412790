"""Runs, their events and verdicts, the inbox and the outbox."""

import sqlalchemy as sa
from alembic import op

from storage.columns import Json, Number, UtcDateTime, Words

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Creates the first tables."""
    _create_runs()
    _create_run_events()
    _create_inbox()
    _create_outbox()
    _create_verdicts()
    _create_pinned_packs()
    _create_once_keys()


def _create_runs() -> None:
    op.create_table(
        "runs",
        sa.Column("team", sa.Text, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("thread_ts", sa.Text),
        sa.Column("rep", sa.Text, nullable=False),
        sa.Column("pack", sa.Text, nullable=False),
        sa.Column("pack_hash", sa.Text, nullable=False),
        sa.Column("draw_epoch", sa.Integer, nullable=False),
        sa.Column("seed", Number, nullable=False),
        sa.Column("mode", sa.Text, nullable=False),
        sa.Column("engine", sa.Text, nullable=False),
        sa.Column("profile", Json, nullable=False),
        sa.Column("profile_hash", sa.Text, nullable=False),
        sa.Column("rules", Json, nullable=False),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("round", sa.Integer, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("event_count", sa.Integer, nullable=False),
        sa.Column("post_count", sa.Integer, nullable=False),
        sa.Column("epoch", sa.Integer, nullable=False),
        sa.Column("lease_until", UtcDateTime),
        sa.Column("lease_holder", sa.Text),
        sa.Column("opened_at", UtcDateTime, nullable=False),
        sa.Column("touched_at", UtcDateTime, nullable=False),
        sa.Column("ended_at", UtcDateTime),
        sa.PrimaryKeyConstraint("team", "id", name="pk_runs"),
        sa.UniqueConstraint("team", "channel", "thread_ts", name="uq_runs_team_channel_thread_ts"),
    )
    op.create_index("ix_runs_rep", "runs", ["team", "rep", "touched_at"])
    op.create_index("ix_runs_status", "runs", ["status", "touched_at"])


def _create_run_events() -> None:
    op.create_table(
        "run_events",
        sa.Column("team", sa.Text, nullable=False),
        sa.Column("run_id", sa.Text, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("payload", Json, nullable=False),
        sa.PrimaryKeyConstraint("team", "run_id", "seq", name="pk_run_events"),
        sa.ForeignKeyConstraint(["team", "run_id"], ["runs.team", "runs.id"], name="fk_run_events_runs"),
    )


def _create_inbox() -> None:
    op.create_table(
        "inbox",
        sa.Column("id", Number, nullable=False, autoincrement=True),
        sa.Column("team", sa.Text, nullable=False),
        sa.Column("event_id", sa.Text, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("thread_ts", sa.Text, nullable=False),
        sa.Column("message_ts", sa.Text),
        sa.Column("position", sa.Text, nullable=False),
        sa.Column("user", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("text", Words, nullable=False),
        sa.Column("received_at", UtcDateTime, nullable=False),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("reason", Words),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("not_before", UtcDateTime, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_inbox"),
        sa.UniqueConstraint("team", "event_id", name="uq_inbox_team_event_id"),
        sa.UniqueConstraint("team", "channel", "message_ts", name="uq_inbox_team_channel_message_ts"),
    )
    still_open = sa.text("status = 'open'")
    op.create_index(
        "ix_inbox_open",
        "inbox",
        ["team", "channel", "thread_ts", "position", "id"],
        sqlite_where=still_open,
        postgresql_where=still_open,
    )
    op.create_index("ix_inbox_due", "inbox", ["not_before"], sqlite_where=still_open, postgresql_where=still_open)
    op.create_index("ix_inbox_thread", "inbox", ["team", "channel", "thread_ts", "message_ts"])


def _create_outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("id", Number, nullable=False, autoincrement=True),
        sa.Column("team", sa.Text, nullable=False),
        sa.Column("lane", sa.Text, nullable=False),
        sa.Column("run_id", sa.Text),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("oid", sa.Text, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("thread_ts", sa.Text),
        sa.Column("op", sa.Text, nullable=False),
        sa.Column("payload", Json, nullable=False),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("not_before", UtcDateTime, nullable=False),
        sa.Column("attempt_at", UtcDateTime),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("lease_until", UtcDateTime),
        sa.Column("sender", sa.Text),
        sa.Column("ts", sa.Text),
        sa.Column("reason", Words),
        sa.Column("created_at", UtcDateTime, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
        sa.UniqueConstraint("team", "lane", "seq", name="uq_outbox_team_lane_seq"),
        sa.UniqueConstraint("oid", name="uq_outbox_oid"),
        sa.ForeignKeyConstraint(["team", "run_id"], ["runs.team", "runs.id"], name="fk_outbox_runs"),
    )
    not_yet_sent = sa.text("status IN ('pending', 'sending')")
    op.create_index(
        "ix_outbox_unsent",
        "outbox",
        ["team", "lane", "seq"],
        sqlite_where=not_yet_sent,
        postgresql_where=not_yet_sent,
    )
    pending, sending = sa.text("status = 'pending'"), sa.text("status = 'sending'")
    op.create_index("ix_outbox_due", "outbox", ["not_before"], sqlite_where=pending, postgresql_where=pending)
    op.create_index("ix_outbox_sending", "outbox", ["lease_until"], sqlite_where=sending, postgresql_where=sending)


def _create_verdicts() -> None:
    op.create_table(
        "verdicts",
        sa.Column("team", sa.Text, nullable=False),
        sa.Column("run_id", sa.Text, nullable=False),
        sa.Column("det_score", sa.Integer, nullable=False),
        sa.Column("passed", sa.Boolean, nullable=False),
        sa.Column("payload", Json, nullable=False),
        sa.Column("rubric_hash", sa.Text, nullable=False),
        sa.Column("at", UtcDateTime, nullable=False),
        sa.PrimaryKeyConstraint("team", "run_id", name="pk_verdicts"),
        sa.ForeignKeyConstraint(["team", "run_id"], ["runs.team", "runs.id"], name="fk_verdicts_runs"),
    )


def _create_pinned_packs() -> None:
    op.create_table(
        "pinned_packs",
        sa.Column("hash", sa.Text, nullable=False),
        sa.Column("pack", sa.Text, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("pinned_at", UtcDateTime, nullable=False),
        sa.PrimaryKeyConstraint("hash", name="pk_pinned_packs"),
    )


def _create_once_keys() -> None:
    op.create_table(
        "once_keys",
        sa.Column("team", sa.Text, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("at", UtcDateTime, nullable=False),
        sa.PrimaryKeyConstraint("team", "key", name="pk_once_keys"),
    )
