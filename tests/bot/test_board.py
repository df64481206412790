"""Boards through the real app: what somebody sees who asks, the one message in a channel, and whose names are in it."""

from collections.abc import AsyncIterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from bot.flows.boards.closing import BOARD, WEEK_OVER, tell_of_week
from bot.flows.house import House
from engine.timing.local_time import wall_time
from engine.timing.periods import period_at
from storage import boards, timetable, totals, verdicts
from storage.board_tables import board_totals, panel_marks
from storage.tables import verdicts as verdict_rows
from storage.timetable import Due
from storage.verdicts import VerdictRow
from tests.bot.desk_of_disputes import card, decide, dispute, ended, told
from tests.bot.world import Json, World, eventually, ids_of, open_world
from tests.storage.boards_given import mean_of, put_total

TOKYO = "Asia/Tokyo"
"""Where Mei is, who places the boards."""


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    """A sandbox with the bot in it. Mei is its admin."""
    async with open_world(tmp_path) as opened:
        yield opened


def house_of(world: World) -> House:
    """The bot's house."""
    assert world.house is not None
    return world.house


def team_of(world: World) -> str:
    """The id of the workspace."""
    return world.sandbox.sandbox.workspace.team_id


async def give(world: World, zone: str = TOKYO, **percents: int) -> None:
    """These people have five runs each with that percentile on the week's board."""
    house = house_of(world)
    period = period_at("week", house.now(), zone)
    people = dict(zip(percents, ids_of(world.sandbox, tuple(percents)), strict=True))
    async with house.database.writing() as connection:
        for who, percent in percents.items():
            put = partial(put_total, team=team_of(world), rep=people[who], total=mean_of(percent), period=period)
            await connection.do(put)


async def standing(world: World, words: str, channel: str = "practice", who: str = "mei") -> Json:
    """The bot's message in the channel that holds the words, once it is there."""

    async def stands() -> Json | None:
        found = [each for each in await world.messages(who, channel) if words in str(each) and each.get("bot_id")]
        return found[-1] if found else None

    return await eventually(stands)


async def place(world: World, words: str = "here", channel: str = "practice") -> Json:
    """Mei has the board stand in the channel; its message."""
    await world.command("mei", f"/haggle leaderboard {words}", channel)
    return await standing(world, "first attempts", channel)


async def answer(world: World, who: str, text: str, channel: str = "practice") -> str:
    """What a command is answered with, as one text."""
    return str((await world.command(who, text, channel))["response"])


async def verdict_of(world: World, many: int = 1) -> VerdictRow:
    """A verdict, once so many are measured."""
    house = house_of(world)

    async def measured() -> VerdictRow | None:
        async with house.database.reading() as connection:
            rows = await connection.all(select(verdict_rows.c.team, verdict_rows.c.run_id))
            found = [await verdicts.get(connection, *row) for row in rows]
        done = [each for each in found if each and each.counts.percentile is not None]
        return done[0] if len(done) == many else None

    return await eventually(measured)


async def test_a_verdict_counts_by_its_percentile_among_the_reference_reps(world: World) -> None:
    await ended(world)
    row = await verdict_of(world)
    async with house_of(world).database.reading() as connection:
        [(marks,)] = await connection.all(select(panel_marks.c.marks))
    assert len(marks) == 48
    below, same = (sum(mark < row.det_score for mark in marks), sum(mark == row.det_score for mark in marks))
    assert row.counts.percentile == 10_000 * (2 * below + same) // 96
    assert "1 of 3 first attempts: 2 more, and you have a place." in await answer(world, "ana", "/haggle leaderboard")


async def test_a_verdict_of_an_earlier_version_is_measured_after_the_update(world: World) -> None:
    await ended(world)
    before = await verdict_of(world)
    forgotten = verdict_rows.update().values(percentile=None, engine="", full_checks=None)
    async with house_of(world).database.writing() as connection:
        await connection.run(forgotten)
        await totals.recompute(connection, team_of(world))
    assert (await verdict_of(world)).counts == before.counts
    assert "1 of 3 first attempts" in await answer(world, "ana", "/haggle leaderboard")


