"""Flavor: excerpts of earlier runs, kept with consent, give the buyer its tone, and the seed has the same next time."""

import json
from pathlib import Path
from typing import Any

import pytest

from engine.director.replay import verify
from engine.negotiation.events import Event, Flavored, Worded
from engine.persona.draw import draw_scenario
from storage import run_events, runs
from tests.bot.test_freeplay import CARS, freeplay, is_about_words, rewords
from tests.bot.test_seed_packs import open_home
from tests.bot.world import World, eventually, ids_of
from tests.engine.llm.dialects import ANTHROPIC, DIALECTS, Dialect, message
from tests.engine.llm.server import Server

SMALL_TALK = ("Hi, how was your weekend?", "Did you find us all right?", "How was the drive over?")
TONE = "My aunt says the same whenever she hears it."
HEADING = "From earlier talks of others"


def _musing(line: str) -> str:
    return f"{TONE} {line}"


async def _consent(world: World, *, given: bool = True, who: str = "ana") -> None:
    await open_home(world)
    box = {"container": {"home": True}, "action_id": "allow_excerpts"}
    chosen = ["allow_excerpts"] if given else []
    answer = await world.ask("POST", "actions", **{"as": who}, **box, selected_options=chosen)
    assert answer["ok"], answer


async def _hold(world: World, how: str, lines: tuple[str, ...] = SMALL_TALK) -> str:
    """A run to its end; its thread."""
    thread = await world.start(how)
    for line in lines:
        assert await world.turn(thread, line)
    await world.press("ana", "run_end", thread)
    await world.verdict(thread)
    return thread


async def events_of(world: World) -> tuple[Event, ...]:
    """Of Ana's latest run."""
    assert world.house
    (ana,) = ids_of(world.sandbox, ("ana",))
    async with world.house.database.reading() as connection:
        found = await runs.of_rep(connection, world.sandbox.sandbox.workspace.team_id, ana, 10)
        latest = max(found, key=lambda run: (run.opened_at, run.touched_at))
        return await run_events.load(connection, latest.team, latest.id)


def _instructions(server: Server) -> list[str]:
    """Everything fixed that the model was told when it was to word an answer, request by request."""
    asked = [each.body for each in server.asked if is_about_words(each.body)]
    return [json.dumps(body.get("system", body["messages"][0]), ensure_ascii=False) for body in asked]


@pytest.mark.parametrize("dialect", DIALECTS, ids=lambda dialect: str(dialect.provider))
async def test_a_whole_run_has_the_tone_of_earlier_ones_and_replays_without_a_provider(
    tmp_path: Path, dialect: Dialect
) -> None:
    async with freeplay(tmp_path, rewords(dialect.says, _musing), dialect) as (world, server):
        await _consent(world)
        await _hold(world, "18422 freeplay")
        assert not [told for told in _instructions(server) if HEADING in told]
        server.asked.clear()
        await _hold(world, "18422 flavor")
        first = _instructions(server)
        events = await events_of(world)
        server.asked.clear()
        await _hold(world, "18422 flavor")
        again = _instructions(server)
    (flavored,) = [event for event in events if isinstance(event, Flavored)]
    assert flavored.excerpts
    assert all(HEADING in told and TONE in told for told in first)
    assert set(first) == set(again)
    assert len(set(first)) == 1
    assert [event for event in events if isinstance(event, Worded) and event.by]
    assert verify(draw_scenario(CARS.pack, CARS.hash, 18422), events) is None


async def test_without_consent_no_excerpt_is_kept_and_flavor_is_told_apart_all_the_same(tmp_path: Path) -> None:
    async with freeplay(tmp_path, rewords(message, _musing)) as (world, server):
        await _hold(world, "18422 freeplay")
        thread = await _hold(world, "18422 flavor")
        (flavored,) = [event for event in await events_of(world) if isinstance(event, Flavored)]
        assert flavored.excerpts == ()
        assert not [told for told in _instructions(server) if HEADING in told]
        assert "car_sales@1#18422 · flavor" in str(await world.messages())
        assert "car_sales@1#18422 flavor anthropic:" in str((await world.verdict(thread))["blocks"])


async def test_what_is_withdrawn_is_shown_to_no_model_any_more_not_even_in_a_run_under_way(tmp_path: Path) -> None:
    async with freeplay(tmp_path, rewords(message, _musing)) as (world, server):
        await _consent(world)
        await _hold(world, "18422 freeplay")
        thread = await world.start("18422 flavor")
        assert await world.turn(thread, SMALL_TALK[0])
        assert HEADING in _instructions(server)[-1]
        await _consent(world, given=False)
        assert await world.turn(thread, SMALL_TALK[1])
        assert HEADING not in _instructions(server)[-1]


