"""Seed packs: what the shipped ones promise, and what is wrong with those that cannot be used."""

from pathlib import Path
from typing import Any

import pytest

from engine.errors import RuleViolation, UnknownPack, UnknownSeedPack
from engine.panel.difficulty import difficulty
from engine.persona.draw import draw_scenario
from engine.scenario.scenario import Scenario
from engine.scoring.zone import zone_of
from packs.choosing import choose, seed_pack_of
from packs.loading import load_installed
from tests.packs.folders import complaints, written

INSTALLED = load_installed()
CARS = INSTALLED.get("car_sales")


def buyers(ref: str) -> list[Scenario]:
    """The buyers of a seed pack."""
    loaded = INSTALLED.get(ref.partition("/")[0])
    return [draw_scenario(loaded.pack, loaded.hash, seed) for seed in seed_pack_of(INSTALLED, ref).seeds]


def words(ref: str) -> set[str]:
    """How hard the buyers of a seed pack are."""
    loaded = INSTALLED.get(ref.partition("/")[0])
    return {difficulty(loaded.pack, loaded.hash, seed).word for seed in seed_pack_of(INSTALLED, ref).seeds}


@pytest.mark.parametrize(
    ("ref", "manners"),
    [
        ("car_sales/first_week", ["analytic", "anxious", "blunt", "chatty", "terse"]),
        ("saas_renewal/first_renewals", ["cordial", "crisp", "guarded", "methodical", "tough"]),
    ],
)
def test_the_first_list_is_easy_and_has_one_buyer_of_each_manner(ref: str, manners: list[str]) -> None:
    assert words(ref) == {"easy"}
    assert all(zone_of(buyer).exists for buyer in buyers(ref))
    assert sorted(str(dict(buyer.attributes)["style"]) for buyer in buyers(ref)) == manners


def test_first_renewals_can_sign_for_themselves() -> None:
    assert all(buyer.gates == () for buyer in buyers("saas_renewal/first_renewals"))


@pytest.mark.parametrize("ref", ["car_sales/hard_closers", "saas_renewal/late_movers"])
def test_the_hard_ones_are_hard_and_have_room_for_a_deal(ref: str) -> None:
    assert words(ref) == {"hard"}
    assert all(zone_of(buyer).exists for buyer in buyers(ref))


@pytest.mark.parametrize("ref", ["car_sales/walk_away", "saas_renewal/walk_away"])
def test_with_some_of_walk_away_a_deal_is_to_be_had_and_with_some_none_and_the_difficulty_tells_nobody(
    ref: str,
) -> None:
    assert {zone_of(buyer).exists for buyer in buyers(ref)} == {True, False}
    assert words(ref) == {"hard"}


def test_a_seed_pack_goes_by_its_pack_and_its_name() -> None:
    [first, *_] = CARS.pack.seed_lists
    assert first.ref == "car_sales/first_week"
    assert seed_pack_of(INSTALLED, first.ref) == first
    assert first.share_codes[0] == f"car_sales@1#{first.seeds[0]}"
    assert first.source == "pack"


def test_an_unknown_seed_pack_is_told_with_those_there_are() -> None:
    with pytest.raises(UnknownSeedPack, match=r"Did you mean car_sales/first_week\? There are: car_sales/first_week"):
        seed_pack_of(INSTALLED, "car_sales/first_weak")
    with pytest.raises(UnknownPack, match="There is no pack boats"):
        seed_pack_of(INSTALLED, "boats/first_week")


@pytest.mark.parametrize(("epoch", "why"), [(0, "earlier draw"), (7, "later draw")])
def test_a_share_code_of_another_draw_is_refused_with_the_code_of_today(epoch: int, why: str) -> None:
    with pytest.raises(RuleViolation, match=rf"{why} of car_sales.*car_sales@1#5 is the buyer of that number here"):
        choose(INSTALLED, f"car_sales@{epoch}#5")


def listed(**changes: Any) -> dict[str, Any]:
    """A seed pack, with some fields changed."""
    return {"title": "Few", "description": "A few.", "skill": "Asking", "seeds": [1, 2], **changes}


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"seeds": [1, 2, 1]}, "seeds", "holds 1 more than once"),
        ({"seeds": []}, "seeds", "at least 1"),
        ({"seeds": [-1]}, "seeds.0", "must be 0 or more"),
        ({"seeds": ["7"]}, "seeds.0", "whole number"),
        ({"seeds": list(range(51))}, "seeds", "at most 50"),
        ({"title": "x" * 61}, "title", "at most 60"),
        ({"level": 3}, "level", "not a field here"),
    ],
)
def test_a_seed_pack_that_cannot_be_used_is_named_by_field(
    tmp_path: Path, changes: dict[str, Any], field: str, message: str
) -> None:
    folder = written(tmp_path, lambda data: data.update(seed_packs={"few": listed(**changes)}))
    problem = next(each for each in complaints(folder) if f"seed_packs.few.{field}: " in each)
    assert message in problem
