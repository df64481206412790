"""How many processes share the tests, what each has read of them, and what it leaves behind: nothing."""

import gc
import os
import signal
from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from tests.postgres import stop_postgres

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
"""How long an example takes is no test's business on a machine that does much else."""


def pytest_xdist_auto_num_workers() -> int:
    """Two for each core: half of the time, tests wait for something to happen."""
    return 2 * (os.cpu_count() or 1)


def pytest_configure() -> None:
    """What tests start hears Ctrl-C, also where a shell runs them in the background and has taught them not to."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.hookimpl(wrapper=True)
def pytest_collection(session: pytest.Session) -> Iterator[None]:
    """What has been collected stays: nobody need walk through it in search of garbage, now or between the tests."""
    gc.disable()
    _compile_a_part(session.config)
    result = yield
    gc.freeze()
    gc.enable()
    return result


def pytest_sessionfinish() -> None:
    """The server stops here, because a process that shares the tests with others is ended before its exit handlers."""
    stop_postgres()


def _compile_a_part(config: pytest.Config) -> None:
    """Processes that start together begin at different files: each finds compiled what the others began with."""
    share: dict[str, Any] = getattr(config, "workerinput", {})
    if share:
        files = _files(config)
        begin = len(files) * int(share["workerid"].removeprefix("gw")) // share["workercount"]
        for file in (*files[begin:], *files[:begin]):
            # What cannot be imported is told when it is collected.
            with suppress(Exception):
                import_module(".".join(file.relative_to(config.rootpath).with_suffix("").parts))


def _files(config: pytest.Config) -> list[Path]:
    """The modules of tests in the folders that were asked for."""
    folders = [config.invocation_params.dir / each for each in config.args]
    ignored = [config.invocation_params.dir / each for each in config.getoption("ignore") or ()]
    found = {file for folder in folders for file in folder.rglob("test_*.py")}
    return sorted(file for file in found if not any(file.is_relative_to(each) for each in ignored))
