"""No connection stays open once nobody waits for it."""

import asyncio

import pytest

from engine.llm.retrying import Patience, Retrying
from engine.llm.troubles import TimedOut
from tests.engine.llm.dialects import Dialect
from tests.engine.llm.requests import request_to
from tests.engine.llm.server import Server


async def until_no_connection_is_open(server: Server) -> None:
    """Returns once the server has no connection; TimeoutError after half a minute."""
    async with asyncio.timeout(30):
        while server.connections:  # noqa: ASYNC110 - the kernel tells nobody
            await asyncio.sleep(0.01)


@pytest.mark.parametrize("begun", [False, True], ids=["before the answer", "in the middle of it"])
async def test_a_cancelled_request_closes_its_connection(server: Server, dialect: Dialect, begun: bool) -> None:
    server.answers = [server.begin_and_hang if begun else server.hang]
    port = dialect.port(server)
    asking = asyncio.create_task(port.complete(request_to(dialect.model)))
    await server.arrived.wait()
    assert server.connections == 1
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking
    await until_no_connection_is_open(server)
    await port.close()


@pytest.mark.parametrize("begun", [False, True], ids=["before the answer", "in the middle of it"])
async def test_a_request_past_its_deadline_closes_its_connection(server: Server, dialect: Dialect, begun: bool) -> None:
    server.answers = [server.begin_and_hang if begun else server.hang]
    port = dialect.port(server)
    with pytest.raises(TimedOut):
        await Retrying(port, Patience(seconds=0.5)).complete(request_to(dialect.model))
    await until_no_connection_is_open(server)
    await port.close()


async def test_a_cancelled_request_leaves_the_port_able_to_ask_again(server: Server, dialect: Dialect) -> None:
    server.answers = [server.hang, dialect.says("Good.")]
    port = dialect.port(server)
    asking = asyncio.create_task(port.complete(request_to(dialect.model)))
    await server.arrived.wait()
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking
    assert (await port.complete(request_to(dialect.model))).text == "Good."
    await port.close()


async def test_a_closed_port_holds_no_connection(server: Server, dialect: Dialect) -> None:
    server.answers = [dialect.says("Good.")]
    port = dialect.port(server)
    await port.complete(request_to(dialect.model))
    assert server.connections == 1, "kept for the next request"
    await port.close()
    await until_no_connection_is_open(server)
