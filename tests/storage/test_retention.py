"""What is older than a team keeps loses its words; the figures stay, and so do later runs and other teams."""

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

from sqlalchemy import func, select

from engine.marketplace.verdict import judged as judged_buyer
from engine.scoring import verdict
from storage import market_talks, markets, outbox, retention, run_events, runs, verdicts
from storage.database import Database
from storage.market_talks import Talk
from storage.posts import Direct, Notice
from storage.retention import Retention
from storage.tables import inbox
from storage.tables import outbox as posts
from storage.verdicts import VerdictRow
from tests.bot.views.test_disputes import judged
from tests.storage.given import NOW, TEAM, ended_run
from tests.storage.test_markets import played

SCORED = judged(18422)[1]
LATER = NOW + timedelta(days=181)
BEFORE = LATER - timedelta(days=180)


def _row() -> VerdictRow:
    return VerdictRow(82, True, verdict.encode(SCORED), "rubric-1")


async def _ended(database: Database, thread: str, **more: Any) -> Any:
    return await ended_run(database, thread, verdict=_row(), **more)


async def _clear(database: Database) -> int:
    async with database.writing() as connection:
        cleared = await retention.clear_runs(connection, TEAM, BEFORE, 10)
        await retention.finish(connection, TEAM, BEFORE, LATER.date())
        return cleared


async def test_an_old_run_keeps_its_figures_and_loses_its_words(database: Database) -> None:
    run = await _ended(database, "100.000001")
    assert await _clear(database) == 1
    async with database.reading() as connection:
        assert await run_events.load(connection, TEAM, run.id) == ()
        kept = await runs.get(connection, TEAM, run.id)
        row = await verdicts.get(connection, TEAM, run.id)
    assert kept is not None
    assert (kept.status, kept.event_count, kept.seed) == ("ended", 0, run.seed)
    assert row is not None
    assert (row.det_score, row.passed) == (82, True)
    left = verdict.decode(row.payload)
    assert left.total == SCORED.total
    assert [check.won for check in left.checks] == [check.won for check in SCORED.checks]
    assert not any(check.quote or check.note for check in left.checks)
    assert await database.read(lambda there: there.first(select(func.count()).select_from(inbox))) == (0,)


async def test_it_is_cleared_once(database: Database) -> None:
    await _ended(database, "100.000001")
    assert await _clear(database) == 1
    assert await _clear(database) == 0


async def test_a_run_that_ended_later_stays_whole(database: Database) -> None:
    run = await _ended(database, "100.000001")
    async with database.writing() as connection:
        assert await retention.clear_runs(connection, TEAM, NOW - timedelta(days=1), 10) == 0
        assert await run_events.load(connection, TEAM, run.id) != ()


async def test_the_words_of_old_posts_go_and_the_posts_stay_where_they_stand(database: Database) -> None:
    async with database.writing() as connection:
        oid = await outbox.enqueue(connection, TEAM, "a", Direct("U1", "Some words"), now=NOW)
    assert oid
    await outbox.take_due(database, "w", NOW, 5)
    await outbox.mark_sent(database, oid, "300.000001", NOW)
    await _clear(database)
    row = await database.read(lambda there: there.first(select(posts.c.payload, posts.c.ts)))
    assert row is not None
    assert row.payload == {"kind": "notice", "text": ""}
    assert row.ts == "300.000001"
    assert Notice("").kind == "notice"


async def test_a_team_is_due_once_a_day_and_not_at_all_once_it_keeps_everything(database: Database) -> None:
    chosen = Retention(180, "U1", NOW)
    async with database.writing() as connection:
        await retention.choose(connection, TEAM, chosen)
        assert await retention.of_team(connection, TEAM) == chosen
        assert await retention.to_clear(connection, LATER.date()) == ((TEAM, 180),)
        await retention.finish(connection, TEAM, BEFORE, LATER.date())
        assert await retention.to_clear(connection, LATER.date()) == ()
        assert await retention.of_team(connection, TEAM) == replace_done(chosen)
        await retention.choose(connection, TEAM, None)
        assert await retention.to_clear(connection, LATER.date() + timedelta(days=1)) == ()


def replace_done(chosen: Retention) -> Retention:
    """The same, cleared on the later day."""
    return chosen._replace(done_on=LATER.date())


def test_what_loses_its_words_keeps_every_point() -> None:
    whole = SCORED
    left = verdict.without_words(whole)
    assert replace(whole, checks=left.checks, hints=left.hints, keep=None, fixes=()) == left


async def test_an_old_talk_in_a_market_keeps_what_was_bought_and_loses_its_words(database: Database) -> None:
    room, run = played("laptops", 1), await ended_run(database, "100.000001")
    found = judged_buyer(room)
    said = replace(found, checks=tuple(replace(each, quote="my own words") for each in found.checks))
    async with database.writing() as connection:
        session = await markets.save_session(connection, TEAM, room.market, "", NOW)
        talk = Talk(team=TEAM, session=session, item=room.item.id, started_at=NOW, run=run.id, number=1)
        alone = Talk(team=TEAM, session=session, item=room.item.id, started_at=NOW)
        for each in (talk, alone):
            await connection.do(partial(market_talks.keep_whole, talk=each, room=room, verdict=said))
        assert await retention.clear_talks(connection, TEAM, NOW, 10) == 0
        assert await retention.clear_talks(connection, TEAM, BEFORE, 10) == 1
        assert await retention.clear_talks(connection, TEAM, BEFORE, 10) == 0
        assert await market_talks.events_of(connection, TEAM, talk.id) == ()
        assert await market_talks.events_of(connection, TEAM, alone.id) == room.events
        left = await market_talks.verdict_of(connection, TEAM, talk.id)
    assert left is not None
    assert (left.total, left.headline) == (said.total, said.headline)
    assert not any(check.quote for check in left.checks)
