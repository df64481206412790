"""Posts go out in order, each lane by itself, and a post that may stand already is not sent blindly again."""

import asyncio
from datetime import timedelta

from storage import outbox, turns
from storage.database import Database
from storage.outbox import LEASE, Outgoing
from storage.posts import Brief, Destination, Direct, Line, Notice, Post, Whisper
from tests.storage.given import CHANNEL, NOW, OPENING, REP, TEAM, after, entry, open_run, opening_run, run_now, take_up

GRACE = timedelta(seconds=30)
HERE = Destination(CHANNEL, "100.000001")


async def due(database: Database, at: float = 0, limit: int = 10) -> list[Outgoing]:
    """What a sender gets at that many seconds."""
    return await outbox.take_due(database, "sender", after(at), limit)


async def notify(database: Database, cause: str, text: str = "Hello.", team: str = TEAM) -> bool:
    """Puts a notice into the outbox; whether it is new."""
    async with database.writing() as connection:
        return await outbox.enqueue(connection, team, cause, Notice(text), to=HERE, now=NOW) is not None


async def test_the_first_line_waits_until_the_brief_stands(database: Database) -> None:
    run = await opening_run(database)
    [brief] = await due(database)
    assert (brief.post, brief.thread_ts, brief.channel, brief.attempts) == (Brief(), None, CHANNEL, 1)
    assert await due(database) == []
    await outbox.mark_sent(database, brief.oid, "100.1", NOW)
    [line] = await due(database)
    assert (line.post, line.thread_ts) == (OPENING[1], "100.1")
    assert line.run == await run_now(database, run)
    assert line.root_oid == brief.oid


async def test_the_brief_gives_the_run_its_thread_and_opens_it(database: Database) -> None:
    run = await opening_run(database)
    [brief] = await due(database)
    await outbox.mark_sent(database, brief.oid, "100.1", NOW)
    opened = await run_now(database, run)
    assert (opened.status, opened.thread_ts) == ("open", "100.1")


async def test_a_brief_that_cannot_be_posted_ends_its_run_and_every_post_of_it(database: Database) -> None:
    run = await opening_run(database)
    [brief] = await due(database)
    await outbox.mark_dead(database, brief.oid, "not_in_channel", after(1))
    ended = await run_now(database, run)
    assert (ended.status, ended.ended_at) == ("ended", after(1))
    assert await due(database, at=1000) == []


async def test_a_line_that_cannot_be_posted_lets_the_next_one_pass(database: Database) -> None:
    await opening_run(database, posts=(Brief(), Line("Dana", "", "one"), Line("Dana", "", "two")))
    [brief] = await due(database)
    one = await outbox.mark_sent(database, brief.oid, "100.1", NOW, next_for="sender")
    assert one
    await outbox.mark_dead(database, one.oid, "msg_too_long", NOW)
    [two] = await due(database)
    assert two.post == Line("Dana", "", "two")


async def test_lanes_do_not_wait_for_each_other(database: Database) -> None:
    await opening_run(database)
    await opening_run(database)
    await notify(database, "greeting")
    assert sorted(each.post.kind for each in await due(database)) == ["brief", "brief", "notice"]


async def test_a_sender_takes_no_more_than_it_asked_for(database: Database) -> None:
    for number in range(5):
        await notify(database, f"cause-{number}")
    assert [len(await due(database, limit=2)) for _ in range(4)] == [2, 2, 1, 0]


async def test_every_post_of_a_lane_goes_out_in_order_whoever_sends(database: Database) -> None:
    texts = [f"line {number}" for number in range(12)]
    await opening_run(database, posts=(Brief(), *(Line("Dana", "", text) for text in texts)))
    stands: list[str] = []

    async def send(sender: str) -> None:
        while len(stands) < len(texts) + 1:
            for each in await outbox.take_due(database, sender, NOW, 3):
                await asyncio.sleep(0.001)
                stands.append(getattr(each.post, "text", "brief"))
                await outbox.mark_sent(database, each.oid, f"100.{len(stands):04d}", NOW)
            await asyncio.sleep(0.001)

    await asyncio.gather(send("one"), send("two"), send("three"))
    assert stands == ["brief", *texts]


async def test_the_same_cause_enqueues_once(database: Database) -> None:
    assert [await notify(database, "c1"), await notify(database, "c1"), await notify(database, "c2")] == [
        True,
        False,
        True,
    ]
    assert await notify(database, "c1", team="T2")
    assert len(await due(database)) == 3


