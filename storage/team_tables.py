"""The tables of people, what they are assigned, and what falls due when."""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
)

from storage.columns import Json, Number, UtcDateTime, Words, metadata

people = Table(
    "people",
    metadata,
    Column("team", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("name", Words, nullable=False),
    Column("zone", Text, nullable=False),
    Column("is_app", Boolean, nullable=False),
    Column("has_left", Boolean, nullable=False),
    Column("runs_workspace", Boolean, nullable=False),
    Column("seen_at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("team", "person"),
)

managers = Table(
    "managers",
    metadata,
    Column("team", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("made_by", Text, nullable=False),
    Column("made_at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("team", "person"),
)

audit = Table(
    "audit",
    metadata,
    Column("id", Number, nullable=False, autoincrement=True),
    Column("team", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("who", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("details", Json, nullable=False),
    PrimaryKeyConstraint("id"),
)
"""Who saw or changed what. `about` names a person, run or assignment; `details` holds figures and ids, never a text."""
Index("ix_audit_at", audit.c.team, audit.c.at)
Index("ix_audit_about", audit.c.team, audit.c.about)

seed_packs = Table(
    "seed_packs",
    metadata,
    Column("team", Text, nullable=False),
    Column("pack", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("draw_epoch", Integer, nullable=False),
    Column("title", Words, nullable=False),
    Column("seeds", Json, nullable=False),
    Column("made_by", Text, nullable=False),
    Column("made_at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("team", "pack", "id"),
)

assignments = Table(
    "assignments",
    metadata,
    Column("team", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("title", Words, nullable=False),
    Column("manager", Text, nullable=False),
    Column("pack", Text, nullable=False),
    Column("pack_hash", Text, nullable=False),
    Column("draw_epoch", Integer, nullable=False),
    Column("seeds", Json, nullable=False),
    Column("drawn", Integer, nullable=False),
    Column("difficulty", Text, nullable=False),
    Column("whom", Json, nullable=False),
    Column("mode", Text, nullable=False),
    Column("model", Text, nullable=False),
    Column("pass_mark", Integer, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("starts_on", Text, nullable=False),
    Column("due_on", Text, nullable=False),
    Column("repeats", Text, nullable=False),
    Column("until_on", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("made_at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("team", "id"),
)
Index("ix_assignments_status", assignments.c.team, assignments.c.status, assignments.c.made_at)

drafts = Table(
    "drafts",
    metadata,
    Column("team", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("manager", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("order", Json, nullable=False),
    Column("status", Text, nullable=False),
    Column("made_at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("team", "id"),
)
"""What managers are about to assign and have not confirmed; once they have, the assignment has the same id."""
Index("ix_drafts_made", drafts.c.made_at)

windows = Table(
    "windows",
    metadata,
    Column("team", Text, nullable=False),
    Column("assignment", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("seeds", Json, nullable=False),
    Column("starts_on", Text, nullable=False),
    Column("due_on", Text, nullable=False),
    Column("opens_at", UtcDateTime, nullable=False),
    Column("closes_at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("team", "assignment", "number"),
    ForeignKeyConstraint(["team", "assignment"], ["assignments.team", "assignments.id"]),
)
Index("ix_windows_closes", windows.c.team, windows.c.closes_at)

assignees = Table(
    "assignees",
    metadata,
    Column("team", Text, nullable=False),
    Column("assignment", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("person", Text, nullable=False),
    Column("zone", Text, nullable=False),
    Column("starts_at", UtcDateTime, nullable=False),
    Column("due_at", UtcDateTime, nullable=False),
    Column("excused_at", UtcDateTime),
    Column("excused_by", Text),
    Column("muted_at", UtcDateTime),
    PrimaryKeyConstraint("team", "assignment", "number", "person"),
    ForeignKeyConstraint(["team", "assignment", "number"], ["windows.team", "windows.assignment", "windows.number"]),
)
Index("ix_assignees_person", assignees.c.team, assignees.c.person, assignees.c.due_at)
Index("ix_assignees_due", assignees.c.due_at)

attempts = Table(
    "attempts",
    metadata,
    Column("team", Text, nullable=False),
    Column("run_id", Text, nullable=False),
    Column("assignment", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("person", Text, nullable=False),
    Column("seed", Number, nullable=False),
    Column("nth", Integer, nullable=False),
    PrimaryKeyConstraint("team", "run_id"),
    ForeignKeyConstraint(["team", "run_id"], ["runs.team", "runs.id"]),
)
"""Runs that count for an assignment. `nth` is 1 for the person's first on the seed in that window."""
Index("ix_attempts_window", attempts.c.team, attempts.c.assignment, attempts.c.number, attempts.c.person)

compared_runs = Table(
    "compared_runs",
    metadata,
    Column("team", Text, nullable=False),
    Column("run_id", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("team", "run_id"),
    ForeignKeyConstraint(["team", "run_id"], ["attempts.team", "attempts.run_id"]),
)
"""Runs whose lines were held against those of others on the same buyer in the same window."""

alike_runs = Table(
    "alike_runs",
    metadata,
    Column("team", Text, nullable=False),
    Column("run_id", Text, nullable=False),
    Column("other_run", Text, nullable=False),
    Column("lines", Integer, nullable=False),
    Column("of", Integer, nullable=False),
    PrimaryKeyConstraint("team", "run_id", "other_run"),
    ForeignKeyConstraint(["team", "run_id"], ["attempts.team", "attempts.run_id"]),
    ForeignKeyConstraint(["team", "other_run"], ["attempts.team", "attempts.run_id"], name="fk_alike_runs_other"),
)
"""Runs of which `lines` of the `of` lines compared are nearly those of another that ended before; never the lines."""
Index("ix_alike_runs_other", alike_runs.c.team, alike_runs.c.other_run)

timetable = Table(
    "timetable",
    metadata,
    Column("team", Text, nullable=False),
    Column("schedule", Text, nullable=False),
    Column("recipient", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("next_at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("team", "schedule", "recipient"),
)
"""What falls due next: one row for each thing to come and who it is for."""
Index("ix_timetable_next", timetable.c.next_at)

firings = Table(
    "firings",
    metadata,
    Column("team", Text, nullable=False),
    Column("schedule", Text, nullable=False),
    Column("due_at", UtcDateTime, nullable=False),
    Column("recipient", Text, nullable=False),
    Column("outcome", Text, nullable=False),
    Column("oid", Text),
    Column("fired_at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("team", "schedule", "due_at", "recipient"),
)
"""What fell due: fired with the oid of its post, or why nothing was posted. The key lets nothing fire twice."""
