"""What a rep, their channel and their manager get of an assignment at its times, in the sandbox."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bot.console.sandbox import bot_in
from bot.flows.house import House
from bot.flows.scheduling.planning import plan_window
from engine.timing.local_time import wall_time
from storage import assignments, people, pinned_packs, timetable
from storage.assignments import Assignment
from storage.people import Person
from tests.bot.desk_of_assignments import finish, house_of, id_of, opened, team_of, told
from tests.bot.scheduling.given import order
from tests.bot.world import Json, World, eventually, open_world

ZONE = "America/Chicago"
DAY = timedelta(days=1)
WEDNESDAY = 2
TITLE = "Discovery week"


async def plan(
    world: World, house: House, *, starts_in: timedelta = -timedelta(minutes=1), **changes: Any
) -> Assignment:
    """Discovery week for Ana, with a summary in #practice; Mei is its manager."""
    now, loaded = house.now(), house.packs.get("car_sales")
    starts_on = wall_time(now + starts_in, ZONE)
    channels = world.sandbox.sandbox.workspace.channels.values()
    known = {
        "team": team_of(world),
        "manager": id_of(world, "mei"),
        "pack_hash": loaded.hash,
        "channel": next(each.id for each in channels if each.name == "practice"),
        "starts_on": starts_on,
        "due_on": starts_on + 7 * DAY,
        "made_at": now,
    }
    made = order(**known | changes)
    ana = Person(team=made.team, person=id_of(world, "ana"), name="Ana", zone=ZONE, seen_at=now)
    async with house.database.writing() as connection:
        await pinned_packs.pin(connection, "car_sales", loaded.hash, loaded.source_json, now)
        await people.put(connection, ana)
        await assignments.add(connection, made)
        await plan_window(connection, made, 1, made.seeds, {ana.person: ana}, now)
    return made


async def cards(world: World, words: str = TITLE) -> list[Json]:
    """What Ana has in her messages with Haggle of the assignment."""
    return [each for each in await world.messages("ana", "dm") if each["text"].startswith(words)]


async def card(world: World, *words: str) -> Json:
    """Her card, once it says so."""

    async def seen() -> Json | None:
        return next((each for each in await cards(world) if all(word in str(each["blocks"]) for word in words)), None)

    return await eventually(seen)


async def to_due(world: World, kind: str) -> datetime:
    """The clock is moved to where the first of that kind is due."""
    house = house_of(world)
    async with house.database.reading() as connection:
        dues = await timetable.to_come(connection, team_of(world), "assignment:")
    at = next(due.at for due in dues if due.kind == kind)
    world.clock.skew += at - house.now() + timedelta(seconds=1)
    return at


def to_midweek(world: World) -> None:
    """The clock is moved to noon of a Wednesday in Ana's zone, so that working days come before what falls due."""
    now = house_of(world).now()
    noon = wall_time(now, ZONE).replace(hour=12, minute=0)
    world.clock.skew += noon - wall_time(now, ZONE) + (WEDNESDAY - noon.weekday()) % 7 * DAY


async def test_a_card_comes_into_the_messages_and_one_line_into_the_channel(world: World) -> None:
    await plan(world, house_of(world))
    shown = str((await card(world, TITLE))["blocks"])
    assert f"*{TITLE}* from <@{id_of(world, 'mei')}> · not started" in shown
    assert "2 buyers · due <!date^" in shown
    assert "pass mark 70 · first attempts count" in shown
    assert "1 · car_sales, " in shown
    assert "18422" not in shown, "the seeds are hidden until the start"
    summary = await told(world, "on each person’s own clock")
    assert summary["text"].startswith(f"{TITLE}: 2 buyers (")
    assert "in your messages with me" in str(summary["blocks"])


async def test_the_standing_card_shows_a_run_once_that_has_its_verdict(world: World) -> None:
    await plan(world, house_of(world))
    first = await card(world, TITLE)
    known = {each["ts"] for each in await world.messages("ana", "dm")}
    await world.press("ana", "start_assigned:1", first["ts"], "dm")
    thread = await opened(world, "ana", known)
    await finish(world, thread)
    last = await card(world, "did not pass, best ")
    assert last["ts"] == first["ts"]
    assert len(await cards(world)) == 1, "drawn again, never posted again"
    assert "start_assigned:1" not in str(last["blocks"])


