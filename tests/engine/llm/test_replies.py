"""What comes back over the wire."""

from typing import Any

import pytest

from engine.llm.port import ModelReply
from engine.llm.usage import Usage
from tests.engine.llm.dialects import ANTHROPIC, OPENAI, OPENROUTER, Dialect, completion
from tests.engine.llm.requests import Move, request_to
from tests.engine.llm.server import Answer, Server


async def reply(server: Server, dialect: Dialect, answer: Answer, structured: bool = False) -> ModelReply:
    """The port's reply when the provider answers this."""
    server.answers = [answer]
    port = dialect.port(server)
    given = await port.complete(request_to(dialect.model, Move if structured else None))
    await port.close()
    return given


async def test_a_text_comes_back_with_who_answered(server: Server, dialect: Dialect) -> None:
    given = await reply(server, dialect, dialect.says(" Too dear for me.\n"))
    assert given.text == "Too dear for me."
    assert given.model in {"claude-haiku-5-5", "gpt-5.2-2025-12-11", "google/gemini-2.5-pro"}
    assert given.attempts == 1
    assert given.data is None


async def test_structured_output_is_read_by_its_schema(server: Server, dialect: Dialect) -> None:
    given = await reply(server, dialect, dialect.says('{"act": "offer", "price": 24000}'), structured=True)
    assert given.as_a(Move) == Move(act="offer", price=24000)
    with pytest.raises(TypeError, match="not a Other"):
        given.as_a(type("Other", (Move,), {}))


@pytest.mark.parametrize(
    ("dialect", "told", "usage"),
    [
        (
            ANTHROPIC,
            {
                "input_tokens": 50,
                "cache_creation_input_tokens": 200,
                "cache_read_input_tokens": 1000,
                "output_tokens": 30,
            },
            Usage(1250, 1000, 200, 30),
        ),
        (
            OPENAI,
            {
                "prompt_tokens": 1200,
                "completion_tokens": 40,
                "total_tokens": 1240,
                "prompt_tokens_details": {"cached_tokens": 1024},
                "completion_tokens_details": {"reasoning_tokens": 16},
            },
            Usage(1200, 1024, 0, 40),
        ),
        (
            OPENROUTER,
            {
                "prompt_tokens": 900,
                "completion_tokens": 20,
                "total_tokens": 920,
                "prompt_tokens_details": {"cached_tokens": 600, "cache_write_tokens": 100},
            },
            Usage(900, 600, 100, 20),
        ),
    ],
    ids=["anthropic", "openai", "openrouter"],
)
async def test_tokens_are_counted_with_those_of_the_cache(
    server: Server, dialect: Dialect, told: dict[str, Any], usage: Usage
) -> None:
    given = await reply(server, dialect, dialect.says("Good.", usage=told))
    assert given.spent.usage == usage
    assert given.spent.micro_dollars


async def test_what_openrouter_says_that_a_call_cost_comes_before_the_price_list(server: Server) -> None:
    told = {"prompt_tokens": 900, "completion_tokens": 20, "total_tokens": 920, "cost": 0.00123449}
    given = await reply(server, OPENROUTER, OPENROUTER.says("Good.", usage=told))
    assert given.spent.micro_dollars == 1235


async def test_the_cost_of_a_model_that_nobody_knows_is_unknown_and_not_nothing(server: Server) -> None:
    server.answers = [completion("Good.", model="gpt-imaginary")]
    port = OPENAI.port(server)
    given = await port.complete(request_to(OPENAI.model._replace(name="gpt-imaginary")))
    await port.close()
    assert given.spent.usage.total == 29
    assert given.spent.micro_dollars is None


async def test_a_reply_holds_nothing_that_a_database_refuses(server: Server, dialect: Dialect) -> None:
    given = await reply(server, dialect, dialect.says("Good \ud83d\ude00 \ud83d day\0."))
    assert given.text == "Good 😀 � day�."


async def test_thoughts_are_no_part_of_the_reply(server: Server) -> None:
    content = [
        {"type": "thinking", "thinking": "My limit is 23,417.", "signature": "c2ln"},
        {"type": "text", "text": "Too dear."},
    ]
    assert (await reply(server, ANTHROPIC, ANTHROPIC.says(content=content))).text == "Too dear."


async def test_a_port_serves_several_providers_at_once_and_again_after_it_was_closed(server: Server) -> None:
    server.answers = [OPENAI.says("One.")]
    port = OPENAI.port(server)
    for _ in range(2):
        assert (await port.complete(request_to(OPENAI.model))).text == "One."
        await port.close()
