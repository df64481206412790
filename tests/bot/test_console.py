"""What whoever runs Haggle reads when something is wrong: each message says what, and what to do."""

import errno
import logging
import os
import socket
import subprocess
import sys
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

import pytest
from pydantic import SecretStr
from typer.testing import CliRunner, Result

import bot.__main__
from bot.__main__ import Commands, cli
from bot.app.connecting import CannotConnect
from bot.app.doctor import examine
from bot.app.serving import serving
from bot.console.lazily import help_in
from bot.settings import BadSettings, read_settings
from tests.bot.world import World, open_world, settings_for

NOTHING = {"SLACK_BOT_TOKEN": "", "SLACK_APP_TOKEN": "", "SLACK_SIGNING_SECRET": "", "COLUMNS": "300"}


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to be in, so that no .env file is found. The console's logging is undone afterwards."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(logging.getLogger(), "handlers", [])
    return tmp_path


def haggle(*arguments: str, **environment: str) -> Result:
    """Runs the console."""
    return CliRunner().invoke(cli, list(arguments), env={**NOTHING, **environment})


def test_the_version_is_that_of_the_package() -> None:
    assert haggle("--version").output.strip() == f"haggle {version('haggle')}"


@pytest.mark.parametrize("name", Commands.where)
def test_what_a_command_is_listed_as_is_what_it_says_of_itself(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "400")  # the width at which a console is loaded is the one that it keeps
    module, _, attribute = Commands.where[name].partition(":")
    said = help_in(Path(import_module(module).__file__ or "").read_text(encoding="utf-8"), attribute)
    assert said
    assert said == Commands(name="haggle").get_command(None, name).help


def test_the_list_of_commands_imports_none_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    imported: list[str] = []
    monkeypatch.setattr("bot.console.lazily.import_module", imported.append)
    listed = haggle("--help")
    assert listed.exit_code == 0
    assert all(name in listed.output for name in Commands.where)
    assert imported == []


def test_serving_without_tokens_says_which_and_where_to_find_them(elsewhere: Path) -> None:
    result = haggle("serve")
    assert result.exit_code == 2
    assert "SLACK_BOT_TOKEN is not set" in result.output
    assert "Neither SLACK_APP_TOKEN" in result.output
    assert "Traceback" not in result.output


def test_a_token_of_the_wrong_kind_is_named(elsewhere: Path) -> None:
    result = haggle("serve", SLACK_BOT_TOKEN="xapp-1", SLACK_APP_TOKEN="xoxb-1")
    assert "SLACK_BOT_TOKEN is not a bot token" in result.output
    assert "SLACK_APP_TOKEN is not an app-level token" in result.output


def test_a_file_of_faults_that_is_wrong_names_the_field(elsewhere: Path) -> None:
    (elsewhere / "faults.yml").write_text("- {kind: latency, ms: soon}")
    result = haggle("sandbox", "--faults", "faults.yml")
    assert result.exit_code == 2
    assert "0.latency.ms" in result.output
    assert "Traceback" not in result.output


