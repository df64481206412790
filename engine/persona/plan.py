"""A pack's attributes made ready to be drawn, once for each pack."""

from collections.abc import Callable, Sequence
from typing import NamedTuple
from weakref import finalize

from engine.persona.conditions import Profile, Value, following
from engine.persona.draws import Drawing, drawer_of
from engine.scenario.attributes import AnyAttribute
from engine.scenario.pack import Pack
from engine.seed import path_bytes


class Step(NamedTuple):
    """One attribute. Its numbers are at `place` among those always drawn, or on `paths` of its own where it may not
    apply."""

    name: str
    applies: Callable[[Profile], bool] | None
    place: slice
    paths: tuple[bytes, ...]
    value: Callable[[Sequence[int], Drawing], Value]


class Plan(NamedTuple):
    """The paths that every profile draws on, those of the latents first, and the attributes in the order of drawing."""

    latents: tuple[str, ...]
    paths: tuple[bytes, ...]
    steps: tuple[Step, ...]


def plan_of(pack: Pack) -> Plan:
    """The plan of a pack, made once and kept as long as the pack is."""
    plan = _PLANS.get(id(pack))
    if plan is None:
        plan = _PLANS[id(pack)] = _made(pack)
        finalize(pack, _PLANS.pop, id(pack), None)
    return plan


_PLANS: dict[int, Plan] = {}


def _made(pack: Pack) -> Plan:
    latents = tuple(dict.fromkeys(latent for one in pack.attributes.values() for latent in getattr(one, "loads", ())))
    always = [path_bytes(f"latent/{latent}") for latent in latents]
    steps = tuple(_step(name, pack.attributes[name], always) for name in pack.order)
    return Plan(latents, tuple(always), steps)


def _step(name: str, attribute: AnyAttribute, always: list[bytes]) -> Step:
    """The step of an attribute, its paths added to those always drawn if it always applies."""
    paths, value = drawer_of(name, attribute)
    if attribute.when:
        return Step(name, following([attribute.when], bool), slice(0), paths, value)
    first = len(always)
    always += paths
    return Step(name, None, slice(first, len(always)), (), value)
