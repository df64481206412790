"""The purse: calls are paid for before they are made, and counted with what they took."""

from datetime import UTC, datetime

import pytest

from engine.llm.budget import Cap, Payer, Scope
from engine.llm.naming import parse_model_name
from engine.llm.port import ModelReply, ModelRequest, Prompt, Turn
from engine.llm.purse import Purse
from engine.llm.scripted import Scripted
from engine.llm.troubles import NoKey, OverBudget
from engine.llm.usage import Spent, Usage

MODEL = parse_model_name("openai:gpt-5.2")
ANA, BO = Payer("T1", "U1", "r1"), Payer("T1", "U2", "r2")
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
REQUEST = ModelRequest(MODEL, "Answer.", (Turn("user", "Hello."),), 20, Prompt("test", ""), "test")


def _purse(*takes: int, **caps: int) -> tuple[Purse, Scripted]:
    replies = [ModelReply("Yes.", "gpt-5.2", Spent(Usage(input=take), 1)) for take in takes]
    port = Scripted(replies)
    limits = {Scope(scope): Cap(tokens) for scope, tokens in caps.items()}
    return Purse(port, limits), port


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
    purse = Purse(port, {Scope.RUN: Cap(10)})
    with pytest.raises(NoKey):
        await purse.complete(REQUEST, ANA, NOON)
    assert (await purse.complete(REQUEST, ANA, NOON)).text == "Yes."
