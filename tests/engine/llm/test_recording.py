"""Replies that are kept and given again."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from engine.llm.port import ModelReply, ModelRequest
from engine.llm.record_stores import FileRecords, MemoryRecords, UnreadableRecords
from engine.llm.recording import NotRecorded, Recorder, RecordStore, Replayer
from engine.llm.request_hash import request_hash
from engine.llm.scripted import Scripted
from engine.llm.troubles import Overloaded
from engine.llm.usage import Spent, Usage
from tests.engine.llm.requests import CANARY, REQUEST, Move

Opening = Callable[[], RecordStore]
STRUCTURED = replace(REQUEST, schema=Move)
REPLY = ModelReply("Too dear.", "claude-haiku-5-5", Spent(Usage(20, 10, 5, 3), None), attempts=2)


@pytest.fixture(params=["memory", "file"])
def opening(request: pytest.FixtureRequest, tmp_path: Path) -> Opening:
    """Opens the same store each time it is called: a file anew, as another process would."""
    memory = MemoryRecords()
    return (lambda: memory) if request.param == "memory" else lambda: FileRecords(tmp_path / "replies.jsonl")


async def record(store: RecordStore, request: ModelRequest, *replies: ModelReply | str | Move) -> None:
    """Asks so often, and keeps what comes."""
    recorder = Recorder(Scripted(replies), store)
    for _ in replies:
        await recorder.complete(request)


async def test_a_replay_is_the_same_reply_with_what_it_took(opening: Opening) -> None:
    await record(opening(), REQUEST, REPLY)
    assert await Replayer(opening()).complete(REQUEST) == REPLY


async def test_structured_output_comes_back_as_its_schema(opening: Opening) -> None:
    await record(opening(), STRUCTURED, Move(act="offer", price=7))
    assert (await Replayer(opening()).complete(STRUCTURED)).as_a(Move) == Move(act="offer", price=7)


async def test_another_request_is_not_recorded(opening: Opening) -> None:
    await record(opening(), REQUEST, REPLY)
    with pytest.raises(NotRecorded, match="prompt voice"):
        await Replayer(opening()).complete(STRUCTURED)


async def test_the_later_of_two_replies_counts(opening: Opening) -> None:
    await record(opening(), REQUEST, "One.", "Two.")
    assert (await Replayer(opening()).complete(REQUEST)).text == "Two."


async def test_a_failed_call_is_not_recorded(opening: Opening) -> None:
    with pytest.raises(Overloaded):
        await Recorder(Scripted([Overloaded(REQUEST.model)]), opening()).complete(REQUEST)
    assert await opening().find(request_hash(REQUEST)) is None


async def test_a_record_names_its_prompt_and_holds_nothing_of_the_conversation(tmp_path: Path) -> None:
    path = tmp_path / "replies.jsonl"
    await record(FileRecords(path), REQUEST, REPLY)
    kept = await FileRecords(path).find(request_hash(REQUEST))
    assert kept is not None
    assert (kept.prompt, kept.prompt_sha256, kept.purpose, kept.asked) == (
        "voice",
        "0" * 64,
        "voice",
        "anthropic:claude-haiku-5-5",
    )
    assert CANARY not in path.read_text()


async def test_many_at_once_each_keep_a_whole_line(tmp_path: Path) -> None:
    store = FileRecords(tmp_path / "replies.jsonl")
    recorder = Recorder(Scripted(lambda request: request.instructions), store)
    requests = [replace(REQUEST, instructions=f"Buyer {number}") for number in range(50)]
    await asyncio.gather(*map(recorder.complete, requests))
    replayer = Replayer(FileRecords(tmp_path / "replies.jsonl"))
    for request in requests:
        assert (await replayer.complete(request)).text == request.instructions


async def test_half_a_line_at_the_end_is_left_out_and_written_over(tmp_path: Path) -> None:
    path = tmp_path / "replies.jsonl"
    await record(FileRecords(path), REQUEST, REPLY)
    whole = path.read_text()
    path.write_text(whole + whole[: len(whole) // 2])
    await record(FileRecords(path), STRUCTURED, Move(act="greet"))
    replayer = Replayer(FileRecords(path))
    assert (await replayer.complete(REQUEST)).text == REPLY.text
    assert (await replayer.complete(STRUCTURED)).as_a(Move).act == "greet"
    assert len(path.read_text().splitlines()) == 2


async def test_a_file_of_something_else_is_refused_by_file_and_line(tmp_path: Path) -> None:
    path = tmp_path / "replies.jsonl"
    path.write_text('{"hello": 1}\n')
    with pytest.raises(UnreadableRecords, match=r"replies\.jsonl:1"):
        await Replayer(FileRecords(path)).complete(REQUEST)
