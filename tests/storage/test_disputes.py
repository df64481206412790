"""Disputes are kept once, told once and decided once, whoever comes at the same time; the judge's score stays."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from storage import calibration, disputes, outbox, verdicts
from storage.database import Database, open_database, open_to_read
from storage.disputes import Dispute, Ruling
from storage.lanes import Oid, oid_for, verdict_oid
from storage.posts import Destination, DisputeCard, DisputeCardUpdate, VerdictCardUpdate
from storage.runs import Run
from storage.unavailable import DatabaseUnavailable
from storage.verdicts import Adjusted, VerdictRow
from tests.storage.given import NOW, REP, TEAM, after, ended_run

CHECKS = [{"id": "trust", "won": 4}, {"id": "payments", "won": None}]
JUDGED = VerdictRow(62, False, {"total": 62, "checks": CHECKS}, "rubric-1")
UPHOLD = Ruling(points=None, reason="It holds.", by="U2", name="Mei", key="view:1")
CHANGE = Ruling(points=6, reason="She did listen.", by="U3", name="Olu", key="view:2")


@pytest.fixture
async def run(database: Database) -> Run:
    """A run that has its verdict."""
    return await judged(database)


async def judged(database: Database, thread: str = "100.000001") -> Run:
    """A run that has its verdict; the card is still to be posted."""
    return await ended_run(database, thread, verdict=JUDGED)


@pytest.fixture
async def processes(url: str, backend: str) -> AsyncIterator[list[Database]]:
    """The database as several processes have it open; a SQLite file has one process."""
    opened = [await open_database(url) for _ in range(3 if backend == "postgresql" else 1)]
    yield opened * (3 // len(opened))
    for each in set(opened):
        await each.close()


def dispute(run: Run, check: str = "trust", **changes: object) -> Dispute:
    """A dispute of the run's check."""
    known = Dispute(
        team=TEAM,
        id=oid_for(TEAM, f"dispute:{run.id}:{check}"),
        run_id=run.id,
        check_id=check,
        rep=REP,
        words="She trusted me.",
        given=4,
        of=7,
        key="view:0",
        filed_at=NOW,
    )
    return replace(known, **changes)  # type: ignore[arg-type]


async def file(database: Database, *filed: Dispute) -> list[bool]:
    """Keeps the disputes; whether each was new."""
    async with database.writing() as connection:
        return [await disputes.add(connection, each) for each in filed]


async def rule(database: Database, filed: Dispute, ruling: Ruling) -> bool:
    """Decides the dispute; whether this ruling did it."""
    async with database.writing() as connection:
        await verdicts.hold(connection, TEAM, filed.run_id)
        return await disputes.decide(connection, TEAM, filed.id, ruling, after(60))


async def stored(database: Database, filed: Dispute) -> Dispute | None:
    """The dispute as it stands."""
    async with database.reading() as connection:
        return await disputes.get(connection, TEAM, filed.id)


async def test_a_dispute_comes_back_as_it_was_filed(database: Database, run: Run) -> None:
    filed = dispute(run, words="It's “fair”\x00, <!channel>.")
    assert await file(database, filed) == [True]
    found = await stored(database, filed)
    assert found == replace(filed, words="It's “fair”, <!channel>.")
    async with database.reading() as connection:
        assert await disputes.on_check(connection, TEAM, run.id, "trust") == found
        assert await disputes.of_run(connection, TEAM, run.id) == (found,)
        assert await disputes.get(connection, "T2", filed.id) is None
        assert await disputes.still_open(connection, "T2", 9) == ()


async def test_a_check_of_a_run_is_disputed_once(database: Database, run: Run) -> None:
    first = dispute(run)
    assert await file(database, first, dispute(run, key="view:9", words="Again."), dispute(run, "pie")) == [
        True,
        False,
        True,
    ]
    found = await stored(database, first)
    assert found is not None
    assert found.words == "She trusted me."


async def test_of_many_filed_at_once_one_is_kept(processes: list[Database]) -> None:
    run = await judged(processes[0])
    kept = await asyncio.gather(*(file(each, dispute(run, key=f"v{n}")) for n, each in enumerate(processes * 4)))
    assert sum(new for (new,) in kept) == 1


async def test_of_many_rulings_at_once_one_decides(processes: list[Database]) -> None:
    run = await judged(processes[0])
    filed = dispute(run)
    await file(processes[0], filed)
    ruled = await asyncio.gather(
        *(rule(each, filed, replace(CHANGE, by=f"U{number}")) for number, each in enumerate(processes * 4))
    )
    assert sum(ruled) == 1
    found = await stored(processes[0], filed)
    assert found is not None
    assert found.decided_by == f"U{ruled.index(True)}"


@pytest.mark.parametrize("ruling", [UPHOLD, CHANGE])
async def test_a_ruling_is_kept_with_who_when_and_why(database: Database, run: Run, ruling: Ruling) -> None:
    filed = dispute(run)
    await file(database, filed)
    assert await rule(database, filed, ruling)
    assert not await rule(database, filed, UPHOLD)
    assert await stored(database, filed) == replace(
        filed,
        status="upheld" if ruling.points is None else "changed",
        points=ruling.points,
        reason=ruling.reason,
        decided_by=ruling.by,
        decider_name=ruling.name,
        decided_key=ruling.key,
        decided_at=after(60),
    )
    async with database.reading() as connection:
        assert await disputes.count_open(connection, TEAM) == 0


