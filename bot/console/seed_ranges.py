"""Seeds as they are written on a command line: `1..1000`, `7`, `1,2,5..9`."""

import re
from collections.abc import Iterable, Iterator

from engine.errors import HaggleError

MOST_SEEDS = 1_000_000
_PART = re.compile(r"(\d{1,18})(?:\.\.\.?(\d{1,18}))?")
_HOW = "Write them as 7, as 1..1000 (ends included) or as 1,2,5..9."


class BadSeeds(HaggleError):
    """That is no list of seeds; the text says how to write one."""


def seeds_in(written: str) -> tuple[range, ...]:
    """The seeds in order, each once; BadSeeds says what to write instead."""
    parts = [part.strip().replace("_", "") for part in written.split(",") if part.strip()]
    if not parts:
        raise BadSeeds(f"There are no seeds in it. {_HOW}")
    seeds = tuple(_joined(_range(part) for part in parts))
    if sum(map(len, seeds)) > MOST_SEEDS:
        raise BadSeeds(f"Those are more than {MOST_SEEDS:,} seeds. Simulate fewer at a time.")
    return seeds


def as_written(seeds: tuple[range, ...]) -> str:
    """`1..1000`, the shortest way to write them."""
    return ",".join(str(each[0]) if len(each) == 1 else f"{each[0]}..{each[-1]}" for each in seeds)


def _range(part: str) -> range:
    found = _PART.fullmatch(part)
    if not found:
        raise BadSeeds(f"{part[:40]} is not a seed or a range of seeds. {_HOW}")
    first, last = int(found[1]), int(found[2] or found[1])
    if last < first:
        raise BadSeeds(f"{part} goes backwards. Write {last}..{first}.")
    return range(first, last + 1)


def _joined(ranges: Iterable[range]) -> Iterator[range]:
    """Ranges that touch or overlap become one."""
    begun: range | None = None
    for each in sorted(ranges, key=lambda one: (one.start, one.stop)):
        if begun is None:
            begun = each
        elif each.start <= begun.stop:
            begun = range(begun.start, max(begun.stop, each.stop))
        else:
            yield begun
            begun = each
    if begun is not None:
        yield begun
