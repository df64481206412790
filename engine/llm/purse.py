"""Pays for calls: none is made for which a budget has no room, and each is written down with what it took."""

from datetime import datetime
from typing import NamedTuple, Protocol

from engine.llm.budget import Amount, Payer, Price, amount_of, most_of, not_known
from engine.llm.port import ModelPort, ModelReply, ModelRequest
from engine.llm.troubles import CallTrouble
from engine.llm.usage import UNKNOWN, Spent


class Call(NamedTuple):
    """A call that somebody is to pay for. `most` is what one attempt can take, `at` when it begins."""

    payer: Payer
    purpose: str
    model: str
    most: Amount
    at: datetime


class Took(NamedTuple):
    """What a call came to: what it took, what the budgets count it with, its attempts, and whether a reply came."""

    spent: Spent
    counted: Amount
    attempts: int
    answered: bool = False


class Hold(NamedTuple):
    """The entry of a call under way: the most that it can take is set aside on its accounts."""

    id: str
    call: Call


class Books(Protocol):
    """Where it stands what was spent, and what is set aside for calls under way."""

    async def open(self, call: Call) -> Hold:
        """Sets the most aside that the call can take; OverBudget where a budget has no room for it."""
        ...

    async def close(self, hold: Hold, took: Took) -> None:
        """Writes down what the call took, in place of what was set aside."""
        ...


class Purse:
    """Pays for calls over one port, by the books that it is given. `price` says what to set aside for a call."""

    def __init__(self, port: ModelPort, books: Books, price: Price = not_known) -> None:
        self._port = port
        self._books = books
        self._price = price

    async def complete(self, request: ModelRequest, payer: Payer, now: datetime) -> ModelReply:
        """The reply; OverBudget, without a call, where a budget has no room, else what the port raises."""
        most = most_of(request, self._price)
        hold = await self._books.open(Call(payer, request.purpose, str(request.model), most, now))
        took = Took(UNKNOWN, most, attempts=1)
        try:
            reply = await self._port.complete(request)
            took = Took(reply.spent, amount_of(reply.spent, most), reply.attempts, answered=True)
        except CallTrouble as trouble:
            took = Took(trouble.spent, amount_of(trouble.spent, most), trouble.attempts)
            raise
        finally:
            await self._books.close(hold, took)
        return reply