async def test_the_open_ones_come_oldest_first(database: Database, run: Run) -> None:
    checks = ("trust", "pie", "claim")
    filed = [dispute(run, check, filed_at=after(-number)) for number, check in enumerate(checks)]
    await file(database, *filed)
    await rule(database, filed[1], UPHOLD)
    async with database.reading() as connection:
        assert await disputes.still_open(connection, TEAM, 9) == (filed[2], filed[0])
        assert await disputes.still_open(connection, TEAM, 1) == (filed[2],)
        assert await disputes.count_open(connection, TEAM) == 2


async def test_the_managers_are_told_by_one_process_only(processes: list[Database]) -> None:
    run = await judged(processes[0])
    filed = dispute(run)
    await file(processes[0], filed)

    async def tell(database: Database) -> bool:
        async with database.writing() as connection:
            return await disputes.mark_told(connection, TEAM, filed.id, NOW)

    async with processes[0].reading() as connection:
        assert await disputes.untold(connection) == (filed,)
    assert sum(await asyncio.gather(*(tell(each) for each in processes * 3))) == 1
    async with processes[0].reading() as connection:
        assert await disputes.untold(connection) == ()


async def test_the_adjusted_score_stands_beside_the_judges(database: Database, run: Run) -> None:
    async with database.writing() as connection:
        assert await verdicts.hold(connection, TEAM, run.id) == JUDGED
        await verdicts.adjust(connection, TEAM, run.id, Adjusted(71, passed=True, complies=False))
    async with database.reading() as connection:
        found = await verdicts.get(connection, TEAM, run.id)
    assert found == replace(JUDGED, adjusted=Adjusted(71, passed=True, complies=False))


async def test_cards_are_drawn_again_behind_their_first_post_wherever_that_comes_to_stand(
    database: Database, run: Run
) -> None:
    filed = dispute(run)
    await file(database, filed)
    async with database.writing() as connection:
        post, to = DisputeCard(filed.id, "U2"), Destination("D2")
        oid = await outbox.enqueue(connection, TEAM, "card", post, to=to, now=NOW)
        assert oid is not None
        await disputes.add_card(connection, TEAM, filed.id, "U2", oid)
        await outbox.follow(connection, TEAM, oid, DisputeCardUpdate(filed.id), now=NOW)
        await outbox.follow(connection, TEAM, verdict_oid(TEAM, run.id), VerdictCardUpdate(run.id), now=NOW)
        assert await disputes.cards(connection, TEAM, filed.id) == (oid,)
        assert await outbox.place_of(connection, oid) is None
    due = await outbox.take_due(database, "sender", NOW, 9)
    assert [each.post.kind for each in due if each.lane == oid] == ["dispute_card"], "the second waits"
    following = await outbox.mark_sent(database, oid, "300.1", NOW, next_for="sender")
    assert following is not None
    assert following.post == DisputeCardUpdate(filed.id)
    async with database.reading() as connection:
        assert await outbox.place_of(connection, oid) == Destination("D2", "300.1")


async def test_every_follower_of_a_post_is_kept_in_order(processes: list[Database]) -> None:
    run = await judged(processes[0])
    first = verdict_oid(TEAM, run.id)

    async def follow(database: Database) -> None:
        async with database.writing() as connection:
            await verdicts.hold(connection, TEAM, run.id)
            await outbox.follow(connection, TEAM, Oid(first), VerdictCardUpdate(run.id), now=NOW)

    await asyncio.gather(*(follow(each) for each in processes * 3))
    seen = 0
    while due := [each for each in await outbox.take_due(processes[0], "s", NOW, 20) if each.lane == first]:
        seen += len(due)
        for each in due:
            await outbox.mark_sent(processes[0], each.oid, "", NOW)
    assert seen == 9


async def test_calibration_counts_observed_checks_and_all_disputes(database: Database, run: Run) -> None:
    other = await judged(database, "200.000001")
    filed = [dispute(run), dispute(other)]
    await file(database, *filed)
    await rule(database, filed[0], CHANGE)
    async with database.reading() as connection:
        assert await calibration.judged(connection) == {"trust": 2}
        found = await calibration.disputed(connection)
    assert [(each.check, each.status, each.points, each.reason) for each in found] == sorted(
        [("trust", "changed", 6, "She did listen."), ("trust", "open", None, "")],
        key=lambda each: [dispute.id for dispute in filed if (dispute is filed[0]) == (each[1] == "changed")],
    )


async def test_a_database_at_work_can_be_read_by_another_process(database: Database, url: str, run: Run) -> None:
    beside = await open_to_read(url)
    async with beside.reading() as connection:
        assert await calibration.judged(connection) == {"trust": 1}
    await beside.close()
    assert await file(database, dispute(run)) == [True]


async def test_reading_makes_no_database_and_takes_none_of_another_version(tmp_path: Path) -> None:
    missing = f"sqlite:///{tmp_path}/none.sqlite"
    with pytest.raises(DatabaseUnavailable, match="There is no database at"):
        await open_to_read(missing)
    empty = await open_database(missing, run_migrations=False)
    await empty.close()
    with pytest.raises(DatabaseUnavailable, match="not those of this version"):
        await open_to_read(missing)
