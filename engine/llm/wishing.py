"""What a model wants to do in a market: asked for, held to the limits, asked for once more, and then done without."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Generic, NamedTuple, TypeVar

from engine.llm.asking import Asking
from engine.llm.budget import Payer
from engine.llm.port import ModelReply, ModelRequest
from engine.llm.request_hash import request_hash
from engine.llm.troubles import CallTrouble, ModelTrouble
from engine.llm.usage import FREE, Spent
from engine.marketplace.limits import Broken
from engine.marketplace.room import Thought, Traces

TRIES = 2
SECONDS = 30.0
"""How long both tries may take together."""
LONGEST_REASONING = 2_000
TOO_SLOW = "{model} took too long"

Wish = TypeVar("Wish")


class Read(NamedTuple, Generic[Wish]):
    """What a reply wants, its reasoning, and the limits that it breaks."""

    wish: Wish | None
    reasoning: str
    broken: tuple[Broken, ...] = ()


class Wished(NamedTuple, Generic[Wish]):
    """What the model wants; None where the rules have to do it, the thought's `held` says why."""

    wish: Wish | None
    thought: Thought


class Account(NamedTuple):
    """Who is asked, on whose account, and when."""

    asking: Asking
    payer: Payer
    now: datetime


class Wishing(Generic[Wish]):
    """One wish on its way: what was asked, thought, broken and spent so far. Nothing that goes wrong leaves it."""

    def __init__(
        self,
        account: Account,
        request: Callable[[Sequence[Broken]], ModelRequest],
        read: Callable[[ModelReply], Read[Wish]],
    ) -> None:
        self._account = account
        self._request = request
        self._read = read
        self._broken: tuple[Broken, ...] = ()
        self._model = self._prompt = self._asked = self._reasoning = ""
        self._spent: Spent = FREE
        self._tries = 0

    async def found(self, seconds: float) -> Wished[Wish]:
        """The first wish within the limits; none after the last try, after trouble, or when the time is over."""
        try:
            async with asyncio.timeout(seconds):
                return await self._found()
        except TimeoutError:
            return self._held(TOO_SLOW.format(model=self._model))
        except ModelTrouble as trouble:
            if isinstance(trouble, CallTrouble):
                self._spent += trouble.spent
            return self._held(trouble.in_short)

    async def _found(self) -> Wished[Wish]:
        while self._tries < TRIES:
            read = await self._try()
            self._reasoning, self._broken = read.reasoning[:LONGEST_REASONING], read.broken
            if read.wish is not None and not read.broken:
                return Wished(read.wish, Thought(self._model, self._reasoning, "", self._traces()))
        return self._held(", ".join(dict.fromkeys(each.limit.value for each in self._broken)))

    async def _try(self) -> Read[Wish]:
        request = self._request(self._broken)
        self._model, self._prompt = request.model.name, request.prompt.sha256
        self._asked, self._tries = request_hash(request), self._tries + 1
        reply = await self._account.asking.ask(request, self._account.payer, self._account.now)
        self._spent += reply.spent
        return self._read(reply)

    def _held(self, why: str) -> Wished[Wish]:
        return Wished(None, Thought("", self._reasoning, why, self._traces()))

    def _traces(self) -> Traces:
        usage, cost = self._spent.usage, self._spent.micro_dollars
        return Traces(self._prompt, self._asked, usage.input, usage.cached_read, usage.output, cost, self._tries)
