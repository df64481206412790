"""What has been loaded is kept out of the way of whoever waits for an answer."""

import gc
from collections.abc import Iterator

import pytest

from bot.app.memory import settle


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


def test_what_was_loaded_is_in_no_later_collection() -> None:
    loaded = [[number] for number in range(10_000)]
    frozen = gc.get_freeze_count()
    settle()
    assert gc.get_freeze_count() > frozen + len(loaded)
    assert gc.isenabled()


def test_full_collections_come_seldom_and_younger_ones_are_small() -> None:
    settle()
    young, middle, old = gc.get_threshold()
    assert young * middle <= 10_000
    assert old >= 100
