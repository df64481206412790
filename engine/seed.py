"""Chance by name: every draw has its own stream, keyed by pack, epoch and seed, and consumes nothing of another's.

A draw is HMAC-SHA-256 over its path, so adding an attribute, an option or a phrase leaves all other draws as they
were. Choices are weighted rendezvous: each option draws for itself, and the smallest -log2(u) / weight wins, which
is an exponential race (Thaler and Ravishankar 1998; weighted as in Resch and Schindelhauer 2005). Integers only.
"""

import hashlib
import hmac
from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from functools import cache, lru_cache
from itertools import accumulate, pairwise
from struct import Struct
from typing import NamedTuple

try:
    from _sha256 import sha256  # type: ignore[import-not-found]
except ImportError:
    from hashlib import sha256

"""What CPython 3.11 keeps beside OpenSSL's: a hash under way is copied for a fifth less. Later versions lack it."""

BITS = 64
SPAN = 1 << BITS
"""One above the largest `u64`."""

_KEPT = 1_024
FRACTION_BITS = 32
_BITS_OF_64 = 6
_TABLE_BITS = 10
_REST_BITS = BITS - 1 - _TABLE_BITS


@lru_cache(maxsize=_KEPT)
def seed_key(pack: str, draw_epoch: int, seed: int) -> bytes:
    """The 32-byte key of a seed. Neither the mode nor the pack's version is in it."""
    return hashlib.sha256(f"neg1|{pack}|{draw_epoch}|{seed}".encode()).digest()


def draw_seed(key: str, n: int, below: int) -> int:
    """The n-th seed that is drawn under a name, such as an assignment's: from 0 up to `below`, that one excluded."""
    return within(u64(hashlib.sha256(f"neg1|draw|{key}".encode()).digest(), "seed", n), 0, below - 1)


def u64(key: bytes, path: str, n: int = 0) -> int:
    """The n-th whole number of a path, evenly spread over 0 to 2**64 - 1."""
    return int.from_bytes(hmac.digest(key, f"{path}#{n}".encode(), "sha256")[:8], "big")


class Chance:
    """Every draw of one key: the same numbers as `u64`, with the work that all of them share done once.

    Both halves of the HMAC begin with a block made of the key (RFC 2104); their hashes are kept after it. Paths are
    written with their count: `attr/style#0`.
    """

    __slots__ = ("_inner", "_outer")

    def __init__(self, key: bytes) -> None:
        block = key.ljust(_BLOCK, b"\0")
        self._inner = sha256(block.translate(_INNER_PAD)).copy
        self._outer = sha256(block.translate(_OUTER_PAD)).copy

    def numbers(self, paths: Collection[bytes]) -> tuple[int, ...]:
        """The numbers of the paths."""
        new_inner, new_outer = self._inner, self._outer
        digests = []
        for path in paths:
            inner, outer = new_inner(), new_outer()
            inner.update(path)
            outer.update(inner.digest())
            digests.append(outer.digest())
        return _leading(len(digests)).unpack(b"".join(digests))


@cache
def _leading(count: int) -> Struct:
    """Takes the first eight bytes of each of so many hashes."""
    return Struct(">" + "Q24x" * count)


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
    (u,) = _chance_of(key).numbers((path_bytes(path),))
    return within(u, lo, hi, step)


def ranked(key: bytes, path: str, weights: Mapping[str, int]) -> tuple[str, ...]:
    """All options of positive weight, in drawn order: taking the first n draws n of them without replacement."""
    race = race_of(path, weights)
    return first_of(race, len(race.names), Chance(key).numbers(race.paths))


def pick(key: bytes, path: str, weights: Mapping[str, int]) -> str:
    """One option, with a chance in proportion to its weight; options of weight 0 never win.

    ValueError when no option has a positive weight.
    """
    race = race_of(path, weights)
    return winner(race, Chance(key).numbers(race.paths))


class Race(NamedTuple):
    """Options that race: their names, the paths that they draw on, and their weights."""

    names: tuple[str, ...]
    paths: tuple[bytes, ...]
    weights: tuple[int, ...]


