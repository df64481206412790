"""What has come of the runs that count, read back as it was stored."""

from datetime import timedelta

import pytest

from bot.flows.progress import assignments_of, progress_of
from engine.errors import RuleViolation
from storage import assignments, attempts, outbox, verdicts
from storage.assignments import Attempt
from storage.attempts import Played
from storage.database import Database
from storage.lanes import root_oid
from storage.runs import Run
from storage.verdicts import Adjusted, VerdictRow
from tests.assigned import ASSIGNMENT, DUE, START, TEAM, assignee, assignment, window
from tests.storage.given import NOW, VERDICT, ended_run, open_run, opening_run

ANA, BEN = "UANA", "UBEN"
WEDNESDAY = START + timedelta(days=2)
SEED = 18422


@pytest.fixture(autouse=True)
async def held(database: Database) -> None:
    """The assignment, its window, and two people in it."""
    async with database.writing() as connection:
        await assignments.add(connection, assignment(seeds=(SEED,)))
        await assignments.add_window(connection, window(seeds=(SEED,)), [assignee(ANA), assignee(BEN)])


async def count(database: Database, run: Run, nth: int = 1) -> None:
    """The run counts in the window."""
    async with database.writing() as connection:
        attempt = Attempt(TEAM, run.id, ASSIGNMENT, 1, run.rep, run.seed, nth)
        await assignments.add_attempt(connection, attempt)


async def found(database: Database) -> tuple[Played, ...]:
    """The runs that count."""
    async with database.reading() as connection:
        return await attempts.in_window(connection, TEAM, ASSIGNMENT, 1)


async def test_a_run_under_way_counts_and_has_no_score(database: Database) -> None:
    run = await open_run(database, rep=ANA)
    await count(database, run)
    assert await found(database) == (Played(ASSIGNMENT, 1, ANA, SEED, 1, run.id, None, None, False),)


async def test_an_ended_run_has_its_score_and_after_a_dispute_the_adjusted_one(database: Database) -> None:
    run = await ended_run(database, rep=ANA, verdict=VerdictRow(62, False, {}, "rubric-1", complies=False))
    await count(database, run)
    [before] = await found(database)
    assert (before.ended_at, before.score, before.complies) == (NOW, 62, False)
    async with database.writing() as connection:
        await verdicts.adjust(connection, TEAM, run.id, Adjusted(71, True, True))
    [after] = await found(database)
    assert (after.score, after.complies) == (71, True)


async def test_a_run_that_never_opened_counts_for_nothing(database: Database) -> None:
    run = await opening_run(database, rep=ANA)
    await count(database, run)
    await outbox.mark_dead(database, root_oid(TEAM, run.id), "no such channel", NOW)
    assert await found(database) == ()


async def test_progress_is_read_in_one_state(database: Database) -> None:
    run = await ended_run(database, rep=ANA, verdict=VERDICT)
    await count(database, run)
    async with database.reading() as connection:
        progress = await progress_of(connection, TEAM, ASSIGNMENT, 1, WEDNESDAY)
        late = await progress_of(connection, TEAM, ASSIGNMENT, 1, DUE)
    assert [(each.person, each.state) for each in progress.people] == [(ANA, "passed"), (BEN, "not started")]
    assert progress.totals._asdict() == {
        "people": 2, "not_started": 1, "in_progress": 0, "passed": 1, "did_not_pass": 0, "overdue": 0, "excused": 0,
    }  # fmt: skip
    assert late.totals.overdue == 1


async def test_who_is_excused_is_counted_as_such(database: Database) -> None:
    async with database.writing() as connection:
        assert await assignments.excuse(connection, TEAM, ASSIGNMENT, 1, BEN, "UMEI", WEDNESDAY)
        progress = await progress_of(connection, TEAM, ASSIGNMENT, 1, WEDNESDAY)
    assert (progress.totals.excused, progress.totals.not_started) == (1, 1)


async def test_a_window_that_is_not_there_is_refused(database: Database) -> None:
    async with database.reading() as connection:
        for team, number in ((TEAM, 2), ("T2", 1)):
            with pytest.raises(RuleViolation, match="can't find that assignment"):
                await progress_of(connection, team, ASSIGNMENT, number, WEDNESDAY)


async def test_what_is_open_comes_first_and_the_soonest_due_of_it(database: Database) -> None:
    async with database.writing() as connection:
        for name, start, due in (
            ("soon", START, DUE - timedelta(days=1)),
            ("over", START - timedelta(days=30), START - timedelta(days=20)),
            ("to come", DUE, DUE + timedelta(days=7)),
        ):
            await assignments.add(connection, assignment(id=name, title=name))
            its = {"assignment": name, "starts_at": start, "due_at": due}
            await assignments.add_window(connection, window(assignment=name), [assignee(ANA, **its)])
        mine = await assignments_of(connection, TEAM, ANA, WEDNESDAY)
        nobodys = await assignments_of(connection, "T2", ANA, WEDNESDAY)
    assert [each.assignment.id for each in mine] == ["soon", ASSIGNMENT, "to come", "over"]
    assert [each.is_open(WEDNESDAY) for each in mine] == [True, True, False, False]
    assert nobodys == ()


async def test_what_is_mine_agrees_with_what_the_manager_sees(database: Database) -> None:
    run = await ended_run(database, rep=ANA, verdict=VERDICT)
    await count(database, run)
    async with database.reading() as connection:
        [mine] = await assignments_of(connection, TEAM, ANA, WEDNESDAY)
        progress = await progress_of(connection, TEAM, ASSIGNMENT, 1, WEDNESDAY)
    assert mine.state == progress.person(ANA)
    assert not mine.is_open(WEDNESDAY)


async def test_a_run_knows_what_it_counts_for(database: Database) -> None:
    run, other = await open_run(database, rep=ANA), await open_run(database, "101.000001", rep=ANA)
    await count(database, run, nth=2)
    async with database.reading() as connection:
        counting = await attempts.of_run(connection, TEAM, run.id)
        nothing = await attempts.of_run(connection, TEAM, other.id)
    assert counting is not None
    assert (counting.held.window.number, counting.held.assignee.person, counting.nth) == (1, ANA, 2)
    assert nothing is None
