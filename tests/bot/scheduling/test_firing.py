"""What is due is done once, at its time, or noted as skipped."""

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.flows.house import House
from bot.flows.scheduling.firing import Handler, at_once
from bot.flows.scheduling.moving import moved_to
from bot.flows.scheduling.planning import cancel_plan, plan_window
from bot.flows.scheduling.reminding import mute, snooze
from engine.errors import RuleViolation
from engine.timing.local_time import instant
from storage import assignments, roster, timetable
from storage.assignments import Whom
from storage.connection import Connection
from storage.database import Database, open_database
from storage.timetable import Due, Outcome
from tests.bot.scheduling.given import ANA, CHANNEL, MANAGER, MEI, NOW, TEAM, at, coming, order, person, planned
from tests.bot.scheduling.keeping import Keeper

BERLIN, TOKYO, NEW_YORK = "Europe/Berlin", "Asia/Tokyo", "America/New_York"
START = at("02T09:00", BERLIN)
HOUR, SECOND = timedelta(hours=1), timedelta(seconds=1)


async def keeping(database: Database, *who: object) -> Keeper:
    """A keeper of Discovery week for Ana."""
    keeper = Keeper(database)
    await keeper.know(ANA)
    await planned(database, order(), ANA)
    return keeper


async def test_the_card_and_the_summary_are_posted_at_the_start_and_not_before(database: Database) -> None:
    keeper = await keeping(database)
    await keeper.tick(START - SECOND)
    assert await keeper.kinds() == []
    await keeper.tick(START)
    assert await keeper.kinds() == [("assignment_card", "UANA"), ("assignment_summary", CHANNEL)]
    await keeper.tick(START + SECOND)
    assert await keeper.kinds() == []


@pytest.mark.parametrize(("hours", "outcome"), [(5, "posted"), (6, "posted"), (7, "late")])
async def test_what_is_late_by_up_to_six_hours_is_posted_once_and_later_is_noted(
    database: Database, hours: int, outcome: str
) -> None:
    keeper = await keeping(database)
    for _ in range(2):
        await keeper.tick(START + hours * HOUR)
    assert (await keeper.outcomes())["1:start", "UANA"] == outcome
    cards = [kind for kind, _ in await keeper.kinds() if kind == "assignment_card"]
    assert len(cards) == (outcome == "posted")
    assert "start" not in {due.kind for due in await coming(database)}


async def test_a_clock_that_is_moved_back_and_forth_posts_nothing_twice(database: Database) -> None:
    keeper = await keeping(database)
    for moment in (START, START - HOUR, START, START + HOUR, START):
        await keeper.tick(moment)
    assert len(await keeper.kinds()) == 2


async def test_reminders_come_and_the_manager_hears_how_it_went(database: Database) -> None:
    keeper = await keeping(database)
    for moment in ("05T10:00", "06T09:00", "06T17:00"):
        await keeper.tick(at(moment, BERLIN))
    assert await keeper.kinds() == [("digest", MANAGER), ("reminder", "UANA"), ("reminder", "UANA")]
    async with database.reading() as connection:
        held = await assignments.get(connection, TEAM, "a1")
    assert held is not None
    assert held.status == "ended"


async def test_a_reminder_that_is_late_waits_for_working_hours(database: Database) -> None:
    keeper = await keeping(database)
    async with database.writing() as connection:
        await timetable.remove(connection, TEAM, "assignment:a1:1:remind:morning")
        await timetable.add(
            connection, [Due(TEAM, "assignment:a1:1:remind:eve", "UANA", "remind", at("05T16:30", BERLIN))]
        )
    await keeper.tick(at("05T17:00", BERLIN))
    assert await keeper.kinds() == []
    assert (await keeper.outcomes())["1:remind:eve", "UANA"] == "moved"
    await keeper.tick(at("06T09:00", BERLIN))
    assert await keeper.kinds() == [("reminder", "UANA")]


@pytest.mark.parametrize("reason", ["muted", "excused", "left", "cancelled"])
async def test_who_need_not_be_reminded_is_not(database: Database, reason: str) -> None:
    keeper = await keeping(database)
    await keeper.tick(START)
    await keeper.posts()
    async with database.writing() as connection:
        if reason == "muted":
            await roster.mute(connection, TEAM, "a1", 1, "UANA", NOW)
        if reason == "excused":
            await assignments.excuse(connection, TEAM, "a1", 1, "UANA", MANAGER, NOW)
        if reason == "cancelled":
            await assignments.change(connection, order(status="cancelled"))
    if reason == "left":
        await keeper.know(replace(ANA, has_left=True))
    await keeper.tick(at("05T10:00", BERLIN))
    assert await keeper.kinds() == []
    assert (await keeper.outcomes())["1:remind:eve", "UANA"] == reason


async def test_what_is_cancelled_falls_due_no_more(database: Database) -> None:
    keeper = await keeping(database)
    async with database.writing() as connection:
        await cancel_plan(connection, TEAM, "a1")
    await keeper.tick(START)
    assert await keeper.kinds() == []


