import os
import subprocess
from pathlib import Path

import pytest

from tests.engine.persona.golden import SEEDS, committed, current

OTHER_PYTHON = os.environ.get("HAGGLE_OTHER_PYTHON", "")
"""Another interpreter, with pydantic, pyyaml and rfc8785 installed, that must draw the same buyers."""
SAME = "from tests.engine.persona.golden import committed, current; raise SystemExit(current() != committed())"


def test_a_hundred_buyers_of_each_pack_are_who_they_always_were():
    assert current() == committed()
    assert len(SEEDS) == 100


@pytest.mark.skipif(not OTHER_PYTHON, reason="HAGGLE_OTHER_PYTHON names no interpreter")
def test_another_python_draws_the_same_buyers():
    root = Path(__file__).parents[3]
    assert subprocess.run([OTHER_PYTHON, "-c", SAME], cwd=root, check=False).returncode == 0  # noqa: S603
