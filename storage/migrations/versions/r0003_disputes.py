"""Disputed checks, the cards of them that managers have, and the score that a verdict was changed to."""

import sqlalchemy as sa
from alembic import op

from storage.columns import UtcDateTime, Words

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Creates the two tables and puts the adjusted score beside the judge's."""
    op.add_column("verdicts", sa.Column("adjusted", sa.Integer))
    op.add_column("verdicts", sa.Column("adjusted_passed", sa.Boolean))
    op.create_table(
        "disputes",
        sa.Column("team", sa.Text, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("run_id", sa.Text, nullable=False),
        sa.Column("check_id", sa.Text, nullable=False),
        sa.Column("rep", sa.Text, nullable=False),
        sa.Column("words", Words, nullable=False),
        sa.Column("given", sa.Integer, nullable=False),
        sa.Column("of", sa.Integer, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("filed_at", UtcDateTime, nullable=False),
        sa.Column("told_at", UtcDateTime),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("points", sa.Integer),
        sa.Column("reason", Words),
        sa.Column("decided_by", sa.Text),
        sa.Column("decider_name", Words),
        sa.Column("decided_key", sa.Text),
        sa.Column("decided_at", UtcDateTime),
        sa.PrimaryKeyConstraint("team", "id", name="pk_disputes"),
        sa.UniqueConstraint("team", "run_id", "check_id", name="uq_disputes_team_run_id_check_id"),
        sa.ForeignKeyConstraint(["team", "run_id"], ["runs.team", "runs.id"], name="fk_disputes_runs"),
    )
    op.create_index("ix_disputes_status", "disputes", ["team", "status", "filed_at"])
    op.create_index("ix_disputes_untold", "disputes", ["told_at", "filed_at"])
    op.create_table(
        "dispute_cards",
        sa.Column("team", sa.Text, nullable=False),
        sa.Column("dispute_id", sa.Text, nullable=False),
        sa.Column("manager", sa.Text, nullable=False),
        sa.Column("oid", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("team", "dispute_id", "manager", name="pk_dispute_cards"),
        sa.ForeignKeyConstraint(
            ["team", "dispute_id"],
            ["disputes.team", "disputes.id"],
            name="fk_dispute_cards_disputes",
        ),
    )
