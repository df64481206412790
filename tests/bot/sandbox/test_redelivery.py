"""What was not acknowledged comes again."""

import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from slack_bolt.async_app import AsyncApp

from bot.sandbox.config import Timing
from tests.bot.sandbox.place import Place, app_for, listening, open_place

Json = dict[str, Any]


@pytest.fixture
async def hasty() -> AsyncIterator[Place]:
    """A sandbox that sends again after a fifth of a second."""
    async with open_place(timing=Timing(ack=0.2, socket_retries=(0.2, 0.2, 0.2))) as place:
        yield place


async def socket(place: Place) -> aiohttp.ClientWebSocketResponse:
    """A bare Socket Mode connection, past its hello."""
    header = {"authorization": f"Bearer {place.running.app_token}"}
    async with place.web.post(place.running.api_url + "apps.connections.open", headers=header) as response:
        url = (await response.json())["url"]
    opened = await place.web.ws_connect(url)
    hello = await opened.receive_json()
    assert hello["type"] == "hello"
    return opened


async def take(opened: aiohttp.ClientWebSocketResponse) -> Json:
    """The next envelope."""
    envelope: Json = await opened.receive_json(timeout=10)
    return envelope


async def test_an_unacknowledged_event_comes_again_with_its_number(hasty: Place) -> None:
    opened = await socket(hasty)
    await hasty.say("ana", "hello")
    first, second = await take(opened), await take(opened)
    assert first["retry_attempt"] == 0
    assert second["retry_attempt"] == 1
    assert second["retry_reason"] == "timeout"
    assert first["payload"] == second["payload"]
    await opened.send_str(json.dumps({"envelope_id": second["envelope_id"]}))
    await hasty.say("ana", "next")
    assert (await take(opened))["payload"]["event"]["text"] == "next"


async def test_after_the_last_retry_it_is_given_up(hasty: Place) -> None:
    opened = await socket(hasty)
    await hasty.say("ana", "hello")
    assert [(await take(opened))["retry_attempt"] for _ in range(4)] == [0, 1, 2, 3]
    [delivery] = hasty.running.sandbox.dispatcher.recent(1)
    await hasty.until(lambda: delivery.given_up)
    shown = (await hasty.ask("GET", "deliveries"))["deliveries"][0]
    assert shown["attempts"] == 4
    assert not shown["acknowledged"]


async def test_what_a_dying_socket_did_not_acknowledge_goes_to_the_next(place: Place) -> None:
    opened = await socket(place)
    await place.say("ana", "hello")
    lost = await take(opened)
    await opened.close()
    again = await take(await socket(place))
    assert again["payload"]["event_id"] == lost["payload"]["event_id"]
    assert again["retry_attempt"] == 1


async def test_what_was_said_while_nobody_listened_arrives_later(place: Place) -> None:
    await place.say("ana", "anybody there")
    async with listening(place, app_for(place)):
        await place.until(lambda: place.events("message"))
    assert place.events("message")[0]["text"] == "anybody there"


async def test_an_acknowledged_event_comes_once(place: Place, app: AsyncApp) -> None:
    await place.say("ana", "hello")
    [delivery] = place.running.sandbox.dispatcher.recent(1)
    await place.until(lambda: delivery.acknowledged)
    assert delivery.attempts == 1
    assert len(place.heard) == 1


async def test_a_delivery_can_be_repeated_at_will(place: Place, app: AsyncApp) -> None:
    answer = await place.do("ana", "messages", channel="practice", text="hello")
    await place.until(lambda: place.heard)
    await place.ask("POST", "redeliver", event_id=answer["delivered"][0], times=3)
    await place.until(lambda: len(place.heard) == 4)
    assert {each["event_id"] for each in place.heard} == {answer["delivered"][0]}
    unknown = await place.ask("POST", "redeliver", 404, event_id="Ev0", times=1)
    assert unknown["error"] == "delivery_not_found"


async def test_a_text_ping_is_echoed(place: Place) -> None:
    opened = await socket(place)
    await opened.send_str("sdk-ping-pong:1700000000.5")
    assert (await opened.receive(timeout=10)).data == "sdk-ping-pong:1700000000.5"


async def test_a_disconnect_makes_the_app_come_back(place: Place, app: AsyncApp) -> None:
    await place.ask("POST", "disconnect", reason="refresh_requested")
    await place.until(lambda: place.running.sandbox.dispatcher.transport.connected)
    await place.say("ana", "hello again")
    await place.until(lambda: place.events("message"))


async def test_a_ticket_opens_one_socket(place: Place) -> None:
    header = {"authorization": f"Bearer {place.running.app_token}"}
    async with place.web.post(place.running.api_url + "apps.connections.open", headers=header) as response:
        url = (await response.json())["url"]
    await place.web.ws_connect(url)
    with pytest.raises(aiohttp.WSServerHandshakeError, match="403"):
        await place.web.ws_connect(url)