async def test_one_that_fails_stays_due_and_keeps_nobody_waiting(database: Database) -> None:
    keeper = await keeping(database)

    async def fails(house: House, connection: Connection, due: Due, now: datetime) -> Outcome:
        raise RuntimeError

    broken = Keeper(database, keeper.town, handlers={**keeper.handlers, "summary": Handler(at_once(fails))})
    await broken.tick(START)
    assert await broken.kinds() == [("assignment_card", "UANA")]
    await keeper.tick(START + SECOND)
    assert await keeper.kinds() == [("assignment_summary", CHANNEL)]


async def test_the_next_window_is_planned_when_one_opens_with_those_who_have_come_by_then(database: Database) -> None:
    keeper = Keeper(database)
    await keeper.know(ANA, MEI)
    keeper.town.members["S1"] = ("UANA",)
    weekly = order(repeats="weekly", whom=Whom(groups=("S1",)))
    await planned(database, weekly, ANA)
    await keeper.tick(START)
    keeper.town.members["S1"] = ("UANA", "UMEI")
    await keeper.tick(at("09T08:00", BERLIN))
    starts = {due.recipient: due.at for due in await coming(database, "assignment:a1:2:") if due.kind == "start"}
    assert starts == {"UANA": at("09T09:00", BERLIN)}
    assert (await keeper.outcomes())["2:start", "UMEI"] == "posted", "whose morning it is already"
    await keeper.tick(at("09T09:00", BERLIN))
    async with database.reading() as connection:
        windows = await assignments.windows_of(connection, TEAM, "a1")
        inside = await assignments.assignees_of(connection, TEAM, "a1", 3)
    assert [window.number for window in windows] == [1, 2, 3]
    assert [each.person for each in inside] == ["UANA", "UMEI"]


async def test_who_has_left_the_group_before_a_window_opens_is_not_in_it(database: Database) -> None:
    keeper = Keeper(database)
    await keeper.know(ANA, MEI)
    keeper.town.members["S1"] = ("UANA",)
    await planned(database, order(whom=Whom(groups=("S1",))), ANA, person("Ben"))
    await keeper.tick(START - HOUR)
    await keeper.tick(START)
    assert await keeper.kinds() == [("assignment_card", "UANA"), ("assignment_summary", CHANNEL)]


async def test_a_manager_hears_of_a_channel_that_cannot_be_seen_and_the_others_are_planned(
    database: Database,
) -> None:
    keeper = Keeper(database)
    await keeper.know(ANA)
    await planned(database, order(repeats="weekly", channel="", whom=Whom(("UANA",), (), ("CGONE",))), ANA)
    await keeper.tick(START)
    told = [(to, post.why) for to, post in await keeper.posts() if post.kind == "assignment_trouble"]
    assert told == [(MANAGER, "I am not in that channel. Type /invite @Haggle there, then try again.")]
    async with database.reading() as connection:
        assert [each.person for each in await assignments.assignees_of(connection, TEAM, "a1", 2)] == ["UANA"]


async def test_windows_that_were_over_before_anybody_was_at_work_are_left_out(database: Database) -> None:
    keeper = Keeper(database)
    await keeper.know(ANA)
    await planned(database, order(repeats="weekly"), ANA)
    await keeper.tick(at("25T12:00", BERLIN))
    async with database.reading() as connection:
        windows = await assignments.windows_of(connection, TEAM, "a1")
    assert [window.number for window in windows] == [1, 4, 5]
    assert ("assignment_card", "UANA") in await keeper.kinds()


async def test_a_round_for_which_no_buyers_can_be_drawn_is_told_once_and_tried_again_every_day(
    database: Database,
) -> None:
    keeper = Keeper(database)
    await keeper.know(ANA)
    loaded = keeper.house.packs.get("car_sales")
    drawn = order(repeats="weekly", channel="", drawn=3, difficulty="unheard of", pack_hash=loaded.hash)
    async with database.writing() as connection:
        await assignments.add(connection, replace(drawn, seeds=()))
        await plan_window(connection, drawn, 1, (18422,), {"UANA": ANA}, NOW)
    for day in range(3):
        await keeper.tick(START + timedelta(days=day))
    told = [post.why for _, post in await keeper.posts() if post.kind == "assignment_trouble"]
    assert len(told) == 1
    assert "has too few unheard of buyers" in told[0]
    assert [due.at for due in await coming(database) if due.kind == "next"] == [START + timedelta(days=3)]


async def test_a_due_of_a_series_that_was_made_to_end_plans_nothing(database: Database) -> None:
    keeper = Keeper(database)
    await keeper.know(ANA)
    weekly = order(repeats="weekly")
    await planned(database, weekly, ANA)
    async with database.writing() as connection:
        await assignments.change(connection, replace(weekly, repeats=""))
    await keeper.tick(at("20T12:00"))
    async with database.reading() as connection:
        assert len(await assignments.windows_of(connection, TEAM, "a1")) == 1


