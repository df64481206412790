"""Socket Mode as Slack runs it: greeting, ageing, turning away, pings, envelopes."""

import asyncio
import json
from typing import Any

import aiohttp
import pytest
from slack_bolt.async_app import AsyncApp

from bot.sandbox.config import Timing
from tests.bot.sandbox.place import Place, app_for, listening, open_place, refused

Json = dict[str, Any]


async def address(place: Place) -> str:
    """The address of a new socket."""
    answer = await place.client.apps_connections_open(app_token=place.running.app_token)
    return str(answer["url"])


async def socket(place: Place, query: str = "", **given: Any) -> aiohttp.ClientWebSocketResponse:
    """A bare connection, its first line still unread."""
    return await place.web.ws_connect(await address(place) + query, **given)


async def line(opened: aiohttp.ClientWebSocketResponse) -> Json:
    """The next line."""
    said: Json = await opened.receive_json(timeout=10)
    return said


async def test_the_address_has_slacks_form_so_that_clients_can_add_to_it(place: Place) -> None:
    path, _, query = (await address(place)).partition("?")
    assert path.endswith("/link/")
    assert [part.split("=")[0] for part in query.split("&")] == ["ticket", "app_id"]


async def test_hello_says_how_many_connections_there_are_and_how_long_this_one_lives(place: Place) -> None:
    sockets = [await socket(place), await socket(place), await socket(place, "&debug_reconnects=true")]
    first, second, quick = [await line(opened) for opened in sockets]
    assert (first["num_connections"], second["num_connections"]) == (1, 2)
    assert first["connection_info"]["app_id"] == place.running.sandbox.workspace.app.app_id
    assert first["debug_info"]["approximate_connection_time"] == 18_060
    assert quick["debug_info"]["approximate_connection_time"] == 360


async def test_an_ageing_socket_is_warned_serves_on_and_is_then_refreshed() -> None:
    async with open_place(timing=Timing(socket_debug_life=0.8, socket_warning=0.6)) as place:
        opened = await socket(place, "&debug_reconnects=true")
        assert (await line(opened))["type"] == "hello"
        warning = await line(opened)
        assert (warning["type"], warning["reason"]) == ("disconnect", "warning")
        await place.say("ana", "hello")
        assert (await line(opened))["payload"]["event"]["text"] == "hello"
        assert (await line(opened))["reason"] == "refresh_requested"
        assert (await opened.receive(timeout=10)).type is aiohttp.WSMsgType.CLOSE


@pytest.mark.parametrize("reason", ["warning", "refresh_requested"])
async def test_the_sdk_comes_back_after_a_disconnect_and_hears_what_was_said(
    place: Place, app: AsyncApp, reason: str
) -> None:
    await place.ask("POST", "disconnect", reason=reason)
    await place.say("ana", "hello again")
    await place.until(lambda: place.events("message"))


async def test_a_disconnect_for_no_reason_of_slacks_is_refused(place: Place) -> None:
    answer = await place.ask("POST", "disconnect", 400, reason="tired")
    assert "refresh_requested" in answer["detail"]


async def test_socket_mode_turned_off_ends_every_socket_and_opens_none_until_it_is_on(place: Place) -> None:
    opened, late = await socket(place), await address(place)
    await line(opened)
    await place.ask("POST", "socket_mode", enabled=False)
    assert (await line(opened))["reason"] == "link_disabled"
    assert (await opened.receive(timeout=10)).type is aiohttp.WSMsgType.CLOSE
    assert not (await place.ask("GET", "health"))["connected"]
    call = place.client.apps_connections_open(app_token=place.running.app_token)
    assert (await refused(call))["error"] == "forbidden_team"
    with pytest.raises(aiohttp.WSServerHandshakeError, match="403"):
        await place.web.ws_connect(late)
    await place.ask("POST", "socket_mode", enabled=True)
    assert (await line(await socket(place)))["type"] == "hello"