async def test_home_asks_for_consent_where_there_is_a_model_and_shows_what_was_said(tmp_path: Path) -> None:
    async with freeplay(tmp_path, rewords(message, _musing)) as (world, _):
        before = (await open_home(world)).count("initial_options")
        await _consent(world)

        async def ticked() -> str | None:
            home = await open_home(world)
            return home if home.count("initial_options") == before + 1 else None

        assert "Lines of buyers in my runs" in await eventually(ticked)


async def test_without_a_model_home_asks_for_nothing(world: World) -> None:
    assert "Lines of buyers" not in await open_home(world)


OTHER = "anthropic:claude-opus-5-5"


async def _two_models(world: World) -> dict[str, Any]:
    """The Start form."""
    await open_home(world)
    await world.ask("POST", "actions", **{"as": "ana"}, container={"home": True}, action_id="open_start")
    view: dict[str, Any] = (await world.ask("GET", "modals?as=ana"))["views"][-1]
    return view


async def test_the_start_form_offers_the_modes_and_the_models_and_the_run_keeps_to_what_was_chosen(
    tmp_path: Path,
) -> None:
    async with freeplay(tmp_path, rewords(message, _musing), others=(OTHER,)) as (world, server):
        view = await _two_models(world)
        shown = str(view)
        for words in ("Strict", "Freeplay", "Flavor", str(ANTHROPIC.model), OTHER):
            assert words in shown
        channel = next(each.id for each in world.sandbox.sandbox.workspace.channels.values() if each.name == "practice")
        values = {
            "channel": {"channel": channel},
            "pack": {"pack": "car_sales"},
            "seed": {"seed": "18422"},
            "mode": {"mode": "freeplay"},
            "model": {"model": OTHER},
        }
        await world.ask("POST", "modals/submit", **{"as": "ana"}, view_id=view["id"], values=values)

        async def opened() -> str | None:
            found = [each["ts"] for each in await world.messages() if "18422 · freeplay" in each["text"]]
            return str(found[0]) if found and await world.lines(found[0]) else None

        thread = await eventually(opened)
        assert await world.turn(thread, SMALL_TALK[0])
        assert server.asked[-1].body["model"] == "claude-opus-5-5"
        await world.press("ana", "run_end", thread)
        card = await world.verdict(thread)
        assert f"car_sales@1#18422 freeplay {OTHER}" in str(card["blocks"])


async def test_a_manager_says_how_runs_usually_are_and_a_rep_may_say_otherwise(tmp_path: Path) -> None:
    async with freeplay(tmp_path, rewords(message, _musing), managers=("mei",), others=(OTHER,)) as (world, server):

        async def told(who: str, words: str) -> str:
            return str((await world.command(who, f"/haggle {words}"))["response"]["text"])

        assert "*strict*" in await told("ana", "defaults")
        assert "Only managers" in await told("ana", "defaults freeplay")
        assert "no mode loud" in await told("mei", "defaults loud")
        assert "is not set up here" in await told("mei", "defaults freeplay openai:gpt-5.2")
        assert OTHER in await told("mei", f"defaults freeplay {OTHER}")
        assert f"*freeplay*, worded by `{OTHER}`" in await told("ana", "defaults")
        thread = await world.start("18422")
        assert (await world.turn(thread, SMALL_TALK[0]))[0].startswith(TONE)
        assert server.asked[-1].body["model"] == "claude-opus-5-5"
        thread = await world.start(f"18422 freeplay {ANTHROPIC.model}")
        await world.turn(thread, SMALL_TALK[0])
        assert server.asked[-1].body["model"] == ANTHROPIC.model.name
        count = len(server.asked)
        thread = await world.start("18422 strict")
        assert not (await world.turn(thread, SMALL_TALK[0]))[0].startswith(TONE)
        assert len(server.asked) == count


async def test_a_run_whose_model_is_gone_is_worded_by_the_usual_one(tmp_path: Path) -> None:
    async with freeplay(tmp_path, rewords(message, _musing), others=(OTHER,)) as (world, server):
        thread = await world.start(f"18422 freeplay {OTHER}")
        assert world.house
        assert world.house.voice
        world.house.voice.models = world.house.voice.models[:1]
        assert await world.turn(thread, SMALL_TALK[0])
        assert server.asked[-1].body["model"] == ANTHROPIC.model.name
