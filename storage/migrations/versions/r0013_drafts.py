"""What managers are about to assign, and until when an assignment comes again."""

import sqlalchemy as sa
from alembic import op

from storage.columns import Json, UtcDateTime

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Creates the table; what was assigned before goes on without an end."""
    op.add_column("assignments", sa.Column("until_on", sa.Text, nullable=False, server_default=""))
    op.create_table(
        "drafts",
        sa.Column("team", sa.Text, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("manager", sa.Text, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("order", Json, nullable=False),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("made_at", UtcDateTime, nullable=False),
        sa.PrimaryKeyConstraint("team", "id", name="pk_drafts"),
    )
    op.create_index("ix_drafts_made", "drafts", ["made_at"])
