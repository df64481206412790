"""Whether a post is still wanted is decided when it is sent: it may have waited out an outage."""

from dataclasses import replace

import pytest

from bot.flows.assigned import NothingToPost, assigned_to, left_to_do
from storage import assignments, people, roster
from storage.assignments import Attempt
from storage.database import Database
from storage.verdicts import VerdictRow
from tests.bot.scheduling.given import ANA, MANAGER, NOW, TEAM, at, order, planned
from tests.bot.scheduling.keeping import Keeper
from tests.storage.given import ended_run

BERLIN = "Europe/Berlin"
MORNING, EVENING = at("05T10:00", BERLIN), at("05T18:00", BERLIN)
PLACE = (TEAM, "a1", 1, "UANA")


async def test_a_reminder_is_sent_in_working_hours_alone(database: Database) -> None:
    await planned(database, order(), ANA)
    keeper = Keeper(database, now=MORNING)
    assert (await left_to_do(keeper.house, *PLACE)).state.state == "not started"
    keeper.now = EVENING
    with pytest.raises(NothingToPost, match="outside hours"):
        await left_to_do(keeper.house, *PLACE)
    keeper.now = at("06T17:00", BERLIN)
    with pytest.raises(NothingToPost, match="over"):
        await left_to_do(keeper.house, *PLACE)


@pytest.mark.parametrize(("score", "reason"), [(90, "passed"), (40, "did not pass")])
async def test_nobody_is_reminded_of_what_they_have_played_to_the_end(
    database: Database, score: int, reason: str
) -> None:
    await planned(database, order(seeds=(18422,)), ANA)
    run = await ended_run(database, rep="UANA", verdict=VerdictRow(score, True, {}, "rubric"))
    async with database.writing() as connection:
        await assignments.add_attempt(connection, Attempt(TEAM, run.id, "a1", 1, "UANA", 18422, 1))
    with pytest.raises(NothingToPost, match=reason):
        await left_to_do(Keeper(database, now=MORNING).house, *PLACE)


@pytest.mark.parametrize("reason", ["muted", "excused", "left", "cancelled"])
async def test_what_has_become_void_meanwhile_is_not_sent_but_a_card_that_stands_is_drawn(
    database: Database, reason: str
) -> None:
    await planned(database, order(), ANA)
    async with database.writing() as connection:
        if reason == "muted":
            await roster.mute(connection, *PLACE, NOW)
        if reason == "excused":
            await assignments.excuse(connection, *PLACE, MANAGER, NOW)
        if reason == "left":
            await people.put(connection, replace(ANA, has_left=True))
        if reason == "cancelled":
            await assignments.change(connection, order(status="cancelled"))
    house = Keeper(database, now=MORNING).house
    with pytest.raises(NothingToPost, match=reason):
        await left_to_do(house, *PLACE)
    if reason != "muted":
        with pytest.raises(NothingToPost, match=reason):
            await assigned_to(house, *PLACE, stands=False)
    assert (await assigned_to(house, *PLACE, stands=True)).assignment.title == "Discovery week"
