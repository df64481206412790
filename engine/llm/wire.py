"""A request as pydantic-ai takes it, and its response as a reply. Importing this loads pydantic-ai."""

from copy import deepcopy
from decimal import Decimal
from typing import TYPE_CHECKING

from pydantic_ai.messages import (
    ModelMessage,
    ModelRequestPart,
    ModelResponse,
    TextPart,
    ToolCallPart,
    UserPromptPart,
)
from pydantic_ai.messages import ModelRequest as Asked
from pydantic_ai.models import Model, ModelRequestParameters
from pydantic_ai.output import OutputObjectDefinition
from pydantic_ai.settings import CacheConfig, ModelSettings
from pydantic_ai.tools import ToolDefinition

from engine.llm.answering import reply_to
from engine.llm.cost import cost_of, micro_dollars
from engine.llm.forms import schema_of
from engine.llm.model_name import Provider
from engine.llm.port import ModelReply, ModelRequest, Turn
from engine.llm.request_hash import fixed_part_hash
from engine.llm.troubles import Malformed, ProviderFailed, Refused
from engine.llm.usage import UNKNOWN, Spent, Usage

if TYPE_CHECKING:
    from pydantic_ai.models.openai import OpenAIChatModelSettings

FIXED_PART_ONLY = CacheConfig(messages=False)
"""Marks the instructions for the provider's cache, and not the conversation, which costs more to keep than it saves."""

MOST_TOKENS = 1 << 32
MOST_DOLLARS = 1 << 20
"""No call takes as much: a count or a sum from here on is nonsense."""


def messages_of(request: ModelRequest) -> list[ModelMessage]:
    """The conversation, with the instructions on the last message, where `pydantic_ai.direct` looks for them."""
    *earlier, last = request.turns
    final = Asked(parts=[UserPromptPart(last.text)], instructions=request.instructions or None)
    return [*map(_message_of, earlier), final]


def _message_of(turn: Turn) -> ModelMessage:
    if turn.speaker == "assistant":
        return ModelResponse(parts=[TextPart(turn.text)])
    parts: list[ModelRequestPart] = [UserPromptPart(turn.text)]
    return Asked(parts=parts)


def parameters_of(request: ModelRequest, model: Model) -> ModelRequestParameters:
    """How the output is asked for: as JSON of the schema where the model can be held to it, else as one tool's call."""
    if request.schema is None:
        return ModelRequestParameters()
    name, schema = request.schema.__name__, deepcopy(schema_of(request.schema))
    if model.profile.get("supports_json_schema_output"):
        form = OutputObjectDefinition(json_schema=schema, name=name, strict=True)
        return ModelRequestParameters(output_mode="native", output_object=form)
    tool = ToolDefinition(name=name, parameters_json_schema=schema, description="Gives the answer.", kind="output")
    return ModelRequestParameters(output_mode="tool", output_tools=[tool], allow_text_output=False)


def settings_of(request: ModelRequest) -> ModelSettings:
    """What goes with the request. Sampling parameters are never sent: recent models reject them."""
    settings: OpenAIChatModelSettings = {"max_tokens": request.max_output_tokens, "cache": FIXED_PART_ONLY}
    if request.effort == "least":
        settings["thinking"] = False
    if request.model.provider is Provider.OPENAI:
        settings["openai_prompt_cache_key"] = fixed_part_hash(request)
        settings["openai_store"] = False
    return settings


def reply_of(request: ModelRequest, response: ModelResponse) -> ModelReply:
    """The reply; Refused, Malformed or ProviderFailed where the response is none."""
    answered = _answered_by(request, response)
    spent = _spent_of(request, response, answered)
    if response.finish_reason == "content_filter":
        raise Refused(request.model, spent=spent)
    if response.finish_reason == "error":
        raise ProviderFailed(request.model, spent=spent)
    if response.finish_reason == "length":
        raise Malformed(request.model, spent=spent, why=f"it was cut off after {request.max_output_tokens} tokens")
    return reply_to(request, _text_of(response), answered, spent)


def _text_of(response: ModelResponse) -> str:
    calls = [part.args_as_json_str() for part in response.parts if isinstance(part, ToolCallPart)]
    texts: list[object] = [part.content for part in response.parts if isinstance(part, TextPart)]
    return calls[0] if calls else "".join(text for text in texts if isinstance(text, str))


def _answered_by(request: ModelRequest, response: ModelResponse) -> str:
    """The model's name as the provider gives it back, or as it was asked for where that is none."""
    told: object = response.model_name
    return told if isinstance(told, str) and told else request.model.name


def _spent_of(request: ModelRequest, response: ModelResponse, answered: str) -> Spent:
    """Tokens and cost, unknown where the provider counts nothing or nonsense.

    What the provider itself says that the call cost comes before the price list.
    """
    told = response.usage
    read: tuple[object, ...] = (told.input_tokens, told.cache_read_tokens, told.cache_write_tokens)
    counts = (*read, told.output_tokens)
    sound = [count for count in counts if isinstance(count, int) and 0 <= count < MOST_TOKENS]
    if len(sound) < len(counts) or not any(sound):
        return UNKNOWN
    usage = Usage(*sound)
    reported: object = (response.provider_details or {}).get("cost")
    if isinstance(reported, int | float) and 0 <= reported < MOST_DOLLARS:
        return Spent(usage, micro_dollars(Decimal(str(reported))))
    return Spent(usage, cost_of(request.model, answered, usage))
