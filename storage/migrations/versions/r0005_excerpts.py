"""Excerpts of runs, those that each seed was given, what people have allowed, and how a team usually plays."""

import sqlalchemy as sa
from alembic import op

from storage.columns import Number, UtcDateTime, Words

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Creates the four tables, and keeps with each run the model that words it."""
    op.add_column("runs", sa.Column("model", sa.Text, nullable=False, server_default=""))
    op.create_table(
        "preferences",
        sa.Column("team", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("excerpts_since", UtcDateTime),
        sa.PrimaryKeyConstraint("team", "person", name="pk_preferences"),
    )
    op.create_table(
        "team_defaults",
        sa.Column("team", sa.Text, nullable=False),
        sa.Column("mode", sa.Text, nullable=False),
        sa.Column("model", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("team", name="pk_team_defaults"),
    )
    op.create_table(
        "excerpts",
        sa.Column("team", sa.Text, nullable=False),
        sa.Column("pack", sa.Text, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("rep", sa.Text, nullable=False),
        sa.Column("run_id", sa.Text, nullable=False),
        sa.Column("style", sa.Text, nullable=False),
        sa.Column("answering", sa.Text, nullable=False),
        sa.Column("said", Words, nullable=False),
        sa.Column("at", UtcDateTime, nullable=False),
        sa.PrimaryKeyConstraint("team", "pack", "id", "rep", name="pk_excerpts"),
        sa.ForeignKeyConstraint(["team", "run_id"], ["runs.team", "runs.id"], name="fk_excerpts_runs"),
    )
    op.create_index("ix_excerpts_rep", "excerpts", ["team", "rep"])
    op.create_index("ix_excerpts_style", "excerpts", ["team", "pack", "style", "at"])
    op.create_table(
        "seed_excerpts",
        sa.Column("team", sa.Text, nullable=False),
        sa.Column("pack", sa.Text, nullable=False),
        sa.Column("draw_epoch", sa.Integer, nullable=False),
        sa.Column("seed", Number, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("excerpt", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("team", "pack", "draw_epoch", "seed", "position", name="pk_seed_excerpts"),
    )
