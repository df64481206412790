"""Shared buyers, and a quick way to all runs of one seed."""

import sqlalchemy as sa
from alembic import op

from storage.columns import Number, UtcDateTime, Words

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Creates the table of shares and the index of runs by seed."""
    op.create_index("ix_runs_seed", "runs", ["team", "pack", "seed"])
    op.create_table(
        "shares",
        sa.Column("team", sa.Text, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("pack", sa.Text, nullable=False),
        sa.Column("pack_hash", sa.Text, nullable=False),
        sa.Column("draw_epoch", sa.Integer, nullable=False),
        sa.Column("seed", Number, nullable=False),
        sa.Column("sharer", sa.Text, nullable=False),
        sa.Column("sharer_name", Words, nullable=False),
        sa.Column("score", sa.Integer),
        sa.Column("at", UtcDateTime, nullable=False),
        sa.PrimaryKeyConstraint("team", "id", name="pk_shares"),
    )
    op.create_index("ix_shares_seed", "shares", ["team", "pack", "seed", "at"])
