"""`haggle simulate` with parties that a model plays, over real HTTP."""

import asyncio
import json
import re
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from sqlalchemy import select
from typer.testing import CliRunner, Result

from bot.__main__ import cli
from bot.flows.simulating.asked import TEAM
from storage import simulated
from storage.database import open_to_read
from storage.market_tables import negotiation_runs
from tests.databases import fresh_url
from tests.engine.llm.dialects import ANTHROPIC, KEYS, anthropic_error, message
from tests.engine.llm.server import Answer, Server

MODEL = str(ANTHROPIC.model)
_LIST_PRICE = re.compile(r"list price is (\$[\d.]+)")
_OFFERED = re.compile(r"(\w+) offers 3 USB-C cables at \$([\d.]+) each")


@pytest.fixture
def url(tmp_path: Path) -> str:
    """A fresh database in a file."""
    return fresh_url("sqlite", tmp_path)


def seller(body: dict[str, Any]) -> dict[str, Any]:
    """A seller that names its list price and stays there, and claims what nobody has on its list."""
    asked = json.dumps(body)
    if "You have made no offer yet" not in asked:
        return {"reasoning": "No.", "act": "hold", "offer": None, "message": "They are waterproof."}
    found = _LIST_PRICE.search(asked)
    assert found
    price = found[1]
    offer = {"price": price.removeprefix("$"), "quantity": 3}
    return {"reasoning": "First.", "act": "offer", "offer": offer, "message": f"{price} each."}


def buyer(body: dict[str, Any]) -> dict[str, Any]:
    """A buyer that asks once and takes the cheapest."""
    content = body["messages"][-1]["content"]
    asked = str(content if isinstance(content, str) else content[0]["text"])
    offers = sorted((float(price), who) for who, price in _OFFERED.findall(asked))
    does = {"reasoning": "So.", "seller": None, "message": "", "bid": None, "quantity": None}
    if offers:
        return does | {"act": "take", "seller": offers[0][1]}
    return does | {"act": "say", "message": "I need 3 USB-C cables, what do you ask?"}


def plays() -> Answer:
    """A model that plays whichever part it is given."""

    async def answer(request: web.Request) -> web.StreamResponse:
        body = await request.json()
        part = buyer if "You buy in a market" in json.dumps(body) else seller
        return await message(json.dumps(part(body)))(request)

    return answer


async def simulate(url: str, answer: Answer, *words: str) -> tuple[Result, Server]:
    """What the command says about the example market, where the model answers so."""
    server = Server()
    server.answers = [answer]
    environment = {"DATABASE_URL": url, "COLUMNS": "160", "TERM": "dumb", "HAGGLE_MODEL": MODEL}
    told = ["simulate", "--market", "usb_cables", "--seeds", "1..4", *words]
    async with server.listening():
        where = {"ANTHROPIC_API_KEY": KEYS[ANTHROPIC.provider], "ANTHROPIC_BASE_URL": server.address}
        result = await asyncio.to_thread(CliRunner().invoke, cli, told, env=environment | where)
    return result, server


async def stored(url: str) -> list[tuple[str, str]]:
    """Who played buyer and sellers in the talks that are stored."""
    database = await open_to_read(url)
    try:
        async with database.reading() as connection:
            columns = (negotiation_runs.c[name] for name in ("id", "buyer", "sellers"))
            rows = await connection.all(select(*columns))
            held = await simulated.held_of(connection, TEAM, [row.id for row in rows])
            assert len(held) == len(rows)
            return [(row.buyer, row.sellers) for row in rows]
    finally:
        await database.close()


async def test_a_model_plays_both_sides_and_what_it_took_and_invented_is_counted(url: str) -> None:
    told, server = await simulate(url, plays(), "--buyer", "guarded", "--sellers", f"guarded:{MODEL}", "--json")
    assert told.exit_code == 0, told.output
    document = json.loads(told.stdout)
    assert (document["talks"], document["deals"], document["broken"]) == (4, 4, 0)
    assert document["spending"]["requests"] == len(server.asked) == 20
    assert document["spending"]["tokens_in"] == 20 * 12
    assert (document["lines"]["by_model"], document["lines"]["said"]) == (20, 12)
    assert await stored(url) == [(MODEL, MODEL)] * 4
    again, server = await simulate(url, plays(), "--buyer", "guarded", "--sellers", "guarded", "--json")
    assert server.asked == []
    assert json.loads(again.stdout)["spending"] == document["spending"]


