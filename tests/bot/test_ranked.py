"""While a seed is ranked, what its buyer hides goes to the rep alone; afterwards it stands in the thread."""

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import pytest_asyncio
from pydantic import ValidationError

from bot.flows.housekeeping import keep_house
from engine.scenario.seed_pack import WindowNote
from packs.loading import LoadedPack, Packs, load_installed, pack_in
from tests.bot.world import Json, World, eventually, open_world

CARS = load_installed().get("car_sales")
RANKED, FREE = 58, 18422
HIDDEN = "was not saying"


def _ranked_cars(opens: datetime, closes: datetime) -> LoadedPack:
    source = json.loads(CARS.source_json)
    source["seed_packs"]["first_week"]["ranked"] = {"opens": opens.isoformat(), "closes": closes.isoformat()}
    return pack_in(json.dumps(source))


@pytest_asyncio.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    """A world in which the first week is ranked for another hour."""
    now = datetime.now(UTC)
    async with open_world(tmp_path) as fresh:
        cars = _ranked_cars(now - timedelta(hours=1), now + timedelta(hours=1))
        object.__setattr__(fresh.house, "packs", Packs({"car_sales": cars}, {}))
        yield fresh


async def _ended(world: World, seed: int) -> tuple[str, Json]:
    thread = await world.start(str(seed))
    await world.turn(thread, "What brings you in?")
    await world.press("ana", "run_end", thread)
    return thread, await world.verdict(thread)


async def _reveal(world: World) -> Json | None:
    return next((one for one in await world.messages("ana", "dm") if HIDDEN in str(one)), None)


async def test_the_thread_of_a_ranked_run_withholds_what_the_rep_is_told_alone(world: World) -> None:
    thread, card = await _ended(world, RANKED)
    assert "*What" not in str(card["blocks"])
    assert "This run is ranked" in str(card["blocks"])
    told = await eventually(lambda: _reveal(world))
    assert "*What" in str(told["blocks"])
    assert f"/p{thread.replace('.', '')}" in str(told["blocks"]), "with the way back into the thread"
    assert "Ranked until" in str(next(one for one in await world.messages() if one["ts"] == thread)["blocks"])


async def test_once_the_window_is_over_the_thread_shows_all(world: World) -> None:
    thread, _ = await _ended(world, RANKED)
    assert world.house
    world.clock.skew += timedelta(hours=2)
    await keep_house(world.house)

    async def shown() -> bool | None:
        return "*What" in str((await world.verdict(thread))["blocks"]) or None

    assert await eventually(shown)


async def test_a_ranked_run_is_not_put_into_the_thread_as_a_file(world: World) -> None:
    thread, card = await _ended(world, RANKED)
    await world.press("ana", "run_export", card["ts"])

    async def refused() -> bool | None:
        return any("This run is ranked" in one["text"] for one in await world.replies(thread)) or None

    assert await eventually(refused)


async def test_a_seed_of_no_ranked_list_is_told_openly(world: World) -> None:
    _, card = await _ended(world, FREE)
    assert "*What" in str(card["blocks"])
    assert await _reveal(world) is None


def test_a_window_closes_after_it_opens_and_says_its_time_zone() -> None:
    with pytest.raises(ValidationError, match="closes has to come after opens"):
        WindowNote.model_validate({"opens": "2026-12-05T00:00Z", "closes": "2026-12-04T00:00Z"})
    with pytest.raises(ValidationError, match="timezone"):
        WindowNote.model_validate({"opens": "2026-12-05T00:00", "closes": "2026-12-06T00:00Z"})
