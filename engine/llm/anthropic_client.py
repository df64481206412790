"""Anthropic's SDK, and its models over it. Importing this loads it, which takes seconds."""

from anthropic import AsyncAnthropic, DefaultAioHttpClient, Timeout
from pydantic_ai.models import Model
from pydantic_ai.models.anthropic import AnthropicModel
from pydantic_ai.providers.anthropic import AnthropicProvider

from engine.llm.access import CONNECT_SECONDS, Access
from engine.llm.model_name import ModelName


class AnthropicClient:
    """The connections to Anthropic. The SDK makes no retries: those are ours."""

    def __init__(self, access: Access, seconds: float) -> None:
        timeout = Timeout(seconds, connect=min(CONNECT_SECONDS, seconds))
        self._sdk = AsyncAnthropic(
            api_key=access.key,
            base_url=access.base_url,
            timeout=timeout,
            max_retries=0,
            open_telemetry=False,
            http_client=DefaultAioHttpClient(),
        )

    def model(self, name: ModelName) -> Model:
        """The model as pydantic-ai knows it."""
        return AnthropicModel(name.name, provider=AnthropicProvider(anthropic_client=self._sdk))

    async def close(self) -> None:
        """Closes the connections."""
        await self._sdk.close()
