"""How models are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.llm.model_name import ModelName, Provider
from engine.llm.naming import parse_model_name
from engine.llm.troubles import BadModelName, SetUpTrouble


@pytest.mark.parametrize(
    ("text", "provider", "name"),
    [
        ("anthropic:claude-haiku-5-5", Provider.ANTHROPIC, "claude-haiku-5-5"),
        ("openai:gpt-5.2", Provider.OPENAI, "gpt-5.2"),
        ("openrouter:google/gemini-2.5-pro", Provider.OPENROUTER, "google/gemini-2.5-pro"),
        ("openrouter:google/gemma-3-27b-it:free", Provider.OPENROUTER, "google/gemma-3-27b-it:free"),
        ("openrouter:~anthropic/claude-latest", Provider.OPENROUTER, "~anthropic/claude-latest"),
        (" OpenAI:ft:gpt-4o:acme:sales:7p4lURel ", Provider.OPENAI, "ft:gpt-4o:acme:sales:7p4lURel"),
    ],
)
def test_a_name_is_the_provider_and_its_own_name(text: str, provider: Provider, name: str) -> None:
    assert parse_model_name(text) == ModelName(provider, name)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("gpt-5.2", "begin with who serves it: anthropic:, openai:, openrouter:"),
        ("", "begin with who serves it"),
        ("gemini:gemini-2.5-pro", "“gemini” is not known here.*OpenRouter, such as openrouter:google/gemini-2.5-pro"),
        ("openai:", "provider's own name"),
        ("openai: gpt 5", "without spaces"),
        ("openai:gpt-5\nX-Evil: 1", "without spaces"),
        ("openai:" + "x" * 200, "provider's own name"),
        ("openrouter:gemini-2.5-pro", "two parts"),
        ("openrouter:google/", "two parts"),
    ],
)
def test_anything_else_is_refused_in_plain_words(text: str, why: str) -> None:
    with pytest.raises(BadModelName, match=f"(?s){why}") as raised:
        parse_model_name(text)
    assert isinstance(raised.value, SetUpTrouble)
    assert len(str(raised.value)) < 400


PARTS = st.sampled_from(["openai", "OpenRouter", "gemini", ":", "/", "~", " ", "gpt-5.2", "\n", "é", "google"])


@given(st.lists(PARTS, max_size=6).map("".join))
def test_a_name_that_is_taken_is_read_the_same_again(text: str) -> None:
    try:
        model = parse_model_name(text)
    except BadModelName:
        return
    assert parse_model_name(str(model)) == model
