"""A person's runs are numbered from their first on and come back the latest first, each with its verdict."""

from storage import history, outbox, turns
from storage.database import Database
from storage.history import Past
from storage.posts import Destination, RunFile
from storage.runs import Run
from tests.storage.given import CHANNEL, NOW, REP, TEAM, VERDICT, after, entry, open_run, opening_run, said, take_up


async def ended(database: Database, thread: str, seconds: float, **changes: object) -> Run:
    """A run that was opened then and has a verdict."""
    run = await open_run(database, thread, opened_at=after(seconds), **changes)
    claim = await take_up(database, entry(run))
    await turns.commit_turn(
        database,
        claim,
        events=[said("bye")],
        posts=(),
        status="ended",
        round=1,
        now=after(seconds + 9),
        verdict=VERDICT,
    )
    return run


async def page(database: Database, limit: int = 10, skip: int = 0, rep: str = REP) -> tuple[Past, ...]:
    """Some of the person's runs."""
    async with database.reading() as connection:
        return await history.page(connection, TEAM, rep, limit, skip)


async def test_runs_are_numbered_from_the_first_on_and_the_latest_stands_first(database: Database) -> None:
    first = await ended(database, "100.1", 0)
    other = await ended(database, "200.1", 1, rep="U2")
    second = await open_run(database, "300.1", opened_at=after(60), seed=58)
    found = await page(database)
    assert [(past.run.id, past.number) for past in found] == [(second.id, 2), (first.id, 1)]
    assert [past.verdict for past in found] == [None, VERDICT.payload]
    assert [past.run.id for past in await page(database, rep="U2")] == [other.id]
    async with database.reading() as connection:
        assert await history.count(connection, TEAM, REP) == 2
        assert await history.count(connection, "T2", REP) == 0


async def test_pages_follow_one_another_and_numbers_stay(database: Database) -> None:
    for number in range(5):
        await open_run(database, f"{number}00.1", opened_at=after(number))
    assert [past.number for past in await page(database, 2)] == [5, 4]
    assert [past.number for past in await page(database, 2, 2)] == [3, 2]
    assert [past.number for past in await page(database, 2, 4)] == [1]
    assert await page(database, 2, 6) == ()


async def test_a_run_is_found_by_number_id_and_as_the_latest_that_ended(database: Database) -> None:
    first = await ended(database, "100.1", 0)
    await open_run(database, "200.1", opened_at=after(60))
    async with database.reading() as connection:
        numbered = await history.numbered(connection, TEAM, REP, 1)
        latest = await history.latest(connection, TEAM, REP)
        by_id = await history.of_id(connection, TEAM, REP, first.id)
        assert await history.numbered(connection, TEAM, REP, 3) is None
        assert await history.numbered(connection, TEAM, "U2", 1) is None
        assert await history.of_id(connection, TEAM, "U2", first.id) is None
        assert await history.latest(connection, TEAM, "U2") is None
    assert numbered == latest == by_id
    assert numbered
    assert numbered.run.id == first.id


async def test_runs_on_a_buyer_are_those_of_its_seed_and_pack_that_have_ended(database: Database) -> None:
    first = await ended(database, "100.1", 0)
    second = await ended(database, "200.1", 10)
    await ended(database, "300.1", 20, seed=58)
    await ended(database, "400.1", 30, draw_epoch=2)
    await open_run(database, "500.1", opened_at=after(40))
    async with database.reading() as connection:
        found = await history.on_buyer(connection, TEAM, REP, "car_sales", 1, 18422, 10)
    assert [past.run.id for past in found] == [second.id, first.id]
    assert [past.others for past in found] == [1, 1]
    assert [past.others for past in await page(database)] == [2, 0, 0, 1, 1]


async def test_a_run_that_never_opened_is_not_counted(database: Database) -> None:
    run = await opening_run(database)
    [brief] = await outbox.take_due(database, "sender", NOW, 10)
    await outbox.mark_dead(database, brief.oid, "is_archived", NOW)
    assert run.id not in [past.run.id for past in await page(database)]


async def test_a_post_that_was_given_up_may_be_asked_for_again_and_another_may_not(database: Database) -> None:
    async def ask() -> str | None:
        post, to = RunFile("r1", REP), Destination(CHANNEL, "100.1")
        async with database.writing() as connection:
            return await outbox.enqueue_again(connection, TEAM, "export:r1", post, to=to, now=NOW)

    first = await ask()
    assert first
    assert await ask() is None
    [outgoing] = await outbox.take_due(database, "sender", NOW, 10)
    assert outgoing.post == RunFile("r1", REP)
    await outbox.mark_dead(database, outgoing.oid, "missing_scope", NOW)
    second = await ask()
    assert second not in (None, first)
    assert await ask() is None