async def test_the_eleventh_socket_is_turned_away(place: Place) -> None:
    sockets = [await socket(place) for _ in range(10)]
    assert [(await line(opened))["num_connections"] for opened in sockets] == list(range(1, 11))
    eleventh = await socket(place)
    away = await line(eleventh)
    assert (away["type"], away["reason"]) == ("disconnect", "too_many_websockets")
    assert (await eleventh.receive(timeout=10)).type is aiohttp.WSMsgType.CLOSE


async def test_each_payload_goes_to_one_socket_and_all_take_turns(place: Place) -> None:
    sockets = [await socket(place) for _ in range(3)]
    for opened in sockets:
        await line(opened)
    for text in ("one", "two", "three"):
        await place.say("ana", text)
    heard = [(await line(opened))["payload"]["event"]["text"] for opened in sockets]
    assert sorted(heard) == ["one", "three", "two"]


async def test_every_retry_comes_in_a_new_envelope_and_any_of_them_acknowledges() -> None:
    async with open_place(timing=Timing(ack=0.3, socket_retries=(0.3, 30.0, 30.0))) as place:
        opened = await socket(place)
        await line(opened)
        await place.say("ana", "hello")
        first, second = await line(opened), await line(opened)
        assert first["envelope_id"] != second["envelope_id"]
        assert first["payload"]["event_id"] == second["payload"]["event_id"]
        await opened.send_json({"envelope_id": first["envelope_id"]})
        [delivery] = place.running.sandbox.dispatcher.recent(1)
        await place.until(lambda: delivery.acknowledged)


async def test_the_server_pings_and_answers_pings() -> None:
    async with open_place(timing=Timing(socket_ping=0.1)) as place:
        opened = await socket(place, autoping=False)
        await line(opened)
        assert (await opened.receive(timeout=10)).type is aiohttp.WSMsgType.PING
        await opened.ping(b"sdk-ping-pong:1.5")
        async with asyncio.timeout(10):
            while (answer := await opened.receive()).type is not aiohttp.WSMsgType.PONG:
                assert answer.type is aiohttp.WSMsgType.PING
        assert answer.data == b"sdk-ping-pong:1.5"


@pytest.mark.parametrize("garbage", ["hello?", "[]", '{"envelope_id": 7}', "{" * 100_000])
async def test_garbage_from_the_app_is_told_and_harms_nothing(place: Place, garbage: str) -> None:
    opened = await socket(place)
    await line(opened)
    async with place.web.get(f"{place.running.url}/sandbox/stream") as stream:
        await stream.content.readline()
        await opened.send_str(garbage)
        told = json.loads((await _data(stream)).removeprefix("data:"))
    assert told["kind"] == "warning"
    assert "acknowledges nothing" in told["text"]
    await place.say("ana", "still there?")
    assert (await line(opened))["payload"]["event"]["text"] == "still there?"


async def _data(stream: aiohttp.ClientResponse) -> str:
    while not (read := (await stream.content.readline()).decode()).startswith("data:"):
        assert read, "the stream ended"
    return read


async def test_only_what_may_be_answered_says_so(place: Place) -> None:
    opened = await socket(place)
    await line(opened)
    await place.say("ana", "hello")
    event = await line(opened)
    assert event["accepts_response_payload"] is False
    command = asyncio.create_task(place.do("ana", "commands", channel="practice", text="/haggle"))
    asked = await line(opened)
    assert asked["accepts_response_payload"] is True
    assert "retry_attempt" not in asked
    await opened.send_json({"envelope_id": asked["envelope_id"], "payload": {"text": "Here"}})
    assert (await command)["response"]["text"] == "Here"


async def test_an_app_that_joins_twice_hears_everything_once(place: Place) -> None:
    async with listening(place, app_for(place)), listening(place, app_for(place)):
        await place.until(lambda: len(place.running.sandbox.wire_log.connections) >= 2)
        for number in range(10):
            await place.say("ana", str(number))
        await place.until(lambda: len(place.heard) == 10)
    assert sorted(event["text"] for event in place.events("message")) == [str(number) for number in range(10)]
