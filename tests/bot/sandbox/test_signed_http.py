"""Events, commands and interactions as signed HTTP requests."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.async_app import AsyncApp
from slack_sdk.signature import SignatureVerifier

from bot.sandbox.config import EventLimits, RequestUrls
from tests.bot.sandbox.place import Place, actions, app_for, button, modal, open_place, refused, text_input

Json = dict[str, Any]


class Receiver:
    """An HTTP server that notes requests and answers as told."""

    def __init__(self) -> None:
        self.requests: list[tuple[dict[str, str], str]] = []
        self.answers: list[web.Response] = []
        self.app: AsyncApp | None = None
        self.answer_challenge: Callable[[str], web.Response] | None = None

    async def receive(self, request: web.Request) -> web.StreamResponse:
        """Answers as told, else as the Bolt app does, else 200."""
        self.requests.append(({key.lower(): value for key, value in request.headers.items()}, await request.text()))
        if self.answer_challenge:
            return self.answer_challenge((await request.json())["challenge"])
        if self.answers:
            return self.answers.pop(0)
        if self.app is None:
            return web.Response()
        response = await self.app.async_dispatch(await to_bolt_request(request))
        return await to_aiohttp_response(response)


@pytest.fixture
async def receiver() -> AsyncIterator[tuple[Receiver, str]]:
    """A receiver and its address."""
    receiver = Receiver()
    application = web.Application()
    application.router.add_post("/slack/events", receiver.receive)
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield receiver, f"http://127.0.0.1:{runner.addresses[0][1]}/slack/events"
    await runner.cleanup()


@pytest.fixture
async def pushed(receiver: tuple[Receiver, str]) -> AsyncIterator[tuple[Place, AsyncApp, Receiver]]:
    """A sandbox that pushes to a Bolt app over HTTP."""
    async with open_place(transport="http") as place:
        app = app_for(place)
        receiver[0].app = app
        await place.ask("POST", "request_url", url=receiver[1])
        receiver[0].requests.clear()
        yield place, app, receiver[0]


async def test_the_app_proves_its_address_first(receiver: tuple[Receiver, str]) -> None:
    async with open_place(transport="http") as place:
        answer = await place.ask("POST", "request_url", 502, url=receiver[1])
        assert answer["error"] == "url_not_verified"
        receiver[0].app = app_for(place)
        assert (await place.ask("POST", "request_url", url=receiver[1]))["ok"]
        assert (await place.ask("GET", "workspace"))["connected"]


async def test_requests_are_signed(pushed: tuple[Place, AsyncApp, Receiver]) -> None:
    place, _, receiver = pushed
    await place.say("ana", "héllo")
    await place.until(lambda: place.events("message"))
    headers, body = receiver.requests[0]
    assert SignatureVerifier(place.running.signing_secret).is_valid_request(body, headers)
    assert not SignatureVerifier("another").is_valid_request(body, headers)
    assert "x-slack-retry-num" not in headers


async def test_commands_and_modals_work_as_over_a_socket(pushed: tuple[Place, AsyncApp, Receiver]) -> None:
    place, app, _ = pushed

    @app.command("/haggle")
    async def on_command(ack: Any, client: Any, body: Json) -> None:
        await ack("Opening")
        await client.views_open(trigger_id=body["trigger_id"], view=modal(text_input("seed")))

    @app.view("form")
    async def on_form(ack: Any) -> None:
        await ack(response_action="errors", errors={"seed": "No."})

    answer = await place.do("ana", "commands", channel="practice", text="/haggle start & go")
    assert answer["response"]["text"] == "Opening"
    await place.until(lambda: place.running.sandbox.workspace.modals.get(place.person("ana")))
    [view] = await place.modals("ana")
    values = {"seed": {"answer": "x"}}
    answer = await place.do("ana", "modals/submit", view_id=view["id"], values=values)
    assert answer["errors"] == {"seed": "No."}


async def test_an_event_that_fails_comes_again_with_number_and_reason(
    pushed: tuple[Place, AsyncApp, Receiver],
) -> None:
    place, _, receiver = pushed
    receiver.answers = [web.Response(status=500), web.Response(status=503)]
    await place.say("ana", "hello")
    await place.until(lambda: place.events("message"))
    retries = [
        (headers.get("x-slack-retry-num"), headers.get("x-slack-retry-reason")) for headers, _ in receiver.requests
    ]
    assert retries == [(None, None), ("1", "http_error"), ("2", "http_error")]


async def test_the_app_may_decline_retries(pushed: tuple[Place, AsyncApp, Receiver]) -> None:
    place, _, receiver = pushed
    receiver.answers = [web.Response(status=500, headers={"x-slack-no-retry": "1"})]
    await place.say("ana", "hello")
    [delivery] = place.running.sandbox.dispatcher.recent(1)
    await place.until(lambda: delivery.given_up)
    assert len(receiver.requests) == 1


async def test_an_app_that_is_down_is_tried_again() -> None:
    down = RequestUrls.all_at("http://127.0.0.1:9/slack/events")
    async with open_place(transport="http", request_urls=down) as place:
        await place.say("ana", "hello")
        [delivery] = place.running.sandbox.dispatcher.recent(1)
        await place.until(lambda: delivery.given_up)
        assert delivery.attempts == 4
        assert delivery.last_reason == "connection_failed"


async def test_socket_mode_is_off(pushed: tuple[Place, AsyncApp, Receiver]) -> None:
    place, _, _ = pushed
    answer = await refused(place.client.apps_connections_open(app_token=place.running.app_token))
    assert "Socket Mode is off" in answer["response_metadata"]["messages"][0]


@pytest.mark.parametrize("status", [200, 201, 204])
async def test_any_success_acknowledges_an_event(pushed: tuple[Place, AsyncApp, Receiver], status: int) -> None:
    place, _, receiver = pushed
    receiver.answers = [web.Response(status=status)]
    await place.say("ana", "hello")
    [delivery] = place.running.sandbox.dispatcher.recent(1)
    await place.until(lambda: delivery.acknowledged)
    assert delivery.attempts == 1


@pytest.mark.parametrize("body", [b"{", b"\xff\xfe", b"[]"])
async def test_what_an_app_answers_to_an_event_is_not_read(
    pushed: tuple[Place, AsyncApp, Receiver], body: bytes
) -> None:
    place, _, receiver = pushed
    receiver.answers = [web.Response(body=body, content_type="application/json")]
    await place.say("ana", "hello")
    [delivery] = place.running.sandbox.dispatcher.recent(1)
    await place.until(lambda: delivery.acknowledged)


@pytest.mark.parametrize(
    ("answer", "shown"),
    [
        (web.HTTPInternalServerError, "http_service_error"),
        (web.HTTPNotFound, "http_client_error"),
        (web.HTTPCreated, "dispatch_failed"),
    ],
)
async def test_a_command_that_fails_says_with_which_error_and_is_not_sent_again(
    pushed: tuple[Place, AsyncApp, Receiver], answer: type[web.HTTPException], shown: str
) -> None:
    place, _, receiver = pushed
    receiver.answers = [web.Response(status=answer.status_code)]
    ran = await place.do("ana", "commands", channel="practice", text="/haggle")
    assert ran["response"]["text"] == f'`/haggle` failed with the error "{shown}".'
    assert ran["response"]["is_ephemeral"]
    assert len(receiver.requests) == 1


async def test_a_command_to_an_app_that_is_down_fails_to_dispatch() -> None:
    down = RequestUrls.all_at("http://127.0.0.1:9/slack/events")
    async with open_place(transport="http", request_urls=down) as place:
        ran = await place.do("ana", "commands", channel="practice", text="/haggle")
        assert "dispatch_failed" in ran["response"]["text"]


async def test_a_button_that_the_app_does_not_take_warns_the_person_who_pressed_it(
    pushed: tuple[Place, AsyncApp, Receiver],
) -> None:
    place, _, receiver = pushed
    posted = await place.client.chat_postMessage(
        channel=place.channel("practice"), text="x", blocks=[actions(button())]
    )
    await place.until(lambda: place.events("message"))
    receiver.answers = [web.Response(status=500)]
    container = {"channel": "practice", "ts": posted["ts"]}
    async with (
        place.web.get(f"{place.running.url}/sandbox/stream?as=ana") as stream,
        place.web.get(f"{place.running.url}/sandbox/stream?as=ben") as other,
    ):
        answer = await place.do("ana", "actions", container=container, action_id="press")
        assert answer["acknowledged"] is False
        warning = await _told(stream, "warning")
        assert warning["error"] == "http_service_error"
        assert warning["container"]["message_ts"] == posted["ts"]
        await place.say("ben", "what now")
        assert (await _told(other))["kind"] == "message", "nobody else is warned"


async def _told(stream: aiohttp.ClientResponse, kind: str = "") -> Json:
    async with asyncio.timeout(10):
        while True:
            line = (await stream.content.readline()).decode()
            told: Json = json.loads(line.removeprefix("data:")) if line.startswith("data:") else {}
            if told and (not kind or told["kind"] == kind):
                return told


@pytest.mark.parametrize(("hops", "acknowledged"), [(2, True), (3, False)])
async def test_two_redirects_are_followed_and_no_more(
    pushed: tuple[Place, AsyncApp, Receiver], hops: int, acknowledged: bool
) -> None:
    place, _, receiver = pushed
    receiver.answers = [web.Response(status=307, headers={"location": "/slack/events"}) for _ in range(hops)]
    await place.say("ana", "hello")
    [delivery] = place.running.sandbox.dispatcher.recent(1)
    await place.until(lambda: delivery.acknowledged)
    assert (delivery.attempts == 1) is acknowledged
    assert delivery.last_reason == (None if acknowledged else "too_many_redirects")


@pytest.mark.parametrize("form", ["text/plain", "application/x-www-form-urlencoded", "application/json"])
async def test_the_challenge_may_come_back_in_three_forms(receiver: tuple[Receiver, str], form: str) -> None:
    def answer(challenge: str) -> web.Response:
        bodies = {
            "text/plain": challenge,
            "application/x-www-form-urlencoded": f"challenge={challenge}",
            "application/json": json.dumps({"challenge": challenge}),
        }
        return web.Response(text=bodies[form], content_type=form)

    receiver[0].answer_challenge = answer
    async with open_place(transport="http") as place:
        assert (await place.ask("POST", "request_url", url=receiver[1]))["ok"]


async def test_a_wrong_challenge_proves_nothing(receiver: tuple[Receiver, str]) -> None:
    receiver[0].answer_challenge = lambda challenge: web.Response(text=f"not {challenge}")
    async with open_place(transport="http") as place:
        assert (await place.ask("POST", "request_url", 502, url=receiver[1]))["error"] == "url_not_verified"


async def test_events_past_the_hourly_limit_are_withheld_and_the_app_is_told_once_a_minute(
    receiver: tuple[Receiver, str],
) -> None:
    urls = RequestUrls.all_at(receiver[1])
    async with open_place(transport="http", request_urls=urls, event_limits=EventLimits(an_hour=2)) as place:
        await place.ask("POST", "clock", frozen=True)
        for text in ("one", "two", "three", "four"):
            await place.say("ana", text)
        await place.until(lambda: len(receiver[0].requests) == 3)
        sent = [json.loads(body) for _, body in receiver[0].requests]
        limited = sent[-1]
        assert [body["type"] for body in sent] == ["event_callback", "event_callback", "app_rate_limited"]
        assert limited["minute_rate_limited"] % 60 == 0
        assert limited["team_id"] == place.running.team_id
        assert "event" not in limited
        withheld = (await place.ask("GET", "deliveries?limit=1"))["deliveries"][0]
        assert (withheld["given_up"], withheld["last_reason"]) == (True, "rate_limited")
        await place.ask("POST", "clock", advance=3601)
        await place.say("ana", "five")
        await place.until(lambda: len(receiver[0].requests) == 4)
        assert json.loads(receiver[0].requests[-1][1])["event"]["text"] == "five"


async def test_an_app_that_acknowledges_hardly_anything_is_sent_no_more_until_enabled(
    receiver: tuple[Receiver, str],
) -> None:
    limits = EventLimits(judged_from=3)
    urls = RequestUrls.all_at(receiver[1])
    no_retry = {"x-slack-no-retry": "1"}
    receiver[0].answers = [web.Response(status=500, headers=no_retry) for _ in range(3)]
    async with open_place(transport="http", request_urls=urls, event_limits=limits) as place:
        for text in ("one", "two", "three"):
            await place.say("ana", text)
        await place.until(lambda: not place.running.sandbox.dispatcher.allowance.enabled)
        await place.say("ana", "four")
        state = await place.ask("GET", "event_delivery")
        assert state["enabled"] is False
        assert state["last_hour"] == {"events": 3, "acknowledged": 0, "failed": 3}
        assert len(receiver[0].requests) == 3
        assert (await place.ask("POST", "event_delivery", enabled=True))["enabled"] is True
        await place.say("ana", "five")
        await place.until(lambda: len(receiver[0].requests) == 4)


async def test_options_are_loaded_as_over_a_socket(pushed: tuple[Place, AsyncApp, Receiver]) -> None:
    place, app, receiver = pushed
    offered = [{"text": {"type": "plain_text", "text": "Cars"}, "value": "cars"}]

    @app.options("pack")
    async def on_options(ack: Any) -> None:
        await ack(options=offered)

    select = {"type": "external_select", "action_id": "pack", "min_query_length": 0}
    posted = await place.client.chat_postMessage(
        channel=place.channel("practice"), text="row", blocks=[actions(select)]
    )
    container = {"channel": "practice", "ts": posted["ts"]}
    answer = await place.do("ana", "options", container=container, action_id="pack", value="")
    assert answer["options"] == offered
    receiver.answers.append(web.Response(text="no options"))
    answer = await place.do("ana", "options", 502, container=container, action_id="pack", value="")
    assert answer["error"] == "invalid_options"