def test_a_port_that_is_no_port_is_named(elsewhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HAGGLE_PORT", "many")
    with pytest.raises(BadSettings, match="HAGGLE_PORT"):
        read_settings()


def test_a_database_in_a_folder_that_is_not_there_says_so(elsewhere: Path) -> None:
    result = haggle(
        "serve",
        SLACK_BOT_TOKEN="xoxb-1",
        SLACK_APP_TOKEN="xapp-1",
        DATABASE_URL=f"sqlite:///{elsewhere}/no/where.sqlite",
    )
    assert result.exit_code == 2
    assert "does not exist" in result.output


def test_a_slack_that_cannot_be_reached_is_named(elsewhere: Path) -> None:
    result = haggle(
        "serve", SLACK_BOT_TOKEN="xoxb-1", SLACK_APP_TOKEN="xapp-1", SLACK_API_URL="http://127.0.0.1:9/api/"
    )
    assert result.exit_code == 2
    assert "cannot be reached" in result.output


def test_a_sandbox_on_a_port_in_use_says_so(elsewhere: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        result = haggle("sandbox", "--port", str(taken.getsockname()[1]))
    assert result.exit_code == 2
    assert "is taken" in result.output
    assert result.output.count("another") == 2, "by another program, and to take another one"


@pytest.mark.parametrize("port", ["99999", "-1"])
def test_a_port_outside_the_range_is_refused_in_one_line(elsewhere: Path, port: str) -> None:
    result = haggle("sandbox", "--port", port)
    assert result.exit_code == 2
    assert "--port" in result.output
    assert "Traceback" not in result.output


@pytest.mark.parametrize("command", [["persona", "3"], ["persona", "3", "--json"], ["read", "hello"], ["--help"]])
def test_an_output_that_cannot_be_written_is_told_in_one_line(command: list[str], tmp_path: Path) -> None:
    # A shell that may write no byte to a file: as full as a disk can be, and to be had on any machine.
    run = ["/bin/sh", "-c", 'ulimit -f 0; exec "$@"', "sh", sys.executable, "-B", "-m", "bot", *command]
    with (tmp_path / "out").open("w") as full:
        ran = subprocess.run(  # noqa: S603 - our own command, with words that stand in this test
            run, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert (ran.returncode, ran.stderr) == (1, "haggle: the output cannot be written: File too large.\n")


def test_a_full_disk_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def full() -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(bot.__main__, "cli", full)
    with pytest.raises(SystemExit) as left:
        bot.__main__.main()
    told = f"haggle: the output cannot be written: {os.strerror(errno.ENOSPC)}.\n"
    assert (left.value.code, capsys.readouterr().err) == (1, told)


async def test_the_doctor_says_when_the_port_of_the_http_server_is_taken(tmp_path: Path) -> None:
    async with open_world(tmp_path, bot=False) as world:
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            url = f"sqlite:///{tmp_path / 'port.sqlite'}"
            findings = await examine(settings_for(world.sandbox, url, "http", taken.getsockname()[1]))
    assert any("cannot be listened on" in finding.text for finding in findings if not finding.well)


def test_the_doctor_lists_everything_that_is_wrong_at_once(elsewhere: Path) -> None:
    result = haggle("doctor", DATABASE_URL="mysql://somewhere")
    assert result.exit_code == 1
    assert "SLACK_BOT_TOKEN is not set" in result.output
    assert "SQLite or PostgreSQL" in result.output
    assert "Packs: car_sales" in result.output


async def test_the_doctor_finds_nothing_wrong_in_a_whole_installation(tmp_path: Path) -> None:
    async with open_world(tmp_path, bot=False) as world:
        findings = await examine(settings_for(world.sandbox, f"sqlite:///{tmp_path / 'doctor.sqlite'}"))
    assert [finding.text for finding in findings if not finding.well] == []
    assert any("every scope" in finding.text for finding in findings)


async def test_serving_with_a_wrong_app_token_ends_at_once_with_what_to_do(tmp_path: Path) -> None:
    async with open_world(tmp_path, bot=False) as world:
        good = settings_for(world.sandbox, f"sqlite:///{tmp_path / 'app.sqlite'}")
        with pytest.raises(CannotConnect, match="connections:write"):
            async with serving(good.model_copy(update={"slack_app_token": SecretStr("xapp-wrong")})):
                pass


async def test_the_doctor_does_not_call_a_running_haggle_a_fault(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        findings = await examine(settings_for(world.sandbox, f"sqlite:///{tmp_path / 'haggle.sqlite'}"))
    assert [finding.text for finding in findings if not finding.well] == []
    assert any("in use by a Haggle that runs now" in finding.text for finding in findings)


async def test_a_wrong_bot_token_and_a_wrong_app_token_are_told_apart(world: World, tmp_path: Path) -> None:
    good = settings_for(world.sandbox, f"sqlite:///{tmp_path / 'doctor.sqlite'}")
    bot = await examine(good.model_copy(update={"slack_bot_token": SecretStr("xoxb-wrong")}))
    assert any("does not know this SLACK_BOT_TOKEN" in finding.text for finding in bot if not finding.well)
    app = await examine(good.model_copy(update={"slack_app_token": SecretStr("xapp-wrong")}))
    assert any("refuses SLACK_APP_TOKEN" in finding.text for finding in app if not finding.well)
