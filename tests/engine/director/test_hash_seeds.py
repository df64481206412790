"""The same run in processes that hash in different ways: no order of a set may get into what happens."""

import os
import subprocess
import sys
from functools import cache

import pytest

PLAY = """
import hashlib, json
from engine.director.director import open_run
from engine.negotiation.events import encode
from engine.negotiation.negotiation import fold
from engine.persona.draw import draw_scenario
from packs.loading import load_installed
from tests.engine.reps import REPS, lasting
from tests.engine.scenarios import NOW
told = []
for pack in ("car_sales", "saas_renewal"):
    loaded = load_installed().get(pack)
    for seed in range(6):
        for rep in ("expert", "lending", "generous"):
            scenario = draw_scenario(loaded.pack, loaded.hash, seed)
            run = lasting(fold(scenario, open_run(scenario, "strict", NOW)), REPS[rep])
            told.append([encode(event) for event in run.events])
print(hashlib.sha256(json.dumps(told).encode()).hexdigest())
"""


@cache
def _played(hash_seed: str) -> str:
    done = subprocess.run(  # noqa: S603 - a script of our own
        [sys.executable, "-c", PLAY],
        env={**os.environ, "PYTHONHASHSEED": hash_seed},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


@pytest.mark.parametrize("hash_seed", ["1", "2"])
def test_a_run_is_the_same_however_a_process_hashes(hash_seed: str) -> None:
    assert len(_played("0")) == 64
    assert _played(hash_seed) == _played("0")
