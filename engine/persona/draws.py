"""How each kind of attribute draws its value from the seed's key and what was drawn before."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias, assert_never

from engine import seed
from engine.persona.normal import mixed
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
from engine.scenario.written import OTHER, When

Value: TypeAlias = str | int | tuple[str, ...]
Profile: TypeAlias = Mapping[str, Value]

NOTHING = "none"
"""How a condition names an empty list."""


@dataclass(slots=True)
class Drawing:
    """A profile in the making: what is drawn so far, and the numbers in it by name."""

    key: bytes
    profile: dict[str, Value] = field(default_factory=dict)
    figures: dict[str, int] = field(default_factory=dict)

    def spread(self, name: str, loads: Mapping[str, int]) -> int:
        """The even draw of an attribute (0 to 2**64 - 1), leaning on its latents."""
        own = seed.u64(self.key, f"attr/{name}")
        latents = tuple((seed.u64(self.key, f"latent/{latent}"), load) for latent, load in loads.items())
        return mixed(own, latents) if latents else own


def holds(when: When, profile: Profile) -> bool:
    """Whether every condition is met; of a list, one of its members has to be (of an empty one, `none`)."""
    return all(_is_among(profile.get(name), values) for name, values in when.items())


def _is_among(value: Value | None, values: tuple[str | int, ...]) -> bool:
    return any(member in values for member in value or (NOTHING,)) if isinstance(value, tuple) else value in values


def draw_value(name: str, attribute: AnyAttribute, drawing: Drawing) -> Value:
    """The value that the seed gives to the attribute."""
    match attribute:
        case Choice():
            return _choice(name, attribute, drawing)
        case Several():
            return _several(name, attribute, drawing)
        case Range() | AmountRange():
            return _range(name, attribute, drawing)
        case Shares():
            return _shares(name, attribute, drawing)
        case Calculation():
            return attribute.formula.value(drawing.figures)
        case Table():
            return _looked_up(attribute, drawing.profile)
        case First():
            return _first(drawing.profile[attribute.of])
        case _:
            assert_never(attribute)


def chances(attribute: Choice | Several | Shares, profile: Profile) -> Mapping[str, int]:
    """The weights of an attribute's options as they are for this profile."""
    return _tilted(attribute.options, attribute.tilts, profile)


def _tilted(options: Mapping[str, int], tilts: tuple[Tilt, ...], profile: Profile) -> Mapping[str, int]:
    for tilt in tilts:
        if holds(tilt.when, profile):
            options = {name: weight * tilt.percent.get(name, 100) for name, weight in options.items()}
    return options


def _choice(name: str, attribute: Choice, drawing: Drawing) -> str:
    weights = _tilted(attribute.options, attribute.tilts, drawing.profile)
    if attribute.loads:
        return seed.pick_at(drawing.spread(name, attribute.loads), weights)
    return seed.pick(drawing.key, f"attr/{name}", weights)


def _several(name: str, attribute: Several, drawing: Drawing) -> tuple[str, ...]:
    weights = _tilted(attribute.options, attribute.tilts, drawing.profile)
    count = seed.draw_range(drawing.key, f"attr/{name}", attribute.fewest, attribute.most)
    return seed.ranked(drawing.key, f"attr/{name}", weights)[:count]


def _range(name: str, attribute: Range | AmountRange, drawing: Drawing) -> int:
    low, high = attribute.low, attribute.high
    for case in attribute.cases:
        if holds(case.when, drawing.profile):
            low, high = case.low, case.high
            break
    return seed.within(drawing.spread(name, attribute.loads), low, high, attribute.step)


def _shares(name: str, attribute: Shares, drawing: Drawing) -> tuple[str, ...]:
    """Names with their percentages, largest first: ("space=41", "safety=22", ...)."""
    weights = _tilted(attribute.options, attribute.tilts, drawing.profile)
    raw = {
        option: weight * seed.draw_range(drawing.key, f"attr/{name}={option}", 10, 100)
        for option, weight in weights.items()
    }
    spare, total = 100 - attribute.least * len(raw), max(1, sum(raw.values()))
    shares = {option: attribute.least + spare * part // total for option, part in raw.items()}
    by_remainder = sorted(raw, key=lambda option: (-(spare * raw[option] % total), option))
    for option in by_remainder[: 100 - sum(shares.values())]:
        shares[option] += 1
    return tuple(f"{option}={share}" for option, share in sorted(shares.items(), key=lambda pair: (-pair[1], pair[0])))


def _looked_up(attribute: Table, profile: Profile) -> str | int:
    key = "/".join(str(profile[name]) for name in attribute.by)
    return attribute.values[key] if key in attribute.values else attribute.values[OTHER]


def _first(value: Value) -> str:
    names = value if isinstance(value, tuple) else (str(value),)
    return names[0].partition("=")[0] if names else NOTHING