async def test_a_due_moves_with_who_is_in_another_zone_by_then(database: Database) -> None:
    keeper = await keeping(database)
    await keeper.know(replace(ANA, zone=NEW_YORK))
    await keeper.tick(START)
    assert await keeper.kinds() == []
    dues = {(due.kind, due.recipient): due.at for due in await coming(database)}
    assert dues["start", "UANA"] == dues["summary", CHANNEL] == at("02T09:00", NEW_YORK)
    assert dues["digest", MANAGER] == at("06T17:00", NEW_YORK)
    await keeper.tick(at("02T09:00", NEW_YORK))
    assert await keeper.kinds() == [("assignment_card", "UANA"), ("assignment_summary", CHANNEL)]


async def test_who_moves_east_begins_at_once_and_is_not_overdue_by_that(database: Database) -> None:
    window = await planned(database, order(), ANA)
    async with database.reading() as connection:
        whose = await roster.get(connection, TEAM, "a1", window.number, "UANA")
    assert whose is not None
    before, after = at("02T08:00", BERLIN), at("06T16:00", BERLIN)
    early = moved_to(whose, order(), TOKYO, before, has_begun=False)
    assert (early.starts_at, early.due_at) == (before, at("06T17:00", TOKYO))
    late = moved_to(whose, order(), TOKYO, after, has_begun=True)
    assert (late.starts_at, late.due_at) == (whose.starts_at, whose.due_at)


async def test_snoozing_moves_the_next_reminder_by_a_day_within_hours(database: Database) -> None:
    keeper = await keeping(database)
    keeper.now = at("04T12:00", BERLIN)
    assert await snooze(keeper.house, TEAM, "a1", 1, "UANA") == at("06T09:00", BERLIN)
    reminders = [due.at for due in await coming(database) if due.kind == "remind"]
    assert reminders == [at("06T09:00", BERLIN), at("06T10:00", BERLIN)]
    assert await snooze(keeper.house, TEAM, "a1", 1, "UANA") == at("06T10:00", BERLIN)
    assert await snooze(keeper.house, TEAM, "a1", 1, "UANA") == at("06T16:00", BERLIN)
    assert await snooze(keeper.house, TEAM, "a1", 1, "UANA") is None
    with pytest.raises(RuleViolation):
        await snooze(keeper.house, TEAM, "a1", 1, "UMEI")


async def test_muting_leaves_the_reminders_of_that_window_out_and_the_card_is_drawn_again(database: Database) -> None:
    keeper = await keeping(database)
    await keeper.tick(START)
    await mute(keeper.house, TEAM, "a1", 1, "UANA")
    assert "remind" not in {due.kind for due in await coming(database)}
    async with database.reading() as connection:
        whose = await roster.get(connection, TEAM, "a1", 1, "UANA")
    assert whose is not None
    assert whose.muted_at == START


@pytest.mark.parametrize(
    ("zone", "wall", "expected"),
    [
        (NEW_YORK, "2026-03-08T02:30", "2026-03-08T07:00+00:00"),  # left out: the first instant after the gap
        (BERLIN, "2026-03-29T02:30", "2026-03-29T01:00+00:00"),
        (NEW_YORK, "2026-11-01T01:30", "2026-11-01T05:30+00:00"),  # twice: the first of them
        (BERLIN, "2026-10-25T02:30", "2026-10-25T00:30+00:00"),
        ("Africa/Cairo", "2026-04-24T00:00", "2026-04-23T22:00+00:00"),  # midnight is left out
    ],
)
async def test_a_start_in_the_night_when_clocks_change_is_posted_once(
    database: Database, zone: str, wall: str, expected: str
) -> None:
    keeper = Keeper(database)
    starts_on = datetime.fromisoformat(wall)
    rep = person("Ana", zone)
    await keeper.know(rep)
    assignment = order(starts_on=starts_on, due_on=starts_on + timedelta(days=3), channel="")
    now = instant(starts_on, zone) - timedelta(days=1)
    await planned(database, assignment, rep, now=now)
    start = datetime.fromisoformat(expected)
    await keeper.tick(start - SECOND)
    assert await keeper.kinds() == []
    posted = 0
    for minutes in range(0, 180, 10):
        await keeper.tick(start + timedelta(minutes=minutes))
        posted += len(await keeper.kinds())
    assert posted == 1


async def test_two_processes_at_the_same_instant_post_once(database: Database, url: str) -> None:
    who = [person(f"Rep{number}") for number in range(20)]
    other = await open_database(url) if database.is_shared else database
    try:
        keepers = [Keeper(place) for place in (database, other)]
        await keepers[0].know(*who)
        await planned(database, order(repeats="weekly", whom=Whom(tuple(each.person for each in who))), *who)
        keepers[1].town = keepers[0].town
        await asyncio.gather(*(keeper.tick(START) for keeper in keepers))
        cards = [channel for kind, channel in await keepers[0].kinds() if kind == "assignment_card"]
    finally:
        if other is not database:
            await other.close()
    assert sorted(cards) == sorted(each.person for each in who)
    starts = [due for due in await coming(database, "assignment:a1:2:") if due.kind == "start"]
    assert len(starts) == 20
