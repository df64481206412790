"""One provider on the line. Importing this loads pydantic-ai; opening a line loads the provider's SDK."""

from functools import partial
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


CROWD = 25
"""Calls that a client has under way before another one is opened: what its pool of connections takes for each call
grows with all that are under way in it."""
MOST_CLIENTS = 8


class Line:
    """One provider, to be asked any number of attempts at a time. A few calls share one client; a crowd has several."""

    def __init__(self, provider: Provider, access: Access, seconds: float) -> None:
        self._another = partial(_open, provider, access, seconds)
        self._clients = [self._another()]
        self._under_way = [0]
        hush()

    @property
    def clients(self) -> int:
        """How many clients are open."""
        return len(self._clients)

    async def ask(self, request: ModelRequest) -> ModelReply:
        """The reply to one attempt; CallTrouble where there is none."""
        place = self._free_place()
        self._under_way[place] += 1
        try:
            return await _asked(self._clients[place].model(request.model), request)
        finally:
            self._under_way[place] -= 1

    def _free_place(self) -> int:
        """The first client that is not crowded; a new one where all are, or the least crowded at the end of it."""
        place = next((at for at, calls in enumerate(self._under_way) if calls < CROWD), None)
        if place is None and len(self._clients) < MOST_CLIENTS:
            self._clients.append(self._another())
            self._under_way.append(0)
            return len(self._clients) - 1
        return self._under_way.index(min(self._under_way)) if place is None else place

    async def close(self) -> None:
        """Closes the connections."""
        for client in self._clients:
            await client.close()


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
