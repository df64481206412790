"""A provider that keeps failing is left alone."""

import asyncio

import pytest

from engine.llm.breaker import Breaker
from engine.llm.model_name import ModelName, Provider
from engine.llm.port import ModelReply, ModelRequest
from engine.llm.scripted import Line, Scripted
from engine.llm.troubles import ModelTrouble, Overloaded, Refused, Resting
from tests.engine.llm.clock import Clock
from tests.engine.llm.requests import REQUEST, request_to

DOWN = Overloaded(REQUEST.model)
OTHER = request_to(ModelName(Provider.OPENAI, "gpt-5.2"))


class Scene:
    """A breaker over a script: three failures in a row, then ten seconds of rest."""

    def __init__(self, *script: Line) -> None:
        self.clock = Clock()
        self.model = Scripted(script)
        self.port = Breaker(self.model, failures=3, seconds=10, now=self.clock.now)

    async def outcome(self, request: ModelRequest = REQUEST) -> str:
        """What comes of a request, in a word."""
        try:
            return (await self.port.complete(request)).text
        except ModelTrouble as trouble:
            return type(trouble).__name__


async def test_after_failures_in_a_row_a_provider_is_not_asked_for_a_while() -> None:
    scene = Scene(DOWN, DOWN, DOWN, "Good.")
    assert [await scene.outcome() for _ in range(5)] == ["Overloaded"] * 3 + ["Resting"] * 2
    assert len(scene.model.asked) == 3
    scene.clock.seconds += 10
    assert await scene.outcome() == "Good."


async def test_one_failure_more_after_the_rest_begins_another() -> None:
    scene = Scene(DOWN, DOWN, DOWN, DOWN, "Good.")
    for _ in range(3):
        await scene.outcome()
    scene.clock.seconds += 10
    assert [await scene.outcome() for _ in range(2)] == ["Overloaded", "Resting"]


async def test_a_reply_begins_the_count_anew() -> None:
    scene = Scene(DOWN, DOWN, "Good.", DOWN, DOWN, "Good.")
    assert "Resting" not in [await scene.outcome() for _ in range(6)]


async def test_the_other_providers_are_still_asked() -> None:
    scene = Scene(DOWN, DOWN, DOWN, "Good.")
    for _ in range(3):
        await scene.outcome()
    assert await scene.outcome(OTHER) == "Good."
    assert await scene.outcome() == "Resting"


async def test_what_is_no_fault_of_the_provider_is_not_counted() -> None:
    scene = Scene(*[Refused(REQUEST.model)] * 9)
    assert [await scene.outcome() for _ in range(9)] == ["Refused"] * 9


async def test_while_one_request_tries_the_provider_the_others_fail_at_once() -> None:
    scene = Scene(DOWN, DOWN, DOWN)
    for _ in range(3):
        await scene.outcome()
    scene.clock.seconds += 10
    asked, answered = asyncio.Event(), asyncio.Event()

    async def slow(_: ModelRequest) -> ModelReply:
        asked.set()
        await answered.wait()
        return await Scripted(["Good."]).complete(REQUEST)

    scene.model.complete = slow  # type: ignore[method-assign]
    trying = asyncio.create_task(scene.outcome())
    await asked.wait()
    assert await scene.outcome() == "Resting"
    answered.set()
    assert await trying == "Good."
    assert await scene.outcome() == "Good."


def test_it_says_how_often_the_provider_failed() -> None:
    with pytest.raises(Resting, match="Anthropic failed 3 times in a row"):
        raise Resting(REQUEST.model, why="3")
