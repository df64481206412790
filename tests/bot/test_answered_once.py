"""What Slack was told is received is answered once, however it is delivered and whatever breaks on the way."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web

from tests.bot.world import World, eventually, is_line, open_world, settings_for
from tests.ports import free_port

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
    world.clock.skew += timedelta(minutes=1)
    await asyncio.gather(*(world.press("ana", "start_seed", card["ts"]) for _ in range(2)))
    await asyncio.sleep(0.6)
    assert len([message for message in await world.messages() if message.get("bot_id")]) == 2


@asynccontextmanager
async def bot_process(world: World, folder: Path) -> AsyncIterator[asyncio.subprocess.Process]:
    """The bot in a process of its own, as `haggle serve` runs it."""
    settings = settings_for(world.sandbox, "")
    environment = {
        **os.environ,
        "SLACK_API_URL": settings.slack_api_url,
        "SLACK_BOT_TOKEN": world.sandbox.bot_token,
        "SLACK_APP_TOKEN": world.sandbox.app_token,
        "DATABASE_URL": f"sqlite:///{folder / 'haggle.sqlite'}",
        "HAGGLE_LOG_LEVEL": "WARNING",
    }
    process = await asyncio.create_subprocess_exec(sys.executable, "-m", "bot", "serve", env=environment)

    async def connected() -> bool | None:
        return True if (await world.ask("GET", "workspace"))["connected"] else None

    await eventually(connected, 30)
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def test_after_kill_9_the_run_goes_on_and_what_was_said_meanwhile_is_answered_once(tmp_path: Path) -> None:
    async with open_world(tmp_path, bot=False) as world:
        async with bot_process(world, tmp_path) as process:
            thread = await world.start("18422")
            await world.turn(thread, QUESTIONS[0])
            process.send_signal(signal.SIGKILL)
            await process.wait()
        await world.say("ana", QUESTIONS[1], thread)
        async with bot_process(world, tmp_path):
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
            process.send_signal(signal.SIGKILL)
            await process.wait()
        await world.later()
        async with world.joined(tmp_path):

            async def answered() -> bool | None:
                return True if len(await world.lines(thread)) >= 3 else None

            await eventually(answered, 60)
            assert len(await world.turn(thread, QUESTIONS[2])) == 1
            assert len(await world.lines(thread)) == 4


@asynccontextmanager
async def broken_wire(target: str) -> AsyncIterator[tuple[str, list[str]]]:
    """A proxy before the Web API; while its list names a method, that call is passed on but answered with 500."""
    breaking: list[str] = []
    port = free_port()

    async def pass_on(request: web.Request) -> web.Response:
        method = request.match_info["method"]
        async with aiohttp.ClientSession() as session:
            headers = {key: request.headers[key] for key in ("Authorization", "Content-Type") if key in request.headers}
            async with session.request(
                request.method, f"{target}{method}", data=await request.read(), params=request.query, headers=headers
            ) as answer:
                body = await answer.read()
                if method in breaking:
                    breaking.remove(method)
                    return web.Response(status=500, text="upstream broke")
                kept = {key: value for key, value in answer.headers.items() if key.lower().startswith("x-")}
                return web.Response(status=answer.status, body=body, content_type="application/json", headers=kept)

    server = web.Application()
    server.router.add_route("*", "/api/{method}", pass_on)
    runner = web.AppRunner(server)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    try:
        yield f"http://127.0.0.1:{port}/api/", breaking
    finally:
        await runner.cleanup()


async def test_a_post_that_slack_accepted_and_then_failed_is_found_and_not_sent_again(tmp_path: Path) -> None:
    async with (
        open_world(tmp_path, bot=False) as world,
        broken_wire(world.sandbox.api_url) as (wire, breaking),
        world.joined(tmp_path, api_url=wire),
    ):
        thread = await world.start("18422")
        breaking.append("chat.postMessage")
        await world.say("ana", QUESTIONS[0], thread)
        assert len(await settled(world, thread, 2)) == 2
        world.clock.skew += timedelta(minutes=2)
        await world.say("ana", QUESTIONS[1], thread)
        assert len(await settled(world, thread, 3)) == 3


async def test_lines_of_a_run_stand_under_one_persona_in_the_thread_only(world: World) -> None:
    thread = await world.start("18422")
    await world.turn(thread, QUESTIONS[0])
    assert not any(is_line(message) for message in await world.messages())
