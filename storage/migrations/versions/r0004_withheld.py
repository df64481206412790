"""Until when what a run's counterpart hid is told to its rep alone."""

import sqlalchemy as sa
from alembic import op

from storage.columns import UtcDateTime

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the column and what finds the runs whose time has come."""
    op.add_column("runs", sa.Column("withheld_until", UtcDateTime))
    op.create_index("ix_runs_withheld", "runs", ["withheld_until"])
