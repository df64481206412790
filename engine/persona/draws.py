"""How each kind of attribute draws its value from the seed's key and what was drawn before.

An attribute is made into a drawer once for each pack: its paths are encoded, its conditions and tilts made ready.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Generic, TypeAlias, TypeVar, assert_never

from engine.persona.conditions import NOTHING, Condition, Profile, Value, condition_of
from engine.persona.normal import leaning, quantile
from engine.scenario.attributes import (
    AmountRange,
    AnyAttribute,
    Calculation,
    Case,
    Choice,
    First,
    Range,
    Several,
    Shares,
    Table,
    Tilt,
)
from engine.scenario.written import OTHER
from engine.seed import Chance, Race, in_race, path_bytes, pick_at, race_of, winner, within

Weights: TypeAlias = Mapping[str, int]
Made = TypeVar("Made")


class Drawing:
    """A profile in the making: what is drawn so far, the numbers in it by name, and the scores of the latents."""

    __slots__ = ("chance", "figures", "latents", "profile")

    def __init__(self, key: bytes) -> None:
        self.chance = Chance(key)
        self.profile: dict[str, Value] = {}
        self.figures: dict[str, int] = {}
        self.latents: dict[str, int] = {}

    def latent(self, name: str) -> int:
        """The normal score of a latent factor."""
        score = self.latents.get(name)
        if score is None:
            score = self.latents[name] = quantile(self.chance.u64(path_bytes(f"latent/{name}")))
        return score


Drawer: TypeAlias = Callable[[Drawing], Value]


def drawer_of(name: str, attribute: AnyAttribute) -> Drawer:
    """What draws the value that a seed gives to the attribute."""
    match attribute:
        case Choice():
            return _choice(name, attribute)
        case Several():
            return _several(name, attribute)
        case Range() | AmountRange():
            return _range(name, attribute)
        case Shares():
            return _shares(name, attribute)
        case Calculation():
            formula = attribute.formula.value
            return lambda drawing: formula(drawing.figures)
        case Table():
            return _table(attribute)
        case First():
            of = attribute.of
            return lambda drawing: _first(drawing.profile[of])
        case _:
            assert_never(attribute)


def chances(attribute: Choice | Several | Shares, profile: Profile) -> Weights:
    """The weights of an attribute's options as they are for this profile."""
    return _tilted(attribute.options, _ready(attribute.tilts), profile)


def _ready(tilts: tuple[Tilt, ...]) -> tuple[tuple[Condition | None, Weights], ...]:
    return tuple((condition_of(tilt.when), tilt.percent) for tilt in tilts)


def _tilted(options: Weights, tilts: tuple[tuple[Condition | None, Weights], ...], profile: Profile) -> Weights:
    for condition, percent in tilts:
        if condition is None or condition(profile):
            options = {name: weight * percent.get(name, 100) for name, weight in options.items()}
    return options


class _Known(Generic[Made]):
    """What follows from a few attributes, worked out once for each of their values, as long as those are not too many.

    Called with the profile; `names` are the attributes, `make` works it out.
    """

    __slots__ = ("_known", "_make", "_names")
    MOST = 2_000

    def __init__(self, names: Iterable[str], make: Callable[[Profile], Made]) -> None:
        self._names = tuple(dict.fromkeys(names))
        self._make = make
        self._known: dict[tuple[Value | None, ...], Made] = {}

    def __call__(self, profile: Profile) -> Made:
        values = tuple(map(profile.get, self._names))
        found = self._known.get(values)
        if found is None:
            found = self._make(profile)
            if len(self._known) < self.MOST:
                self._known[values] = found
        return found


def _racing(name: str, attribute: Choice | Several) -> Callable[[Profile], Race]:
    """The options that take part for a profile, weighted as they are for it."""
    options, tilts, path = attribute.options, _ready(attribute.tilts), f"attr/{name}"
    if not tilts:
        always = race_of(path, options)
        return lambda profile: always
    looked_at = (other for tilt in attribute.tilts for other in tilt.when)
    return _Known(looked_at, lambda profile: race_of(path, _tilted(options, tilts, profile)))


