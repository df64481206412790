"""Everything that can go wrong, over real HTTP, and what is said about it."""

import asyncio
import logging
import socket
import traceback

import pytest

from engine.llm.access import access_to
from engine.llm.adapter import Providers
from engine.llm.model_name import Provider
from engine.llm.port import ModelReply
from engine.llm.quiet import TALKATIVE
from engine.llm.troubles import (
    BadKey,
    CallTrouble,
    NoKey,
    PassingTrouble,
    RateLimited,
    SetUpTrouble,
    TimedOut,
    Unreachable,
)
from engine.llm.usage import FREE, UNKNOWN
from tests.engine.llm.dialects import ANTHROPIC, KEYS, OPENAI, Dialect, anthropic_error
from tests.engine.llm.failures import FAILURES, Failure
from tests.engine.llm.requests import CANARY, Move, request_to
from tests.engine.llm.server import Server

NAMES = [f"{failure.dialect.provider}-{failure.name}" for failure in FAILURES]


async def trouble_with(server: Server, failure: Failure) -> CallTrouble:
    """What the port says when the provider does this."""
    server.answers = [failure.answer]
    port = failure.dialect.port(server)
    request = request_to(failure.dialect.model, Move if failure.structured else None)
    with pytest.raises(CallTrouble) as raised:
        await port.complete(request)
    await port.close()
    return raised.value


@pytest.mark.parametrize("failure", FAILURES, ids=NAMES)
async def test_a_failure_is_named_for_who_can_act_asked_for_once_and_tells_no_secret(
    server: Server, failure: Failure, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    trouble = await trouble_with(server, failure)
    assert type(trouble) is failure.means
    assert len(server.asked) == 1
    told = caplog.text + str(trouble) + repr(trouble) + "".join(traceback.format_exception(trouble))
    told += repr([vars(record) for record in caplog.records]) + repr(trouble.__context__) + repr(trouble.__cause__)
    for secret in (CANARY, "SECRETKEY", "You are a buyer"):
        assert secret not in told


async def test_an_answer_leaves_no_trace_of_the_conversation_in_the_log(
    server: Server, dialect: Dialect, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    server.answers = [dialect.says("Too dear for me.")]
    port = dialect.port(server)
    await port.complete(request_to(dialect.model))
    await port.close()
    told = caplog.text + repr([vars(record) for record in caplog.records])
    assert "HTTP Request: POST" in told, "that there was a request is to be seen in the log"
    for secret in (CANARY, "SECRETKEY", "Too dear for me"):
        assert secret not in told


@pytest.mark.parametrize("before", [logging.DEBUG, logging.NOTSET], ids=["switched on before", "left as it was"])
async def test_a_log_that_is_switched_on_before_or_after_stays_silent(
    server: Server, dialect: Dialect, caplog: pytest.LogCaptureFixture, before: int
) -> None:
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(before)
    server.answers = [dialect.says("Good.")]
    port = dialect.port(server)
    await port.complete(request_to(dialect.model))
    caplog.set_level(logging.DEBUG)
    await port.complete(request_to(dialect.model))
    await port.close()
    assert CANARY not in caplog.text


async def test_no_key_is_said_before_anything_is_sent(dialect: Dialect) -> None:
    port = Providers({dialect.provider: access_to(dialect.provider, "  ")})
    with pytest.raises(NoKey, match=dialect.provider.key_variable) as raised:
        await port.complete(request_to(dialect.model))
    assert isinstance(raised.value, SetUpTrouble)
    with pytest.raises(NoKey):
        await Providers({}).complete(request_to(dialect.model))


@pytest.mark.parametrize("key", ["sk-…-SECRETKEY", "sk-SECRETKEY\nX-Evil: 1", "sk SECRETKEY", "clé-SECRETKEY"])
async def test_a_key_that_no_header_can_hold_is_a_bad_key_and_is_not_shown(key: str, server: Server) -> None:
    port = Providers({Provider.OPENAI: access_to(Provider.OPENAI, key, server.address)})
    with pytest.raises(BadKey) as raised:
        await port.complete(request_to(OPENAI.model))
    assert "SECRETKEY" not in "".join(traceback.format_exception(raised.value))
    assert not server.asked


def test_neither_a_key_nor_what_is_said_shows_in_a_representation() -> None:
    assert "SECRETKEY" not in repr(access_to(Provider.OPENAI, KEYS[Provider.OPENAI]))
    assert CANARY not in repr(request_to(OPENAI.model))
    assert CANARY not in repr(ModelReply(CANARY, "m", FREE, Move(act=CANARY)))


async def test_a_provider_that_does_not_listen_is_unreachable_and_costs_nothing(dialect: Dialect) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}"
    port = Providers({dialect.provider: access_to(dialect.provider, "sk-1", address)})
    with pytest.raises(Unreachable) as raised:
        await port.complete(request_to(dialect.model))
    await port.close()
    assert raised.value.spent == FREE


async def test_what_a_call_took_whose_connection_was_lost_is_not_known(server: Server, dialect: Dialect) -> None:
    dropped = next(each for each in FAILURES if each.name == "dropped" and each.dialect is dialect)
    trouble = await trouble_with(server, dropped)
    assert isinstance(trouble, Unreachable)
    assert trouble.spent == UNKNOWN, "what was under way may have been billed"


@pytest.mark.parametrize("how", ["hang", "begin_and_hang", "drip"])
async def test_a_provider_that_does_not_come_to_an_end_is_given_up_on(
    server: Server, dialect: Dialect, how: str
) -> None:
    server.answers = [getattr(server, how)]
    port = dialect.port(server, seconds=0.3)
    async with asyncio.timeout(30):
        with pytest.raises(TimedOut) as raised:
            await port.complete(request_to(dialect.model))
    assert raised.value.spent == UNKNOWN, "what was under way may have been billed"
    await port.close()


async def test_a_trouble_says_what_support_asks_for_and_when_to_come_back(server: Server) -> None:
    answer = anthropic_error("rate_limit_error", "Slow down", 429, {"retry-after": "12"})
    trouble = await trouble_with(server, Failure("rate limit", ANTHROPIC, answer, RateLimited))
    assert trouble.trace == (429, "rate_limit_error", "req_011CSHoEeqs5C35K2UUqR7Fy", 12.0)


async def test_what_a_useless_reply_took_is_still_counted(server: Server) -> None:
    failure = next(failure for failure in FAILURES if failure.name == "cut off" and failure.dialect is ANTHROPIC)
    trouble = await trouble_with(server, failure)
    assert (trouble.spent.usage.input, trouble.spent.usage.output) == (12, 7)
    assert trouble.spent.micro_dollars


def test_only_what_passes_by_itself_says_so() -> None:
    passing = {failure.name for failure in FAILURES if issubclass(failure.means, PassingTrouble)}
    mendable = {failure.name for failure in FAILURES if issubclass(failure.means, SetUpTrouble)}
    assert "overloaded" in passing
    assert "no credit" in mendable
    assert not passing & mendable
