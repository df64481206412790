"""How each kind of attribute draws its value from the seed's key and what was drawn before.

An attribute is made into a drawer once for each pack: its paths are encoded, its conditions and tilts made ready.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, TypeAlias, assert_never

from engine.persona.conditions import NOTHING, Made, Profile, Value, following
from engine.persona.normal import leaning
from engine.scenario.attributes import (
    AmountRange,
    AnyAttribute,
    Calculation,
    Choice,
    First,
    Range,
    Several,
    Shares,
    Table,
    Tilt,
)
from engine.scenario.written import OTHER
from engine.seed import BITS, Chance, Race, first_of, path_bytes, race_of, scale_of, winner

Weights: TypeAlias = Mapping[str, int]


class Drawing:
    """A profile in the making: what is drawn so far, the numbers in it by name, and the scores of the latents."""

    __slots__ = ("chance", "figures", "latents", "profile")

    def __init__(self, chance: Chance, latents: Mapping[str, int]) -> None:
        self.chance = chance
        self.latents = latents
        self.profile: dict[str, Value] = {}
        self.figures: dict[str, int] = {}


class Drawer(NamedTuple):
    """How an attribute is drawn: the paths that it always draws on, and what it makes of their numbers."""

    paths: tuple[bytes, ...]
    value: Callable[[Sequence[int], Drawing], Value]


def drawer_of(name: str, attribute: AnyAttribute) -> Drawer:
    """What draws the value that a seed gives to the attribute."""
    match attribute:
        case Choice():
            return _leaning_choice(name, attribute) if attribute.loads else _choice(name, attribute)
        case Several():
            return _several(name, attribute)
        case Range() | AmountRange():
            return _range(name, attribute)
        case Shares():
            return _shares(name, attribute)
        case Calculation():
            formula = attribute.formula.value
            return Drawer((), lambda _, drawing: formula(drawing.figures))
        case Table():
            return _table(attribute)
        case First():
            of = attribute.of
            return Drawer((), lambda _, drawing: _first(drawing.profile[of]))
        case _:
            assert_never(attribute)


def chances(attribute: Choice | Several | Shares, profile: Profile) -> Weights:
    """The weights of an attribute's options as they are for this profile."""
    return _weighing(attribute, dict)(profile)


def _weighing(attribute: Choice | Several | Shares, make: Callable[[Weights], Made]) -> Callable[[Profile], Made]:
    """What is made of the options as they are weighted for a profile, once for each set of tilts that apply."""
    options, tilts = attribute.options, attribute.tilts
    if not tilts:
        always = make(options)
        return lambda profile: always
    return following([tilt.when for tilt in tilts], lambda held: make(_tilted(options, tilts, held)))


def _tilted(options: Weights, tilts: Sequence[Tilt], held: int) -> Weights:
    for place, tilt in enumerate(tilts):
        if held >> place & 1:
            options = {name: weight * tilt.percent.get(name, 100) for name, weight in options.items()}
    return options


def _racing(name: str, attribute: Choice | Several) -> Callable[[Profile], Race]:
    """The options that take part for a profile, weighted as they are for it."""
    return _weighing(attribute, lambda weights: race_of(f"attr/{name}", weights))


def _choice(name: str, attribute: Choice) -> Drawer:
    racing = _racing(name, attribute)

    def among_all(numbers: Sequence[int], drawing: Drawing) -> Value:
        return winner(racing(drawing.profile), numbers)

    def among_some(_: Sequence[int], drawing: Drawing) -> Value:
        race = racing(drawing.profile)
        if not race.names:
            raise ValueError(f"no option of {name} is left to draw, by its tilts")
        return winner(race, drawing.chance.numbers(race.paths))

    if any(0 in tilt.percent.values() for tilt in attribute.tilts):
        return Drawer((), among_some)
    return Drawer(race_of(f"attr/{name}", attribute.options).paths, among_all)


