"""`haggle simulate` and `haggle markets`: a table for people, a document for programs, and what is stored."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, NamedTuple

import psutil
import pytest
from sqlalchemy import func, select
from typer.testing import CliRunner, Result

from bot.__main__ import cli
from bot.console.seed_ranges import BadSeeds, as_written, seeds_in
from bot.flows.simulating.asked import TEAM
from packs.markets import INSTALLED
from storage import markets, simulated
from storage.database import open_database, open_to_read
from storage.market_tables import messages, negotiation_runs, outcomes
from tests.databases import BACKENDS, fresh_url
from tests.engine.marketplace.given import NOW
from tests.engine.marketplace.given import market as cables


@pytest.fixture(params=BACKENDS)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A fresh database of each kind."""
    return fresh_url(request.param, tmp_path)


@pytest.fixture
def sqlite(tmp_path: Path) -> str:
    """A fresh database in a file."""
    return fresh_url("sqlite", tmp_path)


def haggle(url: str, *words: object) -> Result:
    """What the command prints."""
    environment = {"DATABASE_URL": url, "COLUMNS": "160", "TERM": "dumb"}
    return CliRunner().invoke(cli, [*map(str, words)], env=environment)


def simulate(url: str, *words: object) -> dict[str, Any]:
    """The document of a simulation in the market of laptops, which has two items."""
    told = haggle(url, "simulate", "--market", "laptops", "--json", "--jobs", 2, *words)
    assert told.exit_code == 0, told.output
    document: dict[str, Any] = json.loads(told.stdout)
    assert document["format"] == 1
    return document


class Stored(NamedTuple):
    """What a database holds of simulated talks."""

    over: tuple[str, ...]
    begun: int
    outcomes: int
    talked: int


async def _stored(url: str) -> Stored:
    database = await open_to_read(url)
    try:
        async with database.reading() as connection:
            talks = await connection.all(select(negotiation_runs.c.id, negotiation_runs.c.status))
            ended = await connection.all(select(outcomes.c.negotiation_id))
            lines = await connection.first(select(func.count(messages.c.negotiation_id.distinct())))
            over = tuple(row.id for row in talks if row.status == "completed")
            for held in await simulated.held_of(connection, TEAM, over):
                assert held.room.ending is held.verdict.ending
            assert lines is not None
            return Stored(over, len(talks), len(ended), lines[0])
    finally:
        await database.close()


def stored(url: str) -> Stored:
    """What a database holds of simulated talks."""
    return asyncio.run(_stored(url))


def over(url: str) -> int:
    """How many talks are stored by now."""

    async def counted() -> int:
        database = await open_to_read(url)
        try:
            async with database.reading() as connection:
                found = await connection.first(select(func.count(negotiation_runs.c.id)))
                return found[0] if found else 0
        finally:
            await database.close()

    return asyncio.run(counted())


def test_every_item_of_every_seed_is_played_and_stored(url: str) -> None:
    document = simulate(url, "--seeds", "1..12,20")
    assert (document["talks"], document["seeds"], document["items"]) == (
        26,
        "1..12,20",
        ["business_laptop", "docking_station"],
    )
    assert document["broken"] == 0
    there = stored(url)
    assert (len(there.over), there.begun, there.outcomes, there.talked) == (26, 26, 26, 26)


def test_the_same_seeds_give_the_same_figures_here_and_elsewhere(url: str, tmp_path: Path) -> None:
    first = simulate(url, "--seeds", "1..8")
    assert simulate(url, "--seeds", "8,1..7") == first
    assert simulate(fresh_url("sqlite", tmp_path), "--seeds", "1..8") == first
    table = haggle(url, "simulate", "--market", "laptops", "--seeds", "1..8", "--jobs", 1)
    assert "16 of 16 talks were stored already." in table.stderr
    assert table.stdout == haggle(url, "simulate", "--market", "laptops", "--seeds", "1..8").stdout
    assert table.stdout.startswith("laptops · business_laptop, docking_station · seeds 1..8 · buyer strict")


