"""Events, commands and interactions as signed HTTP requests."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.async_app import AsyncApp
from slack_sdk.signature import SignatureVerifier

from bot.sandbox.config import RequestUrls
from tests.bot.sandbox.place import Place, app_for, modal, open_place, refused, text_input

Json = dict[str, Any]


class Receiver:
    """An HTTP server that notes requests and answers as told."""

    def __init__(self) -> None:
        self.requests: list[tuple[dict[str, str], str]] = []
        self.answers: list[web.Response] = []
        self.app: AsyncApp | None = None

    async def receive(self, request: web.Request) -> web.StreamResponse:
        """Answers as told, else as the Bolt app does, else 200."""
        self.requests.append(({key.lower(): value for key, value in request.headers.items()}, await request.text()))
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
