"""People, managers, assignments, what falls due, and what people did to others' things; what a board needs to count."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.columns import Json, Number, UtcDateTime, Words

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_PASS_MARK, _COMPLIANCE_MARK = 70, 7
_verdicts = sa.table(
    "verdicts",
    sa.column("team", sa.Text),
    sa.column("run_id", sa.Text),
    sa.column("payload", Json),
    sa.column("adjusted", sa.Integer),
    sa.column("adjusted_passed", sa.Boolean),
    sa.column("complies", sa.Boolean),
    sa.column("adjusted_complies", sa.Boolean),
)


def upgrade() -> None:
    """Creates the tables, and notes of earlier verdicts whether their compliance was enough to pass."""
    _change_tables()
    _people()
    _managers()
    _audit()
    _seed_packs()
    _assignments()
    _windows()
    _assignees()
    _attempts()
    _timetable()
    _firings()


def _change_tables() -> None:
    op.add_column("preferences", sa.Column("hides_name", sa.Boolean, nullable=False, server_default=sa.false()))
    op.add_column("preferences", sa.Column("wants_reminders", sa.Boolean, nullable=False, server_default=sa.true()))
    op.add_column("verdicts", sa.Column("complies", sa.Boolean, nullable=False, server_default=sa.true()))
    op.add_column("verdicts", sa.Column("adjusted_complies", sa.Boolean))
    _note_compliance()


def _note_compliance() -> None:
    connection = op.get_bind()
    found = connection.execute(sa.select(_verdicts.c.team, _verdicts.c.run_id, _verdicts.c.payload)).all()
    failed = [(team, run_id) for team, run_id, payload in found if not _complies(payload)]
    for team, run_id in failed:
        this = sa.and_(_verdicts.c.team == team, _verdicts.c.run_id == run_id)
        connection.execute(sa.update(_verdicts).where(this).values(complies=False))
    # What managers had changed by then passed by the mark of all; one that did not and has 70 points did not comply.
    passed_by_points = sa.and_(_verdicts.c.adjusted >= _PASS_MARK, _verdicts.c.adjusted_passed == sa.false())
    noted = sa.case((_verdicts.c.adjusted.is_(None), sa.null()), else_=sa.not_(passed_by_points))
    connection.execute(sa.update(_verdicts).values(adjusted_complies=noted))


def _complies(payload: Any) -> bool:
    won = [area["won"] for area in payload.get("areas", ()) if area["area"] == "compliance"]
    return all(points is None or points >= _COMPLIANCE_MARK for points in won)


def _people() -> None:
    op.create_table(
        "people",
        sa.Column("team", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("name", Words, nullable=False),
        sa.Column("zone", sa.Text, nullable=False),
        sa.Column("is_app", sa.Boolean, nullable=False),
        sa.Column("has_left", sa.Boolean, nullable=False),
        sa.Column("runs_workspace", sa.Boolean, nullable=False),
        sa.Column("seen_at", UtcDateTime, nullable=False),
        sa.PrimaryKeyConstraint("team", "person", name="pk_people"),
    )


def _managers() -> None:
    op.create_table(
        "managers",
        sa.Column("team", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("made_by", sa.Text, nullable=False),
        sa.Column("made_at", UtcDateTime, nullable=False),
        sa.PrimaryKeyConstraint("team", "person", name="pk_managers"),
    )


def _audit() -> None:
    op.create_table(
        "audit",
        sa.Column("id", Number, nullable=False, autoincrement=True),
        sa.Column("team", sa.Text, nullable=False),
        sa.Column("at", UtcDateTime, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("act", sa.Text, nullable=False),
        sa.Column("about", sa.Text, nullable=False),
        sa.Column("details", Json, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit"),
    )
    op.create_index("ix_audit_at", "audit", ["team", "at"])
    op.create_index("ix_audit_about", "audit", ["team", "about"])


def _seed_packs() -> None:
    op.create_table(
        "seed_packs",
        sa.Column("team", sa.Text, nullable=False),
        sa.Column("pack", sa.Text, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("draw_epoch", sa.Integer, nullable=False),
        sa.Column("title", Words, nullable=False),
        sa.Column("seeds", Json, nullable=False),
        sa.Column("made_by", sa.Text, nullable=False),
        sa.Column("made_at", UtcDateTime, nullable=False),
        sa.PrimaryKeyConstraint("team", "pack", "id", name="pk_seed_packs"),
    )


def _assignments() -> None:
    op.create_table(
        "assignments",
        sa.Column("team", sa.Text, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("title", Words, nullable=False),
        sa.Column("manager", sa.Text, nullable=False),
        sa.Column("pack", sa.Text, nullable=False),
        sa.Column("pack_hash", sa.Text, nullable=False),
        sa.Column("draw_epoch", sa.Integer, nullable=False),
        sa.Column("seeds", Json, nullable=False),
        sa.Column("drawn", sa.Integer, nullable=False),
        sa.Column("difficulty", sa.Text, nullable=False),
        sa.Column("whom", Json, nullable=False),
        sa.Column("mode", sa.Text, nullable=False),
        sa.Column("model", sa.Text, nullable=False),
        sa.Column("pass_mark", sa.Integer, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("starts_on", sa.Text, nullable=False),
        sa.Column("due_on", sa.Text, nullable=False),
        sa.Column("repeats", sa.Text, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("made_at", UtcDateTime, nullable=False),
        sa.PrimaryKeyConstraint("team", "id", name="pk_assignments"),
    )
    op.create_index("ix_assignments_status", "assignments", ["team", "status", "made_at"])


def _windows() -> None:
    op.create_table(
        "windows",
        sa.Column("team", sa.Text, nullable=False),
        sa.Column("assignment", sa.Text, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("seeds", Json, nullable=False),
        sa.Column("starts_on", sa.Text, nullable=False),
        sa.Column("due_on", sa.Text, nullable=False),
        sa.Column("opens_at", UtcDateTime, nullable=False),
        sa.Column("closes_at", UtcDateTime, nullable=False),
        sa.PrimaryKeyConstraint("team", "assignment", "number", name="pk_windows"),
        sa.ForeignKeyConstraint(
            ["team", "assignment"], ["assignments.team", "assignments.id"], name="fk_windows_assignments"
        ),
    )
    op.create_index("ix_windows_closes", "windows", ["team", "closes_at"])


def _assignees() -> None:
    op.create_table(
        "assignees",
        sa.Column("team", sa.Text, nullable=False),
        sa.Column("assignment", sa.Text, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("zone", sa.Text, nullable=False),
        sa.Column("starts_at", UtcDateTime, nullable=False),
        sa.Column("due_at", UtcDateTime, nullable=False),
        sa.Column("excused_at", UtcDateTime),
        sa.Column("excused_by", sa.Text),
        sa.PrimaryKeyConstraint("team", "assignment", "number", "person", name="pk_assignees"),
        sa.ForeignKeyConstraint(
            ["team", "assignment", "number"],
            ["windows.team", "windows.assignment", "windows.number"],
            name="fk_assignees_windows",
        ),
    )
    op.create_index("ix_assignees_person", "assignees", ["team", "person", "due_at"])


def _attempts() -> None:
    op.create_table(
        "attempts",
        sa.Column("team", sa.Text, nullable=False),
        sa.Column("run_id", sa.Text, nullable=False),
        sa.Column("assignment", sa.Text, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("seed", Number, nullable=False),
        sa.Column("nth", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("team", "run_id", name="pk_attempts"),
        sa.ForeignKeyConstraint(["team", "run_id"], ["runs.team", "runs.id"], name="fk_attempts_runs"),
    )
    op.create_index("ix_attempts_window", "attempts", ["team", "assignment", "number", "person"])


def _timetable() -> None:
    op.create_table(
        "timetable",
        sa.Column("team", sa.Text, nullable=False),
        sa.Column("schedule", sa.Text, nullable=False),
        sa.Column("recipient", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("next_at", UtcDateTime, nullable=False),
        sa.PrimaryKeyConstraint("team", "schedule", "recipient", name="pk_timetable"),
    )
    op.create_index("ix_timetable_next", "timetable", ["next_at"])


def _firings() -> None:
    op.create_table(
        "firings",
        sa.Column("team", sa.Text, nullable=False),
        sa.Column("schedule", sa.Text, nullable=False),
        sa.Column("due_at", UtcDateTime, nullable=False),
        sa.Column("recipient", sa.Text, nullable=False),
        sa.Column("outcome", sa.Text, nullable=False),
        sa.Column("oid", sa.Text),
        sa.Column("fired_at", UtcDateTime, nullable=False),
        sa.PrimaryKeyConstraint("team", "schedule", "due_at", "recipient", name="pk_firings"),
    )
