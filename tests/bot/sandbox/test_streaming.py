"""Streamed messages: begun, added to and ended over the wire, and what the app and the page see of it."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from slack_sdk.models.messages.chunk import MarkdownTextChunk, PlanUpdateChunk, TaskUpdateChunk

from tests.bot.sandbox.place import Json, Place, app_for, listening, open_place, refused, section


@pytest.fixture
async def place() -> AsyncIterator[Place]:
    """A sandbox whose app listens."""
    async with open_place() as opened, listening(opened, app_for(opened)):
        yield opened


def stream(place: Place, thread_ts: str, **more: Any) -> Any:
    """The SDK's stream in a thread of #practice, to Ana."""
    return place.client.chat_stream(
        channel=place.channel("practice"),
        thread_ts=thread_ts,
        recipient_team_id=place.running.team_id,
        recipient_user_id=place.person("ana"),
        **more,
    )


async def begin(place: Place, **more: Any) -> Json:
    """The channel and timestamp of a stream that is under way."""
    asked = await place.say("ana", "How much?")
    streaming = await stream(place, asked["ts"], buffer_size=1, **more)
    answer = await streaming.append(markdown_text="Thirty")
    return {"channel": answer["channel"], "ts": answer["ts"]}


async def seen(place: Place, ts: str) -> Json:
    """The message as Ana sees it."""
    asked = (await place.seen("ana"))[0]
    return next(each for each in await place.thread("ana", asked["ts"]) if each["ts"] == ts)


def changes(place: Place) -> list[Json]:
    """The changed messages that the app has heard of."""
    return [event for event in place.events("message") if event.get("subtype") == "message_changed"]


async def test_the_sdk_streams_a_message_to_its_end(place: Place) -> None:
    asked = await place.say("ana", "How much?")
    streaming = await stream(place, asked["ts"], buffer_size=1)
    await streaming.append(markdown_text="**Thirty")
    message = await seen(place, streaming.ts)
    assert (message["text"], message["streaming_state"]) == ("**Thirty", "in_progress")
    await streaming.append(markdown_text=" thousand**")
    answer = await streaming.stop(
        blocks=[section("As discussed")], metadata={"event_type": "offer", "event_payload": {"id": 7}}
    )
    assert answer["message"]["text"] == "**Thirty thousand**"
    assert [block["type"] for block in answer["message"]["blocks"]] == ["markdown", "section"]
    assert answer["message"]["metadata"]["event_payload"] == {"id": 7}
    assert (await seen(place, streaming.ts))["streaming_state"] == "completed"


async def test_the_app_hears_of_an_empty_message_and_then_of_the_whole(place: Place) -> None:
    at = await begin(place)
    await place.client.chat_appendStream(**at, chunks=[MarkdownTextChunk(text=" thousand")])
    await place.client.chat_stopStream(**at)
    await place.until(lambda: changes(place))
    started = next(event for event in place.events("message") if event["ts"] == at["ts"])
    assert (started["text"], started["streaming_state"], "blocks" in started) == ("", "in_progress", False)
    (changed,) = changes(place)
    assert (changed["previous_message"]["text"], changed["previous_message"]["streaming_state"]) == ("", "in_progress")
    assert (changed["message"]["text"], changed["message"]["streaming_state"]) == ("Thirty thousand", "completed")


async def test_the_page_sees_every_addition(place: Place) -> None:
    async with place.web.get(f"{place.running.url}/sandbox/stream?as=ana") as live:
        at = await begin(place)
        await place.client.chat_stopStream(**at, chunks=[MarkdownTextChunk(text="!")])
        told = b""
        while b'"completed"' not in told:
            told += await live.content.readline()
    assert b'"text": "Thirty"' in told
    assert b'"text": "Thirty!"' in told


async def test_tasks_stand_among_the_text_in_a_timeline(place: Place) -> None:
    at = await begin(place)
    look = TaskUpdateChunk(id="look", title="Looking", status="in_progress", details="At prices")
    await place.client.chat_appendStream(**at, chunks=[look, MarkdownTextChunk(text="So:")])
    source = {"type": "url", "url": "https://example.test/prices", "text": "Prices"}
    done = TaskUpdateChunk(id="look", title="Looked", status="complete", details=" and terms", sources=[source])
    answer = await place.client.chat_stopStream(**at, chunks=[done])
    text, task, more = answer["message"]["blocks"]
    assert (text["text"], more["text"]) == ("Thirty", "So:")
    assert (task["task_id"], task["title"], task["status"]) == ("look", "Looked", "complete")
    assert task["details"]["elements"][0]["elements"][0]["text"] == "At prices and terms"
    assert task["sources"] == [source]


