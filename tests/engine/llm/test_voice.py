"""The voice against models that misbehave: five hundred turns each, and nothing undecided is ever said."""

import asyncio
from collections.abc import Callable, Iterator
from functools import cache
from itertools import islice

import pytest

from engine.director.director import Line, open_run
from engine.director.replay import say
from engine.llm.budget import Payer
from engine.llm.naming import parse_model_name
from engine.llm.port import ModelReply, ModelRequest
from engine.llm.purse import Purse
from engine.llm.scripted import Scripted
from engine.llm.voice import Voice
from engine.negotiation.events import Worded
from engine.negotiation.negotiation import Negotiation, apply, fold
from engine.persona.draw import draw_scenario
from engine.reading.figures import figures
from packs.loading import load_installed
from tests.engine.llm.books import PlainBooks
from tests.engine.reps import REPS
from tests.engine.scenarios import NOW

PACKS = load_installed()
MODEL = parse_model_name("anthropic:claude-haiku-5-5")
PAYER = Payer("T1", "U1", "r1")
TURNS = 500


def _given(request: ModelRequest) -> str:
    return request.turns[-1].text.split("<say>")[1].split("</say>")[0]


def _whole_context(request: ModelRequest) -> str:
    return request.instructions + "\n".join(turn.text for turn in request.turns)


MISBEHAVING: dict[str, Callable[[ModelRequest], str]] = {
    "repeats its context": _whole_context,
    "invents prices": lambda request: f"{_given(request)} Let's say $19,999 with everything.",
    "flips roles": lambda request: f"Thanks for coming in! As the seller I can offer you this. {_given(request)}",
    "pings the channel": lambda request: f"<!channel> @here {_given(request)} https://example.com",
    "never ends": lambda request: f"{_given(request)} And so on. " * 200,
    "accepts everything": lambda request: "Deal! I accept your price, let's sign.",
    "says nothing": lambda request: "…",
}


@cache
def _turns(count: int) -> tuple[tuple[Negotiation, Negotiation], ...]:
    """That many turns of strict runs of both packs by an expert and a pushy rep."""
    return tuple(islice(_played(), count))


def _played() -> Iterator[tuple[Negotiation, Negotiation]]:
    for seed in range(TURNS):
        for pack, rep in (("car_sales", "expert"), ("saas_renewal", "expert"), ("car_sales", "pushy")):
            loaded = PACKS.get(pack)
            scenario = draw_scenario(loaded.pack, loaded.hash, seed)
            run = fold(scenario, open_run(scenario, "freeplay", NOW))
            while run.status == "open" and len(run.readings) < 12 and (line := REPS[rep](run)) is not None:
                after = say(run, Line(line, ""), NOW)
                yield run, after
                run = after


async def _worded(script: Callable[[ModelRequest], str]) -> list[tuple[Negotiation, Worded]]:
    voice = Voice(Purse(Scripted(script), PlainBooks()), (MODEL,))
    return [(after, await voice.worded(before, after, NOW, PAYER)) for before, after in _turns(TURNS)]


@pytest.mark.parametrize("how", MISBEHAVING)
async def test_a_model_that_misbehaves_says_nothing_that_was_not_decided(how: str) -> None:
    found = await _worded(MISBEHAVING[how])
    assert len(found) == TURNS
    for after, worded in found:
        known = figures("\n".join(line.text for line in after.lines) + after.scenario.product.summary)
        assert worded.text == after.last_heard or not (figures(worded.text) - known - _sheet(after))
        assert "<" not in worded.text
        assert "@" not in worded.text
        assert "http" not in worded.text
        assert "seller I" not in worded.text
        assert len(worded.text) <= max(700, 2 * len(after.last_heard))
    assert sum(worded.text == after.last_heard for after, worded in found) >= TURNS * 95 // 100


def _sheet(run: Negotiation) -> frozenset[object]:
    return frozenset(figures("\n".join(text for _, text in run.scenario.product.facts)))


async def test_an_honest_model_is_heard_in_nearly_every_turn() -> None:
    found = await _worded(lambda request: f"Well. {_given(request)}")
    heard = sum(worded.by == MODEL.name and worded.text.startswith("Well. ") for _, worded in found)
    assert heard >= TURNS * 99 // 100


async def test_a_model_that_hangs_is_not_waited_for_beyond_the_time_that_it_has() -> None:
    class Hanging:
        async def complete(self, request: ModelRequest) -> ModelReply:
            await asyncio.sleep(60)
            raise AssertionError

    ((before, after),) = _turns(1)
    worded = await Voice(Purse(Hanging(), PlainBooks()), (MODEL,), seconds=0.05).worded(before, after, NOW, PAYER)
    assert worded.text == after.last_heard
    assert "took too long" in worded.why


async def test_what_is_worded_replays_as_it_was() -> None:
    ((before, after),) = _turns(1)
    voice = Voice(Purse(Scripted(lambda request: f"Well. {_given(request)}"), PlainBooks()), (MODEL,))
    worded = await voice.worded(before, after, NOW, PAYER)
    assert apply(after, worded).lines[-1].text == f"Well. {after.last_heard}"
    assert apply(after, worded).last_heard == after.last_heard
