"""The purse: calls are paid for before they are made, and counted with what they took."""

import asyncio
from datetime import UTC, datetime

import pytest

from engine.llm.budget import Cap, Payer, Scope, most_of
from engine.llm.naming import parse_model_name
from engine.llm.port import ModelReply, ModelRequest, Prompt, Turn
from engine.llm.purse import Purse
from engine.llm.scripted import Scripted
from engine.llm.troubles import NoKey, OverBudget, TimedOut
from engine.llm.usage import UNKNOWN, Spent, Usage
from tests.engine.llm.books import PlainBooks

MODEL = parse_model_name("openai:gpt-5.2")
ANA, BO = Payer("T1", "U1", "r1"), Payer("T1", "U2", "r2")
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
REQUEST = ModelRequest(MODEL, "Answer.", (Turn("user", "Hello."),), 20, Prompt("test", ""), "test")


def _purse(*takes: int, **caps: int) -> tuple[Purse, Scripted]:
    replies = [ModelReply("Yes.", "gpt-5.2", Spent(Usage(input=take), 1)) for take in takes]
    port = Scripted(replies)
    limits = {Scope(scope): Cap(tokens) for scope, tokens in caps.items()}
    return Purse(port, PlainBooks(limits)), port


async def test_a_run_that_has_used_its_budget_up_makes_no_further_call() -> None:
    purse, port = _purse(10, 10, 10, run=15)
    await purse.complete(REQUEST, ANA, NOON)
    await purse.complete(REQUEST, ANA, NOON)
    with pytest.raises(OverBudget, match="for this run"):
        await purse.complete(REQUEST, ANA, NOON)
    assert len(port.asked) == 2
    await purse.complete(REQUEST, BO, NOON)


async def test_a_day_counts_everybody_and_says_when_there_is_room_again() -> None:
    purse, _ = _purse(10, 10, day=10)
    await purse.complete(REQUEST, ANA, NOON)
    with pytest.raises(OverBudget, match="2026-03-02 00:00 UTC"):
        await purse.complete(REQUEST, BO, NOON)


async def test_a_call_that_never_reached_a_model_costs_nothing() -> None:
    port = Scripted([NoKey(MODEL), ModelReply("Yes.", "gpt-5.2", Spent(Usage(input=10), 1))])
    purse = Purse(port, PlainBooks({Scope.RUN: Cap(10)}))
    with pytest.raises(NoKey):
        await purse.complete(REQUEST, ANA, NOON)
    assert (await purse.complete(REQUEST, ANA, NOON)).text == "Yes."


async def test_a_call_is_written_down_with_its_attempts_and_what_it_took() -> None:
    spent = Spent(Usage(input=30, cached_read=20, output=4), None, lost=1)
    books = PlainBooks()
    port = Scripted([ModelReply("Yes.", "gpt-5.2", spent, attempts=2), TimedOut(MODEL, spent=UNKNOWN)])
    purse = Purse(port, books)
    await purse.complete(REQUEST, ANA, NOON)
    with pytest.raises(TimedOut):
        await purse.complete(REQUEST, ANA, NOON)
    good, bad = books.closed
    assert (good.spent, good.attempts, good.answered) == (spent, 2, True)
    assert good.counted.tokens > 34
    assert (bad.spent, bad.attempts, bad.answered) == (UNKNOWN, 1, False)


async def test_a_call_that_is_broken_off_counts_with_the_most_that_it_can_take() -> None:
    class Hanging:
        async def complete(self, request: ModelRequest) -> ModelReply:
            await asyncio.sleep(60)
            raise AssertionError

    books = PlainBooks()
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.01):
            await Purse(Hanging(), books).complete(REQUEST, ANA, NOON)
    assert not books.open_calls
    assert books.closed[0].counted.tokens >= REQUEST.max_output_tokens
    assert books.closed[0].spent.micro_dollars is None


async def test_of_calls_that_begin_together_only_so_many_are_made_as_there_is_room_for() -> None:
    """Each sets aside more than half of the cap, so two of them fill it."""
    answers = asyncio.Event()

    class Slow:
        asked = 0

        async def complete(self, request: ModelRequest) -> ModelReply:
            self.asked += 1
            await answers.wait()
            return ModelReply("Yes.", "gpt-5.2", Spent(Usage(input=10), 1))

    port = Slow()
    purse = Purse(port, PlainBooks({Scope.TEAM: Cap(most_of(REQUEST).tokens * 3 // 2)}))
    calls = [asyncio.create_task(purse.complete(REQUEST, who, NOON)) for who in (ANA, BO) * 5]
    await asyncio.sleep(0)
    answers.set()
    ends = await asyncio.gather(*calls, return_exceptions=True)
    assert port.asked == 2
    assert sum(isinstance(end, OverBudget) and end.held for end in ends) == 8
