"""`haggle consistency` over real HTTP: the figures of a model that is steady, one that is not, one that fails."""

import asyncio
import json
from collections.abc import Callable
from itertools import count
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from bot.__main__ import cli
from tests.bot.test_freeplay import rewords
from tests.engine.llm.dialects import ANTHROPIC, KEYS, anthropic_error, message
from tests.engine.llm.server import Answer, Server


async def _run(answer: Answer, *arguments: str) -> tuple[Result, Server]:
    """What the command prints where the model answers so."""
    server = Server()
    server.answers = [answer]
    async with server.listening():
        environment = {
            "HAGGLE_MODEL": str(ANTHROPIC.model),
            "ANTHROPIC_API_KEY": KEYS[ANTHROPIC.provider],
            "ANTHROPIC_BASE_URL": server.address,
            "COLUMNS": "160",
            "TERM": "dumb",
        }
        told = ["consistency", "--seeds", "1", "--times", "2", *arguments]
        result = await asyncio.to_thread(CliRunner().invoke, cli, told, env=environment)
    return result, server


async def _figures(answer: Answer) -> dict[str, Any]:
    result, _ = await _run(answer, "--json")
    found: dict[str, Any] = json.loads(result.stdout)
    assert found["format"] == 1
    return found


async def test_a_steady_model_agrees_with_itself_and_leaks_nothing() -> None:
    found = await _figures(rewords(message, lambda line: f"Well. {line}"))
    assert found["runs"] == 6
    assert found["turns"] > 12
    assert found["alike"] == found["pairs"] > 0
    assert found["accepts_alike"] == found["scripts"] == 3
    assert (found["spread"], found["leaks"], found["stock"], found["retried"]) == (0, 0, 0, 0)
    assert found["labelled"] > 0
    assert found["input_tokens"] > 0


async def test_a_model_of_many_moods_is_found_out() -> None:
    calls = count()
    moods: tuple[Callable[[str], str], ...] = (str, lambda line: f"{line} What would it come to for us?")
    found = await _figures(rewords(message, lambda line: moods[next(calls) % 2](line)))
    assert found["alike"] < found["pairs"]


async def test_a_model_that_invents_prices_is_sent_back_and_not_heard() -> None:
    found = await _figures(rewords(message, lambda line: f"{line} Let's say $19,999."))
    assert found["retried"] == found["stock"] == found["turns"]
    assert "said what was not decided" in next(iter(found["why"]))
    assert found["leaks"] == 0


async def test_a_model_that_is_down_is_told_of_in_the_table() -> None:
    answer = anthropic_error("authentication_error", "invalid x-api-key", 401)
    result, _ = await _run(answer)
    assert result.exit_code == 0
    assert "does not accept the key" in result.stdout
    assert "100 %" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "environment", "told"),
    [
        ((), {"HAGGLE_MODEL": ""}, "No language model is set"),
        (("--model", "openai:gpt-5.2"), {}, "openai:gpt-5.2 is not in HAGGLE_MODEL"),
        (("--pack", "boats"), {}, "There is no pack boats"),
    ],
)
def test_what_cannot_be_tried_is_told(arguments: tuple[str, ...], environment: dict[str, str], told: str) -> None:
    known = {"HAGGLE_MODEL": str(ANTHROPIC.model), "ANTHROPIC_API_KEY": KEYS[ANTHROPIC.provider]}
    result = CliRunner().invoke(cli, ["consistency", *arguments], env={**known, **environment})
    assert result.exit_code == 2
    assert told in " ".join(result.stderr.split())
