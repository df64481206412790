"""When a request is sent again, and when not."""

import asyncio
from dataclasses import replace

import pytest

from engine.llm.port import ModelPort, ModelReply, ModelRequest
from engine.llm.retrying import Patience, Retrying, pause_before
from engine.llm.scripted import Line, Scripted
from engine.llm.troubles import (
    BadKey,
    CallTrouble,
    Malformed,
    NoCredit,
    NoKey,
    Overloaded,
    ProviderFailed,
    RateLimited,
    Refused,
    Rejected,
    TimedOut,
    TooLong,
    Trace,
    UnknownModel,
    Unreachable,
)
from engine.llm.usage import UNKNOWN, Spent, Usage
from tests.engine.llm.clock import Clock
from tests.engine.llm.dialects import Dialect
from tests.engine.llm.requests import REQUEST, request_to
from tests.engine.llm.server import Server

MODEL = REQUEST.model


def retrying(port: ModelPort, clock: Clock, seconds: float = 45.0) -> Retrying:
    """Retries over the port, by this clock."""
    return Retrying(port, Patience(seconds), clock.now, clock.sleep)


async def attempts_at(*lines: Line, clock: Clock | None = None) -> tuple[int, ModelReply | CallTrouble]:
    """How often a model with these lines is asked, and what comes of it."""
    model = Scripted(lines)
    try:
        outcome: ModelReply | CallTrouble = await retrying(model, clock or Clock()).complete(REQUEST)
    except CallTrouble as trouble:
        outcome = trouble
    return len(model.asked), outcome


@pytest.mark.parametrize("kind", [Overloaded, RateLimited, ProviderFailed, Unreachable])
async def test_what_passes_by_itself_is_tried_four_times_in_all(kind: type[CallTrouble]) -> None:
    asked, trouble = await attempts_at(*[kind(MODEL) for _ in range(9)])
    assert asked == 4
    assert isinstance(trouble, kind)
    assert trouble.attempts == 4


@pytest.mark.parametrize("kind", [TimedOut, Malformed])
async def test_a_slow_or_useless_reply_is_tried_twice_in_all(kind: type[CallTrouble]) -> None:
    asked, _ = await attempts_at(*[kind(MODEL) for _ in range(9)])
    assert asked == 2


@pytest.mark.parametrize("kind", [NoKey, BadKey, NoCredit, UnknownModel, Refused, Rejected, TooLong])
async def test_what_is_the_same_the_second_time_is_tried_once(kind: type[CallTrouble]) -> None:
    clock = Clock()
    asked, _ = await attempts_at(*[kind(MODEL) for _ in range(9)], clock=clock)
    assert asked == 1
    assert not clock.slept


async def test_there_are_four_attempts_whatever_the_mix_of_troubles() -> None:
    mixed = (Malformed, TimedOut, Overloaded, RateLimited, ProviderFailed, Unreachable)
    asked, trouble = await attempts_at(*[kind(MODEL) for kind in mixed])
    assert asked == 4
    assert isinstance(trouble, RateLimited)


async def test_a_reply_tells_how_many_attempts_it_took_and_what_all_of_them_took() -> None:
    wasted = Malformed(MODEL, spent=Spent(Usage(input=10, output=3), 40), why="it is empty")
    reply = ModelReply("Good.", "m", Spent(Usage(input=10, output=5), 60))
    given = await retrying(Scripted([wasted, Overloaded(MODEL), reply]), Clock()).complete(REQUEST)
    assert given.attempts == 3
    assert given.spent == Spent(Usage(input=20, output=8), 100)


async def test_an_attempt_of_unknown_cost_makes_the_cost_of_all_unknown() -> None:
    reply = ModelReply("Good.", "m", Spent(Usage(10, 0, 0, 5), 60))
    given = await retrying(Scripted([TimedOut(MODEL, spent=UNKNOWN), reply]), Clock()).complete(REQUEST)
    assert given.spent == Spent(Usage(10, 0, 0, 5), None, lost=1)


