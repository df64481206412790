"""Who a seller is: `@QuickTech, sweet, retention 80, profit 20`."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from functools import partial
from typing import NamedTuple, Protocol, TypeVar

from engine.marketplace.handles import EVERYBODY
from engine.marketplace.market import Handle, Seller, Style
from engine.marketplace.sheet.mistakes import Unreadable, Wrong, cut

STYLES: tuple[Style, ...] = ("rude", "neutral", "sweet")
EXAMPLE = "@QuickTech, sweet, retention 80, profit 20"
_HEAD = re.compile(r"@\s?(?P<handle>[^\s,;:·]+)(?P<rest>.*)")
_HANDLE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_]{1,29}")
_SPACED = re.compile(r"(?P<more>(?:\s+\w[^\s,;:·]*)+)\s*(?P<rest>[,;:·].*)?")
_COLON = re.compile(r"\b(retention|profit)\s*:", re.IGNORECASE)
_PLAIN = str.maketrans({"ß": "ss", "æ": "ae", "Æ": "Ae", "ø": "o", "Ø": "O", "œ": "oe", "Œ": "Oe", "ł": "l", "Ł": "L"})
_WEIGHT = re.compile(r"(?P<what>retention|profit)\s*[:=]?\s*(?P<much>[-−]?[0-9.]+)\s*%?")


T = TypeVar("T")


class Trying(Protocol):
    """Reads something; None where it is unreadable, which is then told."""

    def __call__(self, read: Callable[[], T]) -> T | None:
        """What is read."""


class Head(NamedTuple):
    """The first line of a seller, read."""

    handle: Handle
    style: Style
    retention: int


def head_text(seller: Seller) -> str:
    """The line that `head_of` reads."""
    return f"@{seller.handle}, {seller.style}, retention {seller.retention}, profit {seller.profit}"


def head_of(number: int, line: str, taken: dict[str, str], wrong: Wrong) -> Head | None:
    """The seller of the line of that number; None where something in it is wrong, which is then told, all of it.
    `taken` are the handles so far, folded, to which its own is added."""
    found = _HEAD.fullmatch(line)
    if found is None:
        wrong.add(f"Begin with the seller's handle, as in {EXAMPLE}; what it has goes into the lines under it.", number)
        return None
    written, rest = _parted(found["handle"], found["rest"])
    handle = wrong.trying(number, partial(_handle, written, taken))
    manner = _manner(handle or _plain(written), rest, partial(wrong.trying, number))
    retention = wrong.trying(number, partial(_retention, manner.weights))
    if handle is None or not manner.is_right or retention is None:
        return None
    return Head(Handle(handle), manner.style, retention)


def is_of_the_head(line: str) -> bool:
    """Whether the line is a weight or a manner, which stand behind the handle."""
    lowered = line.lower()
    return lowered in STYLES or bool(_WEIGHT.fullmatch(lowered))


def _parted(handle: str, rest: str) -> tuple[str, str]:
    """The handle and what is said of the seller; what follows without a comma and is no manner goes with the handle."""
    found = _SPACED.fullmatch(rest)
    first = found["more"].split()[0].lower() if found else ""
    if found is None or first in ("and", "retention", "profit") or get_close_matches(first, STYLES, n=1, cutoff=0.5):
        return handle, rest
    return f"{handle}{found['more']}", found["rest"] or ""


def _plain(written: str) -> str:
    """A handle as near to what is written as there can be: @Muller of @Müller."""
    letters = unicodedata.normalize("NFKD", written.translate(_PLAIN))
    return re.sub(r"[^A-Za-z0-9_]", "", letters).lstrip("_")[:30]


def _handle(written: str, taken: dict[str, str]) -> str:
    plain = _plain(written)
    if " " in written or "\t" in written:
        raise Unreadable(f"A handle has no spaces. Write @{plain}, and a comma before what the seller is like.")
    if not _HANDLE.fullmatch(written):
        instead = f" Write @{plain}." if len(plain) > 1 else ""
        raise Unreadable(f"@{written[:40]} is no handle: letters a to z, digits and _, from 2 to 30 of them.{instead}")
    if written.casefold() in EVERYBODY:
        raise Unreadable(f"@{written} calls all sellers at once. Give this one another handle.")
    if written.casefold() == "haggle":
        raise Unreadable(f"@{written} is the app itself. Give this seller another handle.")
    if before := taken.get(written.casefold()):
        raise Unreadable(f"There is a seller @{before} already. Give this one another handle.")
    taken[written.casefold()] = written
    return written


class _Manner(NamedTuple):
    """The style and the weights, and whether all that stands there is one of them."""

    style: Style
    weights: dict[str, int]
    is_right: bool


def _manner(handle: str, rest: str, trying: Trying) -> _Manner:
    """What stands behind the handle, in whatever order."""
    whole = _COLON.sub(r"\1 ", rest)
    parts = [part for each in re.split(r"[,;·:]|\band\b", whole) if (part := each.strip().lower())]
    read = [trying(partial(_part, handle, part)) for part in parts]
    styles = [each for each in read if isinstance(each, str)]
    one = trying(partial(_one_of, handle, styles))
    return _Manner(
        one or "neutral", dict(each for each in read if isinstance(each, tuple)), one is not None and None not in read
    )


def _part(handle: str, part: str) -> Style | tuple[str, int]:
    if style := next((each for each in STYLES if each == part), None):
        return style
    if found := _WEIGHT.fullmatch(part):
        return found["what"], _weight(found["what"], found["much"])
    raise Unreadable(_not_a_manner(handle, part))


def _one_of(handle: str, styles: Sequence[Style]) -> Style:
    if len(styles) > 1:
        raise Unreadable(f"@{handle} is {' and '.join(styles)}; one manner is enough.")
    return (*styles, "neutral")[0]


def _not_a_manner(handle: str, part: str) -> str:
    near = get_close_matches(part, STYLES, n=1, cutoff=0.5)
    if near:
        return f"{cut(part)} is no manner. Did you mean {near[0]}? There are {', '.join(STYLES)}."
    return f"I cannot read {cut(part)}. Write it like @{handle}, sweet, retention 80, profit 20"


def _weight(what: str, much: str) -> int:
    if not re.fullmatch(r"[0-9]{1,3}", much) or int(much) > 100:
        raise Unreadable(f"{what} {much[:20]} is no weight. Write a whole number from 0 to 100.")
    return int(much)


def _retention(weights: dict[str, int]) -> int:
    retention, profit = weights.get("retention"), weights.get("profit")
    if retention is None:
        return 50 if profit is None else 100 - profit
    if profit is not None and retention + profit != 100:
        raise Unreadable(
            f"retention {retention} and profit {profit} come to {retention + profit}; together they are 100. "
            f"Write retention {retention}, profit {100 - retention}."
        )
    return retention
