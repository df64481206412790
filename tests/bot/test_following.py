"""A manager follows an assignment: totals that agree everywhere, views, a reminder, a file, excuses, and its end."""

import csv
import io
from dataclasses import asdict
from datetime import timedelta

import pytest

from bot.flows.progress import progress_of
from bot.states import Totals
from bot.views.totals import totals_words
from storage import audit, people
from storage.people import Person
from storage.team_tables import assignees
from tests.assigned import assignee
from tests.bot.desk_of_assignments import (
    DAY,
    FIRST,
    HOUR,
    assign,
    begin,
    brief,
    finish,
    house_of,
    id_of,
    listed,
    press_value,
    said,
    team_of,
    told,
)
from tests.bot.desk_of_disputes import top_modal
from tests.bot.world import Json, World, eventually

PLACE = "discovery:1"


async def totals(world: World) -> Totals:
    """The totals as the rule has them now."""
    async with house_of(world).database.reading() as connection:
        found = await progress_of(connection, team_of(world), "discovery", 1, world.clock())
    return found.totals


async def opened_view(world: World, action: str, who: str = "mei") -> Json:
    """The modal that a button of the list opens."""
    shown = await listed(world, who)
    await world.press(who, action, shown["ts"])

    async def open_now() -> Json | None:
        return await top_modal(world, who)

    return await eventually(open_now)


async def modal_with(world: World, words: str, who: str = "mei") -> Json:
    """The modal, once it holds the words."""

    async def shows() -> Json | None:
        view = await top_modal(world, who)
        return view if view and words in str(view) else None

    return await eventually(shows)


async def test_a_manager_sees_how_many_are_how_far_and_a_rep_does_not(world: World) -> None:
    await assign(world, "ana", "ben")
    await begin(world)
    shown = str(await listed(world, "mei"))
    words = "2 people · 1 not started · 1 in progress · 0 passed · 0 did not pass · 0 overdue"
    assert words == totals_words(await totals(world))
    assert words in shown
    for action in ("People", "Seeds", "Remind", "Edit", "CSV", "Copy", "Cancel"):
        assert f"'{action}'" in shown
    assert words not in str(await listed(world, "ben"))


async def test_with_nothing_assigned_a_manager_is_told_how_to_assign(world: World) -> None:
    assert "Nothing was assigned in this team yet" in await said(world, "mei", "/haggle assignments")


async def test_a_manager_who_is_assigned_something_finds_it_as_well(world: World) -> None:
    await assign(world, "mei")
    assert "Your assignments" in await said(world, "mei", "/haggle assignments mine")
    shown = await listed(world, "mei")
    await world.press("mei", "assignments_mine", shown["ts"])
    await told(world, "Your assignments", "mei")


async def test_people_and_seeds_and_the_file_have_the_same_totals(world: World) -> None:
    await assign(world, "ana", "ben", "olu", seeds=(FIRST,))
    await finish(world, await begin(world))
    words = totals_words(await totals(world))
    assert words.startswith("3 people · 2 not started · 0 in progress · 0 passed · 1 did not pass")
    assert words in str(await listed(world, "mei"))
    assert words in str(await opened_view(world, "assignment_people"))
    assert str(await opened_view(world, "assignment_seeds")).count(words) == 2, "in all, and of the only buyer"
    rows = await csv_of(world)
    states = sorted(row["state"] for row in rows)
    assert states == ["did not pass", "not started", "not started"]


async def csv_of(world: World) -> list[dict[str, str]]:
    """The table that CSV sends to the manager."""
    before = sum(len(each.get("files") or ()) for each in await world.messages("mei", "dm"))
    shown = await listed(world, "mei")
    await world.press("mei", "assignment_csv", shown["ts"])

    async def arrived() -> Json | None:
        files = [file for each in await world.messages("mei", "dm") for file in each.get("files") or ()]
        return files[-1] if len(files) > before else None

    file = await eventually(arrived)
    kept: bytes = world.sandbox.sandbox.workspace.files[file["id"]].content
    return list(csv.DictReader(io.StringIO(kept.decode("utf-8-sig"))))


async def test_the_file_holds_nothing_that_a_spreadsheet_would_run(world: World) -> None:
    await assign(world, "ana", title='=HYPERLINK("http://evil")')
    async with house_of(world).database.writing() as connection:
        evil = Person(team=team_of(world), person=id_of(world, "ana"), name="+1+cmd|' /C calc'!A0", zone="UTC",
                      seen_at=world.clock())  # fmt: skip
        await people.put(connection, evil)
    [row, _] = await csv_of(world)
    assert row["assignment"].startswith("'=")
    assert row["name"].startswith("'+")


async def test_the_weakest_check_is_named_with_how_many_earned_it(world: World) -> None:
    await assign(world, "ana")
    await finish(world, await begin(world))
    assert "Weakest check: *" in str(await listed(world, "mei"))
    assert "(0 of 1)" in str(await opened_view(world, "assignment_seeds"))


async def test_drawn_seeds_are_hidden_from_managers_until_the_start(world: World) -> None:
    await assign(world, "ana", drawn=2, starts_in=HOUR)
    view = str(await opened_view(world, "assignment_seeds"))
    assert "stay hidden until the start" in view
    assert str(FIRST) not in view
    assert [row["share_code"] for row in await csv_of(world)] == ["", ""]
    world.clock.skew += 2 * HOUR
    assert f"#{FIRST}" in str(await opened_view(world, "assignment_seeds"))


