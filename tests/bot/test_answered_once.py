"""What Slack was told is received is answered once, however it is delivered and whatever breaks on the way."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from tests.bot.process import bot_command, bot_process, kill
from tests.bot.world import World, eventually, is_line, open_world

QUESTIONS = ("What got you looking?", "What does a normal week look like for you?", "What matters most to you?")


async def settled(world: World, thread: str, count: int) -> list[str]:
    """The counterpart's lines once there are `count` of them and no more come."""

    async def said() -> bool | None:
        return True if len(await world.lines(thread)) >= count else None

    await eventually(said)
    await asyncio.sleep(0.4)
    return await world.lines(thread)


async def test_an_event_delivered_four_times_is_answered_once(world: World) -> None:
    thread = await world.start("18422")
    events = (await world.say("ana", QUESTIONS[0], thread))["delivered"]
    await world.ask("POST", "redeliver", event_id=events[0], times=3)
    assert len(await settled(world, thread, 2)) == 2


async def test_a_mention_and_its_message_are_answered_once(world: World) -> None:
    thread = await world.start("18422")
    workspace = await world.ask("GET", "workspace")
    bot = workspace["app"]["bot_user_id"]
    said = await world.say("ana", f"<@{bot}> {QUESTIONS[0]}", thread)
    assert len(said["delivered"]) == 2, "Slack sends a mention twice, as message and as app_mention"
    assert len(await settled(world, thread, 2)) == 2


async def edited(world: World, message: dict[str, Any], text: str) -> None:
    """Ana changes her message."""
    ts = message["ts"]
    answer = await world.ask("PATCH", "messages", **{"as": "ana"}, channel="practice", ts=ts, text=text)
    assert len(answer["delivered"]) == 2, "Slack sends an edited mention as message_changed and as app_mention"


async def test_an_edited_mention_in_a_run_is_answered_once(world: World) -> None:
    thread = await world.start("18422")
    said = await world.say("ana", f"@Haggle {QUESTIONS[0]}", thread)
    await settled(world, thread, 2)
    await edited(world, said["message"], f"@Haggle {QUESTIONS[1]}")
    assert len(await settled(world, thread, 2)) == 2


async def test_an_edited_mention_outside_a_run_is_greeted_once(world: World) -> None:
    said = await world.say("ana", "@Haggle hello")

    async def greeted() -> bool | None:
        return True if len(await world.messages()) > 1 else None

    await eventually(greeted)
    before = len(await world.messages())
    await edited(world, said["message"], "@Haggle hello there")
    await asyncio.sleep(0.4)
    assert len(await world.messages()) == before


async def test_lines_written_in_a_hurry_are_answered_in_order_each_once(world: World) -> None:
    thread = await world.start("18422")
    for question in QUESTIONS:
        await world.say("ana", question, thread)
    in_a_hurry = await settled(world, thread, 4)
    other = await world.start("18422")
    for question in QUESTIONS:
        await world.turn(other, question)
    assert in_a_hurry == await world.lines(other)


async def test_a_command_delivered_twice_starts_one_run(world: World) -> None:
    await world.start("18422")
    deliveries = (await world.ask("GET", "deliveries"))["deliveries"]
    command = next(delivery for delivery in deliveries if delivery["kind"] == "slash_commands")
    await world.ask("POST", "redeliver", id=command["id"], times=3)
    await asyncio.sleep(0.4)
    assert len([message for message in await world.messages() if message.get("bot_id")]) == 1


async def test_a_double_click_on_a_start_button_starts_one_run(world: World) -> None:
    thread = await world.start("18422")
    await world.press("ana", "run_end", thread)
    card = await world.verdict(thread)
    await world.later()
    await asyncio.gather(*(world.press("ana", "start_seed", card["ts"]) for _ in range(2)))
    await asyncio.sleep(0.6)
    assert len([message for message in await world.messages() if message.get("bot_id")]) == 2


async def test_after_kill_9_the_run_goes_on_and_what_was_said_meanwhile_is_answered_once(tmp_path: Path) -> None:
    async with open_world(tmp_path, bot=False) as world:
        async with bot_process(world, tmp_path) as process:
            thread = await world.start("18422")
            await world.turn(thread, QUESTIONS[0])
            await kill(process)
        await world.say("ana", QUESTIONS[1], thread)
        async with bot_command(world, tmp_path):
            lines = await settled(world, thread, 3)
            assert len(lines) == 3
            assert len(await world.turn(thread, QUESTIONS[2])) == 1


@pytest.mark.parametrize("moment", [0.0, 0.002, 0.005, 0.01, 0.02, 0.05])
async def test_kill_9_at_any_moment_after_a_line_loses_and_doubles_nothing(tmp_path: Path, moment: float) -> None:
    async with open_world(tmp_path, bot=False) as world:
        async with bot_process(world, tmp_path) as process:
            thread = await world.start("18422")
            await world.turn(thread, QUESTIONS[0])
            await world.say("ana", QUESTIONS[1], thread)
            await asyncio.sleep(moment)
            await kill(process)
        await world.later()
        async with world.joined(tmp_path):

            async def answered() -> bool | None:
                return True if len(await world.lines(thread)) >= 3 else None

            await eventually(answered, 60)
            assert len(await world.turn(thread, QUESTIONS[2])) == 1
            assert len(await world.lines(thread)) == 4


async def break_next_post(world: World, kind: str, **fields: object) -> None:
    """Makes the app's next post go wrong in this way."""
    answer = await world.ask("POST", "faults", kind=kind, match={"method": "chat.postMessage"}, **fields)
    assert answer["ok"], answer


@pytest.mark.parametrize("fault", ["server_error_after", "drop_after"])
async def test_a_post_that_slack_took_before_the_wire_broke_is_found_and_not_sent_again(
    world: World, fault: str
) -> None:
    thread = await world.start("18422")
    await break_next_post(world, fault)
    await world.say("ana", QUESTIONS[0], thread)
    assert len(await settled(world, thread, 2)) == 2
    await world.later()
    await world.say("ana", QUESTIONS[1], thread)
    assert len(await settled(world, thread, 3)) == 3


async def test_a_post_that_never_reached_slack_is_sent_again_when_it_cannot_be_found(world: World) -> None:
    thread = await world.start("18422")
    await break_next_post(world, "drop_before")
    for question in QUESTIONS:
        await world.say("ana", question, thread)
    await asyncio.sleep(0.5)
    assert len(await world.lines(thread)) == 1, "what comes after waits for it"
    await world.later()
    assert len(await settled(world, thread, 4)) == 4


async def test_a_rate_limit_makes_a_post_wait_and_drops_nothing(world: World) -> None:
    thread = await world.start("18422")
    await break_next_post(world, "rate_limited")
    await world.say("ana", QUESTIONS[0], thread)
    await world.say("ana", QUESTIONS[1], thread)
    await asyncio.sleep(0.5)
    assert len(await world.lines(thread)) == 1
    await world.later()
    assert len(await settled(world, thread, 3)) == 3


async def test_a_verdict_that_slack_refuses_reaches_the_rep_by_direct_message(world: World) -> None:
    thread = await world.start("18422")
    await break_next_post(world, "refused", error="invalid_blocks")
    await world.press("ana", "run_end", thread)

    async def told() -> bool | None:
        return True if any("/ 100" in message["text"] for message in await world.messages("ana", "dm")) else None

    await eventually(told)


async def test_lines_of_a_run_stand_under_one_persona_in_the_thread_only(world: World) -> None:
    thread = await world.start("18422")
    await world.turn(thread, QUESTIONS[0])
    assert not any(is_line(message) for message in await world.messages())
