"""The profile that a seed draws: every attribute of the counterpart, and the hash that vouches for it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from unicodedata import normalize

import rfc8785

from engine.persona.conditions import Profile, Value
from engine.persona.draws import Drawing
from engine.persona.normal import quantile
from engine.persona.plan import plan_of
from engine.scenario.deal import ProductSheet
from engine.scenario.draw_order import product_figures
from engine.scenario.pack import Pack
from engine.seed import Chance, seed_key


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


def draw_profile(pack: Pack, seed: int) -> Drawn:
    """Everything that the seed says about its counterpart, in this pack and draw epoch.

    An attribute that does not apply is left out of the profile, and counts as 0 in formulas.
    """
    plan, chance, names_product = plan_of(pack), Chance(seed_key(pack.id, pack.draw_epoch, seed)), pack.product
    always = chance.numbers(plan.paths)
    drawing = Drawing(chance, dict(zip(plan.latents, map(quantile, always), strict=False)))
    profile, figures = drawing.profile, drawing.figures
    for name, applies, place, paths, value_of in plan.steps:
        if applies is not None and not applies(profile):
            figures[name] = 0
            continue
        numbers = chance.numbers(paths) if paths else always[place]
        value = profile[name] = value_of(numbers, drawing)
        if isinstance(value, int):
            figures[name] = value
        elif name == names_product:
            pieces = figures[pack.quantity] if pack.quantity else 1
            figures.update(product_figures(pack.products[str(value)], pack.money.unit, pieces))
    product_id = str(profile[names_product])
    return Drawn(seed, profile, pack.products[product_id], product_id, figures)


def profile_hash(profile: Profile) -> str:
    """SHA-256 in hex over the profile as canonical JSON (RFC 8785), its texts in NFC."""
    plain = {name: _plain(value) for name, value in profile.items()}
    return hashlib.sha256(rfc8785.dumps(plain)).hexdigest()


def _plain(value: Value) -> str | int | list[str]:
    if isinstance(value, tuple):
        return [normalize("NFC", member) for member in value]
    return normalize("NFC", value) if isinstance(value, str) else value