async def test_reminders_are_snoozed_and_muted_by_their_buttons(world: World) -> None:
    to_midweek(world)
    await plan(world, house_of(world))
    shown = await card(world, "Snooze reminders")
    await world.press("ana", "snooze_reminders", shown["ts"], "dm")
    await told(world, "Your next reminder comes <!date^", channel="dm")
    await world.press("ana", "mute_reminders", shown["ts"], "dm")
    muted = await card(world, "I won't remind you of this one.")
    assert "snooze_reminders" not in str(muted["blocks"])
    async with house_of(world).database.reading() as connection:
        dues = await timetable.to_come(connection, team_of(world), "assignment:")
    assert "remind" not in {due.kind for due in dues}


async def test_a_button_of_somebody_elses_card_has_no_effect(world: World) -> None:
    await plan(world, house_of(world))
    await card(world, TITLE)
    reminder = {"type": "button", "action_id": "mute_reminders", "value": "a1:1"}
    block = {"type": "actions", "elements": [reminder | {"text": {"type": "plain_text", "text": "Mute"}}]}
    channel = next(each for each in world.sandbox.sandbox.workspace.channels.values() if each.name == "practice")
    post = {"channel": channel.id, "text": "Old", "blocks": [block]}
    headers = {"Authorization": f"Bearer {world.sandbox.bot_token}"}
    async with world.session.post(f"{world.sandbox.url}/api/chat.postMessage", json=post, headers=headers) as answer:
        ts = (await answer.json())["ts"]
    await world.press("ben", "mute_reminders", ts)
    await told(world, "You are not in that assignment any more.", who="ben")


async def test_a_reminder_says_what_is_left_and_the_card_that_it_is_overdue(world: World) -> None:
    await plan(world, house_of(world), seeds=(18422,))
    await card(world, TITLE)
    await to_due(world, "remind")
    reminder = await told(world, f"{TITLE} is due <!date^", channel="dm")
    assert "1 of 1 buyer is left." in reminder["text"]
    assert "start_assigned:1" in str(reminder["blocks"])
    await to_due(world, "over")
    assert "Start" not in str((await card(world, "· overdue"))["blocks"])
    digest = await told(world, f"{TITLE} has closed: 1 person · 0 not started", who="mei", channel="dm")
    assert f"Overdue: <@{id_of(world, 'ana')}>" in str(digest["blocks"])
    assert all(
        f'"{action}"' in str(digest["blocks"]).replace("'", '"')
        for action in ("edit_assignment", "copy_assignment", "assignment_csv")
    )


async def test_a_summary_that_slack_refuses_is_told_to_the_manager(world: World) -> None:
    channels = world.sandbox.sandbox.workspace.channels.values()
    general = next(each.id for each in channels if each.name == "general")
    await plan(world, house_of(world), channel=general)
    refused = await told(world, f"I could not post *{TITLE}* in <#{general}> (not_in_channel)", "mei", "dm")
    assert "/invite @Haggle" in refused["text"]


async def test_a_cancelled_assignment_is_not_posted_though_it_was_on_its_way(world: World) -> None:
    await plan(world, house_of(world), status="cancelled")
    await plan(world, house_of(world), id="a2", title="Closing week")
    await told(world, "Closing week:", channel="dm")
    assert await cards(world) == []


async def test_the_card_is_there_as_soon_as_the_sandbox_clock_is_moved_past_its_time(tmp_path: Path) -> None:
    async with open_world(tmp_path, bot=False) as world, bot_in(world.sandbox, tmp_path) as house:
        await plan(world, house, starts_in=DAY)
        await world.ask("POST", "clock", advance=1.2 * 86_400)

        async def posted() -> bool | None:
            return bool(await cards(world)) or None

        assert await eventually(posted, seconds=4)
