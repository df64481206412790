"""The sandbox's clock: moved on, stopped, let go, and what waits for it."""

import asyncio
import json
import time
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from slack_bolt.async_app import AsyncApp

from bot.sandbox.clock import Clock
from bot.sandbox.config import RequestUrls, Timing
from tests.bot.sandbox.place import Place, app_for, listening, modal, open_place, refused, section
from tests.ports import free_port

Json = dict[str, Any]
DAY = 86_400.0
CHANNELS = ("practice", "deals")


@pytest.fixture
async def clock() -> AsyncIterator[Clock]:
    """A clock of its own, which stands still."""
    fresh = Clock()
    fresh.freeze()
    yield fresh
    fresh.stop()


async def test_what_waits_is_done_in_the_order_of_its_times_each_at_its_own_moment(clock: Clock) -> None:
    start, done = clock.now(), []

    async def wait(name: str, first: float, second: float) -> None:
        for seconds in (first, second):
            await clock.sleep(seconds)
            done.append((name, clock.now() - start))

    tasks = [asyncio.create_task(wait(*each)) for each in (("late", 50.0, 100.0), ("early", 10.0, 20.0))]
    await clock.advance(100)
    assert done == [("early", 10.0), ("early", 30.0), ("late", 50.0)]
    assert clock.now() == start + 100
    await clock.advance(50)
    assert done[3:] == [("late", 150.0)]
    await asyncio.gather(*tasks)


async def test_those_of_one_moment_go_in_the_order_of_asking(clock: Clock) -> None:
    done: list[int] = []
    for number in range(20):
        clock.at(clock.now() + 5, lambda number=number: done.append(number))
    await clock.advance(5)
    assert done == list(range(20))


async def test_a_clock_that_runs_wakes_by_itself() -> None:
    clock = Clock()
    await clock.advance(DAY)
    before = clock.now()
    async with asyncio.timeout(10):
        await clock.sleep(0.02)
    assert clock.now() >= before + 0.02


async def test_an_alarm_taken_back_does_nothing(clock: Clock) -> None:
    done: list[str] = []
    clock.at(clock.now() + 1, lambda: done.append("kept"))
    clock.at(clock.now() + 1, lambda: done.append("taken back")).cancel()
    await clock.advance(1)
    assert done == ["kept"]


async def test_a_block_has_so_long_as_the_clock_says(clock: Clock) -> None:
    async def impatient() -> str:
        try:
            async with clock.timeout(DAY):
                await asyncio.Event().wait()
        except TimeoutError:
            return "over"
        return "never"

    waiting = asyncio.create_task(impatient())
    await clock.advance(DAY - 1)
    assert not waiting.done()
    await clock.advance(1)
    assert await waiting == "over"


async def test_the_clock_waits_for_what_is_held_and_no_longer_than_it_may(clock: Clock) -> None:
    start, seen = clock.now(), []

    async def working(seconds: float, at_most: float) -> None:
        with clock.held(at_most):
            await asyncio.sleep(seconds)
            seen.append(clock.now() - start)

    short, endless = asyncio.create_task(working(0.05, 5)), asyncio.create_task(working(3600, 0.05))
    async with asyncio.timeout(10):
        await clock.advance(60)
    assert seen == [0.0]
    assert short.done()
    endless.cancel()


async def test_a_nap_ends_when_the_clock_is_moved(clock: Clock) -> None:
    nap = asyncio.create_task(clock.nap(3600))
    await clock.advance(1)
    async with asyncio.timeout(10):
        await nap


async def test_the_clock_is_read_moved_stopped_and_let_go(place: Place) -> None:
    shown = await place.ask("GET", "clock")
    assert (shown["offset"], shown["frozen"]) == (0, False)
    moved = await place.ask("POST", "clock", advance=DAY)
    assert DAY <= moved["now"] - shown["now"] < DAY + 60
    assert moved["offset"] == pytest.approx(DAY, abs=1)
    stopped = await place.ask("POST", "clock", frozen=True)
    assert stopped["frozen"]
    assert (await place.ask("GET", "clock"))["now"] == stopped["now"]
    later = await place.ask("POST", "clock", advance=1.5)
    assert later["now"] == stopped["now"] + 1.5
    let_go = await place.ask("POST", "clock", frozen=False)
    assert not let_go["frozen"]
    assert let_go["now"] >= later["now"]


async def test_the_clock_is_set_to_a_date(place: Place) -> None:
    await place.ask("POST", "clock", frozen=True)
    moved = await place.ask("POST", "clock", to="2100-12-01T09:00:00Z")
    assert moved["now"] == 4_131_334_800
    said = await place.say("ana", "Happy new century, nearly")
    assert said["ts"].startswith("4131334800.")


@pytest.mark.parametrize(
    ("order", "why"),
    [
        ({"to": "2001-01-01T00:00:00Z"}, "Time only goes on"),
        ({"advance": -1}, "advance: "),
        ({"advance": 1e300}, "advance: "),
        ({"advance": 9_999_999_999}, "year 2286"),
        ({"to": "2100-01-01T00:00:00"}, "to: "),
        ({"advance": 1, "frozen": True}, "give one of"),
        ({}, "give one of"),
        ({"back": 1}, "back: "),
    ],
)
async def test_a_move_that_cannot_be_is_refused_and_moves_nothing(place: Place, order: Json, why: str) -> None:
    await place.ask("POST", "clock", frozen=True)
    before = await place.ask("GET", "clock")
    refusal = await place.ask("POST", "clock", 400, **order)
    assert why in refusal["detail"]
    assert (await place.ask("GET", "clock"))["now"] == before["now"]


