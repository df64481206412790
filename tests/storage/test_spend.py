"""The books of the language models: they outlive the process, and no account is overdrawn by whoever asks at once."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import update

from engine.llm.budget import Amount, Cap, Scope
from engine.llm.purse import Hold, Took
from engine.llm.troubles import OverBudget
from engine.llm.usage import UNKNOWN, Spent, Usage
from storage import spend, usage
from storage.database import Database, open_database
from storage.tables import spend as spend_table
from storage.usage import Figures
from tests.storage.given import NOW, REP, TEAM, after
from tests.storage.spending import MOST, TOOK, UNTIL, a_call, begun, made

TODAY = NOW.date()


async def total(database: Database, team: str = TEAM) -> Figures:
    """What the team has spent in all."""
    async with database.reading() as connection:
        return sum((each.figures for each in await usage.spending(connection, team, TODAY)), Figures())


async def account(database: Database, scope: Scope, team: str = TEAM) -> Amount:
    """What counts on the fullest account of that scope."""
    async with database.reading() as connection:
        return await usage.fullest(connection, team, scope, TODAY)


async def test_what_was_spent_is_still_known_after_a_restart(url: str) -> None:
    for _ in range(2):
        database = await open_database(url)
        await made(database, a_call())
        await database.close()
    database = await open_database(url)
    assert await total(database) == Figures(2, 2, 2, 0, 600, 400, 80, 1_800, 0)
    over = await begun(database, a_call(), {Scope.RUN: Cap(tokens=680)})
    assert isinstance(over, OverBudget)
    await database.close()


@pytest.mark.parametrize("backend", ["postgresql"], indirect=True)
async def test_two_processes_see_each_other_s_spending_and_what_the_other_has_set_aside(url: str) -> None:
    one, other = await open_database(url), await open_database(url)
    caps = {Scope.TEAM: Cap(tokens=1_200)}
    first = await begun(one, a_call(), caps)
    assert isinstance(first, Hold)
    second = await begun(other, a_call(run="run-2"), caps)
    assert isinstance(second, Hold)
    third = await begun(one, a_call(run="run-3"), caps)
    assert isinstance(third, OverBudget)
    assert third.held
    assert await spend.close_call(other, first, TOOK)
    assert await total(one) == await total(other) == Figures(1, 1, 1, 1, 300, 200, 40, 900, 0)
    await one.close()
    await other.close()


async def test_of_forty_calls_at_once_only_so_many_are_made_as_there_is_room_for(url: str, backend: str) -> None:
    opened = [await open_database(url) for _ in range(3 if backend == "postgresql" else 1)]
    caps = {Scope.DAY: Cap(micro_dollars=3 * MOST.micro_dollars - 1)}
    calls = (begun(opened[number % len(opened)], a_call(run=f"run-{number}"), caps) for number in range(40))
    ends = await asyncio.gather(*calls)
    holds = [end for end in ends if isinstance(end, Hold)]
    assert len(holds) == 3
    dearest = Took(Spent(Usage(1_000), MOST.micro_dollars), MOST, attempts=1, answered=True)
    assert all(await asyncio.gather(*(spend.close_call(opened[0], hold, dearest) for hold in holds)))
    assert await account(opened[0], Scope.DAY) == Amount(3 * MOST.tokens, 3 * MOST.micro_dollars)
    assert (await total(opened[0])).refused == 37
    for each in opened:
        await each.close()


@pytest.mark.parametrize(
    ("scope", "changes", "shared"),
    [
        (Scope.RUN, {"run": "run-2"}, False),
        (Scope.RUN, {"at": after(86_400)}, True),
        (Scope.RUN, {"team": "T2"}, False),
        (Scope.PERSON, {"run": "run-2"}, True),
        (Scope.PERSON, {"person": "U2"}, False),
        (Scope.PERSON, {"team": "T2"}, False),
        (Scope.PERSON, {"at": after(86_400)}, False),
        (Scope.TEAM, {"run": "run-2", "person": "U2"}, True),
        (Scope.TEAM, {"team": "T2"}, False),
        (Scope.TEAM, {"at": after(86_400)}, False),
        (Scope.DAY, {"team": "T2", "run": "run-2", "person": "U2"}, True),
        (Scope.DAY, {"at": after(86_400)}, False),
    ],
)
@pytest.mark.parametrize("cap", [Cap(tokens=340), Cap(micro_dollars=900)], ids=["tokens", "money"])
async def test_an_account_is_shared_by_those_whose_it_is(
    database: Database, scope: Scope, changes: dict[str, str], shared: bool, cap: Cap
) -> None:
    await made(database, a_call())
    over = await begun(database, a_call(**changes), {scope: cap})
    assert isinstance(over, OverBudget) is shared


async def test_every_purpose_counts_on_the_same_accounts_and_is_kept_apart(database: Database) -> None:
    await made(database, a_call())
    await made(database, a_call(purpose="comment", model="openai:gpt-5.2"))
    assert isinstance(await begun(database, a_call(), {Scope.RUN: Cap(tokens=680)}), OverBudget)
    async with database.reading() as connection:
        found = await usage.spending(connection, TEAM, TODAY)
    assert {(each.purpose, each.model, each.figures.calls) for each in found} == {
        ("voice", "anthropic:claude-haiku-5-5", 1),
        ("comment", "openai:gpt-5.2", 1),
    }


async def test_a_cost_that_is_not_known_is_no_cost_of_nothing(database: Database) -> None:
    unpriced = Took(Spent(Usage(input=30, output=10), None), Amount(40, 3_000), attempts=2, answered=True)
    await made(database, a_call())
    await made(database, a_call(), unpriced)
    await made(database, a_call(), Took(UNKNOWN, MOST, attempts=1))
    figures = await total(database)
    assert (figures.calls, figures.attempts, figures.answered) == (3, 4, 2)
    assert (figures.micro_dollars, figures.unpriced) == (900, 2)
    assert await account(database, Scope.RUN) == Amount(340 + 40, 900 + 3_000) + MOST


async def test_a_call_that_nobody_has_closed_in_time_counts_with_the_most_that_it_can_take(database: Database) -> None:
    hold = await begun(database, a_call())
    assert isinstance(hold, Hold)
    caps = {Scope.TEAM: Cap(tokens=MOST.tokens)}
    early, late = UNTIL - timedelta(seconds=1), UNTIL
    over = await begun(database, a_call(run="run-2", at=early), caps)
    assert isinstance(over, OverBudget)
    assert over.held
    over = await begun(database, a_call(run="run-2", at=late), caps)
    assert isinstance(over, OverBudget)
    assert not over.held
    assert not await spend.close_call(database, hold, TOOK)
    figures = await total(database)
    assert (figures.calls, figures.answered, figures.unpriced, figures.refused) == (1, 0, 1, 2)
    assert await account(database, Scope.TEAM) == MOST


async def test_a_call_is_closed_once(database: Database) -> None:
    hold = await begun(database, a_call())
    assert isinstance(hold, Hold)
    assert await spend.close_call(database, hold, TOOK)
    assert not await spend.close_call(database, hold, TOOK)
    assert (await total(database)).calls == 1


async def test_when_a_person_goes_the_totals_of_the_team_stay(database: Database) -> None:
    await made(database, a_call())
    await made(database, a_call(person="U2"))
    before = await total(database)
    async with database.writing() as connection:
        mine = (spend_table.c.team == TEAM, spend_table.c.person == REP)
        assert await connection.run(update(spend_table).where(*mine).values(person="gone-1")) == 1
    assert await total(database) == before
    assert await account(database, Scope.TEAM) == Amount(680, 1_800)
    async with database.reading() as connection:
        assert {person for person, _ in await usage.people(connection, TEAM, TODAY, 5)} == {"gone-1", "U2"}