async def test_sellers_of_a_model_meet_a_strict_buyer(url: str) -> None:
    told, _ = await simulate(url, plays(), "--sellers", "guarded", "--buyer", "patient", "--jobs", "2")
    assert told.exit_code == 0, told.output
    rows = {line.split("  ")[0]: line for line in told.stdout.splitlines()}
    assert "0 held back, 0 unanswered" in rows["by models"]
    invented = re.search(r"(\d+) prices, (\d+) features", rows["invented"])
    assert invented
    assert int(invented[2]) > 0
    assert "$0." in rows["cost"] or "unknown" in rows["cost"]
    assert await stored(url) == [("strict:patient", MODEL)] * 4


async def test_several_talks_are_played_at_once_and_no_more_than_that(url: str) -> None:
    open_now, most = 0, 0

    async def answer(request: web.Request) -> web.StreamResponse:
        nonlocal open_now, most
        open_now += 1
        most = max(most, open_now)
        await asyncio.sleep(0.05)
        open_now -= 1
        return await plays()(request)

    told, _ = await simulate(url, answer, "--buyer", "guarded", "--jobs", "2")
    assert told.exit_code == 0, told.output
    assert most == 2


async def test_no_talk_begins_once_the_budget_is_spent_and_the_rest_can_follow(url: str) -> None:
    words = ("--buyer", "guarded", "--sellers", "guarded", "--jobs", "1", "--json")
    told, _ = await simulate(url, plays(), *words, "--budget", "0.000001")
    assert told.exit_code == 0, told.output
    assert "The budget is spent: 3 of 4 talks were not held." in " ".join(told.stderr.split())
    assert json.loads(told.stdout)["talks"] == len(await stored(url)) == 1
    rest, server = await simulate(url, plays(), *words, "--budget", "$5")
    assert (json.loads(rest.stdout)["talks"], len(server.asked)) == (4, 15)
    wrong, server = await simulate(url, plays(), *words, "--budget", "five")
    assert "five is not a sum in US dollars." in " ".join(wrong.stderr.split())
    assert (wrong.exit_code, server.asked) == (2, [])


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (anthropic_error("authentication_error", "invalid x-api-key", 401), "does not accept the key"),
        (message("What a lovely day."), "No move of a whole talk was a model's"),
    ],
)
async def test_a_talk_that_no_model_held_is_told_of_and_not_stored(url: str, answer: Answer, why: str) -> None:
    told, _ = await simulate(url, answer, "--sellers", "guarded")
    assert told.exit_code == 2
    assert why in " ".join(told.stderr.split())
    assert await stored(url) == []


@pytest.mark.parametrize(
    ("environment", "words", "told"),
    [
        ({"HAGGLE_MODEL": ""}, ("--sellers", "guarded"), "No language model is set. Set HAGGLE_MODEL and its key"),
        ({}, ("--buyer", "guarded"), f"HAGGLE_MODEL names {MODEL}, but ANTHROPIC_API_KEY is not set."),
        ({"ANTHROPIC_API_KEY": "k"}, ("--buyer", "guarded:openai:gpt-5.2"), f"not in HAGGLE_MODEL. There: {MODEL}."),
    ],
)
def test_a_model_that_is_not_set_up_is_told_with_what_to_set(
    url: str, environment: dict[str, str], words: tuple[str, ...], told: str
) -> None:
    known = {"DATABASE_URL": url, "HAGGLE_MODEL": MODEL, "ANTHROPIC_API_KEY": ""}
    refused = CliRunner().invoke(cli, ["simulate", "--market", "laptops", *words], env=known | environment)
    assert refused.exit_code == 2
    assert told in " ".join(refused.stderr.split())
