"""Sellers that a language model plays, over real HTTP: they decide, limits hold, and the talk goes on in any case."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from sqlalchemy import select

from bot.views.market_buttons import TAKE
from storage.market_tables import messages
from tests.bot.markets.desk import heard, offers, open_market, said, since, takes, whispers
from tests.bot.test_freeplay import freeplay
from tests.bot.world import World, eventually, is_verdict
from tests.engine.llm.dialects import ANTHROPIC, DIALECTS, Dialect, anthropic_error
from tests.engine.llm.server import Answer

FIRST = "I need 3 USB-C cables, what can you offer?"


def plays(dialect: Dialect, below: int = 0) -> Answer:
    """A model that offers its list price, or so many dollars below it, and tells itself why."""

    async def answer(request: web.Request) -> web.StreamResponse:
        told = json.dumps(await request.json())
        price = float(re.findall(r"list price is \$([\d.]+)", told)[0]) - below
        wish = {
            "reasoning": f"Secret thought at {price:.2f}.",
            "act": "offer",
            "offer": {"price": f"{price:.2f}", "quantity": 3},
            "message": f"For you ${price:.2f} each.",
        }
        return await dialect.says(json.dumps(wish))(request)

    return answer


async def kept(world: World) -> list[Any]:
    """What the sellers' lines were stored with."""
    assert world.house
    async with world.house.database.reading() as connection:
        rows = await connection.all(
            select(messages.c.sender, messages.c.model, messages.c.reasoning, messages.c.details).where(
                messages.c.kind == "seller_said"
            )
        )
    return list(rows)


@pytest.mark.parametrize("dialect", DIALECTS, ids=lambda dialect: str(dialect.provider))
async def test_each_seller_is_asked_apart_and_its_reasoning_is_kept_and_never_posted(
    tmp_path: Path, dialect: Dialect
) -> None:
    async with freeplay(tmp_path, plays(dialect), dialect) as (world, server):
        thread = await open_market(world, "usb_cables 77 guarded")
        first = await heard(world, thread, FIRST)
        assert said(first) == {
            "CableHouse": "For you $8.50 each.",
            "QuickTech": "For you $7.00 each.",
            "BudgetWires": "For you $6.50 each.",
        }
        assert len(server.asked) == 3
        rows = await kept(world)
        assert {row.sender for row in rows} == set(said(first))
        assert all(row.model and row.reasoning.startswith("Secret thought at") for row in rows)
        before = len(await world.replies(thread))
        await world.press("ana", f"{TAKE}:QuickTech", offers(first)["ts"])
        verdict = next(each for each in await since(world, thread, before) if is_verdict(each))
        assert "Coherence 100 %: 3 lines of sellers" in str(verdict["blocks"])
        assert "Secret thought" not in str(await world.replies(thread))


async def test_a_seller_never_goes_below_its_least_price_whatever_the_model_wants(tmp_path: Path) -> None:
    async with freeplay(tmp_path, plays(ANTHROPIC, below=3)) as (world, server):
        thread = await open_market(world, "usb_cables 77 guarded")
        first = await heard(world, thread, FIRST)
        assert {handle: button["value"].split()[2] for handle, button in takes(offers(first)).items()} == {
            "CableHouse": "850",
            "QuickTech": "700",
            "BudgetWires": "650",
        }
        assert len(server.asked) == 6
        assert all(row.details["held"] == "price" for row in await kept(world))


async def test_where_the_model_is_away_the_rules_play_and_the_rep_is_told_once(tmp_path: Path) -> None:
    away = anthropic_error("authentication_error", "invalid x-api-key", 401)
    async with freeplay(tmp_path, away) as (world, _):
        thread = await open_market(world, "usb_cables 77 guarded")
        await heard(world, thread, FIRST)

        async def told() -> bool | None:
            is_told = any("The rules play the sellers" in each["text"] for each in await whispers(world, thread))
            return (is_told and len(said(await world.replies(thread))) == 3) or None

        await eventually(told)
        await heard(world, thread, "@QuickTech too expensive")
        assert sum("The rules play" in each["text"] for each in await whispers(world, thread)) == 1


async def test_guarded_sellers_cannot_be_had_without_a_model(world: World) -> None:
    answer = await world.command("ana", "/haggle buy usb_cables guarded")
    assert "There is no language model here for guarded sellers" in str(answer)
