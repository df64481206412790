"""`/haggle usage`: what the language model took and costs, for managers, over the wire."""

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from aiohttp import web

from tests.bot.test_freeplay import LINES, freeplay, rewords, says_hm
from tests.bot.world import Json, World, ids_of, open_world
from tests.databases import BACKENDS, fresh_url
from tests.engine.llm.dialects import OPENAI, anthropic_error, completion, message

UNPRICED = replace(
    OPENAI, model=OPENAI.model._replace(name="gpt-imaginary"), says=partial(completion, model="gpt-imaginary")
)


async def usage(world: World, who: str = "mei", channel: str = "practice") -> Json:
    """What the person is shown, and nobody else."""
    shown: Json = (await world.command(who, "/haggle usage", channel))["response"]
    assert shown["is_ephemeral"]
    return shown


def table(shown: Json) -> dict[str, list[str]]:
    """The figures by their titles: today, seven days, the month."""
    rows = next(block["rows"] for block in shown["blocks"] if block["type"] == "table")
    return {row[0]["text"]: [cell["text"] for cell in row[1:]] for row in rows}


async def play(world: World, count: int = 2, who: str = "ana") -> str:
    """A run in freeplay of so many lines."""
    thread = await world.start("18422 freeplay", who)
    for line in LINES[:count]:
        await world.turn(thread, line, who)
    return thread


@pytest.mark.parametrize("backend", BACKENDS)
async def test_a_manager_sees_calls_tokens_cost_and_who_used_them(tmp_path: Path, backend: str) -> None:
    url = fresh_url(backend, tmp_path)
    async with (
        freeplay(tmp_path, rewords(message, says_hm), bot=False) as (world, _),
        world.joined(tmp_path, database=url),
    ):
        await play(world, 2)
        await play(world, 1, "ben")
        shown = await usage(world)
        figures = table(shown)
        assert figures["Calls"] == ["3", "3", "3"]
        assert figures["Tokens in"] == ["36"] * 3
        assert figures["Tokens out"] == ["21"] * 3
        assert figures["Cost"][0].startswith("$0.0")
        assert figures["Buyers’ lines"] == ["3"] * 3
        assert not {"– stock phrases", "– unknown for", "Over budget"} & set(figures)
        said, (ana, ben) = str(shown["blocks"]), ids_of(world.sandbox, ("ana", "ben"))
        assert "Buyers’ lines in freeplay by `anthropic:claude-haiku-5-5`: 3 calls, 57 tokens, $0.0" in said
        assert said.index(f"<@{ana}>: 2 calls, 38 tokens") < said.index(f"<@{ben}>: 1 call, 19 tokens")
        assert "A run (today’s fullest): under 1% of 200,000 tokens" in said
        assert "A person and day (today’s fullest): under 1% of 1,000,000 tokens" in said
        assert "This workspace" not in said
        assert "Today: 3 calls, 57 tokens, $0.0" in shown["text"]
        assert "0 of 3 lines were stock phrases" in shown["text"]


async def test_who_is_no_manager_is_told_who_can(tmp_path: Path) -> None:
    async with freeplay(tmp_path, rewords(message, says_hm)) as (world, _):
        await play(world, 1)
        shown = await usage(world, "ana")
        assert shown["text"] == "Only managers can do that. `/haggle managers` lists them."
        assert "tokens" not in str(shown)


async def test_it_can_be_asked_for_in_direct_messages_and_in_channels_and_put_away(tmp_path: Path) -> None:
    async with freeplay(tmp_path, rewords(message, says_hm)) as (world, _):
        await play(world, 1)
        for channel in ("dm", "general"):
            shown = await usage(world, "mei", channel)
            assert table(shown)["Calls"] == ["1", "1", "1"]
            await world.press("mei", "close_looking_back", shown["ts"], channel)
            assert not [each for each in await world.messages("mei", channel) if "Use of the language" in str(each)]


