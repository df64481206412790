"""Every refusal that a method declares is provoked once, over the wire."""

from pathlib import Path

import pytest

from bot.sandbox.webapi.registry import METHODS
from tests.bot.sandbox.refusals import (
    pinning,
    places,
    posting,
    reacting,
    scheduling,
    showing,
    streaming,
    uploading,
    validating,
    working,
)
from tests.bot.sandbox.refusals.scene import open_scene

_THEMES = (pinning, places, posting, reacting, scheduling, showing, streaming, uploading, validating, working)
REFUSALS = {key: provoke for theme in _THEMES for key, provoke in theme.REFUSALS.items()}


def test_what_is_provoked_is_what_is_declared() -> None:
    declared = {(name, code) for name, method in METHODS.items() for code in method.refuses}
    assert set(REFUSALS) == declared


@pytest.mark.parametrize(("method", "code"), sorted(REFUSALS), ids=str)
async def test_it_is_refused(tmp_path: Path, method: str, code: str) -> None:
    async with open_scene(tmp_path) as scene:
        answer = await REFUSALS[method, code](scene)
        assert (answer["ok"], answer.get("error")) == (False, code)
