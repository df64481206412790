"""The port to the real providers. Nothing is loaded or connected before the first request to one of them."""

import asyncio
import gc
import sys
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from engine.llm.access import Access
from engine.llm.model_name import ModelName, Provider
from engine.llm.port import ModelReply, ModelRequest
from engine.llm.troubles import BadKey, NoKey, TimedOut
from engine.llm.usage import UNKNOWN

if TYPE_CHECKING:
    from engine.llm.calling import Line

ATTEMPT_SECONDS = 30.0


class Providers:
    """A port that sends each request to the provider in its model's name, once. `close` it at the end."""

    def __init__(self, access: Mapping[Provider, Access], seconds: float = ATTEMPT_SECONDS) -> None:
        self._access = access
        self._seconds = seconds
        self._lines: dict[Provider, Line] = {}
        self._opening = asyncio.Lock()

    async def complete(self, request: ModelRequest) -> ModelReply:
        """The reply, within the seconds of one attempt; ModelTrouble where there is none."""
        line = await self._line_to(request.model)
        try:
            async with asyncio.timeout(self._seconds):
                return await line.ask(request)
        except TimeoutError:
            raise TimedOut(request.model, spent=UNKNOWN) from None

    async def get_ready(self, models: Iterable[ModelName]) -> None:
        """Loads what these models need, so that nobody has to wait for it; ModelTrouble as for a request."""
        for model in models:
            await self._line_to(model)

    async def close(self) -> None:
        """Closes every connection; the port can be used again, and opens new ones then."""
        lines, self._lines = self._lines, {}
        for line in lines.values():
            await line.close()

    async def _line_to(self, model: ModelName) -> "Line":
        access = self._access_for(model)
        async with self._opening:
            line = self._lines.get(model.provider)
            if line is None:
                line = await asyncio.to_thread(_open, model.provider, access, self._seconds)
                self._lines[model.provider] = line
        return line

    def _access_for(self, model: ModelName) -> Access:
        access = self._access.get(model.provider)
        if access is None or not access.key:
            raise NoKey(model)
        if not access.key_can_be_sent:
            raise BadKey(model)
        return access


def _open(provider: Provider, access: Access, seconds: float) -> "Line":
    """A line to the provider. The first call loads the SDKs, for seconds, which is why it runs in a thread."""
    known = len(sys.modules)
    from engine.llm.calling import Line

    line = Line(provider, access, seconds)
    if len(sys.modules) > known:
        # What has been loaded stays: no collection need walk through it while somebody waits for an answer.
        gc.freeze()
    return line
