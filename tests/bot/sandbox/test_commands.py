"""Slash commands."""

from typing import Any

from slack_bolt.async_app import AsyncApp

from tests.bot.sandbox.place import Place, refused

Json = dict[str, Any]


async def test_the_app_gets_the_text_with_names_escaped(place: Place, app: AsyncApp) -> None:
    got: list[Json] = []

    @app.command("/haggle")
    async def on_command(ack: Any, body: Json) -> None:
        got.append(body)
        await ack()

    answer = await place.do("ana", "commands", channel="practice", text="/haggle start @ben #deals 1<2")
    assert answer["acknowledged"]
    assert answer["response"] is None
    [body] = got
    ben, deals = place.person("ben"), place.channel("deals")
    assert body["text"] == f"start <@{ben}|ben> <#{deals}|deals> 1&lt;2"
    assert body["command"] == "/haggle"
    assert body["channel_name"] == "practice"
    assert body["user_id"] == place.person("ana")
    assert body["trigger_id"]
    assert "thread_ts" not in body


async def test_an_answer_in_the_acknowledgement_is_ephemeral(place: Place, app: AsyncApp) -> None:
    @app.command("/haggle")
    async def on_command(ack: Any) -> None:
        await ack("Try `/haggle start`")

    answer = await place.do("ana", "commands", channel="practice", text="/haggle")
    assert answer["response"]["text"] == "Try `/haggle start`"
    assert [each["text"] for each in await place.seen("ana")] == ["Try `/haggle start`"]
    assert await place.seen("ben") == []


async def test_an_answer_may_be_for_the_channel(place: Place, app: AsyncApp) -> None:
    @app.command("/haggle")
    async def on_command(ack: Any) -> None:
        await ack(text="For all", response_type="in_channel")

    await place.do("ana", "commands", channel="practice", text="/haggle")
    assert [each["text"] for each in await place.seen("ben")] == ["For all"]


async def test_a_command_nobody_takes_says_that_the_app_did_not_respond(place: Place, app: AsyncApp) -> None:
    @app.command("/haggle")
    async def on_command() -> None:
        """Never acknowledges."""

    answer = await place.do("ana", "commands", channel="practice", text="/haggle")
    assert not answer["acknowledged"]
    assert "operation_timeout" in answer["response"]["text"]
    assert [each["user"] for each in await place.seen("ana")] == ["USLACKBOT"]


async def test_a_command_with_no_app_there_fails_at_once(place: Place) -> None:
    answer = await place.do("ana", "commands", channel="practice", text="/haggle")
    assert not answer["acknowledged"]
    assert answer["response"]["text"] == '`/haggle` failed with the error "dispatch_failed".'


async def test_a_command_that_the_manifest_lacks_is_not_valid(place: Place, app: AsyncApp) -> None:
    answer = await place.do("ana", "commands", channel="practice", text="/bargain")
    assert answer["response"]["text"] == "`/bargain` is not a valid command."
    assert place.heard == []


async def test_commands_do_not_run_in_threads(place: Place) -> None:
    parent = await place.say("ana", "A run")
    body = {"channel": "practice", "text": "/haggle", "thread_ts": parent["ts"]}
    assert (await place.do("ana", "commands", 400, **body))["error"] == "command_in_thread"


async def test_a_command_runs_where_the_bot_is_not(place: Place, app: AsyncApp) -> None:
    @app.command("/haggle")
    async def on_command(ack: Any, client: Any, body: Json) -> None:
        answer = await refused(client.chat_postMessage(channel=body["channel_id"], text="Hi"))
        await ack(answer["error"])

    answer = await place.do("ana", "commands", channel="general", text="/haggle")
    assert answer["response"]["text"] == "not_in_channel"


async def test_an_outsider_cannot_run_it_in_a_channel_they_are_not_in(place: Place) -> None:
    answer = await place.do("olu", "commands", 403, channel="practice", text="/haggle")
    assert answer["error"] == "not_in_channel"
