"""Agent sessions: what a thread says of the app at work, and what people do about it."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from slack_bolt.async_app import AsyncApp, AsyncAssistant, AsyncSetStatus, AsyncSetSuggestedPrompts

from tests.bot.sandbox.place import Json, Place, app_for, listening, manifest_with, open_place, refused

AGENT = {"agent_view": {"agent_description": "Practises with you.", "suggested_prompts": []}}
ASSISTANT = {"assistant_view": {"assistant_description": "Practises with you.", "suggested_prompts": []}}
EVENTS = ("agent_session_stopped", "agent_session_title_changed", "app_context_changed")


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[Place]:
    """A sandbox whose app is an agent, and listens."""
    manifest = manifest_with(tmp_path, ("assistant:write",), EVENTS, **AGENT)
    async with open_place(manifest=manifest) as opened:
        app = app_for(opened)
        for event in EVENTS:
            app.event(event)(_nothing)
        async with listening(opened, app):
            yield opened


async def _nothing() -> None:
    """These events are only noted."""


async def thread(place: Place) -> Json:
    """A thread that Ana has begun, as arguments of a call."""
    asked = await place.say("ana", "How much?")
    return {"channel_id": place.channel("practice"), "thread_ts": asked["ts"]}


async def status(place: Place, where: Json) -> Json:
    """What the thread says of the app."""
    answer = await place.ask("GET", f"channels/{where['channel_id']}/threads/{where['thread_ts']}?as=ana")
    return dict(answer["status"] or {})


async def work(place: Place, where: Json, **more: Any) -> Json:
    """The answer to the app's saying that it is at work."""
    return dict((await place.client.agents_sessions_setStatus(**where, status="processing", **more)).data)


async def press_stop(place: Place, where: Json, status: int = 200) -> Json:
    """What comes of Ana's Stop."""
    return await place.do("ana", "sessions/stop", status, channel=where["channel_id"], thread_ts=where["thread_ts"])


async def test_a_status_stands_until_the_app_replies(place: Place) -> None:
    where = await thread(place)
    await place.client.assistant_threads_setStatus(
        **where, status="is counting…", loading_messages=["Counting", "Still counting"]
    )
    told = await status(place, where)
    assert (told["status"], told["loading_messages"]) == ("is counting…", ["Counting", "Still counting"])
    await place.client.chat_postMessage(channel=where["channel_id"], thread_ts=where["thread_ts"], text="Thirty")
    told = await status(place, where)
    assert (told["status"], told["session"], told["loading_messages"]) == ("", "active", [])


async def test_a_status_goes_after_two_minutes(place: Place) -> None:
    where = await thread(place)
    await place.client.assistant_threads_setStatus(**where, status="is counting…")
    await place.ask("POST", "clock", advance=119)
    assert (await status(place, where))["status"] == "is counting…"
    await place.ask("POST", "clock", advance=2)
    assert (await status(place, where))["status"] == ""


async def test_a_status_is_taken_back_with_an_empty_one(place: Place) -> None:
    where = await thread(place)
    await place.client.assistant_threads_setStatus(**where, status="is counting…")
    await place.client.assistant_threads_setStatus(**where, status="")
    assert (await status(place, where))["status"] == ""


async def test_the_page_is_told_live(place: Place) -> None:
    where = await thread(place)
    async with place.web.get(f"{place.running.url}/sandbox/stream?as=ana") as live:
        await place.client.assistant_threads_setStatus(**where, status="is counting")
        told = b""
        while b"thread_status" not in told:
            told = await live.content.readline()
    assert b'"status": "is counting"' in told


async def test_title_and_prompts_stand_in_the_thread(place: Place) -> None:
    where = await thread(place)
    await place.client.assistant_threads_setTitle(**where, title="A used car")
    prompts = [{"title": "Begin", "message": "Let us begin."}]
    await place.client.assistant_threads_setSuggestedPrompts(**where, prompts=prompts, title="Try")
    told = await status(place, where)
    assert (told["title"], told["prompts"], told["prompts_title"]) == ("A used car", prompts, "Try")


@pytest.mark.parametrize("messages", [[], ["x"] * 11, ["x" * 51], [""], [5]])
async def test_loading_messages_are_one_to_ten_of_fifty_characters(place: Place, messages: list[Any]) -> None:
    where = await thread(place)
    call = place.client.assistant_threads_setStatus(**where, status="is counting…", loading_messages=messages)
    assert (await refused(call))["error"] == "invalid_arguments"


@pytest.mark.parametrize("prompts", [[], [{"title": "x"}], [{"title": "x", "message": "y"}] * 5])
async def test_prompts_are_one_to_four_with_title_and_message(place: Place, prompts: list[Json]) -> None:
    call = place.client.assistant_threads_setSuggestedPrompts(channel_id=place.channel("dm:ana"), prompts=prompts)
    assert (await refused(call))["error"] == "invalid_arguments"


async def test_a_session_has_a_title_from_its_beginning(place: Place) -> None:
    where = await thread(place)
    answer = await work(place, where, title="A used car", initiator_user_id=place.person("ana"))
    assert (answer["status"], answer["agent_status"], answer["title"]) == ("processing", "processing", "A used car")
    assert "warning" not in answer
    assert (await work(place, where, title="Another"))["title"] == "A used car"
    assert (await status(place, where))["status"] == "is working…"


