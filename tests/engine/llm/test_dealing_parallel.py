"""Sellers are asked together over real HTTP, by the providers' own SDKs: counted in calls in flight, not in seconds."""

import asyncio

import pytest
from aiohttp import web
from pydantic_ai.messages import ModelMessage

from engine.llm import calling
from engine.llm.budget import Payer
from engine.llm.dealing import Dealing
from engine.llm.no_books import NoBooks
from engine.llm.port import ModelRequest
from engine.llm.purse import Purse
from engine.llm.voice import Voice
from engine.llm.wire import messages_of
from engine.marketplace.handles import Addressed
from engine.marketplace.trading import Answer, Line, hearing
from engine.prompting.market_seller import SellerReply
from tests.engine.llm.dialects import ANTHROPIC, Dialect
from tests.engine.llm.requests import request_to
from tests.engine.llm.server import Server
from tests.engine.marketplace.given import HOUSE, NOW, room_of, seller

PAYER = Payer("T1", "U1", "m1")
ROOM = room_of(*(seller(f"Seller{number}") for number in range(10)))
EVERYBODY = Addressed(tuple(each.handle for each in ROOM.sellers), everybody=True)
HEARD = hearing(ROOM, Line("I need 3 cables. What do you ask?", EVERYBODY))
REPLY = SellerReply(reasoning="No hurry.", act="hold", offer=None, message="Let me see what can be done.")
LONG_ENOUGH = 60.0
"""Seconds in which a call that is not in flight by then never will be."""


class Gate:
    """Answers nobody before so many calls are in flight at once; `most` is how many there ever were."""

    def __init__(self, dialect: Dialect, calls: int) -> None:
        self.most = 0
        self._in_flight = 0
        self._calls = calls
        self._open = asyncio.Event()
        self._says = dialect.says(REPLY.model_dump_json())

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """The seller's answer, once the others have come too."""
        self._in_flight += 1
        self.most = max(self.most, self._in_flight)
        if self._in_flight >= self._calls:
            self._open.set()
        async with asyncio.timeout(LONG_ENOUGH):
            await self._open.wait()
        self._in_flight -= 1
        return await self._says(request)


async def rounds(server: Server, dialect: Dialect, gate: Gate, count: int) -> list[Answer]:
    """The answers of so many rounds at once."""
    server.answers = [gate.answer]
    port = dialect.port(server, LONG_ENOUGH)
    dealing = Dealing(Voice(Purse(port, NoBooks()), (dialect.model,)), LONG_ENOUGH)
    answered = await asyncio.gather(
        *(dealing.answers(ROOM, HEARD, HOUSE, PAYER, dialect.model, NOW) for _ in range(count))
    )
    await port.close()
    return [answer for each in answered for answer in each.values()]


async def test_ten_sellers_are_asked_at_once(server: Server, dialect: Dialect) -> None:
    gate = Gate(dialect, 10)
    answers = await rounds(server, dialect, gate, 1)
    assert gate.most == 10
    assert [answer.text for answer in answers] == [REPLY.message] * 10


async def test_the_sellers_of_twenty_rounds_are_asked_at_once(server: Server) -> None:
    gate = Gate(ANTHROPIC, 200)
    answers = await rounds(server, ANTHROPIC, gate, 20)
    assert gate.most == 200
    assert all(answer.thought.by == ANTHROPIC.model.name for answer in answers)


async def test_of_a_crowd_the_first_is_on_its_way_before_the_last_is_put_together(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_together, ahead = 0, []

    def counting(request: ModelRequest) -> list[ModelMessage]:
        nonlocal put_together
        put_together += 1
        return messages_of(request)

    async def answer(request: web.Request) -> web.StreamResponse:
        ahead.append(put_together)
        return await ANTHROPIC.says("Good.")(request)

    server.answers = [ANTHROPIC.says("Good."), answer]
    port = ANTHROPIC.port(server, LONG_ENOUGH)
    await port.complete(request_to(ANTHROPIC.model))
    monkeypatch.setattr(calling, "messages_of", counting)
    await asyncio.gather(*(port.complete(request_to(ANTHROPIC.model)) for _ in range(200)))
    await port.close()
    assert len(ahead) == put_together == 200
    assert min(ahead) < 100
