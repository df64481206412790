"""Which model is asked: who serves it, and what they call it."""

from enum import StrEnum
from typing import NamedTuple


class Provider(StrEnum):
    """Who can be asked. The value is what stands before the colon in a model's name."""

    ANTHROPIC = "anthropic"
    OPENAI = "openai"
    OPENROUTER = "openrouter"

    @property
    def known_as(self) -> str:
        """How people write the provider's name."""
        return _KNOWN_AS[self]

    @property
    def key_variable(self) -> str:
        """The environment variable that holds the key."""
        return f"{self.name}_API_KEY"


_KNOWN_AS = {Provider.ANTHROPIC: "Anthropic", Provider.OPENAI: "OpenAI", Provider.OPENROUTER: "OpenRouter"}


class ModelName(NamedTuple):
    """A model of a provider, by the name that the provider gives it."""

    provider: Provider
    name: str

    def __str__(self) -> str:
        return f"{self.provider}:{self.name}"
