"""Requests to ask with."""

from dataclasses import replace

from pydantic import BaseModel

from engine.llm.model_name import ModelName, Provider
from engine.llm.port import ModelRequest, Prompt, Turn

CANARY = "the-floor-is-23417"
"""Stands in the instructions and the conversation; it must be in no log and no error."""


class Move(BaseModel):
    """A structured answer."""

    act: str
    price: int | None = None


REQUEST = ModelRequest(
    model=ModelName(Provider.ANTHROPIC, "claude-haiku-5-5"),
    instructions=f"You are a buyer. {CANARY}",
    turns=(Turn("user", "Good morning"), Turn("assistant", "Hello"), Turn("user", f"25,000? {CANARY}")),
    max_output_tokens=200,
    prompt=Prompt("voice", "0" * 64),
    purpose="voice",
)


def request_to(model: ModelName, schema: type[BaseModel] | None = None) -> ModelRequest:
    """The same question to another model, for a text or for structured output."""
    return replace(REQUEST, model=model, schema=schema)
