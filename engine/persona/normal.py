"""The standard normal distribution in whole numbers, for attributes that lean on a shared latent factor.

Each latent and each attribute draws evenly; quantiles turn the draws into normal scores, the scores are mixed, and
the mixture goes back through the distribution, so that an attribute keeps its own even spread (a Gaussian copula).
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from math import isqrt
from operator import mul

from engine.seed import BITS, SPAN

SCALE_BITS = 16
"""A score of 1 standard deviation is 2**16."""

_STEPS = 32
_PART = (1 << SCALE_BITS) - 1
_LIMIT = 4
_FIXED = 96
_ROOT_OF_TWO_PI = 198595552305314927273837084508
"""sqrt(2 pi) times 2**96."""


def quantile(u: int) -> int:
    """The score below which a share of u / 2**64 lies; within 4 standard deviations either way."""
    below = u < SPAN // 2
    if below:
        u = SPAN - 1 - u
    index = bisect_right(_CUMULATIVE, u)
    if index == len(_CUMULATIVE):
        score = _LIMIT << SCALE_BITS
    else:
        low, high = _CUMULATIVE[index - 1], _CUMULATIVE[index]
        score = (((index - 1) << SCALE_BITS) + ((u - low) << SCALE_BITS) // (high - low)) // _STEPS
    return -score if below else score


def cumulative(score: int) -> int:
    """The share below a score, times 2**64; from 0 to 2**64 - 1."""
    steps = abs(score) * _STEPS
    index, rest = steps >> SCALE_BITS, steps & _PART
    if index >= len(_CUMULATIVE) - 1:
        share = SPAN - 1
    else:
        low, high = _CUMULATIVE[index], _CUMULATIVE[index + 1]
        share = low + ((high - low) * rest >> SCALE_BITS)
    return SPAN - 1 - share if score < 0 else share


def leaning(loads: Sequence[int]) -> Callable[[int, Iterable[int]], int]:
    """What turns an even draw (0 to 2**64 - 1) and the scores of latents into an even draw that leans on them.

    `loads` are the percent of correlation with each latent; their squares add up to 10,000 at most.
    """
    own_part = isqrt(max(0, 10_000 - sum(load * load for load in loads)) << (2 * SCALE_BITS))

    def mixed(own: int, scores: Iterable[int]) -> int:
        leant = sum(map(mul, scores, loads))
        return cumulative(((quantile(own) * own_part >> SCALE_BITS) + leant) // 100)

    return mixed


def _cumulative_at(step: int) -> int:
    """The share below step / 32 standard deviations times 2**64, by the power series of the error function."""
    z = (step << _FIXED) // _STEPS
    square = z * z >> _FIXED
    term, total, k = z, z, 0
    while term:
        k += 1
        term = (term * square >> _FIXED) // (2 * k)
        total += term // (2 * k + 1) * (-1 if k % 2 else 1)
    return (SPAN >> 1) + ((total << BITS) // _ROOT_OF_TWO_PI)


_CUMULATIVE = tuple(_cumulative_at(step) for step in range(_LIMIT * _STEPS + 1))
