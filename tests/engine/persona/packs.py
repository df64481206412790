"""The installed car pack as raw data, so that tests can change a field and read it again."""

import copy
import json
from functools import cache
from typing import Any

from engine.scenario.pack import Pack, read_pack
from packs.loading import INSTALLED, LoadedPack, load_pack


@cache
def car_sales() -> LoadedPack:
    """The pack as shipped."""
    return load_pack(INSTALLED / "car_sales")


def raw() -> dict[str, Any]:
    """A fresh copy of everything that the pack's files say."""
    return copy.deepcopy(_raw())


def read(data: dict[str, Any]) -> Pack:
    """The pack that this data makes."""
    return read_pack(json.dumps(data))


@cache
def _raw() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(car_sales().source_json)
    return data
