"""Leaves a provider alone that keeps failing, so that nobody waits for it: a rep gets the stock phrase at once."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from engine.llm.model_name import Provider
from engine.llm.port import ModelPort, ModelReply, ModelRequest
from engine.llm.troubles import PassingTrouble, Resting


@dataclass
class _Circuit:
    """How one provider does: its failures in a row, and until when it is left alone."""

    failures: int = 0
    until: float = 0.0


class Breaker:
    """A port over another one: after so many failures of a provider in a row, none is asked of it for some seconds.

    Then one request tries it; while that one is under way, the others still fail at once.
    """

    def __init__(
        self, port: ModelPort, failures: int = 5, seconds: float = 30.0, now: Callable[[], float] = time.monotonic
    ) -> None:
        self._port = port
        self._failures = failures
        self._seconds = seconds
        self._now = now
        self._circuits = {provider: _Circuit() for provider in Provider}

    async def complete(self, request: ModelRequest) -> ModelReply:
        """The other port's reply; Resting while the provider is left alone."""
        circuit = self._circuits[request.model.provider]
        if circuit.failures >= self._failures:
            if self._now() < circuit.until:
                raise Resting(request.model, why=str(circuit.failures))
            circuit.until = self._now() + self._seconds
        try:
            reply = await self._port.complete(request)
        except PassingTrouble:
            circuit.failures += 1
            circuit.until = self._now() + self._seconds
            raise
        circuit.failures = 0
        return reply
