"""Shortcuts from anywhere and from a message's menu."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from slack_bolt.async_app import AsyncApp

from tests.bot.sandbox.place import Place, app_for, listening, manifest_with, modal, open_place, text_input

Json = dict[str, Any]
SHORTCUTS = [
    {"name": "Practise", "type": "global", "callback_id": "practise", "description": "Start a run"},
    {"name": "Practise this", "type": "message", "callback_id": "practise_this", "description": "Start from it"},
]


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[Place]:
    async with open_place(manifest=manifest_with(tmp_path, shortcuts=SHORTCUTS)) as opened:
        yield opened


@pytest.fixture
async def app(place: Place) -> AsyncIterator[AsyncApp]:
    app = app_for(place)
    async with listening(place, app):
        yield app


async def use(place: Place, status: int = 200, **what: Any) -> Json:
    """What comes of Ana's using a shortcut."""
    return await place.do("ana", "shortcuts", status, **what)


async def test_the_workspace_lists_the_manifests_shortcuts(place: Place) -> None:
    assert (await place.ask("GET", "workspace"))["shortcuts"] == SHORTCUTS


async def test_a_global_shortcut_opens_a_modal(place: Place, app: AsyncApp) -> None:
    got: list[Json] = []

    @app.global_shortcut("practise")
    async def on_shortcut(ack: Any, client: Any, body: Json) -> None:
        got.append(body)
        await ack()
        await client.views_open(trigger_id=body["trigger_id"], view=modal(text_input("seed")))

    assert (await use(place, callback_id="practise"))["acknowledged"]
    [body] = got
    assert body["type"] == "shortcut"
    assert body["user"]["id"] == place.person("ana")
    assert body["team"] == {"id": place.running.team_id, "domain": "haggle-sandbox"}
    assert body["action_ts"]
    assert not {"channel", "message", "response_url"} & set(body)
    await place.until(lambda: place.running.sandbox.workspace.modals.get(place.person("ana")))


async def test_a_message_shortcut_brings_the_message_and_can_answer_there(place: Place, app: AsyncApp) -> None:
    got: list[Json] = []

    @app.message_shortcut("practise_this")
    async def on_shortcut(ack: Any, respond: Any, body: Json) -> None:
        got.append(body)
        await ack()
        await respond("Noted.")

    message = await place.say("ben", "34,900 out the door")
    answer = await use(place, callback_id="practise_this", channel="practice", ts=message["ts"])
    assert answer["acknowledged"]
    [body] = got
    assert body["type"] == "message_action"
    assert body["channel"] == {"id": place.channel("practice"), "name": "practice"}
    assert body["message_ts"] == message["ts"]
    assert body["message"]["text"] == "34,900 out the door"
    assert body["message"]["user"] == place.person("ben")
    await place.until(lambda: place.running.sandbox.workspace.channels[place.channel("practice")].history.ephemerals)
    assert [each["text"] for each in await place.seen("ana")][-1] == "Noted."
    assert [each["text"] for each in await place.seen("ben")][-1] == "34,900 out the door"


async def test_a_shortcut_nobody_acknowledges_says_so(place: Place, app: AsyncApp) -> None:
    @app.global_shortcut("practise")
    async def on_shortcut() -> None:
        """Never acknowledges."""

    assert not (await use(place, callback_id="practise"))["acknowledged"]


async def test_shortcuts_are_used_where_the_manifest_says(place: Place) -> None:
    message = await place.say("ana", "hello")
    spot = {"channel": "practice", "ts": message["ts"]}
    assert (await use(place, 404, callback_id="nothing"))["error"] == "shortcut_not_found"
    assert (await use(place, 400, callback_id="practise", **spot))["error"] == "wrong_place"
    assert (await use(place, 400, callback_id="practise_this"))["error"] == "wrong_place"
    assert (await use(place, 400, callback_id="practise", channel="practice"))["error"] == "invalid_request"
    hidden = await place.say("mei", "quietly", channel="deals")
    told = await place.do("olu", "shortcuts", 404, callback_id="practise_this", channel="deals", ts=hidden["ts"])
    assert told["error"] == "channel_not_found"
