"""Whatever document a provider answers with, it ends as a reply or a trouble."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from aiohttp import web

from engine.llm.port import ModelPort, ModelReply, ModelRequest
from engine.llm.troubles import CallTrouble
from tests.engine.llm.dialects import ANTHROPIC, Dialect
from tests.engine.llm.requests import CANARY, Move, request_to
from tests.engine.llm.server import Answer, Server, gives, writes

pytestmark = pytest.mark.filterwarnings("ignore:Failed to extract usage")

ODD = (None, True, -1, 10**30, 0.5, "x", CANARY, [], [CANARY], {}, {"x": CANARY})
FULL = {
    "anthropic": {
        "input_tokens": 5,
        "output_tokens": 7,
        "cache_creation_input_tokens": 1,
        "cache_read_input_tokens": 2,
    },
    "openai": {"prompt_tokens": 5, "completion_tokens": 7, "total_tokens": 12},
    "openrouter": {"prompt_tokens": 5, "completion_tokens": 7, "cost": 0.01, "total_tokens": 12},
}


async def document(answer: Answer) -> Any:
    """The JSON that an answer holds."""
    response = await answer(None)  # type: ignore[arg-type]
    assert isinstance(response, web.Response)
    assert isinstance(response.body, bytes)
    return json.loads(response.body)


def variants(value: Any) -> Iterator[Any]:
    """The document with one place at a time odd or missing."""
    yield from ODD
    if isinstance(value, dict):
        for name, inner in value.items():
            yield {other: kept for other, kept in value.items() if other != name}
            yield from ({**value, name: odd} for odd in variants(inner))
    if isinstance(value, list):
        for place, inner in enumerate(value):
            yield from ([*value[:place], odd, *value[place + 1 :]] for odd in variants(inner))


async def test_any_one_oddity_in_an_answer_ends_as_a_reply_or_a_trouble(server: Server, dialect: Dialect) -> None:
    answer = dialect.says('{"act": "greet", "price": 3}', usage=FULL[dialect.provider])
    request = request_to(dialect.model, Move)
    port = dialect.port(server)
    replies = 0
    for odd in variants(await document(answer)):
        server.answers = [gives(odd)]
        outcome = await outcome_of(port, request)
        assert_is_sound(outcome, odd)
        replies += isinstance(outcome, ModelReply)
    await port.close()
    assert replies > 20


async def test_any_one_oddity_in_an_error_ends_as_a_trouble(server: Server, dialect: Dialect) -> None:
    port = dialect.port(server)
    for status in (400, 401, 403, 404, 429, 500, 529):
        for odd in variants(await document(dialect.error(status))):
            server.answers = [gives(odd, status)]
            outcome = await outcome_of(port, request_to(dialect.model))
            assert isinstance(outcome, CallTrouble), odd
            assert_is_sound(outcome, odd)
    await port.close()


async def test_numbers_that_json_has_not_end_as_a_trouble_or_a_reply(server: Server, dialect: Dialect) -> None:
    text = json.dumps(await document(dialect.says("Good.", usage=FULL[dialect.provider])))
    port = dialect.port(server)
    for number in ("NaN", "Infinity", "-Infinity", "1e400"):
        for place in (": 5", ": 0.01", ": 7"):
            server.answers = [writes(text.replace(place, f": {number}"))]
            assert_is_sound(await outcome_of(port, request_to(dialect.model)), number)
    await port.close()


async def test_statuses_that_no_provider_documents_end_as_a_trouble(server: Server) -> None:
    port = ANTHROPIC.port(server)
    for status in (201, 204, 300, 302, 304, 405, 409, 418, 422, 451, 511, 599):
        server.answers = [gives({"type": "error", "error": {"type": "odd", "message": CANARY}}, status)]
        outcome = await outcome_of(port, request_to(ANTHROPIC.model))
        assert isinstance(outcome, CallTrouble), status
        assert_is_sound(outcome, status)
    await port.close()


async def outcome_of(port: ModelPort, request: ModelRequest) -> ModelReply | CallTrouble:
    """The reply, or the trouble; anything else is raised."""
    try:
        return await port.complete(request)
    except CallTrouble as trouble:
        return trouble


def assert_is_sound(outcome: ModelReply | CallTrouble, odd: object) -> None:
    """A reply says something, a trouble does not quote, and counts are whole numbers from zero up."""
    usage, cost = outcome.spent.usage, outcome.spent.micro_dollars
    counts = (usage.input, usage.cached_read, usage.cached_write, usage.output)
    assert all(type(count) is int and count >= 0 for count in counts), (odd, usage)
    assert cost is None or (type(cost) is int and cost >= 0), (odd, cost)
    if isinstance(outcome, ModelReply):
        assert outcome.text, odd
        assert isinstance(outcome.model, str), odd
    else:
        assert CANARY not in str(outcome), odd