async def test_a_trouble_after_several_attempts_carries_what_they_took() -> None:
    spent = Spent(Usage(input=10, output=3), 40)
    _, trouble = await attempts_at(Malformed(MODEL, spent=spent), Malformed(MODEL, spent=spent))
    assert isinstance(trouble, Malformed)
    assert trouble.spent == spent + spent


async def test_pauses_double_and_are_spread_by_the_request_alone() -> None:
    clock, again = Clock(), Clock()
    await attempts_at(*[Overloaded(MODEL)] * 4, clock=clock)
    await attempts_at(*[Overloaded(MODEL)] * 4, clock=again)
    assert clock.slept == again.slept
    assert clock.slept >= [0.25, 0.5, 1]
    for slept, full in zip(clock.slept, (0.5, 1, 2), strict=True):
        assert full / 2 <= slept <= full


def test_requests_that_fail_together_do_not_come_back_together() -> None:
    requests = [replace(REQUEST, instructions=f"Buyer {number}") for number in range(50)]
    pauses = {pause_before(request, Overloaded(MODEL), 1, Patience()) for request in requests}
    assert len(pauses) > 35


async def test_the_provider_s_own_wait_is_honoured_where_it_fits() -> None:
    clock = Clock()
    limited = RateLimited(MODEL, Trace(retry_after=20.0))
    asked, reply = await attempts_at(limited, "Good.", clock=clock)
    assert isinstance(reply, ModelReply)
    assert asked == 2
    assert clock.slept == [20.0]


async def test_a_wait_past_the_deadline_is_not_begun() -> None:
    clock = Clock()
    asked, trouble = await attempts_at(RateLimited(MODEL, Trace(retry_after=90.0)), "Good.", clock=clock)
    assert asked == 1
    assert not clock.slept
    assert isinstance(trouble, RateLimited)
    assert trouble.trace.retry_after == 90.0


async def test_attempts_end_with_the_one_deadline() -> None:
    clock = Clock()

    async def slow(request: ModelRequest) -> ModelReply:
        clock.seconds += 20
        raise Overloaded(request.model)

    port = Scripted([])
    port.complete = slow  # type: ignore[method-assign]
    with pytest.raises(Overloaded) as raised:
        await retrying(port, clock).complete(REQUEST)
    assert raised.value.attempts == 3
    assert clock.seconds - 1_000 < 45 + 20


async def test_a_hang_ends_at_the_deadline_with_a_trouble(server: Server, dialect: Dialect) -> None:
    server.answers = [server.hang]
    port = dialect.port(server)
    with pytest.raises(TimedOut):
        await Retrying(port, Patience(0.3)).complete(request_to(dialect.model))
    await port.close()


async def test_a_cancelled_request_is_not_tried_again() -> None:
    started = asyncio.Event()

    class Hanging:
        async def complete(self, request: ModelRequest) -> ModelReply:
            started.set()
            await asyncio.Event().wait()
            raise AssertionError(request)

    asking = asyncio.create_task(Retrying(Hanging()).complete(REQUEST))
    await started.wait()
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking


async def test_over_the_wire_an_overloaded_provider_is_asked_again(server: Server, dialect: Dialect) -> None:
    clock = Clock()
    server.answers = [dialect.error(503), dialect.error(500), dialect.says("Good.")]
    port = dialect.port(server)
    reply = await retrying(port, clock).complete(request_to(dialect.model))
    await port.close()
    assert (reply.text, reply.attempts, len(server.asked)) == ("Good.", 3, 3)
    assert all(asked == server.asked[0].body for asked in [each.body for each in server.asked])


async def test_over_the_wire_retry_after_is_read(server: Server, dialect: Dialect) -> None:
    clock = Clock()
    server.answers = [dialect.error(429, {"Retry-After": "7"}), dialect.says("Good.")]
    port = dialect.port(server)
    await retrying(port, clock).complete(request_to(dialect.model))
    await port.close()
    assert clock.slept == [7.0]
