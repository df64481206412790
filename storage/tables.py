"""Every table, in one place. Each key carries the team, so that no query can reach into another workspace."""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKeyConstraint,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    false,
    true,
)

from storage.columns import Json, Number, UtcDateTime, Words, metadata, word

runs = Table(
    "runs",
    metadata,
    Column("team", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("thread_ts", Text),
    Column("rep", Text, nullable=False),
    Column("pack", Text, nullable=False),
    Column("pack_hash", Text, nullable=False),
    Column("draw_epoch", Integer, nullable=False),
    Column("seed", Number, nullable=False),
    Column("mode", Text, nullable=False),
    Column("engine", Text, nullable=False),
    Column("profile", Json, nullable=False),
    Column("profile_hash", Text, nullable=False),
    Column("rules", Json, nullable=False),
    Column("status", Text, nullable=False),
    Column("round", Integer, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("event_count", Integer, nullable=False),
    Column("post_count", Integer, nullable=False),
    Column("epoch", Integer, nullable=False),
    Column("lease_until", UtcDateTime),
    Column("lease_holder", Text),
    Column("opened_at", UtcDateTime, nullable=False),
    Column("touched_at", UtcDateTime, nullable=False),
    Column("ended_at", UtcDateTime),
    Column("withheld_until", UtcDateTime),
    Column("model", Text, nullable=False, server_default=""),
    Column("kind", Text, nullable=False, server_default="practice"),
    PrimaryKeyConstraint("team", "id"),
    UniqueConstraint("team", "channel", "thread_ts"),
)
Index("ix_runs_rep", runs.c.team, runs.c.rep, runs.c.touched_at)
Index("ix_runs_status", runs.c.status, runs.c.touched_at)
Index("ix_runs_withheld", runs.c.withheld_until)
Index("ix_runs_seed", runs.c.team, runs.c.pack, runs.c.seed)

run_events = Table(
    "run_events",
    metadata,
    Column("team", Text, nullable=False),
    Column("run_id", Text, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("payload", Json, nullable=False),
    PrimaryKeyConstraint("team", "run_id", "seq"),
    ForeignKeyConstraint(["team", "run_id"], ["runs.team", "runs.id"]),
)

inbox = Table(
    "inbox",
    metadata,
    Column("id", Number, nullable=False, autoincrement=True),
    Column("team", Text, nullable=False),
    Column("event_id", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("thread_ts", Text, nullable=False),
    Column("message_ts", Text),
    Column("position", Text, nullable=False),
    Column("user", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("text", Words, nullable=False),
    Column("received_at", UtcDateTime, nullable=False),
    Column("status", Text, nullable=False),
    Column("reason", Words),
    Column("attempts", Integer, nullable=False),
    Column("not_before", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("id"),
    UniqueConstraint("team", "event_id"),
    UniqueConstraint("team", "channel", "message_ts"),
)
_still_open = inbox.c.status == word("open")
Index(
    "ix_inbox_open",
    inbox.c.team,
    inbox.c.channel,
    inbox.c.thread_ts,
    inbox.c.position,
    inbox.c.id,
    sqlite_where=_still_open,
    postgresql_where=_still_open,
)
Index("ix_inbox_due", inbox.c.not_before, sqlite_where=_still_open, postgresql_where=_still_open)
Index("ix_inbox_thread", inbox.c.team, inbox.c.channel, inbox.c.thread_ts, inbox.c.message_ts)

outbox = Table(
    "outbox",
    metadata,
    Column("id", Number, nullable=False, autoincrement=True),
    Column("team", Text, nullable=False),
    Column("lane", Text, nullable=False),
    Column("run_id", Text),
    Column("seq", Integer, nullable=False),
    Column("oid", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("thread_ts", Text),
    Column("op", Text, nullable=False),
    Column("payload", Json, nullable=False),
    Column("status", Text, nullable=False),
    Column("not_before", UtcDateTime, nullable=False),
    Column("attempt_at", UtcDateTime),
    Column("attempts", Integer, nullable=False),
    Column("lease_until", UtcDateTime),
    Column("sender", Text),
    Column("ts", Text),
    Column("reason", Words),
    Column("created_at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("id"),
    UniqueConstraint("team", "lane", "seq"),
    UniqueConstraint("oid"),
    ForeignKeyConstraint(["team", "run_id"], ["runs.team", "runs.id"]),
)
_not_yet_sent = outbox.c.status.in_([word("pending"), word("sending")])
Index(
    "ix_outbox_unsent",
    outbox.c.team,
    outbox.c.lane,
    outbox.c.seq,
    sqlite_where=_not_yet_sent,
    postgresql_where=_not_yet_sent,
)
_pending = outbox.c.status == word("pending")
Index("ix_outbox_due", outbox.c.not_before, sqlite_where=_pending, postgresql_where=_pending)
_sending = outbox.c.status == word("sending")
Index("ix_outbox_sending", outbox.c.lease_until, sqlite_where=_sending, postgresql_where=_sending)

verdicts = Table(
    "verdicts",
    metadata,
    Column("team", Text, nullable=False),
    Column("run_id", Text, nullable=False),
    Column("det_score", Integer, nullable=False),
    Column("passed", Boolean, nullable=False),
    Column("payload", Json, nullable=False),
    Column("rubric_hash", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("adjusted", Integer),
    Column("adjusted_passed", Boolean),
    Column("complies", Boolean, nullable=False, server_default=true()),
    Column("adjusted_complies", Boolean),
    Column("spoke", Boolean, nullable=False, server_default=true()),
    Column("percentile", Integer),
    Column("engine", Text, nullable=False, server_default=""),
    Column("full_checks", Json),
    PrimaryKeyConstraint("team", "run_id"),
    ForeignKeyConstraint(["team", "run_id"], ["runs.team", "runs.id"]),
)
"""`percentile` is None and `engine` empty until the score was held against the marks that this engine's panel got."""
_unmeasured = verdicts.c.engine == word("")
Index("ix_verdicts_unmeasured", verdicts.c.at, sqlite_where=_unmeasured, postgresql_where=_unmeasured)

comments = Table(
    "comments",
    metadata,
    Column("team", Text, nullable=False),
    Column("run_id", Text, nullable=False),
    Column("due_at", UtcDateTime, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("lease_until", UtcDateTime),
    Column("payload", Json),
    Column("full_score", Integer),
    Column("at", UtcDateTime),
    PrimaryKeyConstraint("team", "run_id"),
    ForeignKeyConstraint(["team", "run_id"], ["verdicts.team", "verdicts.run_id"]),
)
Index("ix_comments_due", comments.c.at, comments.c.due_at)

disputes = Table(
    "disputes",
    metadata,
    Column("team", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("run_id", Text, nullable=False),
    Column("check_id", Text, nullable=False),
    Column("rep", Text, nullable=False),
    Column("words", Words, nullable=False),
    Column("given", Integer, nullable=False),
    Column("of", Integer, nullable=False),
    Column("key", Text, nullable=False),
    Column("filed_at", UtcDateTime, nullable=False),
    Column("told_at", UtcDateTime),
    Column("status", Text, nullable=False),
    Column("points", Integer),
    Column("reason", Words),
    Column("decided_by", Text),
    Column("decider_name", Words),
    Column("decided_key", Text),
    Column("decided_at", UtcDateTime),
    PrimaryKeyConstraint("team", "id"),
    UniqueConstraint("team", "run_id", "check_id"),
    ForeignKeyConstraint(["team", "run_id"], ["runs.team", "runs.id"]),
)
Index("ix_disputes_status", disputes.c.team, disputes.c.status, disputes.c.filed_at)
Index("ix_disputes_untold", disputes.c.told_at, disputes.c.filed_at)

dispute_cards = Table(
    "dispute_cards",
    metadata,
    Column("team", Text, nullable=False),
    Column("dispute_id", Text, nullable=False),
    Column("manager", Text, nullable=False),
    Column("oid", Text, nullable=False),
    PrimaryKeyConstraint("team", "dispute_id", "manager"),
    ForeignKeyConstraint(["team", "dispute_id"], ["disputes.team", "disputes.id"]),
)

shares = Table(
    "shares",
    metadata,
    Column("team", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("pack", Text, nullable=False),
    Column("pack_hash", Text, nullable=False),
    Column("draw_epoch", Integer, nullable=False),
    Column("seed", Number, nullable=False),
    Column("sharer", Text, nullable=False),
    Column("sharer_name", Words, nullable=False),
    Column("score", Integer),
    Column("at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("team", "id"),
)
Index("ix_shares_seed", shares.c.team, shares.c.pack, shares.c.seed, shares.c.at)

spend = Table(
    "spend",
    metadata,
    Column("team", Text, nullable=False),
    Column("run_id", Text, nullable=False),
    Column("day", Date, nullable=False),
    Column("person", Text, nullable=False),
    Column("purpose", Text, nullable=False),
    Column("model", Text, nullable=False),
    Column("calls", Number, nullable=False),
    Column("attempts", Number, nullable=False),
    Column("answered", Number, nullable=False),
    Column("refused", Number, nullable=False),
    Column("input_tokens", Number, nullable=False),
    Column("cached_tokens", Number, nullable=False),
    Column("output_tokens", Number, nullable=False),
    Column("micro_dollars", Number, nullable=False),
    Column("unpriced", Number, nullable=False),
    Column("counted_tokens", Number, nullable=False),
    Column("counted_micro_dollars", Number, nullable=False),
    PrimaryKeyConstraint("team", "run_id", "day", "person", "purpose", "model"),
)
"""No foreign keys: what was spent stays when a run or a person goes."""
Index("ix_spend_day", spend.c.day, spend.c.team, spend.c.person)

open_calls = Table(
    "open_calls",
    metadata,
    Column("team", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("run_id", Text, nullable=False),
    Column("day", Date, nullable=False),
    Column("person", Text, nullable=False),
    Column("purpose", Text, nullable=False),
    Column("model", Text, nullable=False),
    Column("most_tokens", Number, nullable=False),
    Column("most_micro_dollars", Number, nullable=False),
    Column("until", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("team", "id"),
)

worded_lines = Table(
    "worded_lines",
    metadata,
    Column("team", Text, nullable=False),
    Column("run_id", Text, nullable=False),
    Column("day", Date, nullable=False),
    Column("lines", Number, nullable=False),
    Column("stock", Number, nullable=False),
    Column("asked_again", Number, nullable=False),
    PrimaryKeyConstraint("team", "run_id", "day"),
)
Index("ix_worded_lines_day", worded_lines.c.team, worded_lines.c.day)

pinned_packs = Table(
    "pinned_packs",
    metadata,
    Column("hash", Text, nullable=False),
    Column("pack", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("pinned_at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("hash"),
)

preferences = Table(
    "preferences",
    metadata,
    Column("team", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("excerpts_since", UtcDateTime),
    Column("hides_name", Boolean, nullable=False, server_default=false()),
    Column("wants_reminders", Boolean, nullable=False, server_default=true()),
    PrimaryKeyConstraint("team", "person"),
)

team_defaults = Table(
    "team_defaults",
    metadata,
    Column("team", Text, nullable=False),
    Column("mode", Text, nullable=False),
    Column("model", Text, nullable=False),
    PrimaryKeyConstraint("team"),
)

excerpts = Table(
    "excerpts",
    metadata,
    Column("team", Text, nullable=False),
    Column("pack", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("rep", Text, nullable=False),
    Column("run_id", Text, nullable=False),
    Column("style", Text, nullable=False),
    Column("answering", Text, nullable=False),
    Column("said", Words, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("team", "pack", "id", "rep"),
    ForeignKeyConstraint(["team", "run_id"], ["runs.team", "runs.id"]),
)
Index("ix_excerpts_rep", excerpts.c.team, excerpts.c.rep)
Index("ix_excerpts_style", excerpts.c.team, excerpts.c.pack, excerpts.c.style, excerpts.c.at)

seed_excerpts = Table(
    "seed_excerpts",
    metadata,
    Column("team", Text, nullable=False),
    Column("pack", Text, nullable=False),
    Column("draw_epoch", Integer, nullable=False),
    Column("seed", Number, nullable=False),
    Column("position", Integer, nullable=False),
    Column("excerpt", Text, nullable=False),
    PrimaryKeyConstraint("team", "pack", "draw_epoch", "seed", "position"),
)

once_keys = Table(
    "once_keys",
    metadata,
    Column("team", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("team", "key"),
)
