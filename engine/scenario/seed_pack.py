"""Seed packs: named lists of seeds, for those who would rather be handed a buyer than draw one."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from engine.scenario.share_code import LARGEST_SEED, format_share_code
from engine.scenario.written import Name, Written

MOST_SEEDS = 50
MOST_SEED_PACKS = 20

Source = Literal["pack", "workspace"]
"""Who made a list: the pack's author, or a manager of the workspace."""


def _each_once(seeds: tuple[int, ...]) -> tuple[int, ...]:
    twice = sorted({seed for seed in seeds if seeds.count(seed) > 1})
    if twice:
        raise ValueError(f"holds {', '.join(map(str, twice))} more than once")
    return seeds


Heading = Annotated[str, StringConstraints(min_length=1, max_length=60, strip_whitespace=True)]
Summary = Annotated[str, StringConstraints(min_length=1, max_length=200, strip_whitespace=True)]
Seed = Annotated[int, Field(strict=True, ge=0, le=LARGEST_SEED)]
Seeds = Annotated[tuple[Seed, ...], Field(min_length=1, max_length=MOST_SEEDS), AfterValidator(_each_once)]


class SeedPackNote(Written):
    """A list of seeds as a pack's author writes it. `skill` says what it trains."""

    title: Heading
    description: Summary
    skill: Heading
    seeds: Seeds


SeedPackNotes = Annotated[Mapping[Name, SeedPackNote], Field(max_length=MOST_SEED_PACKS)]


@dataclass(frozen=True, slots=True)
class SeedPack:
    """A list of seeds of one pack and draw epoch, in the order in which they are meant to be met."""

    id: str
    pack: str
    draw_epoch: int
    title: str
    description: str
    skill: str
    seeds: tuple[int, ...]
    source: Source

    @property
    def ref(self) -> str:
        """`car_sales/first_week`: names it wherever a pack is named."""
        return f"{self.pack}/{self.id}"

    @property
    def share_codes(self) -> tuple[str, ...]:
        """The share codes of its seeds, in order."""
        return tuple(format_share_code(self.pack, self.draw_epoch, seed) for seed in self.seeds)