async def test_every_kind_of_post_outside_runs_comes_back_as_it_was(database: Database) -> None:
    posts: list[Post] = [
        Notice("Hello."),
        Whisper(REP, "Only you.", start="car_sales@1#18422"),
        Direct(REP, "Just you."),
    ]
    async with database.writing() as connection:
        for post in posts:
            await outbox.enqueue(connection, TEAM, post.kind, post, to=HERE, now=NOW)
        await outbox.enqueue(connection, TEAM, "nowhere", Direct(REP, "Home."), now=NOW)
    sent = await due(database)
    assert [each.post for each in sent] == [*posts, Direct(REP, "Home.")]
    assert {(each.channel, each.thread_ts, each.run) for each in sent[:3]} == {(*HERE, None)}
    assert sent[3].root_oid is None


async def test_a_refused_post_waits_as_long_as_slack_said(database: Database) -> None:
    await notify(database, "c1")
    [first] = await due(database)
    await outbox.put_back(database, first.oid, after(30), "ratelimited")
    assert await due(database, at=29) == []
    [again] = await due(database, at=30)
    assert (again.oid, again.attempts) == (first.oid, 2)


async def test_a_post_stays_with_its_sender_until_lease_and_grace_are_over(database: Database) -> None:
    await notify(database, "c1")
    [sent] = await due(database)
    limit = NOW + LEASE + GRACE
    assert await due(database, at=3600) == []
    assert await outbox.overdue(database, limit - timedelta(seconds=1), GRACE) == []
    [lost] = await outbox.overdue(database, limit, GRACE)
    assert (lost.oid, lost.attempts, lost.attempt_at) == (sent.oid, 1, NOW)


async def test_an_overdue_post_is_given_to_one_at_a_time(database: Database) -> None:
    await notify(database, "c1")
    await due(database)
    limit = NOW + LEASE + GRACE
    found = await asyncio.gather(*(outbox.overdue(database, limit, GRACE) for _ in range(4)))
    assert sum(len(each) for each in found) == 1
    assert await outbox.overdue(database, limit + GRACE, GRACE)


async def test_an_overdue_post_is_sent_again_under_the_same_oid_by_one_only(database: Database) -> None:
    await notify(database, "c1")
    await due(database)
    limit = NOW + LEASE + GRACE
    [lost] = await outbox.overdue(database, limit, GRACE)
    again = await outbox.resend(database, lost, limit)
    assert again
    assert (again.oid, again.attempts, again.attempt_at) == (lost.oid, 2, limit)
    assert await outbox.resend(database, lost, limit) is None
    assert await outbox.overdue(database, limit + GRACE, GRACE) == []


async def test_a_post_that_was_found_is_not_sent_again(database: Database) -> None:
    await notify(database, "c1")
    await due(database)
    [lost] = await outbox.overdue(database, NOW + LEASE + GRACE, GRACE)
    await outbox.mark_sent(database, lost.oid, "700.1", NOW)
    assert await outbox.resend(database, lost, NOW) is None
    await outbox.put_back(database, lost.oid, NOW, "too late")
    await outbox.mark_dead(database, lost.oid, "too late", NOW)
    assert await due(database, at=3600) == []


async def test_a_lane_waits_while_a_post_of_it_is_in_doubt(database: Database) -> None:
    run = await open_run(database)
    claim = await take_up(database, entry(run))
    posts = [Line("Dana", "", "one"), Line("Dana", "", "two")]
    await turns.commit_turn(database, claim, events=[], posts=posts, status="open", round=1, now=NOW, send_now=True)
    assert await due(database, at=3600) == []
    [lost] = await outbox.overdue(database, after(3600), GRACE)
    two = await outbox.mark_sent(database, lost.oid, "600.1", NOW, next_for="sender")
    assert two
    assert two.post == posts[1]


async def test_a_brief_found_again_keeps_the_thread_first_noted(database: Database) -> None:
    run = await opening_run(database)
    [brief] = await due(database)
    await outbox.mark_sent(database, brief.oid, "100.1", NOW)
    await outbox.mark_sent(database, brief.oid, "100.9", NOW)
    assert (await run_now(database, run)).thread_ts == "100.1"


async def test_a_run_that_was_paused_before_its_brief_was_noted_stays_paused(database: Database) -> None:
    run = await opening_run(database)
    [brief] = await due(database)
    await outbox.mark_sent(database, brief.oid, "100.1", NOW)
    claim = await take_up(database, entry(await run_now(database, run), kind="pause", message_ts=None))
    await turns.commit_turn(database, claim, events=[], posts=[], status="paused", round=0, now=NOW)
    await outbox.mark_sent(database, brief.oid, "100.1", NOW)
    assert (await run_now(database, run)).status == "paused"
