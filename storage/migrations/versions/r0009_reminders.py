"""Who is not to be reminded of a window, and who has one open."""

import sqlalchemy as sa
from alembic import op

from storage.columns import UtcDateTime

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the column and the index by which those with something still due are found."""
    op.add_column("assignees", sa.Column("muted_at", UtcDateTime))
    op.create_index("ix_assignees_due", "assignees", ["due_at"])
