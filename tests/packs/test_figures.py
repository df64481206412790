"""The figures tell apart packs that are as they should be from those that are not."""

import random
from pathlib import Path

import pytest

from packs.figures import correlation, figures_of
from packs.loading import load_pack
from packs.scaffold import new_pack
from packs.tally import Tally, tally_of


def _tally(zoned: int, profits: tuple[int, ...]) -> Tally:
    """A thousand seeds, so many with a zone, on each of which the panel earned this."""
    tally = Tally(seeds=1_000)
    tally.zoned, tally.rooms, tally.profits = list(range(zoned)), [100] * zoned, [profits] * zoned
    return tally


SKILLED = (0, 1, 2, 3, 20, 20, 20, 20, 20, 60, 70, 80)
ALIKE = (50,) * 12


@pytest.mark.parametrize(
    ("zoned", "profits", "wrong"),
    [
        (920, SKILLED, []),
        (880, SKILLED, []),
        (950, SKILLED, []),
        (879, SKILLED, ["seeds with a bargaining zone"]),
        (951, SKILLED, ["seeds with a bargaining zone"]),
        (1_000, SKILLED, ["seeds with a bargaining zone", "seeds without one"]),
        (920, ALIKE, ["seeds on which good reps beat naive ones"]),
    ],
)
def test_zones_and_skill_are_judged(tmp_path: Path, zoned: int, profits: tuple[int, ...], wrong: list[str]) -> None:
    pack = load_pack(new_pack("sound", tmp_path)).pack
    found = figures_of(pack, _tally(zoned, profits)).wrong
    assert [row.name for row in found if row.group in ("zone", "skill")] == wrong


def test_a_constraint_that_some_seeds_break_is_told_with_them(tmp_path: Path) -> None:
    pack = load_pack(new_pack("sound", tmp_path)).pack
    tally = tally_of(pack, range(5))
    tally.broken["admits_less"] = [3, 4]
    row = next(row for row in figures_of(pack, tally).wrong if row.group == "contradictions")
    assert "admits_less" in row.name
    assert "2 seeds (3, 4)" in row.value


def test_options_that_come_too_often_are_told(tmp_path: Path) -> None:
    pack = load_pack(new_pack("sound", tmp_path)).pack
    tally = tally_of(pack, range(100))
    tally.seen["use", "work"], tally.seen["use", "trails"] = 100, 0
    assert "use" in [row.name for row in figures_of(pack, tally).wrong if row.group == "marginals"]


def test_tallies_of_two_stretches_add_up_to_that_of_both(tmp_path: Path) -> None:
    pack = load_pack(new_pack("sound", tmp_path)).pack
    first, second = tally_of(pack, range(4)), tally_of(pack, range(4, 9))
    first.add(second)
    assert first == tally_of(pack, range(9))


def test_correlation_is_that_of_ranks() -> None:
    numbers = list(range(50))
    assert correlation(numbers, [number**3 for number in numbers]) == 100
    assert correlation(numbers, numbers[::-1]) == -100
    assert correlation(numbers, [7] * 50) == 0
    chance = random.Random(4)  # noqa: S311
    assert (
        abs(correlation([chance.randrange(9) for _ in range(2_000)], [chance.randrange(9) for _ in range(2_000)])) < 8
    )
