"""What a board tells everybody: the first places and the best strides, and of everyone else only how many they are."""

from collections.abc import Sequence
from itertools import chain
from typing import Literal, NamedTuple

from engine.board.places import Place, places, whole_mean
from engine.board.totals import Total
from engine.timing.periods import Period

Basis = Literal["all", "common"]
"""Whether places rest on all first attempts, or on those on buyers that several people were given."""
COMMON_FROM = 3
"""People who must have the minimum of runs on common buyers before places rest on these alone."""
NAMED = 3
"""Places whose people are named."""


class Sums(NamedTuple):
    """What everybody on a board has together: people, first attempts, the sum of their percentiles in basis points,
    and how many people have the minimum of runs, and of runs on common buyers."""

    people: int = 0
    runs: int = 0
    points: int = 0
    ranked: int = 0
    common_ranked: int = 0

    def plus(self, total: Total, times: int = 1) -> "Sums":
        """With somebody's total so many times more."""
        ranked, common_ranked = (percent is not None for percent in (total.percent, total.common_percent))
        theirs = (1, total.runs, total.points, ranked, common_ranked)
        return Sums(*(sum_ + times * each for sum_, each in zip(self, theirs, strict=True)))

    def ranked_on(self, basis: Basis) -> int:
        """How many have a place."""
        return self.ranked if basis == "all" else self.common_ranked


class Shared(NamedTuple):
    """The greatest figure and everyone who has it."""

    figure: int
    people: tuple[str, ...]


class Team(NamedTuple):
    """The percentile of all first attempts of everybody, and how much it has risen since the period before, if both
    are known."""

    percent: int
    rise: int | None


class Shown(NamedTuple):
    """A board as everybody sees it. `buyers` is how many were given to several people; `pack` is empty for all packs.

    `everybody` are those who have played or were asked to, `ranked` those of them who have a place.
    """

    period: Period
    pack: str
    basis: Basis
    buyers: int
    places: tuple[Place, ...]
    improved: Shared | None
    widest: Shared | None
    team: Team | None
    ranked: int
    everybody: int
    runs: int

    @property
    def named(self) -> frozenset[str]:
        """Everyone whose name it says."""
        on_places = (place.people for place in self.places)
        shared = (each.people for each in (self.improved, self.widest) if each)
        return frozenset(chain(*on_places, *shared))


class Own(NamedTuple):
    """A person's own place: what places rest on, the first attempts that count for it, and once these are enough their
    mean and the place with that.

    `ahead` is the percentile of the next place above. Places are those among the people whose names are shown.
    """

    basis: Basis
    runs: int = 0
    percent: int | None = None
    rank: int | None = None
    ahead: int | None = None


def basis_of(sums: Sums) -> Basis:
    """Common buyers alone where enough people have their minimum there: so many, and half of those who have it at all.

    They are the fairest measure, and no measure for a team that plays something else.
    """
    enough = sums.common_ranked >= COMMON_FROM and 2 * sums.common_ranked >= sums.ranked
    return "common" if enough else "all"


def first_places(standing: Sequence[tuple[str, int]], ranked: int) -> tuple[Place, ...]:
    """The first three places, and none of the lower half of the `ranked` people."""
    return places(standing, min(NAMED, (ranked + 1) // 2))


def most_of(figures: Sequence[tuple[str, int]]) -> Shared | None:
    """Those who share the greatest figure, which comes first; None where nobody has any."""
    if not figures:
        return None
    most = figures[0][1]
    return Shared(most, tuple(sorted(person for person, figure in figures if figure == most)))


def team_of(sums: Sums, before: Sums | None, named: Sequence[Place]) -> Team | None:
    """How the team does; None where that would tell what a single person does who is not named."""
    others = sums.people - sum(len(place.people) for place in named)
    if not sums.runs or others == 1:
        return None
    percent = whole_mean(sums.points, sums.runs)
    rise = percent - whole_mean(before.points, before.runs) if before and before.runs else None
    return Team(percent, rise)
