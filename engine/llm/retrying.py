"""Asks again where that can help, by category, within one deadline for all attempts.

The pauses double and are spread by the request's hash: many requests that fail at once do not come back at once, and
the same request pauses the same way every time.
"""

import asyncio
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import NamedTuple

from engine.llm.port import ModelPort, ModelReply, ModelRequest
from engine.llm.request_hash import request_hash
from engine.llm.troubles import (
    CallTrouble,
    Malformed,
    Overloaded,
    ProviderFailed,
    RateLimited,
    TimedOut,
    Unreachable,
)
from engine.llm.usage import FREE, UNKNOWN
from engine.seed import draw_range

AGAIN: dict[type[CallTrouble], int] = {
    Overloaded: 3,
    RateLimited: 3,
    ProviderFailed: 3,
    Unreachable: 3,
    TimedOut: 1,
    Malformed: 1,
}
"""How often each trouble may be met with another attempt. What is not here is never tried again: a missing key, an
empty account, an unknown model and a refusal are the same the second time."""


class Patience(NamedTuple):
    """Seconds for all attempts together, how many there may be, and the first pause and the longest in milliseconds."""

    seconds: float = 45.0
    attempts: int = 4
    first_ms: int = 500
    longest_ms: int = 8_000


PATIENCE = Patience()


class Retrying:
    """A port that asks another one, more than once where that can help. Time and sleep are given to it."""

    def __init__(
        self,
        port: ModelPort,
        patience: Patience = PATIENCE,
        now: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._port = port
        self._patience = patience
        self._now = now
        self._sleep = sleep

    async def complete(self, request: ModelRequest) -> ModelReply:
        """The first good reply, with what all attempts took; the last trouble where there is none."""
        ends = self._now() + self._patience.seconds
        spent, met = FREE, Counter[type[CallTrouble]]()
        while True:
            attempt = met.total() + 1
            try:
                reply = await self._attempt(request, ends)
            except CallTrouble as trouble:
                failed = trouble
            else:
                return replace(reply, spent=spent + reply.spent, attempts=attempt)
            spent, failed.attempts = spent + failed.spent, attempt
            failed.spent = spent
            met[type(failed)] += 1
            pause = pause_before(request, failed, attempt, self._patience)
            if not self._may_go_on(met, failed) or self._now() + pause >= ends:
                raise failed
            await self._sleep(pause)

    def _may_go_on(self, met: Counter[type[CallTrouble]], failed: CallTrouble) -> bool:
        """Whether another attempt is allowed, by number and by what was met so far."""
        return met.total() < self._patience.attempts and met[type(failed)] <= AGAIN.get(type(failed), 0)

    async def _attempt(self, request: ModelRequest, ends: float) -> ModelReply:
        try:
            async with asyncio.timeout(ends - self._now()):
                return await self._port.complete(request)
        except TimeoutError:
            raise TimedOut(request.model, spent=UNKNOWN) from None


def pause_before(request: ModelRequest, failed: CallTrouble, attempt: int, patience: Patience) -> float:
    """Seconds to wait after this attempt: half to all of a doubling pause, never less than the provider asks for."""
    full = min(patience.first_ms << (attempt - 1), patience.longest_ms)
    key = bytes.fromhex(request_hash(request))
    drawn = draw_range(key, f"pause/{attempt}", full // 2, full) / 1000
    return max(drawn, failed.trace.retry_after or 0.0)
