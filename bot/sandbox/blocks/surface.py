"""The places that show blocks."""

from typing import Literal

Surface = Literal["message", "modal", "home"]
SURFACES: tuple[Surface, ...] = ("message", "modal", "home")
EVERYWHERE: frozenset[Surface] = frozenset(SURFACES)
