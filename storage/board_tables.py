"""The tables of boards: what reference reps score, what everybody's verdicts come to, and where a board stands."""

from sqlalchemy import Column, Index, Integer, PrimaryKeyConstraint, Table, Text

from storage.columns import Json, Number, UtcDateTime, metadata

panel_marks = Table(
    "panel_marks",
    metadata,
    Column("pack_hash", Text, nullable=False),
    Column("engine", Text, nullable=False),
    Column("seed", Number, nullable=False),
    Column("marks", Json, nullable=False),
    PrimaryKeyConstraint("pack_hash", "engine", "seed"),
)
"""The totals of the reference reps. They are nobody's: packs are named by their content."""

board_totals = Table(
    "board_totals",
    metadata,
    Column("team", Text, nullable=False),
    Column("period", Text, nullable=False),
    Column("pack", Text, nullable=False),
    Column("rep", Text, nullable=False),
    Column("runs", Integer, nullable=False),
    Column("points", Number, nullable=False),
    Column("common_runs", Integer, nullable=False),
    Column("common_points", Number, nullable=False),
    Column("checks", Integer, nullable=False),
    Column("rise", Integer),
    Column("percent", Integer),
    Column("common_percent", Integer),
    PrimaryKeyConstraint("team", "period", "pack", "rep"),
)
"""A person's row on each board. `pack` is empty for all packs, a percent None before the minimum of runs."""
Index("ix_board_totals_rep", board_totals.c.team, board_totals.c.rep)
_BOARD = (board_totals.c.team, board_totals.c.period, board_totals.c.pack)
for _name in ("percent", "common_percent", "rise", "checks"):
    Index(f"ix_board_totals_{_name}", *_BOARD, board_totals.c[_name])

board_sums = Table(
    "board_sums",
    metadata,
    Column("team", Text, nullable=False),
    Column("period", Text, nullable=False),
    Column("pack", Text, nullable=False),
    Column("people", Integer, nullable=False),
    Column("runs", Integer, nullable=False),
    Column("points", Number, nullable=False),
    Column("ranked", Integer, nullable=False),
    Column("common_ranked", Integer, nullable=False),
    PrimaryKeyConstraint("team", "period", "pack"),
)
"""What everybody's rows on a board come to together."""

boards = Table(
    "boards",
    metadata,
    Column("team", Text, nullable=False),
    Column("zone", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("pack", Text, nullable=False),
    Column("oid", Text, nullable=False),
    Column("shown", Text, nullable=False),
    Column("shown_at", UtcDateTime),
    Column("placed_by", Text, nullable=False),
    Column("placed_at", UtcDateTime),
    PrimaryKeyConstraint("team"),
)
"""The zone by whose days a team's periods go, and the message in which its board stands; `shown` is what that shows."""
