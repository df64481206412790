"""The profile that a seed draws: every attribute of the counterpart, and the hash that vouches for it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple
from unicodedata import normalize
from weakref import finalize

import rfc8785

from engine.persona.conditions import Condition, Profile, Value, condition_of
from engine.persona.draws import Drawer, Drawing, drawer_of
from engine.scenario.deal import ProductSheet
from engine.scenario.draw_order import product_figures
from engine.scenario.pack import Pack
from engine.seed import seed_key


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawn profile, the product it goes with, and all numbers of both by name, for the pack's formulas."""

    seed: int
    profile: Profile
    product: ProductSheet
    product_id: str
    figures: Mapping[str, int]

    @property
    def list_price(self) -> int:
        """What the product lists at for the whole deal, in minor units."""
        return self.figures["list_price"]

    @property
    def floor(self) -> int:
        """The price of the whole deal below which it costs the house money, in minor units."""
        return self.figures["floor"]


class _Step(NamedTuple):
    """One attribute of a pack, ready to be drawn."""

    name: str
    applies: Condition | None
    draw: Drawer


def draw_profile(pack: Pack, seed: int) -> Drawn:
    """Everything that the seed says about its counterpart, in this pack and draw epoch.

    An attribute that does not apply is left out of the profile, and counts as 0 in formulas.
    """
    drawing = Drawing(seed_key(pack.id, pack.draw_epoch, seed))
    profile, figures, names_product = drawing.profile, drawing.figures, pack.product
    for name, applies, draw in _steps_of(pack):
        if applies is not None and not applies(profile):
            figures[name] = 0
            continue
        value = profile[name] = draw(drawing)
        if isinstance(value, int):
            figures[name] = value
        elif name == names_product:
            pieces = figures[pack.quantity] if pack.quantity else 1
            figures.update(product_figures(pack.products[str(value)], pack.money.unit, pieces))
    product_id = str(profile[names_product])
    return Drawn(seed, profile, pack.products[product_id], product_id, figures)


def _steps_of(pack: Pack) -> tuple[_Step, ...]:
    """The pack's attributes in the order they are drawn in, made ready once and kept as long as the pack is."""
    steps = _STEPS.get(id(pack))
    if steps is None:
        named = ((name, pack.attributes[name]) for name in pack.order)
        steps = tuple(_Step(name, condition_of(one.when), drawer_of(name, one)) for name, one in named)
        _STEPS[id(pack)] = steps
        finalize(pack, _STEPS.pop, id(pack), None)
    return steps


_STEPS: dict[int, tuple[_Step, ...]] = {}


def profile_hash(profile: Profile) -> str:
    """SHA-256 in hex over the profile as canonical JSON (RFC 8785), its texts in NFC."""
    plain = {name: _plain(value) for name, value in profile.items()}
    return hashlib.sha256(rfc8785.dumps(plain)).hexdigest()


def _plain(value: Value) -> str | int | list[str]:
    if isinstance(value, tuple):
        return [normalize("NFC", member) for member in value]
    return normalize("NFC", value) if isinstance(value, str) else value