async def test_tasks_stand_together_in_a_plan(place: Place) -> None:
    at = await begin(place, task_display_mode="plan")
    chunks = [
        PlanUpdateChunk(title="Making an offer"),
        TaskUpdateChunk(id="a", title="Looking", status="complete"),
        TaskUpdateChunk(id="b", title="Counting", status="pending"),
    ]
    answer = await place.client.chat_stopStream(**at, chunks=chunks)
    plan = answer["message"]["blocks"][1]
    assert (plan["type"], plan["title"]) == ("plan", "Making an offer")
    assert [task["title"] for task in plan["tasks"]] == ["Looking", "Counting"]


async def test_blocks_come_as_chunks(place: Place) -> None:
    at = await begin(place)
    answer = await place.client.chat_stopStream(**at, chunks=[{"type": "blocks", "blocks": [section("Terms")]}])
    assert answer["message"]["blocks"][1]["text"]["text"] == "Terms"


async def test_a_stream_in_direct_messages_needs_no_recipient(place: Place) -> None:
    asked = await place.say("ana", "How much?", "dm")
    started = await place.client.chat_startStream(channel=place.channel("dm:ana"), thread_ts=asked["ts"])
    stopped = await place.client.chat_stopStream(channel=started["channel"], ts=started["ts"], markdown_text="Thirty")
    assert stopped["message"]["text"] == "Thirty"


async def test_a_stream_ends_by_itself_after_five_minutes(place: Place) -> None:
    await place.ask("POST", "clock", frozen=True)
    at = await begin(place)
    await place.ask("POST", "clock", advance=299)
    await place.client.chat_appendStream(**at, chunks=[MarkdownTextChunk(text=" thousand")])
    await place.ask("POST", "clock", advance=2)
    assert (await seen(place, at["ts"]))["streaming_state"] == "errored"
    late = place.client.chat_appendStream(**at, chunks=[MarkdownTextChunk(text="!")])
    assert (await refused(late))["error"] == "message_not_in_streaming_state"
    await place.client.chat_update(**at, text="Thirty thousand!")


async def test_a_stream_is_neither_updated_nor_deleted(place: Place) -> None:
    at = await begin(place)
    assert (await refused(place.client.chat_update(**at, text="x")))["error"] == "streaming_state_conflict"
    assert (await refused(place.client.chat_delete(**at)))["error"] == "cant_delete_message"
    await place.client.chat_stopStream(**at)
    await place.client.chat_update(**at, text="Forty")


@pytest.mark.parametrize(
    ("chunk", "said"),
    [
        ({"type": "task_update", "id": "a", "title": "A", "status": "tired"}, "status must be one of"),
        ({"type": "task_update", "title": "A", "status": "complete"}, "missing required field: id"),
        ({"type": "plan_update", "title": "x" * 257}, "title must be less than 257 characters"),
        ({"type": "task_update", "id": "a", "title": "A", "status": "complete", "sources": [{}]}, "must have a url"),
        ({"type": "markdown_text"}, "missing required field: text"),
        ("text", "type must be one of"),
    ],
)
async def test_a_malformed_chunk_is_refused_with_its_place(place: Place, chunk: object, said: str) -> None:
    at = await begin(place)
    answer = await refused(place.client.api_call("chat.appendStream", json={**at, "chunks": [chunk]}))
    assert answer["error"] == "invalid_chunks"
    (message,) = answer["response_metadata"]["messages"]
    assert said in message
    assert message.endswith("[json-pointer:/chunks/0]")


async def test_a_refused_chunk_adds_nothing(place: Place) -> None:
    at = await begin(place)
    chunks = [{"type": "markdown_text", "text": " thousand"}, {"type": "sofa"}]
    await refused(place.client.api_call("chat.appendStream", json={**at, "chunks": chunks}))
    assert (await seen(place, at["ts"]))["text"] == "Thirty"


async def test_a_stream_goes_on_in_a_loaded_snapshot_and_ends_in_its_time(place: Place) -> None:
    at = await begin(place)
    saved = await place.ask("GET", "snapshot")
    saved.pop("ok", None)
    await place.ask("POST", "reset")
    await place.ask("PUT", "snapshot", **saved)
    assert (await seen(place, at["ts"]))["streaming_state"] == "in_progress"
    await place.ask("POST", "clock", advance=301)
    assert (await seen(place, at["ts"]))["streaming_state"] == "errored"


async def test_a_stream_holds_no_more_text_than_a_message(place: Place) -> None:
    asked = await place.say("ana", "How much?")
    to = {"recipient_team_id": place.running.team_id, "recipient_user_id": place.person("ana")}
    channel = place.channel("practice")
    begun = await place.client.chat_startStream(channel=channel, thread_ts=asked["ts"], markdown_text="x" * 6000, **to)
    where = {"channel": channel, "ts": begun["ts"]}
    await place.client.chat_appendStream(**where, markdown_text="x" * 6000)
    for call in (place.client.chat_appendStream, place.client.chat_stopStream):
        assert (await refused(call(**where, markdown_text="x")))["error"] == "msg_too_long"
    answer = await place.client.chat_stopStream(**where)
    assert len(answer["message"]["text"]) == 12_000
