"""What boards need: marks of reference reps, totals, where a board stands, and by what a verdict counts."""

import sqlalchemy as sa
from alembic import op

from storage.columns import Json, Number, UtcDateTime

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_verdicts = sa.table(
    "verdicts", sa.column("team", sa.Text), sa.column("run_id", sa.Text), sa.column("spoke", sa.Boolean)
)
_read = sa.table("run_events", sa.column("team", sa.Text), sa.column("run_id", sa.Text), sa.column("kind", sa.Text))


def upgrade() -> None:
    """Creates the tables. Earlier verdicts count once they are measured; those on runs without a word never do."""
    _change_verdicts()
    _panel_marks()
    _board_totals()
    _board_sums()
    _boards()


def _change_verdicts() -> None:
    op.add_column("verdicts", sa.Column("spoke", sa.Boolean, nullable=False, server_default=sa.true()))
    op.add_column("verdicts", sa.Column("percentile", sa.Integer))
    op.add_column("verdicts", sa.Column("engine", sa.Text, nullable=False, server_default=""))
    op.add_column("verdicts", sa.Column("full_checks", Json))
    unmeasured = sa.text("engine = ''")
    op.create_index("ix_verdicts_unmeasured", "verdicts", ["at"], sqlite_where=unmeasured, postgresql_where=unmeasured)
    said = sa.exists().where(
        _read.c.team == _verdicts.c.team, _read.c.run_id == _verdicts.c.run_id, _read.c.kind == "read"
    )
    op.get_bind().execute(sa.update(_verdicts).where(~said).values(spoke=False))


def _panel_marks() -> None:
    op.create_table(
        "panel_marks",
        sa.Column("pack_hash", sa.Text, nullable=False),
        sa.Column("engine", sa.Text, nullable=False),
        sa.Column("seed", Number, nullable=False),
        sa.Column("marks", Json, nullable=False),
        sa.PrimaryKeyConstraint("pack_hash", "engine", "seed", name="pk_panel_marks"),
    )


def _board_totals() -> None:
    op.create_table(
        "board_totals",
        sa.Column("team", sa.Text, nullable=False),
        sa.Column("period", sa.Text, nullable=False),
        sa.Column("pack", sa.Text, nullable=False),
        sa.Column("rep", sa.Text, nullable=False),
        sa.Column("runs", sa.Integer, nullable=False),
        sa.Column("points", Number, nullable=False),
        sa.Column("common_runs", sa.Integer, nullable=False),
        sa.Column("common_points", Number, nullable=False),
        sa.Column("checks", sa.Integer, nullable=False),
        sa.Column("rise", sa.Integer),
        sa.Column("percent", sa.Integer),
        sa.Column("common_percent", sa.Integer),
        sa.PrimaryKeyConstraint("team", "period", "pack", "rep", name="pk_board_totals"),
    )
    op.create_index("ix_board_totals_rep", "board_totals", ["team", "rep"])
    for name in ("percent", "common_percent", "rise", "checks"):
        op.create_index(f"ix_board_totals_{name}", "board_totals", ["team", "period", "pack", name])


def _board_sums() -> None:
    op.create_table(
        "board_sums",
        sa.Column("team", sa.Text, nullable=False),
        sa.Column("period", sa.Text, nullable=False),
        sa.Column("pack", sa.Text, nullable=False),
        sa.Column("people", sa.Integer, nullable=False),
        sa.Column("runs", sa.Integer, nullable=False),
        sa.Column("points", Number, nullable=False),
        sa.Column("ranked", sa.Integer, nullable=False),
        sa.Column("common_ranked", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("team", "period", "pack", name="pk_board_sums"),
    )


def _boards() -> None:
    op.create_table(
        "boards",
        sa.Column("team", sa.Text, nullable=False),
        sa.Column("zone", sa.Text, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("pack", sa.Text, nullable=False),
        sa.Column("oid", sa.Text, nullable=False),
        sa.Column("shown", sa.Text, nullable=False),
        sa.Column("shown_at", UtcDateTime),
        sa.Column("placed_by", sa.Text, nullable=False),
        sa.Column("placed_at", UtcDateTime),
        sa.PrimaryKeyConstraint("team", name="pk_boards"),
    )