def test_what_is_stored_is_not_played_again_and_what_changes_the_talk_is_another_one(sqlite: str) -> None:
    simulate(sqlite, "--seeds", "1..4", "--item", "docking_station")
    assert len(stored(sqlite).over) == 4
    simulate(sqlite, "--seeds", "1..4")
    assert len(stored(sqlite).over) == 8
    simulate(sqlite, "--seeds", "1..4", "--buyer", "patient")
    with_patient = len(stored(sqlite).over)
    assert 8 < with_patient <= 16
    simulate(sqlite, "--seeds", "1..4", "--buyer", "patient")
    assert len(stored(sqlite).over) == with_patient


OWN = ("simulate", "--market", "office_cables", "--seeds", "1..6")


async def _set_up(url: str, *teams: str) -> str:
    database = await open_database(url)
    try:
        async with database.writing() as connection:
            for team in teams:
                this = await markets.save_session(connection, team, cables(), "U0MEI", NOW)
                await markets.give_name(connection, team, this, "office_cables", "U0MEI")
            return this
    finally:
        await database.close()


async def _sessions(url: str) -> set[str]:
    database = await open_to_read(url)
    try:
        async with database.reading() as connection:
            return {row[0] for row in await connection.all(select(negotiation_runs.c.session_id))}
    finally:
        await database.close()


def test_a_teams_own_market_is_played_and_stored_as_it_was_set_up(url: str) -> None:
    this = asyncio.run(_set_up(url, "T1"))
    told = haggle(url, *OWN)
    assert told.exit_code == 0, told.output
    assert told.stdout.startswith("office_cables · usb_c_cable · seeds 1..6")
    assert asyncio.run(_sessions(url)) == {this}
    again = haggle(url, *OWN)
    assert "6 of 6 talks were stored already." in again.stderr
    assert again.stdout == told.stdout


def test_a_name_that_several_teams_have_given_is_asked_about(sqlite: str) -> None:
    asyncio.run(_set_up(sqlite, "T1", "T2"))
    told = haggle(sqlite, *OWN)
    assert told.exit_code == 2
    assert "Several workspaces have a market office_cables. Say whose: --team T1 or T2" in told.output
    assert haggle(sqlite, *OWN, "--team", "T2").exit_code == 0
    assert "There is no market office_cables" in haggle(sqlite, *OWN, "--team", "T3").output
    typo = " ".join(haggle(sqlite, "simulate", "--market", "ofice_cables").output.split())
    assert "There is no market ofice_cables. Did you mean office_cables?" in typo
    assert "office_cables has no item paper. There are: usb_c_cable" in (
        haggle(sqlite, *OWN, "--team", "T1", "--item", "paper").output
    )


def test_a_name_that_nobody_has_makes_no_database(tmp_path: Path) -> None:
    told = haggle(f"sqlite:///{tmp_path / 'none.sqlite'}", "simulate", "--market", "laptop")
    assert told.exit_code == 2
    assert "There is no market laptop. Did you mean laptops?" in " ".join(told.output.split())
    assert list(tmp_path.iterdir()) == []


def test_another_version_of_the_markets_is_played_anew(sqlite: str, tmp_path: Path) -> None:
    simulate(sqlite, "--seeds", "1,2")
    changed = tmp_path / "markets.yaml"
    changed.write_text(INSTALLED.read_text("utf-8").replace("Are you buying or not?", "Well?"), "utf-8")
    simulate(sqlite, "--seeds", "1,2", "--pack", changed)
    assert len(stored(sqlite).over) == 8


