"""Where the reader is unsure of a line the run's model reads along, over real HTTP, and a replay needs neither."""

import json
from pathlib import Path

import pytest
from aiohttp import web

from bot.views.replay_card import replay_message
from engine.director.replay import verify
from engine.director.steps import steps_of
from engine.negotiation.events import Labelled, Read
from engine.negotiation.negotiation import fold
from engine.persona.draw import draw_scenario
from engine.reading.reading import Act
from tests.bot.test_flavor import events_of
from tests.bot.test_freeplay import CARS, freeplay, is_about_reading, is_about_words, rewords
from tests.bot.world import World
from tests.engine.llm.dialects import DIALECTS, Dialect, message
from tests.engine.llm.server import Answer, Server, drops

UNCLEAR = "Is the missus wielding the quill here?"
FOUND = {
    "acts": [{"act": "ask_open", "topic": "decider", "words": "the missus wielding the quill"}],
    "amounts": [],
}


def reads(dialect: Dialect, found: Answer) -> Answer:
    """A model that says what it is given, and finds this in what it is to read."""

    async def answer(request: web.Request) -> web.StreamResponse:
        about_words = is_about_words(await request.json())
        return await (rewords(dialect.says, lambda line: f"Hm. {line}") if about_words else found)(request)

    return answer


def _readings(server: Server) -> list[str]:
    """What the model was asked to read: it is also asked for words, and after the end to comment on the run."""
    return [json.dumps(each.body) for each in server.asked if is_about_reading(each.body)]


@pytest.mark.parametrize("dialect", DIALECTS, ids=lambda dialect: str(dialect.provider))
async def test_the_model_is_asked_what_the_line_does_and_what_it_says_is_kept(tmp_path: Path, dialect: Dialect) -> None:
    async with freeplay(tmp_path, reads(dialect, dialect.says(json.dumps(FOUND))), dialect) as (world, server):
        thread = await world.start("18422 freeplay")
        assert await world.turn(thread, "What do you use it for?")
        assert not _readings(server)
        assert await world.turn(thread, UNCLEAR)
        await world.press("ana", "run_end", thread)
        await world.verdict(thread)
        events = await events_of(world)
    (labelled,) = [event for event in events if isinstance(event, Labelled)]
    assert (labelled.by, bool(labelled.input_tokens)) == (dialect.model.name, True)
    assert [event for event in events if isinstance(event, Read)][-1].reading.topics(Act.ASK_OPEN) == ("decider",)
    scenario = draw_scenario(CARS.pack, CARS.hash, 18422)
    assert verify(scenario, events) is None
    told = [replay_message(scenario, "r1", steps_of(fold(scenario, events)), step) for step in (1, 2)]
    assert [f"{dialect.model.name} read along: " in str(each.blocks) for each in told] == [
        False,
        True,
    ]
    (asked,) = _readings(server)
    assert UNCLEAR in asked
    assert not [key for key in ("temperature", "top_p", "top_k") if f'"{key}"' in asked]


@pytest.mark.parametrize("found", [drops, message("I would rather not say.")], ids=["dropped", "no labels"])
async def test_where_the_model_does_not_help_the_line_is_read_as_it_stands(tmp_path: Path, found: Answer) -> None:
    async with freeplay(tmp_path, reads(DIALECTS[0], found)) as (world, _):
        thread = await world.start("18422 freeplay")
        assert await world.turn(thread, UNCLEAR)
        assert not [event for event in await events_of(world) if isinstance(event, Labelled)]


async def test_a_strict_run_asks_nobody(world: World) -> None:
    thread = await world.start("18422")
    assert await world.turn(thread, UNCLEAR)
    assert not [event for event in await events_of(world) if isinstance(event, Labelled)]