async def test_a_second_run_on_the_same_buyer_is_practice(world: World) -> None:
    for _ in range(2):
        await ended(world)
    await verdict_of(world, 2)
    assert "1 of 3 first attempts" in await answer(world, "ana", "/haggle leaderboard")


async def test_a_run_that_was_left_without_a_word_does_not_count(world: World) -> None:
    thread = await world.start("18422")
    await world.press("ana", "run_end", thread)
    await world.verdict(thread)
    assert "0 of 3 first attempts" in await answer(world, "ana", "/haggle leaderboard")


async def test_a_dispute_that_changes_the_score_changes_what_it_counts_for(world: World) -> None:
    _, verdict = await ended(world)
    before = await verdict_of(world)
    await dispute(world, verdict["ts"])
    await decide(world, "mei", (await card(world))["ts"], points=4)
    await told(world, "ana", "changed")
    after = await verdict_of(world)
    assert after.adjusted is not None
    assert after.adjusted.total > after.det_score
    assert (after.counts.percentile or 0) > (before.counts.percentile or 0)
    assert "questions" in after.counts.full
    async with house_of(world).database.reading() as connection:
        points = {row[0] for row in await connection.all(select(board_totals.c.points))}
    assert points == {after.counts.percentile}


async def test_whoever_asks_sees_the_board_and_their_own_place_alone(world: World) -> None:
    await give(world, zone="UTC", ana=84, ben=79, mei=70, olu=20)
    said = await answer(world, "ben", "/haggle leaderboard")
    assert "1 · *ana* · 84th percentile" in said
    assert "2 · *ben* · 79th" in said
    assert "olu" not in said
    assert "2nd, at the 79th percentile over 5 first attempts. 5 more points to the next place." in said
    assert "first attempts" not in str(await world.messages("ana"))
    assert "4th, at the 20th percentile" in await answer(world, "olu", "/haggle leaderboard week", "general")


async def test_a_board_is_of_the_period_and_the_pack_that_are_named(world: World) -> None:
    assert "*This week · all packs · first attempts*" in await answer(world, "ana", "/haggle leaderboard")
    assert "*This month · car_sales · " in await answer(world, "ana", "/haggle leaderboard car_sales MONTH")
    assert "*This season · all packs" in await answer(world, "ana", "/haggle leaderboard season")
    assert "*All time · saas_renewal" in await answer(world, "ana", "/haggle leaderboard all saas_renewal")
    assert "There is no pack cars" in await answer(world, "ana", "/haggle leaderboard cars")
    for words in ("week month", "car_sales saas_renewal", "week car_sales week"):
        assert "takes a period and a pack" in await answer(world, "ana", f"/haggle leaderboard {words}")


async def test_only_managers_have_the_board_stand_somewhere(world: World) -> None:
    for words in ("here", "off", "zone Europe/Berlin"):
        assert "Only managers can do that" in await answer(world, "ana", f"/haggle leaderboard {words}")
    assert "not in that channel" in await answer(world, "mei", "/haggle leaderboard here", "general")
    assert "A board stands in a channel" in await answer(world, "mei", "/haggle leaderboard here", "dm")
    assert "stands in no channel" in await answer(world, "mei", "/haggle leaderboard off")
    assert "no time zone Atlantis" in await answer(world, "mei", "/haggle leaderboard zone Atlantis")


async def test_the_board_is_one_message_that_is_drawn_again_and_never_posted_again(world: World) -> None:
    first = await place(world)
    assert "Nobody has played this week yet" in str(first)
    await give(world, ana=84, ben=79, mei=70)
    await world.later()
    drawn = await standing(world, "1 · *ana*")
    assert drawn["ts"] == first["ts"]
    assert "of 3 have played the minimum of 3" in str(drawn)
    mine = [
        each for each in await world.messages("mei") if "first attempts" in str(each) and not each.get("is_ephemeral")
    ]
    assert len(mine) == 1


