"""What is asked of a model, and what comes back: the one way in and out, whoever serves it."""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple, Protocol, TypeVar

from pydantic import BaseModel

from engine.llm.model_name import ModelName
from engine.llm.usage import Spent

Speaker = Literal["user", "assistant"]
Effort = Literal["least", "usual"]
"""How much a model may think before it answers: as little as it can, or as it does by itself. Thoughts are output."""

Data = TypeVar("Data", bound=BaseModel)


class Turn(NamedTuple):
    """One thing said in the conversation that the model is to go on with."""

    speaker: Speaker
    text: str


class Prompt(NamedTuple):
    """Which prompt the instructions were made from, and the SHA-256 of its text."""

    name: str
    sha256: str


@dataclass(frozen=True)
class ModelRequest:
    """One question to a model. `instructions` are the fixed part, kept in the provider's cache between requests.

    `purpose` ("voice", "read") and `prompt` say what the call was for; they decide nothing about the reply.
    What is said does not show in a representation.
    ValueError where nothing is said, the last word is not the user's, or no output is allowed.
    """

    model: ModelName
    instructions: str = field(repr=False)
    turns: tuple[Turn, ...] = field(repr=False)
    max_output_tokens: int
    prompt: Prompt
    purpose: str
    schema: type[BaseModel] | None = None
    effort: Effort = "least"

    def __post_init__(self) -> None:
        if not self.turns or self.turns[-1].speaker != "user":
            raise ValueError("The last turn of a request is the user's.")
        if not all(turn.text.strip() for turn in self.turns):
            raise ValueError("A turn of a request says something.")
        if self.max_output_tokens < 1:
            raise ValueError("A request allows at least one token of output.")


@dataclass(frozen=True)
class ModelReply:
    """What a model answered. `model` is its name as the provider gave it back; `spent` includes failed attempts."""

    text: str = field(repr=False)
    model: str
    spent: Spent
    data: BaseModel | None = field(default=None, repr=False)
    attempts: int = 1

    def as_a(self, schema: type[Data]) -> Data:
        """The structured output, as the schema that the request asked for; TypeError where it asked for another."""
        if not isinstance(self.data, schema):
            raise TypeError(f"The reply is not a {schema.__name__}.")
        return self.data


class ModelPort(Protocol):
    """Whoever answers requests: a provider, a script, a recording, or one of these with retries around it."""

    async def complete(self, request: ModelRequest) -> ModelReply:
        """The reply; ModelTrouble where there is none."""
        ...
