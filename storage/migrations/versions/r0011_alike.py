"""Which runs that count have lines that are nearly those of another one."""

import sqlalchemy as sa
from alembic import op

from storage.columns import UtcDateTime

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Creates the tables. Runs of windows that are still open are compared once more."""
    op.create_table(
        "compared_runs",
        sa.Column("team", sa.Text, nullable=False),
        sa.Column("run_id", sa.Text, nullable=False),
        sa.Column("at", UtcDateTime, nullable=False),
        sa.PrimaryKeyConstraint("team", "run_id", name="pk_compared_runs"),
        sa.ForeignKeyConstraint(
            ["team", "run_id"], ["attempts.team", "attempts.run_id"], name="fk_compared_runs_attempts"
        ),
    )
    op.create_table(
        "alike_runs",
        sa.Column("team", sa.Text, nullable=False),
        sa.Column("run_id", sa.Text, nullable=False),
        sa.Column("other_run", sa.Text, nullable=False),
        sa.Column("lines", sa.Integer, nullable=False),
        sa.Column("of", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("team", "run_id", "other_run", name="pk_alike_runs"),
        sa.ForeignKeyConstraint(
            ["team", "run_id"], ["attempts.team", "attempts.run_id"], name="fk_alike_runs_attempts"
        ),
        sa.ForeignKeyConstraint(
            ["team", "other_run"], ["attempts.team", "attempts.run_id"], name="fk_alike_runs_other"
        ),
    )
    op.create_index("ix_alike_runs_other", "alike_runs", ["team", "other_run"])