async def test_the_board_is_drawn_again_at_most_every_ten_seconds(world: World) -> None:
    await place(world)
    house = house_of(world)
    await give(world, ana=84, ben=79, mei=70)
    async with house.database.writing() as connection:
        board, now = await boards.hold(connection, team_of(world)), house.now()
        assert not await boards.show(connection, board, "other", now, timedelta(hours=1))
        assert await boards.show(connection, board, "other", now + timedelta(hours=2), timedelta(hours=1))
        assert not await boards.show(connection, board, "other", now + timedelta(hours=4), timedelta(hours=1))


async def test_in_the_same_channel_the_message_is_drawn_for_another_pack_and_elsewhere_it_moves(world: World) -> None:
    first = await place(world)
    await world.command("mei", "/haggle leaderboard here car_sales")
    assert (await standing(world, "This week · car_sales"))["ts"] == first["ts"]
    await world.command("mei", "/haggle leaderboard here", "deals")
    await standing(world, "This week · all packs", "deals")
    moved = await standing(world, "The board stood here. It is in")
    assert moved["ts"] == first["ts"]
    await world.command("mei", "/haggle leaderboard off", "deals")
    await standing(world, "The board stood here. `/haggle leaderboard` still", "deals")


async def test_the_own_place_comes_by_direct_message_and_nobody_else_hears_of_it(world: World) -> None:
    board = await place(world)
    await give(world, ana=84, ben=79, mei=70, olu=20)
    await world.press("ben", "board_place", board["ts"])
    mine = await told(world, "ben", "Your place · this week · all packs")
    assert "2nd, at the 79th percentile over 5 first attempts." in mine
    assert "Your place · this week" not in str(await world.messages("ana"))


async def test_a_name_is_hidden_at_once_and_nothing_in_the_places_tells_of_it(world: World) -> None:
    board = await place(world)
    await give(world, ana=84, ben=79, mei=70, olu=60)
    await world.later()
    assert "1 · *ana*" in str(await standing(world, "84th"))
    await world.press("ana", "board_hide", board["ts"])
    drawn = await standing(world, "1 · *ben* · 79th percentile")
    assert drawn["ts"] == board["ts"]
    assert "ana" not in str(drawn["blocks"])
    assert "2 · *mei* · 70th" in str(drawn)
    assert "4 of 4 have played" in str(drawn)
    assert "1st, at the 79th percentile" in await answer(world, "ben", "/haggle leaderboard")
    own = await answer(world, "ana", "/haggle leaderboard")
    assert "1st, at the 84th percentile" in own
    assert "Your name is hidden: only you see this." in own
    assert "Boards show your name again" in await answer(world, "ana", "/haggle leaderboard show")
    await standing(world, "1 · *ana*")


async def test_whoever_hides_their_name_is_told_so_alone_with_the_way_back(world: World) -> None:
    board = await place(world)
    await world.press("ana", "board_hide", board["ts"])

    async def whispered() -> Json | None:
        return next((each for each in await world.messages("ana") if "Your name is hidden" in str(each)), None)

    whisper = await eventually(whispered)
    assert "Show my name" in str(whisper)
    assert "Your name is hidden" not in str(await world.messages("ben"))


async def test_the_days_are_those_of_whoever_placed_the_board_until_a_manager_moves_them(world: World) -> None:
    assert "in Asia/Tokyo; each one is summed up" in await answer(world, "mei", "/haggle leaderboard here")
    moved = await answer(world, "mei", "/haggle leaderboard zone europe/berlin")
    assert "midnight in Europe/Berlin" in moved
    async with house_of(world).database.reading() as connection:
        assert (await boards.get(connection, team_of(world))).zone == "Europe/Berlin"
        [due] = await timetable.to_come(connection, team_of(world), BOARD)
    there = wall_time(due.at, "Europe/Berlin")
    assert (there.weekday(), there.hour, due.kind) == (0, 9, WEEK_OVER)


