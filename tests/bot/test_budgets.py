"""Budgets of the language model: in tokens and in money, over restarts and several processes, told once in a run."""

import asyncio
from contextlib import AsyncExitStack
from datetime import timedelta
from pathlib import Path

import pytest
from aiohttp import web

from bot.app.speaking import caps_in
from bot.settings import BadSettings, read_settings
from engine.llm.budget import Cap, Scope
from tests.bot.process import bot_process, kill
from tests.bot.test_freeplay import LINES, freeplay, rewords, says_hm
from tests.bot.world import World, eventually
from tests.databases import BACKENDS, fresh_url
from tests.engine.llm.dialects import message


async def stock_phrases_told(world: World, thread: str, who: str = "ana") -> list[str]:
    """What the rep was told of stock phrases, once they were."""

    async def told() -> list[str] | None:
        heard = [reply["text"] for reply in await world.replies(thread, who) if reply.get("is_ephemeral")]
        return [text for text in heard if "stock phrases" in text] or None

    await eventually(told)
    await asyncio.sleep(0.2)
    return await eventually(told)


@pytest.mark.parametrize(
    ("written", "micro_dollars"),
    [
        ("25", 25_000_000),
        ("25.50", 25_500_000),
        (" $0.1 ", 100_000),
        ("0.000001", 1),
        ("1234567.123456", 1_234_567_123_456),
        ("0.29", 290_000),
    ],
)
def test_a_budget_in_money_is_taken_to_the_last_digit(
    monkeypatch: pytest.MonkeyPatch, written: str, micro_dollars: int
) -> None:
    monkeypatch.setenv("HAGGLE_SPEND_PER_TEAM", written)
    caps = caps_in(read_settings())
    assert caps[Scope.TEAM] == Cap(None, micro_dollars)
    assert caps[Scope.RUN] == Cap(200_000, None)
    assert caps[Scope.PERSON] == Cap(1_000_000, None)
    assert caps[Scope.DAY] == Cap()


@pytest.mark.parametrize(
    "written", ["25,50", "1,000", "twenty", "-5", "0", "0.00", "1e3", "25.1234567", "£5", "٢", "."]
)
@pytest.mark.parametrize("scope", ["RUN", "PERSON", "TEAM", "DAY"])
def test_what_is_no_sum_of_money_is_told_with_what_is(
    monkeypatch: pytest.MonkeyPatch, written: str, scope: str
) -> None:
    monkeypatch.setenv(f"HAGGLE_SPEND_PER_{scope}", written)
    with pytest.raises(BadSettings) as raised:
        read_settings()
    assert str(raised.value) == (
        f"HAGGLE_SPEND_PER_{scope}: {written} is not a sum in US dollars. Give one above zero, with a point before the "
        "cents and nothing between thousands, such as 25 or 25.50."
    )


def test_a_budget_that_is_left_empty_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HAGGLE_SPEND_PER_DAY", "")
    assert caps_in(read_settings())[Scope.DAY] == Cap()


async def test_a_budget_in_money_lets_calls_through_until_it_is_used_up_and_the_rep_is_told_once(
    tmp_path: Path,
) -> None:
    """A call of this model costs a few millionths of a dollar."""
    budget = {"HAGGLE_SPEND_PER_PERSON": "0.000001"}
    async with freeplay(tmp_path, rewords(message, says_hm), **budget) as (world, server):
        thread = await world.start("18422 freeplay")
        assert (await world.turn(thread, LINES[0]))[0].startswith("Hm. ")
        for line in LINES[1:3]:
            assert not (await world.turn(thread, line))[0].startswith("Hm. ")
        (told,) = await stock_phrases_told(world, thread)
        assert "budget for one person and day is used up. It is there again from" in told
        assert len(server.asked) == 1


@pytest.mark.parametrize("backend", BACKENDS)
async def test_a_restart_does_not_begin_a_budget_anew(tmp_path: Path, backend: str) -> None:
    url, budget = fresh_url(backend, tmp_path), {"HAGGLE_TOKENS_PER_TEAM": 19}
    async with freeplay(tmp_path, rewords(message, says_hm), bot=False, **budget) as (world, server):
        async with world.joined(tmp_path, database=url):
            thread = await world.start("18422 freeplay")
            assert (await world.turn(thread, LINES[0]))[0].startswith("Hm. ")
        async with world.joined(tmp_path, database=url):
            thread = await world.start("7 freeplay")
            assert not (await world.turn(thread, LINES[1]))[0].startswith("Hm. ")
            assert "budget for your team and day" in (await stock_phrases_told(world, thread))[0]
        assert len(server.asked) == 1


async def test_two_processes_share_a_budget(tmp_path: Path) -> None:
    """Whichever of them takes a turn: of six lines at once, said in six runs, one has room."""
    url, budget = fresh_url("postgresql", tmp_path), {"HAGGLE_TOKENS_PER_DAY": 19}
    async with (
        freeplay(tmp_path, rewords(message, says_hm), bot=False, **budget) as (world, server),
        AsyncExitStack() as stack,
    ):
        for _ in range(2):
            await stack.enter_async_context(world.joined(tmp_path, database=url))
        threads = [await world.start(f"{seed} freeplay") for seed in range(6)]
        said = await asyncio.gather(*(world.turn(thread, LINES[0]) for thread in threads))
        assert sum(line.startswith("Hm. ") for (line,) in said) == 1
        assert len(server.asked) == 1


async def test_a_call_in_the_middle_of_which_the_bot_is_killed_is_counted(tmp_path: Path) -> None:
    asked = asyncio.Event()

    async def hangs(request: web.Request) -> web.StreamResponse:
        asked.set()
        await asyncio.sleep(60)
        raise AssertionError

    async with freeplay(tmp_path, hangs, bot=False, HAGGLE_TOKENS_PER_TEAM=100) as (world, server):
        async with bot_process(world, tmp_path) as process:
            thread = await world.start("18422 freeplay")
            await world.say("ana", LINES[0], thread)
            await asyncio.wait_for(asked.wait(), 15)
            await kill(process)
        async with world.joined(tmp_path):
            (told,) = await stock_phrases_told(world, thread)
            assert "set aside for answers under way; try again in a moment" in told
            world.clock.skew += timedelta(minutes=11)
            thread = await world.start("7 freeplay")
            assert await world.turn(thread, LINES[0])
            (told,) = await stock_phrases_told(world, thread)
            assert "budget for your team and day is used up" in told
        assert len(server.asked) == 1
