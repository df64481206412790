"""Response URLs: five uses, half an hour."""

from typing import Any

import pytest
from slack_bolt.async_app import AsyncApp

from bot.sandbox.config import Timing
from tests.bot.sandbox.place import Place, actions, app_for, button, listening, open_place, section

Json = dict[str, Any]


@pytest.fixture
def urls(app: AsyncApp) -> list[str]:
    """The response URLs that the app has been given."""
    got: list[str] = []

    async def note(ack: Any, body: Json) -> None:
        got.append(body["response_url"])
        await ack()

    app.command("/haggle")(note)
    app.action("go")(note)
    return got


async def use(place: Place, url: str, **body: Any) -> tuple[int, Json]:
    """Status and answer of a post to a response URL."""
    async with place.web.post(url, json=body) as response:
        return response.status, await response.json()


async def test_an_answer_is_ephemeral_unless_it_says_otherwise(place: Place, urls: list[str]) -> None:
    await place.do("ana", "commands", channel="practice", text="/haggle")
    assert await use(place, urls[0], text="psst") == (200, {"ok": True})
    await use(place, urls[0], text="for all", response_type="in_channel")
    assert [each["text"] for each in await place.seen("ana")] == ["psst", "for all"]
    assert [each["text"] for each in await place.seen("ben")] == ["for all"]


async def test_a_sixth_use_is_refused(place: Place, urls: list[str]) -> None:
    await place.do("ana", "commands", channel="practice", text="/haggle")
    statuses = [(await use(place, urls[0], text="x"))[0] for _ in range(6)]
    assert statuses == [200] * 5 + [404]
    assert (await use(place, urls[0], text="x"))[1]["error"] == "used_url"


async def test_an_old_one_has_expired() -> None:
    async with open_place(timing=Timing(response_url=0.0)) as place:
        app = app_for(place)
        got: list[str] = []

        @app.command("/haggle")
        async def on_command(ack: Any, body: Json) -> None:
            got.append(body["response_url"])
            await ack()

        async with listening(place, app):
            await place.do("ana", "commands", channel="practice", text="/haggle")
        assert (await use(place, got[0], text="x"))[1]["error"] == "expired_url"


async def test_the_original_is_replaced_or_deleted(place: Place, urls: list[str]) -> None:
    channel = place.channel("practice")
    posted = await place.client.chat_postMessage(channel=channel, text="x", blocks=[actions(button("go"))])
    await place.do("ana", "actions", container={"channel": "practice", "ts": posted["ts"]}, action_id="go")
    await use(place, urls[0], text="Ended by Ana", replace_original=True)
    [shown] = await place.seen("ben")
    assert shown["text"] == "Ended by Ana"
    assert shown["ts"] == posted["ts"]
    assert "blocks" not in shown
    await use(place, urls[0], delete_original=True)
    assert await place.seen("ben") == []


async def test_an_ephemeral_original_is_replaced_for_its_person(place: Place, urls: list[str]) -> None:
    sent = await place.client.chat_postEphemeral(
        channel=place.channel("practice"), user=place.person("ana"), text="x", blocks=[actions(button("go"))]
    )
    container = {"channel": "practice", "ts": sent["message_ts"]}
    await place.do("ana", "actions", container=container, action_id="go")
    await use(place, urls[0], replace_original=True, text="Done", blocks=[section("Done")])
    assert [each["text"] for each in await place.seen("ana")] == ["Done"]
    await use(place, urls[0], delete_original=True)
    assert await place.seen("ana") == []


async def test_bad_blocks_are_refused_and_cost_no_use(place: Place, urls: list[str]) -> None:
    await place.do("ana", "commands", channel="practice", text="/haggle")
    for _ in range(6):
        status, answer = await use(place, urls[0], text="x", blocks=[{"type": "mystery"}])
        assert (status, answer["error"]) == (400, "invalid_blocks")
    assert (await use(place, urls[0], text="x"))[0] == 200


async def test_an_answer_goes_only_into_a_thread_that_is_there(place: Place, urls: list[str]) -> None:
    await place.do("ana", "commands", channel="practice", text="/haggle")
    parent = await place.say("ana", "A run")
    nowhere: Json = {"response_type": "in_channel", "text": "x", "thread_ts": "1.000001"}
    assert await use(place, urls[0], **nowhere) == (400, {"ok": False, "error": "thread_not_found"})
    assert (await place.ask("GET", "unread?as=ben"))["ok"]
    await use(place, urls[0], **{**nowhere, "thread_ts": parent["ts"]})
    assert [each["text"] for each in await place.thread("ana", parent["ts"])] == ["x"]
