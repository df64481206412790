"""What goes over the wire."""

from dataclasses import replace
from typing import Any

import pytest

from engine.llm.model_name import ModelName, Provider
from engine.llm.request_hash import fixed_part_hash
from tests.engine.llm.dialects import ANTHROPIC, KEYS, OPENAI, OPENROUTER, Dialect
from tests.engine.llm.requests import Move, request_to
from tests.engine.llm.server import Asked, Server

SAMPLING = ("temperature", "top_p", "top_k", "seed", "presence_penalty", "frequency_penalty", "logit_bias")


async def asked(server: Server, dialect: Dialect, **changes: Any) -> Asked:
    """What the provider was asked for the usual question with these changes."""
    request = replace(request_to(dialect.model), **changes)
    server.answers = [dialect.says('{"act": "greet", "price": null}')]
    port = dialect.port(server)
    await port.complete(request)
    await port.close()
    assert len(server.asked) == 1
    return server.asked[0]


async def test_the_request_goes_to_the_provider_s_path_with_its_key(server: Server, dialect: Dialect) -> None:
    seen = await asked(server, dialect)
    assert seen.path == dialect.path
    assert seen.headers["Authorization"] == f"Bearer {KEYS[dialect.provider]}"
    assert seen.body["model"] == dialect.model.name
    assert not seen.body["stream"]


async def test_no_sampling_parameter_is_ever_sent(server: Server, dialect: Dialect) -> None:
    for schema in (None, Move):
        server.asked.clear()
        seen = await asked(server, dialect, schema=schema)
        assert not set(SAMPLING) & set(seen.body)


async def test_the_turns_arrive_in_order_and_whole(server: Server, dialect: Dialect) -> None:
    seen = await asked(server, dialect)
    turns = [message for message in seen.body["messages"] if message["role"] != "system"]
    assert [message["role"] for message in turns] == ["user", "assistant", "user"]
    assert [text_of(message) for message in turns] == [turn.text for turn in request_to(dialect.model).turns]


async def test_anthropic_marks_the_fixed_part_and_nothing_else(server: Server) -> None:
    seen = await asked(server, ANTHROPIC)
    [block] = seen.body["system"]
    assert block["text"] == request_to(ANTHROPIC.model).instructions
    assert block["cache_control"]["type"] == "ephemeral"
    assert "cache_control" not in str(seen.body["messages"])
    assert "cache_control" not in seen.body


async def test_openai_is_given_one_cache_key_for_one_fixed_part(server: Server) -> None:
    first = await asked(server, OPENAI)
    server.asked.clear()
    changed = await asked(server, OPENAI, instructions="You are another buyer.")
    assert first.body["prompt_cache_key"] == fixed_part_hash(request_to(OPENAI.model))
    assert changed.body["prompt_cache_key"] != first.body["prompt_cache_key"]
    assert len(first.body["prompt_cache_key"]) <= 64


async def test_openai_s_later_models_get_a_mark_after_the_fixed_part(server: Server) -> None:
    seen = await asked(server, OPENAI, model=ModelName(Provider.OPENAI, "gpt-5.6"))
    [part] = seen.body["messages"][0]["content"]
    assert part["prompt_cache_breakpoint"] == {"mode": "explicit"}


@pytest.mark.parametrize(("dialect", "told"), [(OPENAI, "org-1"), (OPENROUTER, None)], ids=["openai", "openrouter"])
async def test_only_openai_is_told_the_organisation_there(
    server: Server, monkeypatch: pytest.MonkeyPatch, dialect: Dialect, told: str | None
) -> None:
    monkeypatch.setenv("OPENAI_ORG_ID", "org-1")
    monkeypatch.setenv("OPENAI_PROJECT_ID", "proj-1")
    headers = (await asked(server, dialect)).headers
    assert headers.get("OpenAI-Organization") == told
    assert ("OpenAI-Project" in headers) is (told is not None)


