"""Freeplay: a language model words what the rules decide, over real HTTP, and the run goes on whatever it does."""

import asyncio
import importlib
import json
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from pydantic import SecretStr

from bot.app.model_check import examine_models
from bot.app.speaking import speaking
from bot.settings import BadSettings, Settings
from engine.director.replay import play, verify
from engine.llm.model_name import Provider
from engine.negotiation.events import Event, Moved, Offered, Worded
from engine.persona.draw import draw_scenario
from packs.loading import load_installed
from storage import run_events, runs
from tests.bot.world import World, eventually, open_world
from tests.engine.llm.books import PlainBooks
from tests.engine.llm.dialects import ANTHROPIC, DIALECTS, KEYS, Dialect, anthropic_error, message
from tests.engine.llm.server import Answer, Server, drops, gives

CARS = load_installed().get("car_sales")
LINES = (
    "Hi, thanks for coming in. What got you looking?",
    "What matters most to you in it?",
    "It has three rows and five stars. It's 25,200 out the door.",
    "If you can settle it this week I can do 24,600 with the mats.",
)
SDKS = {Provider.ANTHROPIC: "anthropic_client", Provider.OPENAI: "openai_client", Provider.OPENROUTER: "openai_client"}
SAY = re.compile(r"<say>(.*?)</say>", re.DOTALL)


NO_LABELS = json.dumps({"acts": [], "amounts": []})


def _asked(body: dict[str, Any]) -> str:
    """What was asked last."""
    content = body["messages"][-1]["content"]
    return str(content if isinstance(content, str) else content[0]["text"])


def is_about_words(body: dict[str, Any]) -> bool:
    """Whether the model is to word an answer; it may also be asked to read along."""
    return "<say>" in _asked(body)


def is_about_reading(body: dict[str, Any]) -> bool:
    """Whether the model is to say what a line does; of a run that is over it is asked for comments."""
    return "<heard>" in _asked(body) and not is_about_words(body)


def rewords(says: Callable[..., Answer], change: Callable[[str], str]) -> Answer:
    """A model that says what it was given, changed, and finds nothing in what it is to read."""

    async def answer(request: web.Request) -> web.StreamResponse:
        body = await request.json()
        said = change(SAY.findall(_asked(body))[-1]) if is_about_words(body) else NO_LABELS
        return await says(said)(request)

    return answer


@asynccontextmanager
async def freeplay(
    folder: Path,
    answer: Answer,
    dialect: Dialect = ANTHROPIC,
    managers: tuple[str, ...] = (),
    others: tuple[str, ...] = (),
    bot: bool = True,
    **more: Any,
) -> AsyncIterator[tuple[World, Server]]:
    """A world whose counterparts are worded by a model that gives this answer; `more` settings for the bot.

    What takes seconds to load is loaded before it begins.
    """
    await asyncio.to_thread(importlib.import_module, f"engine.llm.{SDKS[dialect.provider]}")
    server, provider = Server(), dialect.provider
    server.answers = [answer]
    async with server.listening():
        model = {
            "HAGGLE_MODEL": ", ".join([str(dialect.model), *others]),
            f"{provider}_api_key": KEYS[provider],
            f"{provider}_base_url": server.address + dialect.base_path,
            **more,
        }
        async with open_world(folder, model=model, managers=managers, bot=bot) as world:
            yield world, server


async def _events(world: World) -> tuple[Event, ...]:
    assert world.house
    async with world.house.database.reading() as connection:
        workspace = world.sandbox.sandbox.workspace
        ana = next(person.id for person in workspace.people.values() if person.handle == "ana")
        (run,) = await runs.of_rep(connection, workspace.team_id, ana, 1)
        return await run_events.load(connection, run.team, run.id)


def _worded(events: tuple[Event, ...]) -> list[Worded]:
    return [event for event in events if isinstance(event, Worded)]


def says_hm(line: str) -> str:
    return f"Hm. {line}"


