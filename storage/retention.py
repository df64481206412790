"""For how long a team keeps what was said, and clearing what is older: the figures stay, so that totals stay right."""

from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import Date, Integer, and_, bindparam, delete, exists, or_, select, update

from engine.marketplace import verdict as buyer_verdict
from engine.scoring import verdict
from storage.columns import UtcDateTime, word
from storage.connection import Connection
from storage.market_tables import messages, negotiation_runs, outcomes
from storage.posts import Notice, encode
from storage.privacy_tables import retention
from storage.tables import comments, disputes, excerpts, inbox, outbox, run_events, runs, verdicts
from storage.transaction import Transaction


class Retention(NamedTuple):
    """How many days a team keeps texts, who said so and when; `done_on` is the day of the last clearing."""

    days: int
    set_by: str
    set_at: datetime
    done_on: date | None = None


_SPOKEN = ("line", "notice", "whisper", "direct", "hint", "ask_whom")
"""Kinds of posts that hold their words themselves; the others are drawn from the tables."""
_THIS_TEAM = retention.c.team == bindparam("in_team")
_GET = select(*(retention.c[name] for name in Retention._fields)).where(_THIS_TEAM)
_OFF = delete(retention).where(_THIS_TEAM)
_TO_CLEAR = select(retention.c.team, retention.c.days).where(
    or_(retention.c.done_on.is_(None), retention.c.done_on < bindparam("today", type_=Date()))
)
_DONE = update(retention).where(_THIS_TEAM).values(done_on=bindparam("today", type_=Date()))
_BEFORE = bindparam("before", type_=UtcDateTime())
_OLD_RUNS = (
    select(runs.c.id)
    .where(
        runs.c.team == bindparam("in_team"),
        runs.c.status == word("ended"),
        runs.c.touched_at < _BEFORE,
        runs.c.ended_at < _BEFORE,
        runs.c.event_count > 0,
    )
    .limit(bindparam("most", type_=Integer))
)
_VERDICT = select(verdicts.c.payload).where(
    verdicts.c.team == bindparam("in_team"), verdicts.c.run_id == bindparam("this_run")
)
_STRIP = (
    update(verdicts)
    .where(verdicts.c.team == bindparam("in_team"), verdicts.c.run_id == bindparam("this_run"))
    .values(payload=bindparam("figures"))
)
_CLEARED = (
    update(runs).where(runs.c.team == bindparam("in_team"), runs.c.id == bindparam("this_run")).values(event_count=0)
)
_OLD_TALKS = (
    select(negotiation_runs.c.id, outcomes.c.payload)
    .select_from(
        negotiation_runs.outerjoin(
            outcomes,
            and_(outcomes.c.team == negotiation_runs.c.team, outcomes.c.negotiation_id == negotiation_runs.c.id),
        )
    )
    .where(
        negotiation_runs.c.team == bindparam("in_team"),
        negotiation_runs.c.run_id.is_not(None),
        negotiation_runs.c.ended_at < _BEFORE,
        exists().where(messages.c.team == negotiation_runs.c.team, messages.c.negotiation_id == negotiation_runs.c.id),
    )
    .limit(bindparam("most", type_=Integer))
)
_NO_MESSAGES = delete(messages).where(
    messages.c.team == bindparam("in_team"), messages.c.negotiation_id == bindparam("this_talk")
)
_STRIP_OUTCOME = (
    update(outcomes)
    .where(outcomes.c.team == bindparam("in_team"), outcomes.c.negotiation_id == bindparam("this_talk"))
    .values(payload=bindparam("figures"))
)
_IS_LIVE = exists().where(
    runs.c.team == inbox.c.team,
    runs.c.channel == inbox.c.channel,
    runs.c.thread_ts == inbox.c.thread_ts,
    runs.c.status != word("ended"),
)
_OLD_LINES = delete(inbox).where(
    inbox.c.team == bindparam("in_team"), inbox.c.received_at < _BEFORE, inbox.c.status != word("open"), ~_IS_LIVE
)
_OLD_POSTS = (
    update(outbox)
    .where(
        and_(outbox.c.team == bindparam("in_team"), outbox.c.created_at < _BEFORE),
        outbox.c.op.in_(_SPOKEN),
        outbox.c.status.in_([word("sent"), word("dead")]),
    )
    .values(payload=encode(Notice("")), op="notice", reason=None)
)
_DELETE_OF_RUN = tuple(
    delete(table).where(table.c.team == bindparam("in_team"), table.c.run_id == bindparam("this_run"))
    for table in (run_events, comments, excerpts)
)
_NO_WORDS = (
    update(disputes)
    .where(disputes.c.team == bindparam("in_team"), disputes.c.run_id == bindparam("this_run"))
    .values(words="", reason=None)
)


async def of_team(connection: Connection, team: str) -> Retention | None:
    """What the team has chosen; None where it keeps everything."""
    row = await connection.first(_GET, in_team=team)
    return None if row is None else Retention(*row)


async def choose(connection: Connection, team: str, chosen: Retention | None) -> None:
    """From now on it is this; None keeps everything from now on."""

    def put(transaction: Transaction) -> None:
        transaction.run(_OFF, in_team=team)
        if chosen is not None:
            transaction.insert(retention, [{"team": team, **chosen._asdict()}])

    await connection.do(put)


async def to_clear(connection: Connection, today: date) -> tuple[tuple[str, int], ...]:
    """The teams that nobody has cleared today, with the days that they keep."""
    return tuple((row[0], row[1]) for row in await connection.all(_TO_CLEAR, today=today))


async def clear_runs(connection: Connection, team: str, before: datetime, most: int) -> int:
    """How many runs that ended before then have lost their words just now; their scores and deals stay."""

    def clear(transaction: Transaction) -> int:
        old = transaction.all(_OLD_RUNS, in_team=team, before=before, most=most)
        for (run,) in old:
            _clear(transaction, team, run)
        return len(old)

    return await connection.do(clear)


async def clear_talks(connection: Connection, team: str, before: datetime, most: int) -> int:
    """How many talks in markets that ended before then have lost their words just now; what was bought stays."""

    def clear(transaction: Transaction) -> int:
        old = transaction.all(_OLD_TALKS, in_team=team, before=before, most=most)
        for talk, payload in old:
            this = {"in_team": team, "this_talk": talk}
            transaction.run(_NO_MESSAGES, **this)
            if payload is not None:
                figures = buyer_verdict.encode(buyer_verdict.without_words(buyer_verdict.decode(payload)))
                transaction.run(_STRIP_OUTCOME, **this, figures=figures)
        return len(old)

    return await connection.do(clear)


async def finish(connection: Connection, team: str, before: datetime, today: date) -> None:
    """Deletes what came in before then outside of live runs, and the words of older posts; done for today."""
    await connection.run(_OLD_LINES, in_team=team, before=before)
    await connection.run(_OLD_POSTS, in_team=team, before=before)
    await connection.run(_DONE, in_team=team, today=today)


def _clear(transaction: Transaction, team: str, run: str) -> None:
    this = {"in_team": team, "this_run": run}
    for statement in _DELETE_OF_RUN:
        transaction.run(statement, **this)
    transaction.run(_NO_WORDS, **this)
    if row := transaction.first(_VERDICT, **this):
        figures = verdict.encode(verdict.without_words(verdict.decode(row.payload)))
        transaction.run(_STRIP, **this, figures=figures)
    transaction.run(_CLEARED, **this)
