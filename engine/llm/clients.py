"""The SDK clients, and pydantic-ai's models over them. Importing this loads them all, which takes seconds."""

from anthropic import AsyncAnthropic
from openai import AsyncOpenAI, Timeout
from pydantic_ai.models import Model
from pydantic_ai.models.anthropic import AnthropicModel
from pydantic_ai.models.openai import OpenAIChatModel
from pydantic_ai.models.openrouter import OpenRouterModel
from pydantic_ai.providers.anthropic import AnthropicProvider
from pydantic_ai.providers.openai import OpenAIProvider
from pydantic_ai.providers.openrouter import OpenRouterProvider

from engine.llm.access import Access
from engine.llm.model_name import ModelName, Provider

Client = AsyncAnthropic | AsyncOpenAI

CONNECT_SECONDS = 5


def open_client(provider: Provider, access: Access, seconds: float) -> Client:
    """A client of the provider; nothing is sent yet. It makes no retries: those are ours.

    The SDK reads the OpenAI organisation from the environment; nobody else is told it.
    """
    timeout = Timeout(seconds, connect=min(CONNECT_SECONDS, seconds))
    if provider is Provider.ANTHROPIC:
        return AsyncAnthropic(
            api_key=access.key, base_url=access.base_url, timeout=timeout, max_retries=0, open_telemetry=False
        )
    client = AsyncOpenAI(api_key=access.key, base_url=access.base_url, timeout=timeout, max_retries=0)
    if provider is Provider.OPENROUTER:
        client.organization = client.project = None
    return client


def model_over(client: Client, model: ModelName) -> Model:
    """The model as pydantic-ai knows it, over the client of its provider."""
    if isinstance(client, AsyncAnthropic):
        return AnthropicModel(model.name, provider=AnthropicProvider(anthropic_client=client))
    if model.provider is Provider.OPENROUTER:
        return OpenRouterModel(model.name, provider=OpenRouterProvider(openai_client=client))
    return OpenAIChatModel(model.name, provider=OpenAIProvider(openai_client=client))
