"""The control calls: what stands, what happened, live updates, and plain refusals."""

import asyncio
import json
from typing import Any

from slack_bolt.async_app import AsyncApp

from tests.bot.sandbox.place import Place, app_for, listening, section

Json = dict[str, Any]


async def test_the_workspace_names_everybody_and_everything(place: Place) -> None:
    shown = await place.ask("GET", "workspace")
    assert [each["real_name"] for each in shown["you_can_be"]] == [
        "Ana Ruiz",
        "Ben Okafor",
        "Mei Tanaka",
        "Olu Adeyemi",
    ]
    assert [each["name"] for each in shown["channels"]] == ["general", "practice", "deals"]
    assert [each["command"] for each in shown["commands"]] == ["/haggle"]
    assert shown["app"]["name"] == "Haggle"
    assert shown["tokens"]["bot"] == place.running.bot_token
    assert shown["connected"] is False


async def test_calls_are_logged_without_tokens(place: Place) -> None:
    await place.client.api_call("auth.test", data={"token": place.running.bot_token})
    [call] = (await place.ask("GET", "calls"))["calls"]
    assert call["method"] == "auth.test"
    assert call["ok"]
    assert place.running.bot_token not in json.dumps(call)


async def test_deliveries_show_payload_and_answer(place: Place, app: AsyncApp) -> None:
    @app.command("/haggle")
    async def on_command(ack: Any) -> None:
        await ack("Hello")

    await place.do("ana", "commands", channel="practice", text="/haggle")
    [delivery] = (await place.ask("GET", "deliveries?limit=1"))["deliveries"]
    assert delivery["type"] == "/haggle"
    assert delivery["response"] == {"text": "Hello"}
    assert delivery["acknowledged"]


async def test_refusals_say_what_is_wrong(place: Place) -> None:
    nobody = await place.do("zoe", "messages", 404, channel="practice", text="x")
    assert nobody["detail"].startswith("There is nobody called 'zoe'")
    empty = await place.do("ana", "messages", 400, channel="practice", text="  ")
    assert empty["error"] == "no_text"
    hidden = await place.do("ben", "messages", 404, channel="deals", text="x")
    assert hidden["error"] == "channel_not_found"
    outside = await place.do("olu", "messages", 403, channel="practice", text="x")
    assert outside["error"] == "not_in_channel"
    unknown = await place.ask("GET", "nowhere", 404)
    assert unknown["error"] == "unknown_call"
    wrong = await place.do("ana", "messages", 400, channel="practice", txt="x")
    assert wrong["error"] == "invalid_request"


async def test_a_channel_is_made_and_filled(place: Place) -> None:
    made = (await place.do("ben", "channels", name="spare", private=True))["channel"]
    await place.ask("POST", f"channels/{made['id']}/members", user="ana")
    await place.ask("POST", "channels/spare/members", user="@Haggle")
    shown = await place.ask("GET", "channels/spare?as=ana")
    assert shown["channel"]["members"] == [place.person("ben"), place.person("ana"), place.bot_user]
    await place.ask("DELETE", "channels/spare/members/ben")
    assert (await place.ask("GET", "channels/spare?as=ben", 404))["error"] == "channel_not_found"
    taken = await place.do("ben", "channels", 400, name="practice")
    assert taken["error"] == "name_taken"


async def test_a_reset_brings_back_the_first_morning(place: Place) -> None:
    await place.say("ana", "hello")
    before = place.channel("practice")
    await place.ask("POST", "reset")
    assert await place.seen("ana") == []
    assert place.channel("practice") == before
    assert (await place.client.auth_test())["ok"]


async def lines(place: Place, who: str, count: int) -> list[Json]:
    """The next `count` live updates for `who`."""
    got: list[Json] = []
    async with place.web.get(f"{place.running.url}/sandbox/stream?as={who}") as response:
        async for line in response.content:
            if line.startswith(b"data: "):
                got.append(json.loads(line[6:]))
            if len(got) == count:
                break
    return got


async def test_live_updates_reach_those_who_may_see(place: Place) -> None:
    ana, ben = asyncio.create_task(lines(place, "ana", 4)), asyncio.create_task(lines(place, "ben", 2))
    await asyncio.sleep(0.1)
    parent = await place.say("ana", "A run", channel="deals")
    await place.say("ana", "Hi", channel="deals", thread_ts=parent["ts"])
    await place.client.views_publish(user_id=place.person("ana"), view={"type": "home", "blocks": [section()]})
    await place.client.chat_postMessage(channel=place.channel("practice"), text="To all")
    await place.say("ben", "Thanks")
    async with asyncio.timeout(10):
        seen = await ana
        assert [each["kind"] for each in seen] == ["message", "message", "home", "message"]
        assert seen[1]["thread_ts"] == parent["ts"]
        assert seen[1]["parent"]["reply_count"] == 1
        assert [each["message"]["text"] for each in await ben] == ["To all", "Thanks"]


async def test_the_connection_is_announced(place: Place) -> None:
    heard = asyncio.create_task(lines(place, "mei", 2))
    await asyncio.sleep(0.1)
    async with listening(place, app_for(place)):
        assert (await place.ask("GET", "workspace"))["connected"]
    async with asyncio.timeout(10):
        assert [(each["kind"], each["connected"]) for each in await heard] == [
            ("connected", True),
            ("connected", False),
        ]


async def test_fifty_threads_at_once_lose_nothing(place: Place, app: AsyncApp) -> None:
    parents = [(await place.say("ana", f"run {number}"))["ts"] for number in range(50)]
    await asyncio.gather(*(place.say("ana", f"{ts} {turn}", thread_ts=ts) for ts in parents for turn in range(4)))
    await place.until(lambda: len(place.events("message")) == 250, seconds=30)
    assert len({each["ts"] for each in place.events("message")}) == 250


async def test_people_write_no_more_than_slack_keeps(place: Place) -> None:
    await place.say("ana", "x" * 40_000)
    refusal = await place.do("ana", "messages", status=400, channel="practice", text="x" * 40_001)
    assert "40000 characters" in refusal["detail"]


async def test_a_deactivated_person_can_do_nothing_and_is_shown_as_deleted(place: Place) -> None:
    await place.ask("PATCH", "people", **{"as": "ben"}, is_deactivated=True, is_admin=True)
    refused = await place.do("ben", "messages", 403, channel="practice", text="hello")
    assert refused["error"] == "deactivated"
    shown = (await place.client.users_info(user=place.person("ben")))["user"]
    assert shown["deleted"] is True
    assert shown["is_admin"] is True
    await place.ask("PATCH", "people", **{"as": "ben"}, is_deactivated=False)
    assert (await place.do("ben", "messages", channel="practice", text="hello"))["ok"]
