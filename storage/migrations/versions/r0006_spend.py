"""What language models took, what is set aside for calls under way, and how many lines they gave words to."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.columns import Number, UtcDateTime

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Creates the three tables."""
    _create_spend()
    _create_open_calls()
    _create_worded_lines()


def _create_spend() -> None:
    op.create_table(
        "spend",
        *_whose(),
        sa.Column("calls", Number, nullable=False),
        sa.Column("attempts", Number, nullable=False),
        sa.Column("answered", Number, nullable=False),
        sa.Column("refused", Number, nullable=False),
        sa.Column("input_tokens", Number, nullable=False),
        sa.Column("cached_tokens", Number, nullable=False),
        sa.Column("output_tokens", Number, nullable=False),
        sa.Column("micro_dollars", Number, nullable=False),
        sa.Column("unpriced", Number, nullable=False),
        sa.Column("counted_tokens", Number, nullable=False),
        sa.Column("counted_micro_dollars", Number, nullable=False),
        sa.PrimaryKeyConstraint("team", "run_id", "day", "person", "purpose", "model", name="pk_spend"),
    )
    op.create_index("ix_spend_day", "spend", ["day", "team", "person"])


def _create_open_calls() -> None:
    op.create_table(
        "open_calls",
        sa.Column("id", sa.Text, nullable=False),
        *_whose(),
        sa.Column("most_tokens", Number, nullable=False),
        sa.Column("most_micro_dollars", Number, nullable=False),
        sa.Column("until", UtcDateTime, nullable=False),
        sa.PrimaryKeyConstraint("team", "id", name="pk_open_calls"),
    )


def _create_worded_lines() -> None:
    op.create_table(
        "worded_lines",
        sa.Column("team", sa.Text, nullable=False),
        sa.Column("run_id", sa.Text, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("lines", Number, nullable=False),
        sa.Column("stock", Number, nullable=False),
        sa.Column("asked_again", Number, nullable=False),
        sa.PrimaryKeyConstraint("team", "run_id", "day", name="pk_worded_lines"),
    )
    op.create_index("ix_worded_lines_day", "worded_lines", ["team", "day"])


def _whose() -> tuple[sa.Column[Any], ...]:
    """For whom a call was made, on which day, what for and by which model."""
    names = ("team", "run_id", "person", "purpose", "model")
    return (sa.Column("day", sa.Date, nullable=False), *(sa.Column(name, sa.Text, nullable=False) for name in names))