@pytest.mark.parametrize("dialect", DIALECTS, ids=lambda dialect: str(dialect.provider))
async def test_a_whole_run_is_worded_by_the_model_and_replays_without_it(tmp_path: Path, dialect: Dialect) -> None:
    async with freeplay(tmp_path, rewords(dialect.says, says_hm), dialect) as (world, server):
        thread = await world.start("18422 freeplay")
        for line in LINES:
            (said,) = await world.turn(thread, line)
            assert said.startswith("Hm. ")
        await world.press("ana", "run_end", thread)
        card = await world.verdict(thread)
        assert "car_sales@1#18422 freeplay" in str(card["blocks"])
        events = await _events(world)
    worded = _worded(events)
    assert len(worded) == len(LINES)
    assert all(event.by and not event.why and event.input_tokens for event in worded)
    assert verify(draw_scenario(CARS.pack, CARS.hash, 18422), events) is None
    about_words = [asked for asked in server.asked if is_about_words(asked.body)]
    assert len(about_words) == len(LINES)
    for asked in about_words:
        assert not {"temperature", "top_p", "top_k"} & set(asked.body)
        assert "Gloria Petrov" in json.dumps(asked.body)
    if dialect is ANTHROPIC:
        assert "cache_control" in json.dumps(server.asked[0].body["system"])


@pytest.mark.parametrize(
    "breaks",
    [
        lambda line: f"{line} My limit is $23,417.",
        lambda line: f"{line} <!channel>",
        lambda line: f"Seller: Thanks for coming in! {line}",
        lambda line: "As an AI language model I cannot haggle.",
        lambda line: "I accept your price, it's a deal.",
        lambda line: line * 60,
        lambda line: f"You give a voice to Gloria. {line} Write the answer alone. My instructions end here.",
    ],
    ids=["a limit", "a ping", "a role", "a model", "a deal", "no end", "its prompt"],
)
async def test_what_breaks_a_rule_is_asked_for_once_more_and_then_not_said(
    tmp_path: Path, breaks: Callable[[str], str]
) -> None:
    async with freeplay(tmp_path, rewords(message, breaks)) as (world, server):
        thread = await world.start("18422 freeplay")
        (said,) = await world.turn(thread, LINES[2])
        (event,) = _worded(await _events(world))
        assert len(server.asked) == 2
        assert "could not be used" in json.dumps(server.asked[1].body)
        assert event.text == said
        assert (event.by, bool(event.why), bool(event.broken)) == ("", True, True)
        assert "23,417" not in said


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (anthropic_error("authentication_error", "invalid x-api-key", 401), "does not accept the key"),
        (anthropic_error("not_found_error", "model: claude-haiku-5-5", 404), "has no model called"),
        (anthropic_error("invalid_request_error", "Your credit balance is too low", 400), "no credit left"),
        (message("", stop="refusal"), "refuses"),
        (drops, "no connection"),
    ],
    ids=["bad key", "unknown model", "no credit", "refusal", "dropped"],
)
async def test_a_model_in_trouble_never_stops_a_run_and_the_rep_is_told_once(
    tmp_path: Path, answer: Answer, told: str
) -> None:
    async with freeplay(tmp_path, answer) as (world, _):
        thread = await world.start("18422 freeplay")
        for line in LINES[:2]:
            assert await world.turn(thread, line)

        async def whispers() -> list[str] | None:
            heard = [reply["text"] for reply in await world.replies(thread) if reply.get("is_ephemeral")]
            return [text for text in heard if "stock phrases" in text] or None

        heard = await eventually(whispers)
        await asyncio.sleep(0.2)
        assert len(await eventually(whispers)) == 1
        assert told in heard[0]
        assert all(event.why for event in _worded(await _events(world)))


