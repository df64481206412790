"""`haggle sandbox --with-bot` in a terminal of its own."""

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest
from typer.testing import CliRunner

from bot.__main__ import cli

SECONDS = 60


@pytest.fixture
def printed() -> Iterator[str]:
    """What it prints until its database is named, while it runs."""
    command = [sys.executable, "-m", "bot", "sandbox", "--with-bot", "--port", "0"]
    environment = {**os.environ, "COLUMNS": "200", "TERM": "dumb"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:  # noqa: S603 - ours
        alarm = threading.Timer(SECONDS, process.kill)
        alarm.start()
        lines = []
        for line in process.stdout or ():
            lines.append(line)
            if "DATABASE_URL" in line:
                break
        yield "".join(lines)
        alarm.cancel()
        process.send_signal(signal.SIGINT)


def test_the_database_that_it_prints_is_the_one_that_calibrate_takes(printed: str) -> None:
    assert re.search(r"http://\S+", printed)
    named = re.search(r"DATABASE_URL=(\S+)", printed)
    assert named is not None
    told = CliRunner().invoke(cli, ["calibrate"], env={"DATABASE_URL": named[1], "COLUMNS": "200"})
    assert told.exit_code == 0, told.output
    assert "No check has been disputed yet" in told.output
