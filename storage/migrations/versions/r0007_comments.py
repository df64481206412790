"""What a model comments on a verdict, and when it is due."""

import sqlalchemy as sa
from alembic import op

from storage.columns import Json, UtcDateTime

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Creates the table. Verdicts from before it get no comments."""
    op.create_table(
        "comments",
        sa.Column("team", sa.Text, nullable=False),
        sa.Column("run_id", sa.Text, nullable=False),
        sa.Column("due_at", UtcDateTime, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("lease_until", UtcDateTime),
        sa.Column("payload", Json),
        sa.Column("full_score", sa.Integer),
        sa.Column("at", UtcDateTime),
        sa.PrimaryKeyConstraint("team", "run_id", name="pk_comments"),
        sa.ForeignKeyConstraint(["team", "run_id"], ["verdicts.team", "verdicts.run_id"], name="fk_comments_verdicts"),
    )
    op.create_index("ix_comments_due", "comments", ["at", "due_at"])
