"""Excerpts are kept with consent alone, go when it is withdrawn, and each team has its own."""

import asyncio

from engine.prompting.excerpts import Excerpt
from storage import excerpts, preferences, team_defaults
from storage.database import Database
from storage.excerpts import SeedOf
from storage.team_defaults import Usual
from tests.storage.given import NOW, REP, TEAM, ended_run

SAID = Excerpt("terse", "greeted", "Fine. What do you want for it?")
OTHER = Excerpt("terse", "refused", "Then we have nothing to talk about.")
WHOM = SeedOf(TEAM, "car_sales", 1, 18422)


async def _ended(database: Database, *found: Excerpt, thread: str = "100.000001", rep: str = REP) -> None:
    await ended_run(database, thread, rep, excerpts=found)


async def _pool(database: Database, team: str = TEAM, style: str = "terse") -> frozenset[str]:
    async with database.reading() as connection:
        return await excerpts.of_style(connection, team, "car_sales", style)


async def test_without_consent_nothing_is_kept(database: Database) -> None:
    await _ended(database, SAID)
    assert await _pool(database) == frozenset()


async def test_with_consent_they_are_kept_for_the_team_and_the_manner(database: Database) -> None:
    async with database.writing() as connection:
        await preferences.allow_excerpts(connection, TEAM, REP, NOW)
    await _ended(database, SAID, OTHER)
    assert await _pool(database) == {SAID.id, OTHER.id}
    assert await _pool(database, team="T2") == frozenset()
    assert await _pool(database, style="chatty") == frozenset()
    async with database.reading() as connection:
        assert await excerpts.texts(connection, TEAM, "car_sales", [OTHER.id, "gone", SAID.id]) == (OTHER, SAID)
        assert await excerpts.texts(connection, "T2", "car_sales", [SAID.id]) == ()


async def test_withdrawing_deletes_ones_own_and_leaves_what_others_have_said_too(database: Database) -> None:
    async with database.writing() as connection:
        for rep in (REP, "U2"):
            await preferences.allow_excerpts(connection, TEAM, rep, NOW)
    await _ended(database, SAID, OTHER)
    await _ended(database, SAID, thread="200.000001", rep="U2")
    async with database.writing() as connection:
        await preferences.withdraw_excerpts(connection, TEAM, REP)
        assert not await preferences.allows_excerpts(connection, TEAM, REP)
        assert await preferences.allows_excerpts(connection, TEAM, "U2")
    assert await _pool(database) == {SAID.id}


async def test_a_seed_has_what_it_was_given_last(database: Database) -> None:
    async with database.writing() as connection:
        await excerpts.give(connection, WHOM, ["a", "b"])
        await excerpts.give(connection, WHOM, ["b", "c"])
        await excerpts.give(connection, WHOM._replace(seed=1), ["d"])
    async with database.reading() as connection:
        assert await excerpts.given_to(connection, WHOM) == ("b", "c")
        assert await excerpts.given_to(connection, WHOM._replace(team="T2")) == ()


async def test_two_who_give_to_one_seed_at_once_do_not_stand_in_each_others_way(database: Database) -> None:
    async def give(ids: list[str]) -> None:
        async with database.writing() as connection:
            await excerpts.give(connection, WHOM, ids)

    await asyncio.gather(give(["a", "b"]), give(["a", "b"]))
    async with database.reading() as connection:
        assert await excerpts.given_to(connection, WHOM) == ("a", "b")


async def test_a_team_plays_strictly_until_it_chooses_otherwise(database: Database) -> None:
    async with database.writing() as connection:
        assert await team_defaults.of_team(connection, TEAM) == Usual("strict", "")
        for usual in (Usual("freeplay", "openai:gpt-5.2"), Usual("flavor", "")):
            await team_defaults.choose(connection, TEAM, usual)
            assert await team_defaults.of_team(connection, TEAM) == usual
        assert await team_defaults.of_team(connection, "T2") == Usual("strict", "")
