"""A pack's figures: what a tally comes to, and which of it is not as it should be."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import isqrt
from statistics import median_low
from typing import Literal, NamedTuple

from engine.panel.panel import PANEL
from engine.panel.policy import Skill
from engine.scenario.attributes import AmountRange, Choice, Range
from engine.scenario.pack import Pack
from packs.tally import FIRST_SEEDS, MILLION, Tally

ZONE_WANTED = (88, 95)
"""Percent of seeds with a bargaining zone, ends included."""
BEATEN_WANTED = 90
"""Percent of the seeds with a zone on which good reps must earn more than naive ones."""
JUDGED_FROM = 1_000
"""Seeds below which chance alone moves those two too far to judge a pack by them."""
MARGIN = 3
"""Points by which the share of an option may differ from what the pack says."""
STANDARD_ERRORS = 4
"""Where few seeds have an attribute, so many standard errors are allowed instead."""
LEAST_CORRELATION = 5
"""Percent below which a correlation is not looked for."""

State = Literal["ok", "wrong", "told"]


class Figure(NamedTuple):
    """One line of the table: what was measured, the value in words, what is wanted, and how that turned out."""

    group: str
    name: str
    value: str
    wanted: str = ""
    state: State = "told"


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything measured, in the order it is told in."""

    pack: str
    seeds: int
    rows: tuple[Figure, ...]

    @property
    def wrong(self) -> tuple[Figure, ...]:
        """The figures that are not as they should be."""
        return tuple(row for row in self.rows if row.state == "wrong")


def figures_of(pack: Pack, tally: Tally) -> Figures:
    """The pack's figures over the tally's seeds."""
    rows = (*_zones(tally), *_skill(tally), *_reps(tally), *_contradictions(pack, tally))
    return Figures(pack.id, tally.seeds, (*rows, *_marginals(pack, tally), *_correlations(pack, tally)))