async def test_timestamps_stay_unique_and_rising_while_the_clock_stands(place: Place) -> None:
    await place.ask("POST", "clock", frozen=True)
    stamps = [(await place.say("ana", str(number), channel))["ts"] for number in range(3) for channel in CHANNELS]
    assert stamps == sorted(set(stamps))


async def test_triggers_and_response_urls_expire_by_the_moved_clock() -> None:
    async with open_place(timing=Timing()) as place:
        app = app_for(place)

        @app.command("/haggle")
        async def on_command(ack: Any) -> None:
            await ack()

        async with listening(place, app):
            await _expire_in_turn(place)


async def _expire_in_turn(place: Place) -> None:
    await place.do("ana", "commands", channel="practice", text="/haggle")
    command = next(body for body in place.heard if body.get("command"))
    await place.ask("POST", "clock", advance=4)
    late = place.client.views_open(trigger_id=command["trigger_id"], view=modal(section()))
    assert (await refused(late))["error"] == "expired_trigger_id"
    async with place.web.post(command["response_url"], json={"text": "in time"}) as response:
        assert response.status == 200
    await place.ask("POST", "clock", advance=1800)
    async with place.web.post(command["response_url"], json={"text": "too late"}) as response:
        assert (await response.json())["error"] == "expired_url"


async def test_a_socket_ticket_expires_by_the_moved_clock(place: Place) -> None:
    header = {"authorization": f"Bearer {place.running.app_token}"}
    async with place.web.post(place.running.api_url + "apps.connections.open", headers=header) as response:
        url = (await response.json())["url"]
    await place.ask("POST", "clock", advance=31)
    with pytest.raises(aiohttp.WSServerHandshakeError, match="403"):
        await place.web.ws_connect(url)


async def test_rate_limits_refill_by_the_moved_clock() -> None:
    async with open_place(rate_limits=True) as place:
        await place.ask("POST", "clock", frozen=True)
        channel = place.channel("practice")
        for number in range(10):
            await place.client.chat_postMessage(channel=channel, text=str(number))
        assert (await refused(place.client.chat_postMessage(channel=channel, text="x")))["error"] == "ratelimited"
        await place.ask("POST", "clock", advance=1)
        assert (await place.client.chat_postMessage(channel=channel, text="now"))["ok"]


async def test_an_hour_of_redelivery_passes_at_once() -> None:
    async with open_place(timing=Timing(ack=0.05)) as place:
        header = {"authorization": f"Bearer {place.running.app_token}"}
        async with place.web.post(place.running.api_url + "apps.connections.open", headers=header) as response:
            deaf = await place.web.ws_connect((await response.json())["url"])
        await deaf.receive()
        await place.ask("POST", "clock", frozen=True)
        began = (await place.ask("GET", "clock"))["now"]
        await place.say("ana", "anybody there?")
        await place.ask("POST", "clock", advance=3600)
        [delivery] = (await place.ask("GET", "deliveries"))["deliveries"]
        assert delivery["given_up"]
        assert [each["at"] - began for each in delivery["sends"]] == pytest.approx([0, 4, 64, 364])
        numbers = [json.loads((await deaf.receive()).data)["retry_attempt"] for _ in range(4)]
        assert numbers == [0, 1, 2, 3]


async def test_http_sends_again_by_the_moved_clock_and_signs_with_the_real_time() -> None:
    port, heard = free_port(), []

    async def busy(request: web.Request) -> web.Response:
        heard.append(request.headers)
        return web.Response(status=503)

    listener = web.Application()
    listener.router.add_post("/slack/events", busy)
    runner = web.AppRunner(listener)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    urls = RequestUrls.all_at(f"http://127.0.0.1:{port}/slack/events")
    async with open_place(transport="http", request_urls=urls, timing=Timing()) as place:
        await place.ask("POST", "clock", frozen=True)
        await place.say("ana", "hello")
        await place.ask("POST", "clock", advance=3600)
    await runner.cleanup()
    assert [each.get("x-slack-retry-num") for each in heard] == [None, "1", "2", "3"]
    assert all(abs(int(each["x-slack-request-timestamp"]) - time.time()) < 60 for each in heard)


async def test_what_the_app_is_about_to_acknowledge_does_not_come_again(place: Place, app: AsyncApp) -> None:
    @app.use
    async def slowly(next: Any) -> None:
        await asyncio.sleep(0.1)
        await next()

    await place.say("ana", "hello")
    await place.ask("POST", "clock", advance=3600)
    [delivery] = (await place.ask("GET", "deliveries"))["deliveries"]
    assert (delivery["acknowledged"], delivery["attempts"]) == (True, 1)


async def test_the_page_hears_of_a_moved_clock(place: Place) -> None:
    async with place.web.get(f"{place.running.url}/sandbox/stream?as=ana") as response:
        await response.content.readline()
        moved = await place.ask("POST", "clock", advance=60)
        async for line in response.content:
            if line.startswith(b"data: "):
                break
    assert json.loads(line[6:]) == {"kind": "clock", **{key: moved[key] for key in ("now", "offset", "frozen")}}
