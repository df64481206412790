"""What the log holds of calls, deliveries and sockets, and how it is told live."""

import asyncio
import json
from contextlib import suppress
from typing import Any

import aiohttp
import pytest
from aiohttp import ClientResponse, web
from slack_bolt.async_app import AsyncApp

from bot.sandbox.config import RequestUrls
from bot.sandbox.server import RunningSandbox
from bot.sandbox.wire_log import KEPT
from tests.bot.sandbox.place import Place, app_for, listening, open_place, refused, section

Json = dict[str, Any]


async def calls(place: Place) -> list[Json]:
    """The app's requests, oldest first."""
    return list(reversed((await place.ask("GET", "calls"))["calls"]))


async def test_a_call_shows_its_arguments_and_answer(place: Place) -> None:
    said = await place.client.chat_postMessage(channel=place.channel("practice"), text="hello", blocks=[section()])
    [call] = await calls(place)
    assert (call["kind"], call["method"], call["http"], call["status"]) == ("web_api", "chat.postMessage", "POST", 200)
    assert call["args"]["text"] == "hello"
    assert call["args"]["blocks"] == [section()]
    assert call["response"] == said.data
    assert call["ms"] > 0


async def test_a_refused_call_shows_where_its_blocks_are_wrong(place: Place) -> None:
    blocks = [section(), section("x" * 3001)]
    await refused(place.client.chat_postMessage(channel=place.channel("practice"), text="t", blocks=blocks))
    [call] = await calls(place)
    assert (call["ok"], call["error"]) == (False, "invalid_blocks")
    assert call["response"]["errors"] == ["must be less than 3001 characters [json-pointer:/blocks/1/text/text]"]


async def test_a_call_that_cannot_be_read_is_logged_too(place: Place) -> None:
    headers = {"authorization": f"Bearer {place.running.bot_token}", "content-type": "application/json"}
    async with place.web.post(place.running.api_url + "auth.test", data="{", headers=headers) as response:
        assert (await response.json())["error"] == "invalid_json"
    [call] = await calls(place)
    assert (call["error"], call["args"]) == ("invalid_json", {"body": "{"})


async def test_no_token_is_ever_shown(place: Place) -> None:
    async with place.web.get(place.running.api_url + f"auth.test?token={place.running.bot_token}"):
        pass
    shown = json.dumps(await calls(place))
    assert place.running.bot_token not in shown
    assert "(hidden)" in shown


async def test_an_answer_too_long_for_the_log_is_named_by_its_length(place: Place) -> None:
    for _ in range(3):
        await place.client.chat_postMessage(channel=place.channel("practice"), text="long " * 5000)
    await place.client.conversations_history(channel=place.channel("practice"))
    assert "too long for the log" in (await calls(place))[-1]["response"]


async def test_the_log_is_bounded(place: Place) -> None:
    for _ in range(KEPT + 5):
        place.running.sandbox.wire_log.add_connection_line("hello", 1)
    shown = (await place.ask("GET", f"connections?limit={KEPT}"))["connections"]
    assert len(shown) == KEPT
    assert shown[0]["order"] - shown[-1]["order"] == KEPT - 1


async def test_a_post_to_a_response_url_is_a_call(place: Place, app: AsyncApp) -> None:
    @app.command("/haggle")
    async def on_command(ack: Any, respond: Any) -> None:
        await ack()
        await respond("Later")

    await place.do("ana", "commands", channel="practice", text="/haggle")
    await place.until(lambda: any(each.kind == "response_url" for each in place.running.sandbox.wire_log.calls))
    call = (await calls(place))[-1]
    assert (call["method"], call["args"]["text"], call["ok"]) == ("/response", "Later", True)


async def test_a_delivery_shows_its_envelope_and_what_came_of_it(place: Place, app: AsyncApp) -> None:
    await place.say("ana", "hello")
    [delivery] = place.running.sandbox.dispatcher.recent(1)
    await place.until(lambda: delivery.acknowledged)
    [send] = (await place.ask("GET", "deliveries?limit=1"))["deliveries"][0]["sends"]
    assert send["request"]["envelope_id"] == delivery.id
    assert send["request"]["connection"] == 1
    assert send["outcome"] == "acknowledged"
    assert send["ms"] > 0


async def test_an_http_push_shows_its_headers_and_the_answer() -> None:
    told = [web.Response(status=500, text="no"), web.Response()]

    async def receive(request: web.Request) -> web.Response:
        await request.read()
        return told.pop(0)

    application = web.Application()
    application.router.add_post("/events", receive)
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    async with open_place(transport="http") as place:
        await _say_over_http(place, f"http://127.0.0.1:{runner.addresses[0][1]}/events")
        first, second = (await place.ask("GET", "deliveries"))["deliveries"][0]["sends"]
    await runner.cleanup()
    assert first["request"]["headers"]["x-slack-signature"].startswith("v0=")
    assert (first["answer"]["status"], first["answer"]["body"], first["outcome"]) == (500, "no", "http_error")
    assert second["request"]["headers"]["x-slack-retry-num"] == "1"
    assert (second["retry_reason"], second["outcome"]) == ("http_error", "acknowledged")


async def test_a_challenge_that_nobody_meets_stands_in_the_log() -> None:
    async with open_place(transport="http") as place:
        await place.ask("POST", "request_url", 502, url="http://127.0.0.1:9/events")
        [line] = (await place.ask("GET", "connections"))["connections"]
    assert (line["type"], line["payload"]["outcome"]) == ("challenge", "connection_failed")
    assert line["payload"]["request"]["url"] == "http://127.0.0.1:9/events"


