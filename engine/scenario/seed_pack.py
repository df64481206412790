"""Seed packs: named lists of seeds, for those who would rather be handed a buyer than draw one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, AwareDatetime, Field, StringConstraints, model_validator

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


class WindowNote(Written):
    """From when to when the runs on a list's seeds are ranked, each with its offset from UTC."""

    opens: AwareDatetime
    closes: AwareDatetime

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.closes <= self.opens:
            raise ValueError("closes has to come after opens")
        return self


class SeedPackNote(Written):
    """A list of seeds as a pack's author writes it. `skill` says what it trains, `ranked` when its runs count."""

    title: Heading
    description: Summary
    skill: Heading
    seeds: Seeds
    ranked: WindowNote | None = None


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
    ranked: WindowNote | None = None

    def withholds(self, seed: int, now: datetime) -> bool:
        """Whether what the buyer of that seed hides is at that moment for those alone who have met it."""
        return self.ranked is not None and seed in self.seeds and self.ranked.opens <= now < self.ranked.closes

    @property
    def ref(self) -> str:
        """`car_sales/first_week`: names it wherever a pack is named."""
        return f"{self.pack}/{self.id}"

    @property
    def share_codes(self) -> tuple[str, ...]:
        """The share codes of its seeds, in order."""
        return tuple(format_share_code(self.pack, self.draw_epoch, seed) for seed in self.seeds)
