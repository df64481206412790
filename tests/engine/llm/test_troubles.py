"""What people read when there is no reply, and what the documents say that they read."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from engine.llm.naming import parse_model_name
from engine.llm.troubles import (
    BadModelName,
    CallTrouble,
    ModelTrouble,
    NoCredit,
    OverBudget,
    Overloaded,
    PassingTrouble,
    SetUpTrouble,
)

PAGE = Path(__file__).parents[3] / "docs" / "models.md"
MODELS = [parse_model_name(name) for name in ("anthropic:claude-haiku-5-5", "openai:gpt-5.2", "openai:gpt-9")]
WHY = ("it is empty", "5")


def kinds_of(kind: type[CallTrouble]) -> Iterator[type[CallTrouble]]:
    """Every trouble with words of its own."""
    if "words" in vars(kind) and kind is not CallTrouble:
        yield kind
    for narrower in kind.__subclasses__():
        yield from kinds_of(narrower)


KINDS = sorted(set(kinds_of(CallTrouble)), key=lambda kind: kind.__name__)


def written() -> list[str]:
    """The beginnings of what is said, as the page's table quotes them."""
    return [quote.removesuffix(" …") for quote in re.findall(r"^\| \*([^*]+)\*", PAGE.read_text(), re.MULTILINE)]


def said() -> list[str]:
    """All that can be said of these models."""
    of_calls = [str(kind(model, why=why)) for kind in KINDS for model in MODELS for why in WHY]
    with pytest.raises(BadModelName) as bad:
        parse_model_name("gpt-5.2")
    return [*of_calls, str(bad.value), str(OverBudget("for one person and day", datetime(2026, 11, 29, tzinfo=UTC)))]


def test_the_page_quotes_what_is_really_said() -> None:
    texts = said()
    assert len(written()) > 14
    for quote in written():
        assert any(text.startswith(quote) for text in texts), quote


@pytest.mark.parametrize("kind", KINDS)
def test_every_trouble_is_on_the_page(kind: type[CallTrouble]) -> None:
    texts = [str(kind(model, why=why)) for model in MODELS for why in WHY]
    assert any(text.startswith(quote) for text in texts for quote in written())


@pytest.mark.parametrize("kind", KINDS)
def test_a_trouble_speaks_in_whole_sentences_without_gaps(kind: type[CallTrouble]) -> None:
    text = str(kind(MODELS[0], why="it is empty"))
    assert text.endswith(".")
    assert text[0].isupper() or text.startswith("claude")
    assert not re.search(r"[{}]|  ", text)
    assert "Anthropic" in text or "claude-haiku-5-5" in text


@pytest.mark.parametrize("kind", KINDS)
def test_a_trouble_is_for_one_to_act_on(kind: type[CallTrouble]) -> None:
    assert issubclass(kind, ModelTrouble)
    assert not (issubclass(kind, SetUpTrouble) and issubclass(kind, PassingTrouble))


def test_in_short_a_trouble_says_what_happened_without_advice() -> None:
    assert Overloaded(MODELS[0]).in_short == "Anthropic is overloaded at the moment"
    assert "Add credit" not in NoCredit(MODELS[0]).in_short
    assert OverBudget("for this run", None).in_short.endswith("It does not come back")
