"""One provider on the line. Importing this loads pydantic-ai and the SDKs."""

from pydantic_ai.direct import model_request

from engine.llm.access import Access
from engine.llm.clients import model_over, open_client
from engine.llm.faults import WIRE_ERRORS, trouble_of
from engine.llm.model_name import Provider
from engine.llm.port import ModelReply, ModelRequest
from engine.llm.quiet import hush
from engine.llm.wire import messages_of, parameters_of, reply_of, settings_of


class Line:
    """The connections to one provider."""

    def __init__(self, provider: Provider, access: Access, seconds: float) -> None:
        hush()
        self._client = open_client(provider, access, seconds)

    async def ask(self, request: ModelRequest) -> ModelReply:
        """The reply to one attempt; CallTrouble where there is none."""
        model = model_over(self._client, request.model)
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

    async def close(self) -> None:
        """Closes the connections."""
        await self._client.close()