def _choice(name: str, attribute: Choice) -> Drawer:
    if attribute.loads:
        spread, options, tilts = _spread(name, attribute.loads), attribute.options, _ready(attribute.tilts)
        return lambda drawing: pick_at(spread(drawing), _tilted(options, tilts, drawing.profile))
    racing = _racing(name, attribute)

    def draw(drawing: Drawing) -> Value:
        race = racing(drawing.profile)
        if not race.names:
            raise ValueError(f"no option of {name} is left to draw, by its tilts")
        return winner(drawing.chance, race)

    return draw


def _several(name: str, attribute: Several) -> Drawer:
    racing, path = _racing(name, attribute), path_bytes(f"attr/{name}")
    fewest, most = attribute.fewest, attribute.most

    def draw(drawing: Drawing) -> Value:
        count = within(drawing.chance.u64(path), fewest, most)
        return in_race(drawing.chance, racing(drawing.profile))[:count]

    return draw


def _spread(name: str, loads: Mapping[str, int]) -> Callable[[Drawing], int]:
    """The even draw of an attribute (0 to 2**64 - 1), leaning on its latents."""
    path = path_bytes(f"attr/{name}")
    if not loads:
        return lambda drawing: drawing.chance.u64(path)
    latents, mixed = tuple(loads), leaning(tuple(loads.values()))
    return lambda drawing: mixed(drawing.chance.u64(path), map(drawing.latent, latents))


def _range(name: str, attribute: Range | AmountRange) -> Drawer:
    spread, low, high, step = _spread(name, attribute.loads), attribute.low, attribute.high, attribute.step
    if not attribute.cases:
        return lambda drawing: within(spread(drawing), low, high, step)
    cases = tuple((condition_of(case.when), case) for case in attribute.cases)

    def bounds_for(profile: Profile) -> tuple[int, int]:
        fitting = (case for condition, case in cases if condition is None or condition(profile))
        bounds: Range | AmountRange | Case = next(fitting, attribute)
        return bounds.low, bounds.high

    bounds_of = _Known((other for case in attribute.cases for other in case.when), bounds_for)

    def draw(drawing: Drawing) -> Value:
        low, high = bounds_of(drawing.profile)
        return within(spread(drawing), low, high, step)

    return draw


LEAST_PART, MOST_PART = 10, 100
"""The parts, of its weight, that a name may draw of shares."""


def _shares(name: str, attribute: Shares) -> Drawer:
    """Names with their percentages, largest first: ("space=41", "safety=22", ...)."""
    options, tilts, least = attribute.options, _ready(attribute.tilts), attribute.least
    paths = [path_bytes(f"attr/{name}={option}") for option in options]
    spare = 100 - least * len(options)

    def draw(drawing: Drawing) -> Value:
        weights = _tilted(options, tilts, drawing.profile)
        heads = drawing.chance.heads(paths)
        raw = {
            option: weight * within(int.from_bytes(head, "big"), LEAST_PART, MOST_PART)
            for (option, weight), head in zip(weights.items(), heads, strict=True)
        }
        total = max(1, sum(raw.values()))
        shares = {option: least + spare * part // total for option, part in raw.items()}
        by_remainder = sorted(raw, key=lambda option: (-(spare * raw[option] % total), option))
        for option in by_remainder[: 100 - sum(shares.values())]:
            shares[option] += 1
        largest = sorted(shares.items(), key=lambda pair: (-pair[1], pair[0]))
        return tuple([f"{option}={share}" for option, share in largest])

    return draw


def _table(attribute: Table) -> Drawer:
    by, values = attribute.by, attribute.values

    def draw(drawing: Drawing) -> Value:
        key = "/".join([str(drawing.profile[name]) for name in by])
        return values[key] if key in values else values[OTHER]

    return draw


def _first(value: Value) -> str:
    names = value if isinstance(value, tuple) else (str(value),)
    return names[0].partition("=")[0] if names else NOTHING
