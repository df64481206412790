"""Chance by name: every draw has its own stream, keyed by pack, epoch and seed, and consumes nothing of another's.

A draw is HMAC-SHA-256 over its path, so adding an attribute, an option or a phrase leaves all other draws as they
were. Choices are weighted rendezvous: each option draws for itself, and the smallest -log2(u) / weight wins, which
is an exponential race (Thaler and Ravishankar 1998; weighted as in Resch and Schindelhauer 2005). Integers only.
"""

import hashlib
import hmac
from bisect import bisect_right
from collections.abc import Mapping, Sequence

BITS = 64
SPAN = 1 << BITS
"""One above the largest `u64`."""

FRACTION_BITS = 32
_TABLE_BITS = 10
_REST_BITS = BITS - 1 - _TABLE_BITS


def seed_key(pack: str, draw_epoch: int, seed: int) -> bytes:
    """The 32-byte key of a seed. Neither the mode nor the pack's version is in it."""
    return hashlib.sha256(f"neg1|{pack}|{draw_epoch}|{seed}".encode()).digest()


def u64(key: bytes, path: str, n: int = 0) -> int:
    """The n-th whole number of a path, evenly spread over 0 to 2**64 - 1."""
    return int.from_bytes(hmac.digest(key, f"{path}#{n}".encode(), "sha256")[:8], "big")


def within(u: int, low: int, high: int, step: int = 1) -> int:
    """The value at u / 2**64 of the way through low, low + step, ... up to high (ends included)."""
    return low + step * ((u * ((high - low) // step + 1)) >> BITS)


def draw_range(key: bytes, path: str, lo: int, hi: int, step: int = 1) -> int:
    """One of lo, lo + step, ... up to hi (ends included), each equally likely."""
    return within(u64(key, path), lo, hi, step)


def ranked(key: bytes, path: str, weights: Mapping[str, int]) -> tuple[str, ...]:
    """All options of positive weight, in drawn order: taking the first n draws n of them without replacement."""
    race = sorted(
        (_arrival(u64(key, f"{path}={name}"), weight), name) for name, weight in weights.items() if weight > 0
    )
    return tuple(name for _, name in race)


def pick(key: bytes, path: str, weights: Mapping[str, int]) -> str:
    """One option, with a chance in proportion to its weight; options of weight 0 never win.

    ValueError when no option has a positive weight.
    """
    return min((_arrival(u64(key, f"{path}={name}"), weight), name) for name, weight in weights.items() if weight > 0)[
        1
    ]


def pick_at(u: int, weights: Mapping[str, int]) -> str:
    """The option at u / 2**64 of the way through the weights laid end to end in their own order."""
    bounds: list[int] = []
    total = 0
    for weight in weights.values():
        total += weight
        bounds.append(total)
    return tuple(weights)[bisect_right(bounds, (u * total) >> BITS)]


def shuffle(key: bytes, path: str, items: Sequence[str]) -> tuple[str, ...]:
    """The items in drawn order; one more item slots in without changing the order of the rest."""
    return tuple(sorted(items, key=lambda item: (u64(key, f"{path}={item}"), item)))


def _arrival(u: int, weight: int) -> int:
    """When an option arrives in the race: -log2(u / 2**64) / weight, as fixed point."""
    return (((BITS << FRACTION_BITS) - log2_fixed(u)) << FRACTION_BITS) // weight


def log2_fixed(u: int) -> int:
    """log2 of a positive number below 2**64, times 2**32; exact at table points, linear between; 0 gives 0."""
    if u < 2:
        return 0
    whole = u.bit_length() - 1
    mantissa = (u << (BITS - 1 - whole)) - (1 << (BITS - 1))
    index, rest = mantissa >> _REST_BITS, mantissa & ((1 << _REST_BITS) - 1)
    low, high = _LOG2[index], _LOG2[index + 1]
    return (whole << FRACTION_BITS) + low + (((high - low) * rest) >> _REST_BITS)


def _log2_by_squaring(numerator: int) -> int:
    """log2(numerator / 2**10) times 2**32 for numerators from 2**10 to 2**11, bit by bit: integers alone."""
    value, result = numerator << (BITS - _TABLE_BITS), 0
    if numerator == 2 << _TABLE_BITS:
        return 1 << FRACTION_BITS
    for bit in reversed(range(FRACTION_BITS)):
        value = (value * value) >> BITS
        if value >> (BITS + 1):
            value >>= 1
            result |= 1 << bit
    return result


_LOG2 = tuple(_log2_by_squaring((1 << _TABLE_BITS) + i) for i in range((1 << _TABLE_BITS) + 1))