def _leaning_choice(name: str, attribute: Choice) -> Drawer:
    spread, scaled = _spread(attribute.loads), _weighing(attribute, scale_of)
    return Drawer(
        (path_bytes(f"attr/{name}"),),
        lambda numbers, drawing: scaled(drawing.profile).at(spread(numbers, drawing)),
    )


def _several(name: str, attribute: Several) -> Drawer:
    racing, fewest, counts = _racing(name, attribute), attribute.fewest, attribute.most - attribute.fewest + 1

    def value(numbers: Sequence[int], drawing: Drawing) -> Value:
        race, count = racing(drawing.profile), fewest + (numbers[0] * counts >> BITS)
        return first_of(race, count, drawing.chance.numbers(race.paths)) if count else ()

    return Drawer((path_bytes(f"attr/{name}"),), value)


Spread: TypeAlias = Callable[[Sequence[int], Drawing], int]


def _spread(loads: Mapping[str, int]) -> Spread:
    """The even draw of an attribute (0 to 2**64 - 1), which is its first number leaning on its latents."""
    latents, mixed = tuple(loads), leaning(tuple(loads.values()))
    if not loads:
        return lambda numbers, _: numbers[0]
    return lambda numbers, drawing: mixed(numbers[0], map(drawing.latents.__getitem__, latents))


def _range(name: str, attribute: Range | AmountRange) -> Drawer:
    spread, step, cases = _spread(attribute.loads), attribute.step, attribute.cases

    def bounds(held: int) -> tuple[int, int]:
        """The lowest value, and how many there are: of the first case that holds."""
        of = next((case for place, case in enumerate(cases) if held >> place & 1), attribute)
        return of.low, (of.high - of.low) // step + 1

    def always(numbers: Sequence[int], drawing: Drawing) -> Value:
        return low + step * (spread(numbers, drawing) * count >> BITS)

    def evenly(numbers: Sequence[int], _: Drawing) -> Value:
        return low + step * (numbers[0] * count >> BITS)

    def by_case(numbers: Sequence[int], drawing: Drawing) -> Value:
        low, count = bounds_for(drawing.profile)
        return low + step * (spread(numbers, drawing) * count >> BITS)

    low, count = bounds(0)
    bounds_for = following([case.when for case in cases], bounds)
    return Drawer((path_bytes(f"attr/{name}"),), by_case if cases else always if attribute.loads else evenly)


LEAST_PART, MOST_PART = 10, 100
"""The parts, of its weight, that a name may draw of shares."""


def _shares(name: str, attribute: Shares) -> Drawer:
    """Names with their percentages, largest first: ("space=41", "safety=22", ...)."""
    names, least, weighing = (
        tuple(attribute.options),
        attribute.least,
        _weighing(attribute, lambda weights: tuple(weights.values())),
    )
    spare, parts = 100 - least * len(names), MOST_PART - LEAST_PART + 1

    def value(numbers: Sequence[int], drawing: Drawing) -> Value:
        raw = [
            weight * (LEAST_PART + (number * parts >> BITS))
            for weight, number in zip(weighing(drawing.profile), numbers, strict=True)
        ]
        total = max(1, sum(raw))
        divided = [divmod(spare * part, total) for part in raw]
        shares = {option: least + whole for option, (whole, _) in zip(names, divided, strict=True)}
        by_remainder = sorted([(-rest, option) for option, (_, rest) in zip(names, divided, strict=True)])
        for _, option in by_remainder[: 100 - sum(shares.values())]:
            shares[option] += 1
        return tuple([f"{option}={-less}" for less, option in sorted([(-share, o) for o, share in shares.items()])])

    return Drawer(tuple(path_bytes(f"attr/{name}={option}") for option in names), value)


def _table(attribute: Table) -> Drawer:
    by, values = attribute.by, attribute.values

    def value(_: Sequence[int], drawing: Drawing) -> Value:
        key = "/".join([str(drawing.profile[name]) for name in by])
        return values[key] if key in values else values[OTHER]

    return Drawer((), value)


def _first(value: Value) -> str:
    names = value if isinstance(value, tuple) else (str(value),)
    return names[0].partition("=")[0] if names else NOTHING