async def test_an_icon_stays_until_null_takes_it_away(place: Place) -> None:
    where = await thread(place)
    await work(place, where, username="Seller", icon_emoji=":car:")
    assert (await status(place, where))["username"] == "Seller"
    await place.client.api_call(
        "agents.sessions.setStatus", json={**where, "status": "active", "username": None, "icon_emoji": None}
    )
    told = await status(place, where)
    assert (told["username"], told["icons"]) == (None, None)


async def test_stop_ends_the_streams_and_tells_the_app(place: Place) -> None:
    where = await thread(place)
    streaming = await place.client.chat_stream(
        channel=where["channel_id"],
        thread_ts=where["thread_ts"],
        recipient_team_id=place.running.team_id,
        recipient_user_id=place.person("ana"),
        buffer_size=1,
    )
    await streaming.append(markdown_text="Thirty")
    assert (await status(place, where))["stoppable"]
    await press_stop(place, where)
    await place.until(lambda: place.events("agent_session_stopped"))
    (stopped,) = place.events("agent_session_stopped")
    assert stopped["streaming_message_ts"] == [streaming.ts]
    assert (stopped["user"], stopped["thread_ts"]) == (place.person("ana"), where["thread_ts"])
    at = {"channel": where["channel_id"], "ts": streaming.ts}
    assert (await refused(place.client.chat_appendStream(**at, markdown_text="x")))["error"] == "stopped_by_user"
    assert (await refused(place.client.chat_stopStream(**at)))["error"] == "message_not_in_streaming_state"
    assert (await status(place, where))["session"] == "processing"
    await place.client.agents_sessions_setStatus(**where, status="active")
    assert (await press_stop(place, where, 409))["error"] == "not_processing"


async def test_the_end_of_a_stream_says_how_the_session_stands(place: Place) -> None:
    where = await thread(place)
    streaming = await place.client.chat_stream(
        channel=where["channel_id"],
        thread_ts=where["thread_ts"],
        recipient_team_id=place.running.team_id,
        recipient_user_id=place.person("ana"),
    )
    await streaming.stop(markdown_text="How much is it worth to you?", session_status="suspended")
    told = await status(place, where)
    assert (told["session"], told["status"]) == ("suspended", "")


async def test_without_the_subscription_there_is_a_warning_and_no_stop(tmp_path: Path) -> None:
    async with open_place(manifest=manifest_with(tmp_path, **AGENT)) as place:
        where = await thread(place)
        assert (await work(place, where))["warning"] == "missing_agent_session_stopped_event_subscription"
        assert not (await status(place, where))["stoppable"]
        assert (await press_stop(place, where, 409))["error"] == "not_stoppable"


async def test_a_person_names_a_session_and_the_app_is_told(place: Place) -> None:
    where = await thread(place)
    named = {"channel": where["channel_id"], "thread_ts": where["thread_ts"], "title": "Car"}
    assert (await place.do("ana", "sessions/title", 404, **named))["error"] == "session_not_found"
    await work(place, where)
    await place.do("ana", "sessions/title", **named)
    await place.until(lambda: place.events("agent_session_title_changed"))
    assert place.events("agent_session_title_changed")[0]["title"] == "Car"
    assert (await status(place, where))["title"] == "Car"


async def test_an_agent_hears_what_a_person_looks_at(place: Place) -> None:
    await place.do("ana", "sessions/context", channel="deals")
    await place.until(lambda: place.events("app_context_changed"))
    (event,) = place.events("app_context_changed")
    assert event["context"]["entities"][0]["value"] == place.channel("deals")
    assert (await place.do("ana", "sessions", 409))["error"] == "not_an_assistant"


async def test_an_assistant_answers_in_the_thread_that_a_person_opens(tmp_path: Path) -> None:
    events = ("assistant_thread_started", "assistant_thread_context_changed")
    manifest = manifest_with(tmp_path, ("assistant:write",), events, **ASSISTANT)
    async with open_place(manifest=manifest) as place:
        app = AsyncApp(client=place.client, signing_secret=place.running.signing_secret)
        assistant = AsyncAssistant()
        assistant.thread_started(_greet)
        assistant.user_message(_think)
        app.use(assistant)
        async with listening(place, app):
            opened = await place.do("ana", "sessions", channel="deals")
            where = {"channel_id": opened["channel"], "thread_ts": opened["thread_ts"]}
            await _comes(place, where, "prompts", [{"title": "Begin", "message": "Let us begin."}])
            await place.say("ana", "Let us begin.", "dm", thread_ts=opened["thread_ts"])
            await _comes(place, where, "status", "is thinking…")
            assert len((await place.do("ana", "sessions/context", channel="practice"))["delivered"]) == 1


async def _greet(set_suggested_prompts: AsyncSetSuggestedPrompts) -> None:
    await set_suggested_prompts(prompts=[{"title": "Begin", "message": "Let us begin."}])


async def _think(set_status: AsyncSetStatus) -> None:
    await set_status("is thinking…")


async def _comes(place: Place, where: Json, key: str, value: object) -> None:
    """Waits until the thread's status holds the value; fails after ten seconds."""
    async with asyncio.timeout(10):
        while (await status(place, where)).get(key) != value:  # noqa: ASYNC110 - the app answers in its own time
            await asyncio.sleep(0.01)