def started(url: str, *words: str) -> subprocess.Popen[bytes]:
    """The command in a process of its own."""
    return subprocess.Popen(  # noqa: S603 - our own command
        [sys.executable, "-m", "bot", *words],
        env={**os.environ, "DATABASE_URL": url},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def test_a_simulation_that_is_killed_goes_on_where_it_was(url: str, tmp_path: Path) -> None:
    words = ["simulate", "--market", "laptops", "--item", "docking_station", "--seeds", "1..300", "--json"]
    process = started(url, *words, "--jobs", "2")
    try:
        _until(lambda: over(url))
        family = psutil.Process(process.pid).children(recursive=True)
    finally:
        process.send_signal(signal.SIGKILL)
        process.communicate()
    assert family
    _, alive = psutil.wait_procs(family, timeout=20)
    assert not alive
    there = stored(url)
    assert 0 < len(there.over) < 300
    assert there.begun == there.outcomes == there.talked == len(there.over)
    again = haggle(url, *words, "--jobs", 1)
    assert again.exit_code == 0, again.output
    assert f"{len(there.over)} of 300 talks were stored already." in again.stderr
    assert len(stored(url).over) == 300
    assert again.stdout == haggle(fresh_url("sqlite", tmp_path), *words, "--jobs", 1).stdout


def test_ctrl_c_ends_it_in_a_word_and_keeps_what_was_played(sqlite: str) -> None:
    with started(sqlite, "simulate", "--market", "laptops", "--seeds", "1..5000", "--jobs", "1") as process:
        _until(lambda: over(sqlite))
        process.send_signal(signal.SIGINT)
        said, troubles = process.communicate(timeout=60)
    assert process.returncode == 130
    assert said == b""
    assert troubles.decode().strip() == "Stopped. What was played is stored: the same command goes on with the rest."
    there = stored(sqlite)
    assert 0 < len(there.over) == there.outcomes < 10_000


def _until(holds: Any) -> None:
    for _ in range(600):
        if holds():
            return
        time.sleep(0.05)
    raise TimeoutError("it never held")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--market", "laptop"), "There is no market laptop. Did you mean laptops? There are: usb_cables, phone_"),
        (("--market", "laptops", "--item", "dock"), "laptops has no item dock. There are: business_laptop, docking_"),
        (("--market", "laptops", "--seeds", "9..1"), "9..1 goes backwards. Write 1..9."),
        (("--market", "laptops", "--seeds", "1-9"), "1-9 is not a seed or a range of seeds. Write them as 7, as 1.."),
        (("--market", "laptops", "--buyer", "bob"), "Nobody plays a buyer as bob. Write --buyer strict, patient,"),
        (("--market", "laptops", "--sellers", "sly"), "Nobody plays sellers as sly. Write --sellers strict"),
        (("--market", "laptops", "--pack", "none.yaml"), "none.yaml: cannot be read: No such file or directory"),
    ],
)  # fmt: skip
def test_what_cannot_be_simulated_is_told_with_what_to_write_instead(
    sqlite: str, words: tuple[str, ...], told: str
) -> None:
    refused = haggle(sqlite, "simulate", *words)
    assert refused.exit_code == 2
    assert told in " ".join(refused.stderr.split())
    assert refused.stdout == ""


@pytest.mark.parametrize(
    ("written", "seeds", "shortest"),
    [
        ("1..1000", 1000, "1..1000"),
        ("7", 1, "7"),
        ("1,2,5..9", 7, "1..2,5..9"),
        (" 3 , 1..4,4..6 ", 6, "1..6"),
        ("0", 1, "0"),
        ("1_000..1_002", 3, "1000..1002"),
    ],
)
def test_seeds_are_read_in_order_each_once(written: str, seeds: int, shortest: str) -> None:
    found = seeds_in(written)
    assert sum(map(len, found)) == seeds
    assert as_written(found) == shortest


@pytest.mark.parametrize("written", ["", ",", "1..", "..5", "-3", "1..5..9", "a", "1;2", "1..2000000", "9" * 30])
def test_what_is_no_list_of_seeds_is_refused(written: str) -> None:
    with pytest.raises(BadSeeds, match=r"Write|Simulate"):
        seeds_in(written)


def test_markets_are_listed_with_what_is_traded_there(sqlite: str) -> None:
    told = haggle(sqlite, "markets")
    assert told.exit_code == 0
    assert "laptops · Laptops · 3–5 sellers, 14 rounds" in told.stdout
    assert "parts may be bought of several" in told.stdout
    lines = [line.split() for line in told.stdout.splitlines() if line.startswith("usb_c_cable")]
    assert lines == [
        ["usb_c_cable", "USB-C", "cables", "3", "$6.50–$8.50"],
        ["usb_c_cable", "USB-C", "cables", "3–20", "$6.00–$9.50"],
    ]
    document = json.loads(haggle(sqlite, "markets", "--json").stdout)
    assert [market["id"] for market in document["markets"]][:3] == ["usb_cables", "phone_accessories", "laptops"]
    assert document["markets"][4]["partial"] is True
