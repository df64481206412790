"""Buyers are drawn by a key: the same for everybody who asks, of the difficulty that was asked for."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.app.wiring import house_on, opened
from bot.flows.assigning.drawing import draw_seeds, drawn_soon
from bot.flows.house import House
from engine.errors import RuleViolation

PACK = "car_sales"


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    """A house without a workspace."""
    async with opened(f"sqlite:///{tmp_path / 'haggle.sqlite'}") as database:
        yield house_on(database, lambda: datetime(2026, 3, 2, 9, tzinfo=UTC))


def hash_of(house: House) -> str:
    """The pack as it is installed."""
    return house.packs.get(PACK).hash


async def test_the_same_key_draws_the_same_different_buyers(house: House) -> None:
    drawn = await draw_seeds(house, PACK, hash_of(house), 20, "", "a1:1")
    assert drawn == await draw_seeds(house, PACK, hash_of(house), 20, "", "a1:1")
    assert len(set(drawn)) == 20
    assert drawn[:5] == await draw_seeds(house, PACK, hash_of(house), 5, "", "a1:1")
    assert not set(drawn) & set(await draw_seeds(house, PACK, hash_of(house), 20, "", "a1:2"))


async def test_drawn_buyers_are_as_hard_as_was_asked_for(house: House) -> None:
    loaded = house.packs.get(PACK)
    drawn = await draw_seeds(house, PACK, loaded.hash, 2, "hard", "a1:1")
    assert [(await house.difficulties.of(loaded.pack, loaded.hash, seed)).word for seed in drawn] == ["hard", "hard"]


async def test_who_does_not_wait_is_told_to_press_again_and_finds_it_done(house: House) -> None:
    with pytest.raises(RuleViolation, match="still being drawn"):
        await drawn_soon(house, PACK, hash_of(house), 2, "medium", "a1:1", 0.01)
    drawn = await drawn_soon(house, PACK, hash_of(house), 2, "medium", "a1:1", 60)
    assert drawn == await draw_seeds(house, PACK, hash_of(house), 2, "medium", "a1:1")


async def test_a_difficulty_that_no_buyer_has_is_told(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.flows.assigning.drawing.MOST_TRIED", 2)
    with pytest.raises(RuleViolation, match="too few"):
        await asyncio.wait_for(draw_seeds(house, PACK, hash_of(house), 2, "impossible", "a1:1"), 60)
