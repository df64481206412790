"""What is assigned in a test's world, and what people see of it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from bot.flows.house import House
from storage import assignments, pinned_packs
from storage.assignments import Assignee, Assignment, Window
from tests.assigned import assignment
from tests.bot.world import Json, World, eventually

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
FIRST, SECOND = 18422, 1024


def house_of(world: World) -> House:
    """The house of the bot that is in the world."""
    assert world.house is not None
    return world.house


def id_of(world: World, handle: str) -> str:
    """The user id of the person with that handle."""
    people = world.sandbox.sandbox.workspace.people.values()
    return next(person.id for person in people if person.handle == handle)


def team_of(world: World) -> str:
    """The id of the team."""
    return world.sandbox.sandbox.workspace.team_id


async def assign(
    world: World,
    *people: str,
    seeds: Sequence[int] = (FIRST, SECOND),
    starts_in: timedelta = -HOUR,
    due_in: timedelta = DAY,
    closes_in: timedelta | None = None,
    **changes: Any,
) -> Assignment:
    """Stores an assignment of car_sales with its first window, in which these people are, by their handles."""
    house, now = house_of(world), world.clock()
    loaded = house.packs.get("car_sales")
    starts, due = now + starts_in, now + due_in
    known = {
        "team": team_of(world), "pack_hash": loaded.hash, "draw_epoch": loaded.pack.draw_epoch, "seeds": tuple(seeds),
        "manager": id_of(world, "mei"), "made_at": now, "starts_on": starts.replace(tzinfo=None),
        "due_on": due.replace(tzinfo=None),
    }  # fmt: skip
    made = assignment(**known | changes)
    window = _window(made, seeds, starts, due if closes_in is None else now + closes_in)
    async with house.database.writing() as connection:
        await pinned_packs.pin(connection, "car_sales", loaded.hash, loaded.source_json, now)
        await assignments.add(connection, made)
        await assignments.add_window(connection, window, [_in(world, window, who, due) for who in people])
    return made


def _window(made: Assignment, seeds: Sequence[int], opens: datetime, closes: datetime) -> Window:
    return Window(
        team=made.team,
        assignment=made.id,
        number=1,
        seeds=tuple(seeds),
        starts_on=made.starts_on,
        due_on=made.due_on,
        opens_at=opens,
        closes_at=closes,
    )


def _in(world: World, window: Window, who: str, due: datetime) -> Assignee:
    """The person in the window, with the zone that they are in: whoever is in another one is moved."""
    person = id_of(world, who)
    return Assignee(
        team=window.team,
        assignment=window.assignment,
        number=1,
        person=person,
        zone=world.sandbox.sandbox.workspace.people[person].tz,
        starts_at=window.opens_at,
        due_at=due,
    )


async def change(world: World, made: Assignment, **changes: Any) -> None:
    """The assignment is as it was but for these."""
    async with house_of(world).database.writing() as connection:
        await assignments.change(connection, replace(made, **changes))


async def said(world: World, who: str, text: str, channel: str = "practice") -> str:
    """What a command is answered with, in words and blocks."""
    answer = (await world.command(who, text, channel)).get("response") or {}
    return f"{answer.get('text', '')} {answer.get('blocks', '')}"


async def listed(world: World, who: str = "ana", channel: str = "practice", words: str = "") -> Json:
    """The list that `/haggle assignments` shows, as it stands before the person."""
    await world.command(who, f"/haggle assignments {words}".rstrip(), channel)

    async def shown() -> Json | None:
        mine = [each for each in await world.messages(who, channel) if each.get("is_ephemeral")]
        return mine[-1] if mine else None

    return await eventually(shown)


async def begin(world: World, who: str = "ana", buyer: int = 1, channel: str = "practice") -> str:
    """Presses Start beside that buyer of the list, and waits for the buyer's first line; the thread in their DM."""
    shown = await listed(world, who, channel)
    known = await dm_so_far(world, who)
    starts = [each for each in shown["blocks"] if each.get("accessory", {}).get("value", "").endswith(f":1:{buyer}")]
    await press_block(world, who, f"start_assigned:{buyer}", shown["ts"], channel, starts[0]["block_id"])
    return await opened(world, who, known)


async def press_block(world: World, who: str, action: str, ts: str, channel: str, block: str) -> Json:
    """Presses the button of one block among several that have the same."""
    place = {"channel": channel, "ts": ts}
    press = {"container": place, "action_id": action, "block_id": block}
    return await world.ask("POST", "actions", **{"as": who}, **press)


async def opened(world: World, who: str, known: set[str]) -> str:
    """The thread of the run that opens in the person's messages with Haggle."""

    async def first_line() -> str | None:
        for message in await world.messages(who, "dm"):
            is_new = message["ts"] not in known and " run · " in message["text"]
            if is_new and any(reply.get("username") for reply in await world.replies(message["ts"], who, "dm")):
                return str(message["ts"])
        return None

    return await eventually(first_line)


async def press_value(world: World, who: str, action: str, value: str) -> None:
    """Presses a button that carries this value, as on a message of long ago or one that somebody made up."""
    button = {"type": "button", "action_id": action, "text": {"type": "plain_text", "text": "Old"}, "value": value}
    blocks = [{"type": "actions", "block_id": "old", "elements": [button]}]
    channel = next(each.id for each in world.sandbox.sandbox.workspace.channels.values() if each.name == "practice")
    post = {"channel": channel, "text": "Of long ago", "blocks": blocks}
    headers = {"Authorization": f"Bearer {world.sandbox.bot_token}"}
    async with world.session.post(f"{world.sandbox.url}/api/chat.postMessage", json=post, headers=headers) as answer:
        posted = await answer.json()
    assert posted["ok"], posted
    await world.press(who, action, posted["ts"])


async def dm_so_far(world: World, who: str = "ana") -> set[str]:
    """Where everything stands that is in the person's messages with Haggle by now."""
    return {message["ts"] for message in await world.messages(who, "dm")}


async def finish(world: World, thread: str, who: str = "ana") -> Json:
    """Ends the run after one question; its verdict card."""
    await world.say(who, "What got you looking?", thread, "dm")

    async def answered() -> bool | None:
        spoken = [each for each in await world.replies(thread, who, "dm") if each.get("username")]
        return len(spoken) > 1 or None

    await eventually(answered)
    await world.press(who, "run_end", thread, "dm")

    async def judged() -> Json | None:
        cards = [each for each in await world.replies(thread, who, "dm") if "/ 100" in each["text"]]
        return next((each for each in cards if not each.get("username")), None)

    return await eventually(judged)


async def brief(world: World, thread: str, who: str = "ana") -> str:
    """The brief of a run in the person's messages with Haggle."""
    return str(next(each for each in await world.messages(who, "dm") if each["ts"] == thread)["blocks"])


async def told(world: World, words: str, who: str = "ana", channel: str = "practice") -> Json:
    """The message that holds the words, once the person sees it there."""

    async def seen() -> Json | None:
        return next((each for each in await world.messages(who, channel) if words in str(each)), None)

    return await eventually(seen)