async def test_without_a_model_freeplay_says_what_is_missing_and_offers_strict(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        answer = await world.command("ana", "/haggle start 18422 freeplay")
        assert "HAGGLE_MODEL" in answer["response"]["text"]
        assert "Strict" in answer["response"]["text"]


async def test_a_run_goes_on_when_the_model_is_taken_away(tmp_path: Path) -> None:
    async with freeplay(tmp_path, rewords(message, says_hm)) as (world, _):
        thread = await world.start("18422 freeplay")
        assert world.house
        object.__setattr__(world.house, "voice", None)
        assert await world.turn(thread, LINES[0])
        (event,) = _worded(await _events(world))
        assert "no language model" in event.why


async def test_the_moves_and_the_score_are_those_of_the_strict_run(tmp_path: Path) -> None:
    """A model that turns every question into a statement changes nothing that is decided."""
    async with freeplay(tmp_path, rewords(message, lambda line: line.replace("?", "."))) as (world, _):
        thread = await world.start("18422 freeplay")
        for line in (*LINES, "What if I said 24,000?", "Yes."):
            assert await world.turn(thread, line)
        await world.press("ana", "run_end", thread)
        await world.verdict(thread)
        events = await _events(world)
    scenario = draw_scenario(CARS.pack, CARS.hash, 18422)
    strict = play(scenario, (*LINES, "What if I said 24,000?", "Yes."), "strict", events[0].at)
    assert _decided(events) == _decided(strict)


def _decided(events: tuple[Event, ...]) -> list[tuple[str, object]]:
    moved = [("moved", (event.move, event.mood)) for event in events if isinstance(event, Moved)]
    return [*moved, *(("offered", (event.side, event.terms)) for event in events if isinstance(event, Offered))]


async def test_the_doctor_asks_the_model_for_a_word() -> None:
    server = Server()
    server.answers = [message("Yes."), anthropic_error("authentication_error", "invalid x-api-key", 401)]
    async with server.listening():
        settings = Settings(
            _env_file=None,
            HAGGLE_MODEL=str(ANTHROPIC.model),
            anthropic_api_key=SecretStr("sk-ant-KEY"),
            anthropic_base_url=server.address,
        )
        (well,) = await examine_models(settings)
        (bad,) = await examine_models(settings)
    assert well.well
    assert "answers as claude-haiku-5-5; that took 19 tokens" in well.text
    assert not bad.well
    assert "does not accept the key in ANTHROPIC_API_KEY" in bad.text
    assert "sk-ant-KEY" not in bad.text


@pytest.mark.parametrize(
    ("named", "told"),
    [("gpt-5.2", "is not the name of a model"), ("openai:gpt-5.2", "OPENAI_API_KEY is not set")],
)
async def test_a_model_that_cannot_be_used_as_named_is_told_before_anything_starts(named: str, told: str) -> None:
    settings = Settings(_env_file=None, HAGGLE_MODEL=named)
    (finding,) = await examine_models(settings)
    assert told in finding.text
    with pytest.raises(BadSettings, match=told):
        async with speaking(settings, PlainBooks()):
            pass


async def test_while_the_model_looks_for_words_the_thread_shows_that_the_buyer_is_thinking(tmp_path: Path) -> None:
    seen = asyncio.Event()

    async def slowly(request: web.Request) -> web.StreamResponse:
        await seen.wait()
        return await rewords(message, says_hm)(request)

    async with freeplay(tmp_path, slowly) as (world, _):
        thread = await world.start("18422 freeplay")
        await world.say("ana", LINES[0], thread)

        async def status() -> Any:
            return (await world.ask("GET", f"channels/practice/threads/{thread}?as=ana"))["status"]

        async def shown() -> str | None:
            found = await status()
            return str(found) if found and "is thinking" in str(found) else None

        assert "Gloria Petrov" in await eventually(shown)
        seen.set()

        async def answered() -> bool | None:
            return any("Hm. " in line for line in await world.lines(thread)) or None

        assert await eventually(answered)
        assert "is thinking" not in str(await status())


async def test_a_run_over_its_budget_asks_no_model_and_goes_on_in_stock_phrases(tmp_path: Path) -> None:
    async with freeplay(tmp_path, rewords(message, says_hm), HAGGLE_TOKENS_PER_RUN=19) as (world, server):
        thread = await world.start("18422 freeplay")
        assert (await world.turn(thread, LINES[0]))[0].startswith("Hm. ")
        assert not (await world.turn(thread, LINES[1]))[0].startswith("Hm. ")
        assert "budget for this run is used up" in _worded(await _events(world))[-1].why
        assert len(server.asked) == 1


@pytest.mark.parametrize(
    ("provider", "path", "header"),
    [
        ("anthropic", "/v1/models", "x-api-key"),
        ("openai", "/v1/models", "Authorization"),
        ("openrouter", "/api/v1/key", "Authorization"),
    ],
)
async def test_the_doctor_tries_a_key_by_which_no_model_is_named(provider: str, path: str, header: str) -> None:
    server = Server()
    server.answers = [gives({"data": []}), gives({"error": "no"}, 401), gives({"error": "later"}, 503), drops]
    base = {"anthropic": "", "openai": "/v1", "openrouter": "/api/v1"}[provider]
    async with server.listening():
        keys = {f"{provider}_api_key": SecretStr("sk-KEY"), f"{provider}_base_url": server.address + base}
        settings = Settings(_env_file=None, **keys)
        found = [(await examine_models(settings))[-1] for _ in range(4)]
    asked = server.asked[0]
    assert (asked.path, asked.headers[header].endswith("sk-KEY")) == (path, True)
    taken, refused, failing, unreachable = found
    assert taken.well
    assert "takes the key" in taken.text
    assert "HAGGLE_MODEL names no model of it" in taken.text
    assert not any(finding.well for finding in (refused, failing, unreachable))
    assert "does not accept the key" in refused.text
    assert "503" in failing.text
    assert "no connection" in unreachable.text
    assert not [finding for finding in found if "sk-KEY" in finding.text]


async def test_the_doctor_asks_every_model_that_is_named() -> None:
    server = Server()
    server.answers = [message("Yes."), anthropic_error("not_found_error", "model: claude-none", 404)]
    async with server.listening():
        settings = Settings(
            _env_file=None,
            HAGGLE_MODEL=f"{ANTHROPIC.model}, anthropic:claude-none",
            anthropic_api_key=SecretStr("sk-ant-KEY"),
            anthropic_base_url=server.address,
        )
        well, bad = await examine_models(settings)
    assert well.well
    assert not bad.well
    assert "anthropic:claude-none" in bad.text


async def test_managers_are_told_once_of_what_lasts_until_somebody_mends_it(tmp_path: Path) -> None:
    answer = anthropic_error("authentication_error", "invalid x-api-key", 401)
    async with freeplay(tmp_path, answer, managers=("mei",)) as (world, _):
        for line in LINES[:2]:
            thread = await world.start("18422 freeplay")
            assert await world.turn(thread, line)

        async def told() -> list[str] | None:
            await world.ask("POST", "messages_tab/open", **{"as": "mei"})
            heard = [each["text"] for each in await world.messages("mei", "dm") if "language model" in each["text"]]
            return heard or None

        (words,) = await eventually(told)
        await asyncio.sleep(0.3)
        assert await told() == [words]
        assert "does not accept the key in ANTHROPIC_API_KEY" in words
        assert "`haggle doctor`" in words
        assert not [each for each in await world.messages("ana", "dm") if "haggle doctor" in each["text"]]


async def test_managers_are_not_told_of_what_passes(tmp_path: Path) -> None:
    async with freeplay(tmp_path, message("", stop="refusal"), managers=("mei",)) as (world, _):
        thread = await world.start("18422 freeplay")
        assert await world.turn(thread, LINES[0])
        assert world.house
        assert world.house.wake.alerts.empty()
        await asyncio.sleep(0.3)
        await world.ask("POST", "messages_tab/open", **{"as": "mei"})
        assert not [each for each in await world.messages("mei", "dm") if "language model" in each["text"]]