@pytest.mark.parametrize(
    "variable", ["ANTHROPIC_AUTH_TOKEN", "ANTHROPIC_BASE_URL", "OPENAI_BASE_URL", "OPENAI_API_KEY"]
)
async def test_the_environment_changes_neither_key_nor_address(
    server: Server, monkeypatch: pytest.MonkeyPatch, dialect: Dialect, variable: str
) -> None:
    monkeypatch.setenv(variable, "http://127.0.0.1:1")
    seen = await asked(server, dialect)
    assert seen.headers["Authorization"] == f"Bearer {KEYS[dialect.provider]}"


async def test_openai_is_told_to_keep_nothing(server: Server) -> None:
    assert (await asked(server, OPENAI)).body["store"] is False


@pytest.mark.parametrize("name", ["google/gemini-2.5-pro", "anthropic/claude-haiku-5.5"])
async def test_openrouter_marks_the_fixed_part_for_claude_and_gemini(server: Server, name: str) -> None:
    seen = await asked(server, OPENROUTER, model=ModelName(Provider.OPENROUTER, name))
    [part] = seen.body["messages"][0]["content"]
    assert part["cache_control"]["type"] == "ephemeral"
    assert "cache_control" not in str(seen.body["messages"][1:])


async def test_the_most_output_is_named_as_each_provider_names_it(server: Server, dialect: Dialect) -> None:
    field = "max_completion_tokens" if dialect is OPENAI else "max_tokens"
    assert (await asked(server, dialect)).body[field] == 200


@pytest.mark.parametrize(
    ("dialect", "name", "field", "value"),
    [
        (ANTHROPIC, "claude-opus-5", "thinking", {"type": "disabled"}),
        (OPENAI, "gpt-5.2", "reasoning_effort", "none"),
        (OPENAI, "gpt-5-mini", "reasoning_effort", "minimal"),
        (OPENROUTER, "google/gemini-2.5-flash", "reasoning", {"effort": "none"}),
    ],
)
async def test_a_model_is_asked_to_think_as_little_as_it_can(
    server: Server, dialect: Dialect, name: str, field: str, value: object
) -> None:
    model = ModelName(dialect.provider, name)
    assert (await asked(server, dialect, model=model)).body[field] == value
    server.asked.clear()
    assert field not in (await asked(server, dialect, model=model, effort="usual")).body


async def test_models_that_do_not_think_are_sent_nothing_about_it(server: Server) -> None:
    seen = await asked(server, OPENAI, model=ModelName(Provider.OPENAI, "gpt-4o"))
    assert "reasoning_effort" not in seen.body


async def test_structured_output_is_asked_for_by_the_provider_s_own_means(server: Server, dialect: Dialect) -> None:
    body = (await asked(server, dialect, schema=Move)).body
    form = body["output_config"]["format"] if dialect is ANTHROPIC else body["response_format"]
    assert form["type"] == "json_schema"
    schema = form["schema"] if dialect is ANTHROPIC else form["json_schema"]["schema"]
    assert set(schema["properties"]) == {"act", "price"}
    assert "tools" not in body


async def test_a_model_that_cannot_be_held_to_a_schema_is_given_a_tool_that_it_must_use(server: Server) -> None:
    function = {"name": "Move", "arguments": '{"act": "offer", "price": 7}'}
    call = {"id": "call_1", "type": "function", "function": function}
    server.answers = [OPENROUTER.says(None, "tool_calls", tool_calls=[call])]
    port = OPENROUTER.port(server)
    reply = await port.complete(request_to(ModelName(Provider.OPENROUTER, "mistralai/mistral-large"), Move))
    await port.close()
    body = server.asked[0].body
    assert body["tool_choice"] == "required"
    assert [tool["function"]["name"] for tool in body["tools"]] == ["Move"]
    assert "response_format" not in body
    assert reply.as_a(Move) == Move(act="offer", price=7)


def text_of(message: dict[str, Any]) -> str:
    """The text of a message, whether it is written as text or as blocks."""
    content = message["content"]
    return content if isinstance(content, str) else "".join(block["text"] for block in content)
