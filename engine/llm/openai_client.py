"""OpenAI's SDK, which OpenRouter is spoken to with as well, and the models of both over it. Importing this loads it."""

from openai import AsyncOpenAI, DefaultAioHttpClient, Timeout
from pydantic_ai.models import Model
from pydantic_ai.models.openai import OpenAIChatModel
from pydantic_ai.models.openrouter import OpenRouterModel
from pydantic_ai.providers.openai import OpenAIProvider
from pydantic_ai.providers.openrouter import OpenRouterProvider

from engine.llm.access import CONNECT_SECONDS, Access
from engine.llm.model_name import ModelName, Provider


class OpenAIClient:
    """The connections to OpenAI or OpenRouter. The SDK makes no retries: those are ours.

    It reads the OpenAI organisation from the environment; nobody else is told it.
    """

    def __init__(self, provider: Provider, access: Access, seconds: float) -> None:
        timeout = Timeout(seconds, connect=min(CONNECT_SECONDS, seconds))
        self._sdk = AsyncOpenAI(
            api_key=access.key,
            base_url=access.base_url,
            timeout=timeout,
            max_retries=0,
            http_client=DefaultAioHttpClient(),
        )
        if provider is Provider.OPENROUTER:
            self._sdk.organization = self._sdk.project = None

    def model(self, name: ModelName) -> Model:
        """The model as pydantic-ai knows it."""
        if name.provider is Provider.OPENROUTER:
            return OpenRouterModel(name.name, provider=OpenRouterProvider(openai_client=self._sdk))
        return OpenAIChatModel(name.name, provider=OpenAIProvider(openai_client=self._sdk))

    async def close(self) -> None:
        """Closes the connections."""
        await self._sdk.close()