async def test_without_a_model_it_says_how_one_is_switched_on(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        shown = await usage(world)
        assert "rules alone, which costs nothing" in shown["text"]
        for words in ("HAGGLE_MODEL", "haggle doctor", "freeplay"):
            assert words in shown["text"]
            assert words in str(shown["blocks"])


async def test_a_model_that_nobody_has_used_is_named_with_the_way_to_use_it_and_its_budgets(tmp_path: Path) -> None:
    async with freeplay(tmp_path, rewords(message, says_hm), HAGGLE_SPEND_PER_DAY="25.50") as (world, server):
        shown = await usage(world)
        assert "`anthropic:claude-haiku-5-5` is set up, and nobody has used it" in shown["text"]
        assert "/haggle start freeplay" in shown["text"]
        assert "Everybody and day: 0% of $25.50" in str(shown["blocks"])
        assert not server.asked


async def test_a_cost_that_nobody_knows_is_unknown_and_counts_in_a_budget_of_money(tmp_path: Path) -> None:
    budget = {"HAGGLE_SPEND_PER_TEAM": "0.0200"}
    async with freeplay(tmp_path, rewords(UNPRICED.says, says_hm), UNPRICED, **budget) as (world, _):
        await play(world, 2)
        shown = await usage(world)
        figures, said = table(shown), str(shown["blocks"])
        assert figures["Cost"] == ["unknown"] * 3
        assert figures["– unknown for"] == ["2"] * 3
        assert "2 calls, 58 tokens, cost unknown for 2 calls" in said
        assert "This workspace and day: 21% of $0.0200" in said
        assert "$0," not in said
        assert "cost unknown for 2 calls" in shown["text"]


async def test_a_budget_that_is_used_up_and_the_stock_phrases_since_then_are_seen(tmp_path: Path) -> None:
    async with freeplay(tmp_path, rewords(message, says_hm), HAGGLE_TOKENS_PER_RUN=19) as (world, _):
        await play(world, 3)
        shown = await usage(world)
        figures = table(shown)
        assert figures["Calls"] == ["1"] * 3
        assert figures["Buyers’ lines"] == ["3"] * 3
        assert figures["– stock phrases"] == ["66%"] * 3
        assert figures["Over budget"] == ["2"] * 3
        assert "A run (today’s fullest): *used up*, 100% of 19 tokens" in str(shown["blocks"])
        assert "A run (today’s fullest): used up, 100% of 19 tokens" in shown["text"]
        assert "2 of 3 lines were stock phrases" in shown["text"]


async def test_lines_asked_for_again_and_calls_without_a_reply_are_seen(tmp_path: Path) -> None:
    good = rewords(message, says_hm)
    answers = [
        message("I accept your price, it's a deal."),
        good,
        anthropic_error("overloaded_error", "Overloaded", 529),
        good,
        anthropic_error("authentication_error", "invalid x-api-key", 401),
    ]

    async def in_turn(request: web.Request) -> web.StreamResponse:
        return await answers.pop(0)(request)

    async with freeplay(tmp_path, in_turn) as (world, _):
        await play(world, 3)
        figures = table(await usage(world))
        assert figures["Calls"] == ["4"] * 3
        assert figures["– asked again"] == ["1"] * 3
        assert figures["– sent again"] == ["1"] * 3
        assert figures["– no reply"] == ["1"] * 3
        assert figures["– stock phrases"] == ["33%"] * 3


async def test_a_run_in_strict_mode_uses_nothing(tmp_path: Path) -> None:
    async with freeplay(tmp_path, rewords(message, says_hm)) as (world, server):
        thread = await world.start("18422 strict")
        await world.turn(thread, LINES[0])
        assert "nobody has used it" in (await usage(world))["text"]
        assert not server.asked


async def test_it_is_still_there_when_the_model_is_taken_away(tmp_path: Path) -> None:
    async with freeplay(tmp_path, rewords(message, says_hm), bot=False) as (world, _):
        async with world.joined(tmp_path):
            await play(world, 1)
        world.model = {}
        async with world.joined(tmp_path):
            shown = await usage(world)
            assert table(shown)["Calls"] == ["1"] * 3
            assert "No language model is set up any more" in str(shown["blocks"])
