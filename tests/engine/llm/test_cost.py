"""What a call costs."""

from decimal import Decimal

import pytest

from engine.llm.cost import cost_of, micro_dollars, most_cost
from engine.llm.model_name import ModelName, Provider
from engine.llm.naming import parse_model_name
from engine.llm.usage import FREE, NOTHING, UNKNOWN, Spent, Usage
from tests.engine.llm.requests import REQUEST, request_to

HAIKU = ModelName(Provider.ANTHROPIC, "claude-haiku-4-5")


def test_tokens_in_and_out_are_priced_by_the_list() -> None:
    assert cost_of(HAIKU, "claude-haiku-4-5", Usage(input=1_000_000)) == 1_000_000
    assert cost_of(HAIKU, "claude-haiku-4-5", Usage(output=1_000_000)) == 5_000_000


def test_what_comes_from_the_cache_is_cheaper_and_what_goes_into_it_dearer() -> None:
    assert cost_of(HAIKU, "claude-haiku-4-5", Usage(input=1_000_000, cached_read=1_000_000)) == 100_000
    assert cost_of(HAIKU, "claude-haiku-4-5", Usage(input=1_000_000, cached_write=1_000_000)) == 1_250_000


def test_a_name_with_a_date_is_priced_as_the_model_that_was_asked_for() -> None:
    usage = Usage(input=1_000_000)
    assert cost_of(HAIKU, "claude-haiku-4-5-20251001", usage) == 1_000_000
    assert cost_of(HAIKU, "an-unheard-of-snapshot", usage) == 1_000_000


@pytest.mark.parametrize("name", ["openai:gpt-5.2", "anthropic:claude-haiku-5-5", "openrouter:google/gemini-2.5-pro"])
def test_models_of_every_provider_have_a_price(name: str) -> None:
    model = parse_model_name(name)
    assert cost_of(model, model.name, Usage(input=10, output=10))


def test_a_fraction_of_a_micro_dollar_is_a_whole_one() -> None:
    assert micro_dollars(Decimal("0.0000001")) == 1
    assert cost_of(HAIKU, "claude-haiku-4-5", Usage(input=1, cached_read=1)) == 1


@pytest.mark.parametrize(
    "name", ["openai:gpt-imaginary", "openrouter:nobody/knows", "openrouter:google/gemma-3-27b-it:free"]
)
def test_an_unknown_price_is_unknown_and_never_nothing(name: str) -> None:
    model = parse_model_name(name)
    assert cost_of(model, model.name, Usage(input=10, output=10)) is None


def test_usage_that_cannot_be_is_not_priced() -> None:
    assert cost_of(HAIKU, "claude-haiku-4-5", Usage(input=1, cached_read=10)) is None


def test_no_tokens_cost_nothing() -> None:
    assert cost_of(HAIKU, "claude-haiku-4-5", NOTHING) == 0


def test_the_sum_of_a_known_and_an_unknown_cost_is_unknown() -> None:
    assert Spent(Usage(1, 0, 0, 2), 3) + Spent(Usage(4, 1, 1, 5), 6) == Spent(Usage(5, 1, 1, 7), 9)
    assert (Spent(Usage(1), 3) + UNKNOWN).micro_dollars is None
    assert Spent(Usage(1), 3) + FREE == Spent(Usage(1), 3)


@pytest.mark.parametrize("name", ["openai:gpt-5.2", "anthropic:claude-haiku-4-5", "openrouter:google/gemini-2.5-pro"])
def test_the_most_that_a_request_can_cost_is_no_less_than_what_any_reply_to_it_does(name: str) -> None:
    model = parse_model_name(name)
    most, read = most_cost(request_to(model), 3_000), 3_000 - REQUEST.max_output_tokens
    assert most is not None
    for cached_read, cached_write in ((0, 0), (read, 0), (0, read), (read // 2, read // 2)):
        usage = Usage(read, cached_read, cached_write, REQUEST.max_output_tokens)
        assert (cost_of(model, model.name, usage) or 0) <= most


def test_the_most_that_a_request_can_cost_is_unknown_where_the_price_is() -> None:
    assert most_cost(request_to(parse_model_name("openai:gpt-imaginary")), 3_000) is None