def tenths(part: int, whole: int) -> str:
    """A share in percent with one digit after the point."""
    permille = (1000 * part + whole // 2) // max(1, whole)
    return f"{permille // 10}.{permille % 10} %"


def _zones(tally: Tally) -> Iterator[Figure]:
    low, high = ZONE_WANTED
    zoned, drawn = len(tally.zoned), tally.seeds - len(tally.failed)
    fits = low * drawn <= 100 * zoned <= high * drawn
    yield Figure("zone", "seeds with a bargaining zone", tenths(zoned, drawn), *_judged(tally, f"{low}–{high} %", fits))
    yield Figure("zone", "seeds with one on the price alone", tenths(tally.by_price, drawn))
    yield Figure("zone", "seeds without one", f"{drawn - zoned:,}", *_judged(tally, "some, on purpose", drawn > zoned))
    deals = sum(tally.deals.values())
    yield Figure("zone", "runs of the panel that end in a deal", tenths(deals, drawn * len(PANEL)))


def _state(fits: bool) -> State:
    return "ok" if fits else "wrong"


def _judged(tally: Tally, wanted: str, fits: bool) -> tuple[str, State]:
    """What is wanted and how that turned out; too few seeds are told, not judged."""
    return wanted, _state(fits) if tally.seeds >= JUDGED_FROM else "told"


def _skill(tally: Tally) -> Iterator[Figure]:
    good, naive = (_middle(tally, skill) for skill in ("good", "naive"))
    won = sum(better > worse for better, worse in zip(good, naive, strict=True))
    value = tenths(won, len(good))
    fits = 100 * won >= BEATEN_WANTED * len(good)
    yield Figure(
        "skill", "seeds on which good reps beat naive ones", value, *_judged(tally, f"{BEATEN_WANTED} % or more", fits)
    )
    for skill, earned in (("good", good), ("fair", _middle(tally, "fair")), ("naive", naive)):
        yield Figure("skill", f"what the middle {skill} rep keeps of the room", tenths(sum(earned), sum(tally.rooms)))
    best = [max(profits) for profits in tally.profits]
    yield Figure("skill", "what the best of all reps keeps of it", tenths(sum(best), sum(tally.rooms)))


def _middle(tally: Tally, skill: Skill) -> list[int]:
    """What the middle one of these reps earned on each seed with a zone."""
    of_skill = [index for index, policy in enumerate(PANEL) if policy.skill == skill]
    return [median_low(profits[index] for index in of_skill) for profits in tally.profits]


def _reps(tally: Tally) -> Iterator[Figure]:
    drawn = max(1, tally.seeds - len(tally.failed))
    for index, policy in enumerate(PANEL):
        kept = tenths(sum(profits[index] for profits in tally.profits), sum(tally.rooms))
        rounds = tenths(tally.rounds[policy.name], drawn * 100).removesuffix(" %")
        deals = tenths(tally.deals[policy.name], drawn)
        yield Figure("reps", f"{policy.name} ({policy.skill})", f"deals {deals}, keeps {kept}, {rounds} rounds")


def _contradictions(pack: Pack, tally: Tally) -> Iterator[Figure]:
    if tally.failed:
        seed, message = tally.failed[0]
        value = f"{len(tally.failed):,}, first {seed}: {message}"
        yield Figure("contradictions", "seeds that cannot be drawn", value, "none", "wrong")
    for name, seeds in sorted(tally.broken.items()):
        first = ", ".join(str(seed) for seed in seeds[:FIRST_SEEDS])
        value = f"{len(seeds):,} seeds ({first}{', …' if len(seeds) > FIRST_SEEDS else ''})"
        yield Figure("contradictions", f"{name}: {pack.constraints[name].says}", value, "none", "wrong")
    if not tally.broken and not tally.failed:
        kept = f"none, in {len(pack.constraints)} constraints over {tally.seeds:,} seeds"
        yield Figure("contradictions", "seeds that contradict themselves", kept, "none", "ok")


def _marginals(pack: Pack, tally: Tally) -> Iterator[Figure]:
    """For each choice the option that differs most from its weight, and options that never come."""
    for name, attribute in pack.attributes.items():
        if not isinstance(attribute, Choice) or not tally.drawn[name]:
            continue
        count = tally.drawn[name]
        differences = {option: _difference(tally, name, option) for option in attribute.options}
        worst = max(differences, key=lambda option: (abs(differences[option]), option))
        allowed = max(MARGIN * MILLION // 100, STANDARD_ERRORS * _standard_error(tally, name, worst))
        seen = tenths(tally.seen[name, worst], count)
        value = f"{worst} {seen} against {tenths(tally.expected[name, worst], count * MILLION)}"
        state = _state(abs(differences[worst]) <= allowed)
        yield Figure("marginals", name, value, f"within {tenths(allowed, MILLION)[:-2]} points", state)
        never = [option for option in attribute.options if not tally.expected[name, option]]
        if never:
            yield Figure("marginals", name, f"{', '.join(never)} can never be drawn", "every option", "wrong")
    for name in pack.attributes:
        if not tally.drawn[name]:
            yield Figure("marginals", name, "applies to no seed", "some", "wrong")


def _difference(tally: Tally, name: str, option: str) -> int:
    """How far the share of an option is from what the pack says, in millionths."""
    return (tally.seen[name, option] * MILLION - tally.expected[name, option]) // tally.drawn[name]


def _standard_error(tally: Tally, name: str, option: str) -> int:
    """Of the option's share, in millionths, by its expected share."""
    share = tally.expected[name, option] // tally.drawn[name]
    return isqrt(share * (MILLION - share) // tally.drawn[name])


def _correlations(pack: Pack, tally: Tally) -> Iterator[Figure]:
    """Pairs of attributes that lean on the same latent: the correlation of their ranks, against their loads."""
    for one, other in combinations(tally.places, 2):
        wanted = _by_loads(pack, one, other)
        if abs(wanted) < LEAST_CORRELATION:
            continue
        seeds = sorted(tally.places[one].keys() & tally.places[other].keys())
        found = correlation([tally.places[one][seed] for seed in seeds], [tally.places[other][seed] for seed in seeds])
        error = 100 // max(1, isqrt(len(seeds)))
        fits = found * wanted > 0 or abs(wanted) <= STANDARD_ERRORS * error
        yield Figure("correlations", f"{one} and {other}", f"{found:+d} %", f"{wanted:+d} % by loads", _state(fits))


def _by_loads(pack: Pack, one: str, other: str) -> int:
    first, second = (pack.attributes[name] for name in (one, other))
    if not isinstance(first, Choice | Range | AmountRange) or not isinstance(second, Choice | Range | AmountRange):
        return 0
    return sum(load * second.loads.get(latent, 0) for latent, load in first.loads.items()) // 100


def correlation(xs: Sequence[int], ys: Sequence[int]) -> int:
    """Spearman's rank correlation in percent, ties at their middle rank; 0 where one side does not vary."""
    first, second = _ranks(xs), _ranks(ys)
    size = len(first)
    mean = sum(first) // max(1, size)
    shared = sum((a - mean) * (b - mean) for a, b in zip(first, second, strict=True))
    spread = isqrt(sum((a - mean) ** 2 for a in first) * sum((b - mean) ** 2 for b in second))
    return 100 * shared // spread if spread else 0


def _ranks(values: Sequence[int]) -> list[int]:
    """Twice the rank of each value."""
    ordered = sorted(values)
    first = {value: index for index, value in reversed(list(enumerate(ordered)))}
    last = {value: index for index, value in enumerate(ordered)}
    return [first[value] + last[value] for value in values]