def race_of(path: str, weights: Mapping[str, int]) -> Race:
    """The race of the options of positive weight."""
    names = tuple(name for name, weight in weights.items() if weight > 0)
    return Race(names, tuple(path_bytes(f"{path}={name}") for name in names), tuple(weights[name] for name in names))


def first_of(race: Race, count: int, numbers: Sequence[int]) -> tuple[str, ...]:
    """The options that arrive first, so many of them or all there are, in the order in which they arrive.

    `numbers` are those of the race's paths. All options are timed exactly only if the coarse table leaves a doubt.
    """
    earliest = [_EARLIEST[number >> _BELOW] // weight for number, weight in zip(numbers, race.weights, strict=True)]
    order = sorted(range(len(earliest)), key=earliest.__getitem__)
    for before, after in pairwise(order[: count + 1]):
        latest = _LATEST[numbers[before] >> _BELOW] // race.weights[before] + 1
        if latest >= earliest[after]:
            return tuple([name for _, name in sorted(_timed(race, numbers))[:count]])
    return tuple([race.names[place] for place in order[:count]])


def winner(race: Race, numbers: Sequence[int]) -> str:
    """The option that arrives first, `numbers` being those of the race's paths; ValueError where there is none.

    All are timed exactly only if by the coarse table a second one may be as early as the first one is at the latest.
    """
    names, _, weights = race
    earliest = [_EARLIEST[number >> _BELOW] // weight for number, weight in zip(numbers, weights, strict=True)]
    if not earliest:
        raise ValueError("the race is empty")
    in_order = sorted(earliest)
    first = earliest.index(in_order[0])
    latest = _LATEST[numbers[first] >> _BELOW] // weights[first] + 1
    return names[first] if len(in_order) == 1 or latest < in_order[1] else min(_timed(race, numbers))[1]


def _timed(race: Race, numbers: Sequence[int]) -> list[tuple[int, str]]:
    return list(zip(map(_arrival, numbers, race.weights), race.names, strict=True))


class Scale(NamedTuple):
    """Weights laid end to end in their own order: the names, and where each of them ends."""

    names: tuple[str, ...]
    ends: tuple[int, ...]

    def at(self, u: int) -> str:
        """The name at u / 2**64 of the way; IndexError where nothing has a weight."""
        return self.names[bisect_right(self.ends, (u * self.ends[-1]) >> BITS)]


def scale_of(weights: Mapping[str, int]) -> Scale:
    """The weights laid end to end."""
    return Scale(tuple(weights), tuple(accumulate(weights.values())))


def shuffle(key: bytes, path: str, items: Sequence[str]) -> tuple[str, ...]:
    """The items in drawn order; one more item slots in without changing the order of the rest."""
    numbers = _chance_of(key).numbers(_paths_of(path, tuple(items)))
    return tuple([item for _, item in sorted(zip(numbers, items, strict=True))])


@lru_cache(maxsize=_KEPT)
def _chance_of(key: bytes) -> Chance:
    """The draws of a key: whoever shuffles by one does so again and again."""
    return Chance(key)


@lru_cache(maxsize=_KEPT)
def _paths_of(path: str, items: tuple[str, ...]) -> tuple[bytes, ...]:
    """The paths on which the items are drawn, which are the same for every seed."""
    return tuple([path_bytes(f"{path}={item}") for item in items])


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


@lru_cache(maxsize=65_536)
def log2_64ths(number: int) -> int:
    """log2 of a positive number in 64ths, rounded down."""
    return log2_fixed(number) >> (FRACTION_BITS - _BITS_OF_64)


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


_LEADING_BITS = 12
_BELOW = BITS - _LEADING_BITS
_COARSE = 42
"""Bits that the coarse table leaves out of a time, so that what is left is small to reckon with."""
_EARLIEST = tuple(_arrival(((leading + 1) << _BELOW) - 1, 1) >> _COARSE for leading in range(1 << _LEADING_BITS))
"""By the leading 12 bits of a number: the earliest that an option of weight 1 can arrive with it, rounded down."""
_LATEST = tuple((_arrival(leading << _BELOW, 1) >> _COARSE) + 1 for leading in range(1 << _LEADING_BITS))
"""The latest that it can, rounded up. By other weights divided, it is to be rounded up again."""