async def test_a_week_that_is_over_is_told_of_once_and_the_message_goes_on_with_the_new_one(world: World) -> None:
    board = await place(world)
    await give(world, ana=84, ben=79, mei=70)
    due = await _the_due(world)
    world.clock.skew += due.at - house_of(world).now()
    summary = await standing(world, "final · all packs")
    assert "1 · *ana* · 84th percentile" in str(summary)
    assert "My place" not in str(summary)
    drawn = await standing(world, "Nobody has played this week yet")
    assert drawn["ts"] == board["ts"] != summary["ts"]
    again = await _the_due(world)
    assert wall_time(again.at, TOKYO) - wall_time(due.at, TOKYO) == timedelta(weeks=1)
    said = [each for each in await world.messages("mei") if "final · all packs" in str(each)]
    assert len(said) == 1


async def test_a_week_that_was_over_long_ago_is_not_told_of_any_more(world: World) -> None:
    await place(world)
    due = await _the_due(world)
    world.clock.skew += due.at - house_of(world).now() + timedelta(days=1)

    async def moved() -> Due | None:
        later = await _the_due(world)
        return later if later.at > due.at else None

    assert (await eventually(moved)).at - due.at == timedelta(weeks=1)
    assert "final" not in str(await world.messages("mei"))


async def test_a_name_that_is_hidden_leaves_the_weeks_that_are_over_as_well(world: World) -> None:
    await place(world)
    await give(world, ana=84, ben=79, mei=70)
    world.clock.skew += (await _the_due(world)).at - house_of(world).now()
    summary = await standing(world, "final · all packs")
    assert "1 · *ana* · 84th percentile" in str(summary)
    await world.command("ana", "/haggle leaderboard hide")
    drawn = await standing(world, "1 · *ben* · 79th percentile")
    assert drawn["ts"] == summary["ts"]


async def test_nothing_is_told_of_a_week_where_the_board_does_not_stand_any_more(world: World) -> None:
    await place(world)
    due = await _the_due(world)
    await world.command("mei", "/haggle leaderboard here", "deals")
    async with house_of(world).database.writing() as connection:
        assert (await tell_of_week(house_of(world), connection, due, due.at)).what == "no board there"
    assert (await _the_due(world)).recipient != due.recipient
    await world.command("mei", "/haggle leaderboard off", "deals")
    async with house_of(world).database.reading() as connection:
        assert await timetable.to_come(connection, team_of(world), BOARD) == ()


async def test_a_board_whose_message_was_deleted_stands_nowhere_and_its_manager_is_told(world: World) -> None:
    board = await place(world)
    await _delete(world, board["ts"])
    await give(world, ana=84, ben=79, mei=70)
    await world.later()
    await told(world, "mei", "`/haggle leaderboard here` brings it back")
    assert (await place(world))["ts"] != board["ts"]


async def test_names_that_came_later_than_their_runs_are_asked_for(world: World) -> None:
    await place(world)
    await give(world, olu=90, ana=80)
    await world.later()
    assert "1 · *olu* · 90th percentile" in str(await standing(world, "90th"))


async def _the_due(world: World) -> Due:
    async with house_of(world).database.reading() as connection:
        [due] = await timetable.to_come(connection, team_of(world), BOARD)
    return due


async def _delete(world: World, ts: str) -> None:
    channels = world.sandbox.sandbox.workspace.channels.values()
    practice = next(channel.id for channel in channels if channel.name == "practice")
    headers = {"Authorization": f"Bearer {world.sandbox.bot_token}"}
    body: dict[str, Any] = {"channel": practice, "ts": ts}
    async with world.session.post(f"{world.sandbox.url}/api/chat.delete", json=body, headers=headers) as response:
        assert (await response.json())["ok"]
