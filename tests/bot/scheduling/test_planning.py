"""A window is planned, planned anew, and cancelled."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.flows.scheduling.planning import cancel_plan
from storage import assignments, roster, timetable
from storage.assignments import Whom
from storage.database import Database
from storage.timetable import Outcome
from tests.bot.scheduling.given import ANA, CHANNEL, MANAGER, MEI, NOW, TEAM, at, coming, order, person, planned

BERLIN, TOKYO = "Europe/Berlin", "Asia/Tokyo"


def told(dues: tuple[timetable.Due, ...]) -> list[tuple[str, str, datetime]]:
    """What falls due, for whom and when."""
    return [(due.schedule.split(":", 3)[3], due.recipient, due.at) for due in dues]


async def test_everybody_has_their_own_start_and_reminders_and_the_manager_the_close(database: Database) -> None:
    window = await planned(database, order(), ANA, MEI)
    assert (window.opens_at, window.closes_at) == (at("02T09:00", TOKYO), at("06T17:00", BERLIN))
    assert told(await coming(database)) == [
        ("start", "UMEI", at("02T09:00", TOKYO)),
        ("summary", CHANNEL, at("02T09:00", TOKYO)),
        ("start", "UANA", at("02T09:00", BERLIN)),
        ("remind:eve", "UMEI", at("05T10:00", TOKYO)),
        ("remind:eve", "UANA", at("05T10:00", BERLIN)),
        ("remind:morning", "UMEI", at("06T09:00", TOKYO)),
        ("over", "UMEI", at("06T17:00", TOKYO)),
        ("remind:morning", "UANA", at("06T09:00", BERLIN)),
        ("digest", MANAGER, at("06T17:00", BERLIN)),
        ("over", "UANA", at("06T17:00", BERLIN)),
    ]


async def test_what_repeats_plans_the_next_when_it_opens_and_looks_up_its_groups_before(database: Database) -> None:
    await planned(database, order(repeats="weekly", channel="", whom=Whom(groups=("S1",))), ANA)
    dues = {due.kind: due for due in await coming(database)}
    assert dues["next"].at == at("02T09:00", BERLIN)
    assert dues["gather"].at == at("02T08:00", BERLIN)
    assert "summary" not in dues


async def test_a_later_window_is_held_by_its_own_wall_times_across_the_change_of_clocks(database: Database) -> None:
    window = await planned(database, order(repeats="weekly"), ANA, number=5)
    assert window.starts_on == datetime.fromisoformat("2026-03-30T09:00")
    assert window.opens_at == at("30T07:00")


async def test_what_should_have_begun_by_now_begins_at_once(database: Database) -> None:
    now = at("03T12:00")
    await planned(database, order(), ANA, now=now)
    dues = {due.kind: due.at for due in await coming(database)}
    assert dues["start"] == dues["summary"] == now


async def test_a_plan_that_is_changed_keeps_who_is_muted_and_excused_and_posts_nothing_twice(
    database: Database,
) -> None:
    await planned(database, order(), ANA, MEI)
    start = next(due for due in await coming(database) if (due.kind, due.recipient) == ("start", "UANA"))
    async with database.writing() as connection:
        assert await timetable.begin(connection, start, start.at)
        await timetable.end(connection, start, Outcome("posted"))
        assert await roster.mute(connection, TEAM, "a1", 1, "UANA", NOW)
        assert await assignments.excuse(connection, TEAM, "a1", 1, "UANA", MANAGER, NOW)
    ben = person("Ben")
    changed = order(due_on=order().due_on + timedelta(days=3))
    now = at("03T12:00")
    await planned(database, changed, ANA, ben, now=now)
    dues = await coming(database)
    assert {due.recipient for due in dues if due.kind == "start"} == {"UBEN"}
    assert {due.recipient for due in dues if due.kind == "remind"} == {"UBEN"}
    async with database.reading() as connection:
        inside = await assignments.assignees_of(connection, TEAM, "a1", 1)
        (window,) = await assignments.windows_of(connection, TEAM, "a1")
    assert [each.person for each in inside] == ["UANA", "UBEN"]
    assert inside[0].excused_at == inside[0].muted_at == NOW
    assert window.closes_at == at("09T17:00", BERLIN)


async def test_nothing_falls_due_of_what_is_cancelled(database: Database) -> None:
    await planned(database, order(), ANA)
    await planned(database, replace(order(), id="a2"), ANA)
    async with database.writing() as connection:
        await cancel_plan(connection, TEAM, "a1")
    assert {due.schedule.split(":")[1] for due in await coming(database)} == {"a2"}