async def test_somebody_is_excused_once_and_the_totals_follow(world: World) -> None:
    await assign(world, "ana", "ben")
    thread = await begin(world)
    view = await opened_view(world, "assignment_people")
    block = next(each for each in view["blocks"] if id_of(world, "ana") in str(each))
    place = {"view_id": view["id"]}
    press = {"container": place, "action_id": "assignment_excuse", "block_id": block["block_id"], "as": "mei"}
    await world.ask("POST", "actions", **press)
    await modal_with(world, "1 excused")
    found = await totals(world)
    assert (found.people, found.excused, found.not_started) == (2, 1, 1)

    async def says_so() -> bool | None:
        return "You are excused from" in await brief(world, thread) or None

    assert await eventually(says_so)
    assert ("excused", id_of(world, "ana")) in await acts(world)


async def acts(world: World) -> list[tuple[str, str]]:
    """What was noted of what managers did."""
    async with house_of(world).database.reading() as connection:
        return [(each.act, each.about) for each in await audit.latest(connection, team_of(world), 20)]


async def test_a_cancelled_assignment_posts_no_more_and_runs_go_on_as_practice(world: World) -> None:
    await assign(world, "ana", "ben")
    thread = await begin(world)
    shown = await listed(world, "mei")
    await world.press("mei", "assignment_cancel", shown["ts"])

    async def cancelled() -> bool | None:
        return "was cancelled: this run is practice" in await brief(world, thread) or None

    assert await eventually(cancelled)
    after = str(await listed(world, "mei"))
    assert "cancelled" in after
    assert "'Cancel'" not in after
    assert ("cancelled assignment", "discovery") in await acts(world)
    await finish(world, thread)
    await press_value(world, "mei", "assignment_cancel", PLACE)
    await told(world, "was cancelled already", "mei")


@pytest.mark.parametrize(
    ("action", "value"),
    [
        ("assignment_people", PLACE),
        ("assignment_seeds", PLACE),
        ("assignment_remind", PLACE),
        ("assignment_csv", PLACE),
        ("assignment_cancel", PLACE),
        ("assignment_excuse", f"{PLACE}/UANA"),
        ("assignments_older", "2"),
        ("assignment_people_more", f"{PLACE}:2"),
    ],
)
async def test_who_is_no_manager_gets_nothing_from_a_button_that_still_stands(
    world: World, action: str, value: str
) -> None:
    await assign(world, "ana")
    await press_value(world, "ben", action, value)
    await told(world, "Only managers can do that", "ben")
    assert await top_modal(world, "ben") is None
    assert (await totals(world)).not_started == 1
    assert await acts(world) == []


@pytest.mark.parametrize("value", ["elsewhere:1", "discovery:9", "discovery", ":::", "discovery:1:2:3:4"])
async def test_a_button_that_names_nothing_is_answered_in_words(world: World, value: str) -> None:
    await assign(world, "ana")
    await press_value(world, "mei", "assignment_people", value)
    await told(world, "find that assignment any more", "mei")


async def at_noon_on_wednesday(world: World) -> None:
    """Noon UTC on a Wednesday: working hours in London and Lagos, night in Chicago."""
    now = world.clock()
    days = (2 - now.weekday()) % 7 or 7
    noon = (now + timedelta(days=days)).replace(hour=12, minute=0, second=0, microsecond=0)
    world.clock.skew += noon - now


async def test_who_has_something_left_is_reminded_once_a_day_in_their_hours(world: World) -> None:
    await at_noon_on_wednesday(world)
    await assign(world, "ana", "ben", due_in=2 * DAY)
    await press_value(world, "mei", "assignment_remind", PLACE)
    await told(world, "Reminded 1 person. It is outside working hours for 1 person more.", "mei")
    await told(world, "Discovery week is due", "ben", "dm")
    assert not [each for each in await world.messages("ana", "dm") if "is due" in each["text"]]
    await press_value(world, "mei", "assignment_remind", PLACE)
    await told(world, "was today already", "mei")
    assert ("reminded", "discovery") in await acts(world)


async def test_at_night_nobody_is_reminded_and_the_day_is_not_used_up(world: World) -> None:
    await at_noon_on_wednesday(world)
    world.clock.skew += timedelta(hours=10)
    await assign(world, "ben", due_in=2 * DAY)
    await press_value(world, "mei", "assignment_remind", PLACE)
    await told(world, "outside working hours for everybody", "mei")
    world.clock.skew += timedelta(hours=14)
    await press_value(world, "mei", "assignment_remind", PLACE)
    await told(world, "Reminded 1 person.", "mei")


async def test_nobody_who_is_done_is_reminded(world: World) -> None:
    await at_noon_on_wednesday(world)
    await assign(world, "ana", seeds=(FIRST,), due_in=2 * DAY)
    await finish(world, await begin(world))
    await press_value(world, "mei", "assignment_remind", PLACE)
    await told(world, "Nobody has anything left to do", "mei")


async def test_more_people_than_a_modal_holds_are_spread_over_pages(world: World) -> None:
    made = await assign(world)
    await crowd(world, made.id, 150)
    view = await opened_view(world, "assignment_people")
    assert "Page 1 of 3" in str(view)
    press = {"container": {"view_id": view["id"]}, "action_id": "assignment_people_more", "as": "mei"}
    await world.ask("POST", "actions", **press)
    view = await modal_with(world, "Page 2 of 3")
    assert "150 people" in str(view)


async def crowd(world: World, assignment: str, count: int) -> None:
    """So many people more are in the window."""
    now = world.clock()
    times = {"team": team_of(world), "assignment": assignment, "starts_at": now - HOUR, "due_at": now + DAY}
    rows = [asdict(assignee(f"U0CROWD{nth:03d}", **times)) for nth in range(count)]
    await house_of(world).database.write(lambda there: there.insert(assignees, rows))
