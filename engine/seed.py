"""Chance by name: every draw has its own stream, keyed by pack, epoch and seed, and consumes nothing of another's.

A draw is HMAC-SHA-256 over its path, so adding an attribute, an option or a phrase leaves all other draws as they
were. Choices are weighted rendezvous: each option draws for itself, and the smallest -log2(u) / weight wins, which
is an exponential race (Thaler and Ravishankar 1998; weighted as in Resch and Schindelhauer 2005). Integers only.
"""

import hashlib
import hmac
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

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


class Chance:
    """Every draw of one key: the same numbers as `u64`, with the work that all of them share done once.

    Both halves of the HMAC begin with a block made of the key (RFC 2104); their hashes are kept after it.
    """

    __slots__ = ("_inner", "_outer")

    def __init__(self, key: bytes) -> None:
        block = key.ljust(_BLOCK, b"\0")
        self._inner = hashlib.sha256(block.translate(_INNER_PAD)).copy
        self._outer = hashlib.sha256(block.translate(_OUTER_PAD)).copy

    def u64(self, path: bytes) -> int:
        """The number of a path written with its count: `attr/style#0`."""
        inner, outer = self._inner(), self._outer()
        inner.update(path)
        outer.update(inner.digest())
        return int.from_bytes(outer.digest()[:8], "big")

    def heads(self, paths: Iterable[bytes]) -> list[bytes]:
        """The numbers of the paths as eight bytes each, which sort as the numbers do."""
        new_inner, new_outer = self._inner, self._outer
        found = []
        for path in paths:
            inner, outer = new_inner(), new_outer()
            inner.update(path)
            outer.update(inner.digest())
            found.append(outer.digest()[:8])
        return found


_APART = 1 << 40
"""How far apart two numbers have to be for the larger one to arrive earlier, whatever the weight (up to 2**36)."""
_HEAVY = 1 << 36
_BLOCK = 64
"""Bytes that SHA-256 takes in at a time; a key of 32 bytes is filled up with zeros."""
_INNER_PAD = bytes(byte ^ 0x36 for byte in range(256))
_OUTER_PAD = bytes(byte ^ 0x5C for byte in range(256))


def path_bytes(path: str) -> bytes:
    """A path as `Chance` takes it, for the first number drawn on it."""
    return f"{path}#0".encode()


def within(u: int, low: int, high: int, step: int = 1) -> int:
    """The value at u / 2**64 of the way through low, low + step, ... up to high (ends included)."""
    return low + step * ((u * ((high - low) // step + 1)) >> BITS)


def draw_range(key: bytes, path: str, lo: int, hi: int, step: int = 1) -> int:
    """One of lo, lo + step, ... up to hi (ends included), each equally likely."""
    return within(u64(key, path), lo, hi, step)


def ranked(key: bytes, path: str, weights: Mapping[str, int]) -> tuple[str, ...]:
    """All options of positive weight, in drawn order: taking the first n draws n of them without replacement."""
    return in_race(Chance(key), race_of(path, weights))


def pick(key: bytes, path: str, weights: Mapping[str, int]) -> str:
    """One option, with a chance in proportion to its weight; options of weight 0 never win.

    ValueError when no option has a positive weight.
    """
    return winner(Chance(key), race_of(path, weights))


class Race(NamedTuple):
    """Options that race: their names, the paths that they draw on, their weights, and whether those are the same."""

    names: tuple[str, ...]
    paths: tuple[bytes, ...]
    weights: tuple[int, ...]
    is_even: bool


def race_of(path: str, weights: Mapping[str, int]) -> Race:
    """The race of the options of positive weight."""
    names = tuple(name for name, weight in weights.items() if weight > 0)
    paths = tuple(path_bytes(f"{path}={name}") for name in names)
    weighed = tuple(weights[name] for name in names)
    return Race(names, paths, weighed, len(set(weighed)) == 1 and weighed[0] <= _HEAVY)


def in_race(chance: Chance, race: Race) -> tuple[str, ...]:
    """The options in the order in which they arrive."""
    timed = _timed(race, chance.heads(race.paths), range(len(race.names)))
    return tuple([name for _, name in sorted(timed)])


def winner(chance: Chance, race: Race) -> str:
    """The option that arrives first; ValueError where there is none.

    Only those that may have won are timed exactly: of options that weigh the same, those whose leading bytes are the
    largest; of others, those that by the coarse table may be earlier than the first one is at the latest.
    """
    heads = chance.heads(race.paths)
    if race.is_even:
        least = max(0, int.from_bytes(max(heads), "big") - _APART).to_bytes(8, "big")
        near = [index for index, head in enumerate(heads) if head >= least]
    else:
        ends = [head[0] << 4 | head[1] >> 4 for head in heads]
        earliest = [_COARSE[end] // weight for end, weight in zip(ends, race.weights, strict=True)]
        first = earliest.index(min(earliest))
        latest = _COARSE_END[ends[first]] // race.weights[first]
        near = [index for index, time in enumerate(earliest) if time <= latest]
    return race.names[near[0]] if len(near) == 1 else min(_timed(race, heads, near))[1]


def _timed(race: Race, heads: Sequence[bytes], indexes: Iterable[int]) -> list[tuple[int, str]]:
    return [
        (_arrival(int.from_bytes(heads[index], "big"), race.weights[index]), race.names[index]) for index in indexes
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


_COARSE_BITS = 12
_SHARED = BITS - _COARSE_BITS
_COARSE = tuple(_arrival(((leading + 1) << _SHARED) - 1, 1) for leading in range(1 << _COARSE_BITS))
"""By the leading 12 bits of a number: the earliest that an option of weight 1 can arrive with it."""
_COARSE_END = tuple(_arrival(leading << _SHARED, 1) for leading in range(1 << _COARSE_BITS))
"""The latest that it can."""
