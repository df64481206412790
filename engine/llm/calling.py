"""One provider on the line. Importing this loads pydantic-ai; opening a line loads the provider's SDK."""

import asyncio
from typing import Protocol

from pydantic_ai.direct import model_request
from pydantic_ai.models import Model

from engine.llm.access import Access
from engine.llm.faults import WIRE_ERRORS, trouble_of
from engine.llm.model_name import ModelName, Provider
from engine.llm.port import ModelReply, ModelRequest
from engine.llm.quiet import hush
from engine.llm.wire import messages_of, parameters_of, reply_of, settings_of


class Client(Protocol):
    """The connections to a provider, and its models over them."""

    def model(self, name: ModelName) -> Model:
        """The model as pydantic-ai knows it."""
        ...

    async def close(self) -> None:
        """Closes the connections."""
        ...


class Line:
    """One provider, to be asked any number of attempts at a time."""

    def __init__(self, provider: Provider, access: Access, seconds: float) -> None:
        self._client = _open(provider, access, seconds)
        self._begins = asyncio.Lock()
        hush()

    async def ask(self, request: ModelRequest) -> ModelReply:
        """The reply to one attempt; CallTrouble where there is none.

        Of a crowd of attempts each is on its way before the next one is put together: what is sent first is answered
        while the others are still being sent.
        """
        async with self._begins:
            await asyncio.sleep(0)
        return await _asked(self._client.model(request.model), request)

    async def close(self) -> None:
        """Closes the connections."""
        await self._client.close()


async def _asked(model: Model, request: ModelRequest) -> ModelReply:
    """The reply of the model."""
    messages, settings, parameters = messages_of(request), settings_of(request), parameters_of(request, model)
    try:
        response = await model_request(
            model, messages, model_settings=settings, model_request_parameters=parameters, instrument=False
        )
    except WIRE_ERRORS as error:
        trouble = trouble_of(request.model, error)
    else:
        return reply_of(request, response)
    raise trouble


def _open(provider: Provider, access: Access, seconds: float) -> Client:
    """The provider's client; nothing is sent yet. Each SDK is loaded only where it is needed."""
    if provider is Provider.ANTHROPIC:
        from engine.llm.anthropic_client import AnthropicClient

        return AnthropicClient(access, seconds)
    from engine.llm.openai_client import OpenAIClient

    return OpenAIClient(provider, access, seconds)
