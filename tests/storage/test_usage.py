"""What a team's use of language models comes to, and that it is nobody else's."""

from datetime import timedelta

from engine.llm.budget import Amount, Scope
from engine.negotiation.events import Worded
from storage import turns, usage
from storage.database import Database
from storage.posts import Line
from storage.usage import Figures, Lines
from tests.storage.given import NOW, TEAM, after, entry, open_run, take_up
from tests.storage.spending import a_call, made

TODAY = NOW.date()
DAY = 86_400.0


async def test_spending_is_told_by_day_mode_purpose_and_model(database: Database) -> None:
    run = await open_run(database, mode="freeplay")
    await made(database, a_call(run.id))
    await made(database, a_call(run.id))
    await made(database, a_call(run.id, at=after(-DAY)))
    await made(database, a_call("a run that is gone"))
    await made(database, a_call(run.id, at=after(-2 * DAY)))
    await made(database, a_call(run.id, team="T2"))
    async with database.reading() as connection:
        found = await usage.spending(connection, TEAM, TODAY - timedelta(days=1))
    told = {(each.day, each.mode): each.figures.calls for each in found}
    assert told == {(TODAY, "freeplay"): 2, (TODAY - timedelta(days=1), "freeplay"): 1, (TODAY, ""): 1}
    assert {(each.purpose, each.model) for each in found} == {("voice", "anthropic:claude-haiku-5-5")}


async def test_those_who_used_most_come_first(database: Database) -> None:
    for person, times in (("U1", 1), ("U2", 3), ("U3", 2)):
        for _ in range(times):
            await made(database, a_call(f"run of {person}", person))
    await made(database, a_call("theirs", "U9", "T2"))
    async with database.reading() as connection:
        found = await usage.people(connection, TEAM, TODAY, 2)
    assert [(person, figures.calls) for person, figures in found] == [("U2", 3), ("U3", 2)]
    assert found[0][1] == Figures(3, 3, 3, 0, 900, 600, 120, 2_700, 0)


async def test_the_fullest_account_of_each_scope_is_found(database: Database) -> None:
    await made(database, a_call("long", "U1", at=after(-DAY)))
    await made(database, a_call("long", "U1"))
    await made(database, a_call("short", "U2"))
    await made(database, a_call("other", "U2"))
    await made(database, a_call("over", "U1", at=after(-DAY)))
    await made(database, a_call("theirs", "U1", "T2"))
    async with database.reading() as connection:
        found = {scope: await usage.fullest(connection, TEAM, scope, TODAY) for scope in Scope}
    assert found == {
        Scope.RUN: Amount(680, 1_800),
        Scope.PERSON: Amount(680, 1_800),
        Scope.TEAM: Amount(1_020, 2_700),
        Scope.DAY: Amount(1_360, 3_600),
    }


async def test_before_anything_is_spent_there_is_nothing(database: Database) -> None:
    async with database.reading() as connection:
        assert await usage.spending(connection, TEAM, TODAY) == ()
        assert await usage.people(connection, TEAM, TODAY, 5) == ()
        assert await usage.lines(connection, TEAM, TODAY) == ()
        assert {await usage.fullest(connection, TEAM, scope, TODAY) for scope in Scope} == {Amount()}


async def test_a_turn_counts_its_line_once_worded_or_stock(database: Database) -> None:
    run = await open_run(database)
    worded = [
        Worded(NOW, 1, "Hm.", by="claude"),
        Worded(NOW, 2, "Well.", by="claude", broken=("figures",)),
        Worded(NOW, 3, "A stock phrase.", why="no language model is set up any more"),
    ]
    for event in worded:
        claim = await take_up(database, entry(run))
        line = Line("Dana", "", event.text)
        await turns.commit_turn(
            database, claim, events=[event], posts=[line], status="open", round=event.round, now=NOW
        )
    async with database.reading() as connection:
        assert await usage.lines(connection, TEAM, TODAY) == (Lines(TODAY, 3, 1, 1),)
        assert await usage.lines(connection, "T2", TODAY) == ()
        assert await usage.lines(connection, TEAM, TODAY + timedelta(days=1)) == ()
