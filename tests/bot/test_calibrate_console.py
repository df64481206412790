"""`haggle calibrate`: a table for people and a document for programs, from the database that a bot is using."""

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from bot.__main__ import cli
from bot.console.calibrate import in_points
from engine.scoring.rubric import RUBRIC
from tests.bot.desk_of_disputes import card, decide, dispute, ended, verdict_with
from tests.bot.world import World

DOCS = Path(__file__).parents[2] / "docs" / "play.md"


def calibrate(database: Path, *arguments: str) -> Result:
    """What the command prints."""
    environment = {"DATABASE_URL": f"sqlite:///{database}", "COLUMNS": "200", "TERM": "dumb"}
    return CliRunner().invoke(cli, ["calibrate", *arguments], env=environment)


async def document(database: Path) -> dict[str, dict[str, Any]]:
    """The rows of the document, by check."""
    told = await asyncio.to_thread(calibrate, database, "--json")
    assert told.exit_code == 0, told.output
    printed = json.loads(told.stdout)
    assert printed["format"] == 1
    return {row["check"]: row for row in printed["checks"]}


async def test_agreement_and_bias_are_counted_while_the_bot_is_at_work(world: World, tmp_path: Path) -> None:
    database = tmp_path / "haggle.sqlite"
    before = await document(database)
    assert list(before) == [check.id for check in RUBRIC]
    assert before["trust"] == {
        "check": "trust", "judged": 0, "disputed": 0, "open": 0, "upheld": 0, "changed": 0,
        "agreement": None, "unchanged": None, "bias": None, "bias_text": None,
    }  # fmt: skip
    thread, verdict = await ended(world)
    await dispute(world, verdict["ts"], "discovery")
    given = int(str(await card(world)).split(" of 9 by the judge")[0].split("\\n")[-1].split()[-1])
    await decide(world, "mei", (await card(world))["ts"], 9)
    await verdict_with(world, thread, "after dispute")
    await dispute(world, verdict["ts"], "trust")
    row = (await document(database))["discovery"]
    assert (row["judged"], row["disputed"], row["changed"], row["agreement"], row["unchanged"]) == (1, 1, 1, 0, 0)
    assert row["bias"] == 9 - given
    assert row["bias_text"] == f"+{9 - given}.0"
    table = (await asyncio.to_thread(calibrate, database)).stdout
    assert "2 disputes, 1 of them decided." in table
    shown = next(line.split() for line in table.splitlines() if line.startswith("discovery"))
    assert shown == ["discovery", "1", "1", "0", "0", "1", "0", "%", "0", "%", f"+{9 - given}.0"]


async def test_without_disputes_the_table_says_so(world: World, tmp_path: Path) -> None:
    await ended(world)
    told = await asyncio.to_thread(calibrate, tmp_path / "haggle.sqlite")
    assert told.exit_code == 0
    assert "No check has been disputed yet" in told.stdout
    assert next(line.split() for line in told.stdout.splitlines() if line.startswith("conduct"))[1:] == [
        "1", "0", "0", "0", "0", "–", "100", "%", "–",
    ]  # fmt: skip


def test_without_a_database_it_says_where_it_looked(tmp_path: Path) -> None:
    told = calibrate(tmp_path / "none.sqlite")
    assert told.exit_code == 2
    assert "There is no database at" in told.output


def test_every_field_stands_in_the_docs() -> None:
    page = DOCS.read_text(encoding="utf-8")
    for field in ("check", "judged", "disputed", "open", "upheld", "changed", "agreement", "unchanged", "bias"):
        assert f"`{field}`" in page, field


@pytest.mark.parametrize(("tenths", "words"), [(8, "+0.8"), (-15, "-1.5"), (0, "0.0"), (None, None), (120, "+12.0")])
def test_a_bias_is_told_with_its_sign_and_one_digit(tenths: int | None, words: str | None) -> None:
    assert in_points(tenths) == words
