"""Who has opened their Home, who has asked for their data to be deleted, and for how long teams keep texts."""

import sqlalchemy as sa
from alembic import op

from storage.columns import UtcDateTime

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Creates the tables."""
    _people("homes", "opened_at")
    _people("departures", "asked_at")
    op.create_table(
        "retention",
        sa.Column("team", sa.Text, nullable=False),
        sa.Column("days", sa.Integer, nullable=False),
        sa.Column("set_by", sa.Text, nullable=False),
        sa.Column("set_at", UtcDateTime, nullable=False),
        sa.Column("done_on", sa.Date),
        sa.PrimaryKeyConstraint("team", name="pk_retention"),
    )


def _people(table: str, moment: str) -> None:
    op.create_table(
        table,
        sa.Column("team", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column(moment, UtcDateTime, nullable=False),
        sa.PrimaryKeyConstraint("team", "person", name=f"pk_{table}"),
    )
