"""Percentiles, means and places. A score counts by where it stands among those of reference reps on its own buyer."""

from collections.abc import Sequence
from typing import NamedTuple

BASIS_POINTS = 10_000
LEAST, MOST = 1, 99
"""Whole percentiles as they are shown: nobody is ahead of everybody, themselves included."""


def percentile(score: int, marks: Sequence[int]) -> int:
    """The share of the marks that the score is ahead of, with half of its equals, in basis points rounded down."""
    below = sum(mark < score for mark in marks)
    same = sum(mark == score for mark in marks)
    return BASIS_POINTS * (2 * below + same) // (2 * len(marks)) if marks else 0


def whole_mean(points: int, runs: int) -> int:
    """The mean of so many runs' basis points that sum to `points`, as a whole percentile from 1 to 99, halves up."""
    mean = (points + 50 * runs) // (100 * runs)
    return max(LEAST, min(MOST, mean))


class Place(NamedTuple):
    """A place on a board and who shares it."""

    rank: int
    percent: int
    people: tuple[str, ...]


def places(standing: Sequence[tuple[str, int]], most: int) -> tuple[Place, ...]:
    """The places from the first to the one of rank `most`. Who reads the same shares a place, the next is left out."""
    found: list[Place] = []
    ahead = 0
    for percent in sorted({percent for _, percent in standing}, reverse=True):
        if ahead >= most:
            break
        people = tuple(sorted(person for person, theirs in standing if theirs == percent))
        found.append(Place(ahead + 1, percent, people))
        ahead += len(people)
    return tuple(found)
