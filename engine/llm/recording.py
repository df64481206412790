"""Keeps replies by the hash of their request, and gives them again without a provider."""

from typing import Protocol

from pydantic import BaseModel, ConfigDict

from engine.llm.answering import reply_to
from engine.llm.port import ModelPort, ModelReply, ModelRequest
from engine.llm.request_hash import request_hash
from engine.llm.troubles import ModelTrouble
from engine.llm.usage import Spent, Usage


class Record(BaseModel):
    """One reply as it is kept. Of the request there is only its hash, and which prompt it was made from."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    request: str
    prompt: str
    prompt_sha256: str
    purpose: str
    asked: str
    answered: str
    text: str
    input: int
    cached_read: int
    cached_write: int
    output: int
    micro_dollars: int | None
    attempts: int


class RecordStore(Protocol):
    """Where records are kept. Of two for the same request the later one counts."""

    async def keep(self, record: Record) -> None:
        """Keeps the record."""
        ...

    async def find(self, request: str) -> Record | None:
        """The record of the request with this hash, if there is one."""
        ...


class NotRecorded(ModelTrouble):
    """A replay came to a request that was never recorded."""

    def __init__(self, request: ModelRequest) -> None:
        super().__init__(
            f"No reply of {request.model} is recorded for this request (prompt {request.prompt.name}): "
            "the conversation, the prompt or the model is not the recorded one."
        )


class Recorder:
    """A port that asks another one and keeps every reply."""

    def __init__(self, port: ModelPort, store: RecordStore) -> None:
        self._port = port
        self._store = store

    async def complete(self, request: ModelRequest) -> ModelReply:
        """The other port's reply, once it is kept."""
        reply = await self._port.complete(request)
        await self._store.keep(record_of(request, reply))
        return reply


class Replayer:
    """A port that gives recorded replies only."""

    def __init__(self, store: RecordStore) -> None:
        self._store = store

    async def complete(self, request: ModelRequest) -> ModelReply:
        """The recorded reply, with what it took when it was recorded; NotRecorded where there is none."""
        record = await self._store.find(request_hash(request))
        if record is None:
            raise NotRecorded(request)
        return reply_from(request, record)


def record_of(request: ModelRequest, reply: ModelReply) -> Record:
    """The reply as it is kept."""
    usage = reply.spent.usage
    return Record(
        request=request_hash(request),
        prompt=request.prompt.name,
        prompt_sha256=request.prompt.sha256,
        purpose=request.purpose,
        asked=str(request.model),
        answered=reply.model,
        text=reply.text,
        input=usage.input,
        cached_read=usage.cached_read,
        cached_write=usage.cached_write,
        output=usage.output,
        micro_dollars=reply.spent.micro_dollars,
        attempts=reply.attempts,
    )


def reply_from(request: ModelRequest, record: Record) -> ModelReply:
    """The kept reply, read again by the request's schema."""
    usage = Usage(record.input, record.cached_read, record.cached_write, record.output)
    reply = reply_to(request, record.text, record.answered, Spent(usage, record.micro_dollars))
    return ModelReply(reply.text, reply.model, reply.spent, reply.data, record.attempts)
