"""Concession curves: how much of its demand a party has given up when a share of its time is gone.

Time-dependent tactics (Faratin, Sierra and Jennings 1998): given up = (time used) ^ (1 / beta). Below beta 1 the
party is a boulware, who holds until the deadline; above it a conceder, who gives early. The tables are exact integer
roots, so that a seed bargains alike on every machine.
"""

from collections.abc import Mapping
from math import isqrt
from types import MappingProxyType

FULL = 10_000
LAST_TICK = 100


def _fifth_power(tau: int) -> int:
    return FULL * tau**5 // LAST_TICK**5


def _square(tau: int) -> int:
    return FULL * tau**2 // LAST_TICK**2


def _proportional(tau: int) -> int:
    return FULL * tau // LAST_TICK


def _square_root(tau: int) -> int:
    return isqrt(FULL**2 * tau // LAST_TICK)


def _fourth_root(tau: int) -> int:
    return isqrt(isqrt(FULL**4 * tau // LAST_TICK))


CURVES: Mapping[str, tuple[int, ...]] = MappingProxyType(
    {
        name: tuple(given_up(tau) for tau in range(LAST_TICK + 1))
        for name, given_up in {
            "0.2": _fifth_power,
            "0.5": _square,
            "1": _proportional,
            "2": _square_root,
            "4": _fourth_root,
        }.items()
    }
)
"""By curve class (beta): the share given up, 0 to 10,000, at each percent of the time from 0 to 100, ends included."""


def time_used(clock: int, deadline: int) -> int:
    """Percent of the time that is gone, 0 to 100."""
    return min(LAST_TICK, LAST_TICK * clock // max(1, deadline))


def demand_by_time(curve: str, tau: int) -> int:
    """The utility (0 to 10,000) that a party of this curve class still asks for at `tau` percent of its time."""
    return FULL - CURVES[curve][tau]
