"""The profile that a seed draws: every attribute of the counterpart, and the hash that vouches for it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from unicodedata import normalize

import rfc8785

from engine.persona.draws import Drawing, Profile, Value, draw_value, holds
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


def draw_profile(pack: Pack, seed: int) -> Drawn:
    """Everything that the seed says about its counterpart, in this pack and draw epoch."""
    drawing = Drawing(seed_key(pack.id, pack.draw_epoch, seed))
    for name in pack.order:
        _draw_into(drawing, name, pack)
    product_id = str(drawing.profile[pack.product])
    return Drawn(seed, drawing.profile, pack.products[product_id], product_id, drawing.figures)


def _draw_into(drawing: Drawing, name: str, pack: Pack) -> None:
    """An attribute that does not apply is left out of the profile, and counts as 0 in formulas."""
    attribute = pack.attributes[name]
    if not holds(attribute.when, drawing.profile):
        drawing.figures[name] = 0
        return
    value = draw_value(name, attribute, drawing)
    drawing.profile[name] = value
    if isinstance(value, int):
        drawing.figures[name] = value
    if name == pack.product:
        drawing.figures.update(product_figures(pack.products[str(value)], pack.money.unit))


def profile_hash(profile: Profile) -> str:
    """SHA-256 in hex over the profile as canonical JSON (RFC 8785), its texts in NFC."""
    plain = {name: _plain(value) for name, value in profile.items()}
    return hashlib.sha256(rfc8785.dumps(plain)).hexdigest()


def _plain(value: Value) -> str | int | list[str]:
    if isinstance(value, tuple):
        return [normalize("NFC", member) for member in value]
    return normalize("NFC", value) if isinstance(value, str) else value