async def _say_over_http(place: Place, url: str) -> None:
    transport = place.running.sandbox.dispatcher.transport
    transport.urls = RequestUrls.all_at(url)  # type: ignore[attr-defined]
    await place.say("ana", "hello")
    [delivery] = place.running.sandbox.dispatcher.recent(1)
    await place.until(lambda: delivery.acknowledged)


async def test_a_socket_says_hello_and_goodbye(place: Place) -> None:
    async with listening(place, app_for(place)):
        await place.ask("POST", "disconnect", reason="warning")
        log = place.running.sandbox.wire_log.connections
        await place.until(lambda: any(each.type == "closed" for each in log))
        lines = (await place.ask("GET", "connections"))["connections"]
    assert [each["type"] for each in reversed(lines) if each["connection"] == 1] == ["hello", "disconnect", "closed"]
    assert [each["payload"]["reason"] for each in lines if each["type"] == "disconnect"] == ["warning"]


async def watch(response: ClientResponse, until: str) -> list[Json]:
    """The live updates until one that holds `until`."""
    got: list[Json] = []
    async for line in response.content:
        if line.startswith(b"data: "):
            got.append(json.loads(line[6:]))
            if until.encode() in line:
                break
    return got


async def test_the_wire_is_told_live_to_those_who_ask(place: Place, app: AsyncApp) -> None:
    url = f"{place.running.url}/sandbox/stream"
    async with place.web.get(f"{url}?wire=1") as wired, place.web.get(f"{url}?as=ana") as plain:
        await asyncio.gather(wired.content.readline(), plain.content.readline())
        await place.say("ben", "hello")
        [delivery] = place.running.sandbox.dispatcher.recent(1)
        await place.until(lambda: delivery.acknowledged)
        await place.client.chat_postMessage(channel=place.channel("practice"), text="last words")
        async with asyncio.timeout(10):
            seen = await watch(wired, '"chat.postMessage"')
            heard = await watch(plain, "last words")
    kinds = {each["kind"] for each in seen}
    assert {"message", "delivery", "call"} <= kinds
    stages = [each["delivery"] for each in seen if each["kind"] == "delivery"]
    assert [each["acknowledged"] for each in stages if each["id"] == stages[0]["id"]][-1]
    assert {each["kind"] for each in heard} == {"message"}


async def test_every_entry_has_its_place_in_one_order(place: Place, app: AsyncApp) -> None:
    await place.say("ana", "hello")
    await place.until(lambda: place.heard)
    await place.client.auth_test()
    shown = [
        *(await place.ask("GET", "connections"))["connections"],
        *(await place.ask("GET", "deliveries"))["deliveries"],
        *(await calls(place)),
    ]
    orders = [each["order"] for each in shown]
    assert len(set(orders)) == len(orders)


def _reads(running: RunningSandbox) -> list[str]:
    """Every control call that reads, with its placeholders filled in."""
    routes = running.runner.app.router.routes() if running.runner.app else []
    paths = [route.resource.canonical for route in routes if route.method == "GET" and route.resource]
    return [
        path.format(channel="practice", ts="1.0", id="F1", name="x") for path in paths if path.startswith("/sandbox/")
    ]


async def test_no_reading_call_takes_a_parameter_that_it_does_not_know(place: Place) -> None:
    for path in _reads(place.running):
        answer = await place.ask("GET", f"{path.removeprefix('/sandbox/')}?as=ana&nonsense=1", 400)
        assert answer["error"] == "invalid_request", path
    await place.ask("POST", "reset?nonsense=1", 400)


@pytest.mark.parametrize("query", ["limit=abc", "limit=0", "limit=-1", "limit=1&limit=2", "Limit=1", "as_=ana"])
async def test_a_parameter_that_cannot_be_meant_is_refused(place: Place, query: str) -> None:
    for path in ("channels/practice?as=ana&", "deliveries?", "calls?", "connections?"):
        answer = await place.ask("GET", path + query, 400)
        assert answer["error"] == "invalid_request"
        assert query.split("=")[0] in answer["detail"]


@pytest.mark.parametrize(
    ("kind", "status", "error"),
    [
        ("rate_limited", 429, "ratelimited"),
        ("server_error_after", 500, "http_500"),
        ("bad_gateway", 502, "http_502"),
        ("malformed_json", 200, "unreadable_answer"),
        ("refused", 200, "internal_error"),
        ("drop_before", 0, "connection_dropped"),
        ("drop_after", 0, "connection_dropped"),
        ("slow_body", 200, None),
    ],
)
async def test_what_a_fault_made_of_a_call_is_what_the_log_shows(
    place: Place, kind: str, status: int, error: str | None
) -> None:
    await place.ask("POST", "faults", kind=kind, **({"ms": 20} if kind == "slow_body" else {}))
    headers = {"authorization": f"Bearer {place.running.bot_token}"}
    body = {"channel": place.channel("practice"), "text": "hello"}
    with suppress(aiohttp.ClientError):
        async with place.web.post(place.running.api_url + "chat.postMessage", json=body, headers=headers) as answer:
            await answer.read()
    await place.until(lambda: place.running.sandbox.wire_log.calls)
    call = (await calls(place))[-1]
    assert (call["status"], call["error"]) == (status, error)
    assert call["args"] == body
