"""Who a seller is: `@QuickTech, sweet, retention 80, profit 20`."""

import re
from difflib import get_close_matches
from typing import NamedTuple

from engine.marketplace.handles import EVERYBODY
from engine.marketplace.market import Handle, Seller, Style
from engine.marketplace.sheet.mistakes import Unreadable, cut

STYLES: tuple[Style, ...] = ("rude", "neutral", "sweet")
EXAMPLE = "@QuickTech, sweet, retention 80, profit 20"
_HEAD = re.compile(r"@\s?(?P<handle>[^\s,;:·]+)(?P<rest>.*)")
_HANDLE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_]{1,29}")
_WEIGHT = re.compile(r"(?P<what>retention|profit)\s*[:=]?\s*(?P<much>[-−]?[0-9.]+)\s*%?")


class Head(NamedTuple):
    """The first line of a seller, read."""

    handle: Handle
    style: Style
    retention: int


def head_text(seller: Seller) -> str:
    """The line that `head_of` reads."""
    return f"@{seller.handle}, {seller.style}, retention {seller.retention}, profit {seller.profit}"


def head_of(line: str, taken: dict[str, str]) -> Head:
    """The seller of the line; `taken` are the handles so far, folded, to which its own is added."""
    found = _HEAD.fullmatch(line)
    if found is None:
        raise Unreadable(f"Begin with the seller's handle, as in {EXAMPLE}; what it has goes into the lines under it.")
    handle = _handle(found["handle"], taken)
    style, weights = _manner(handle, found["rest"])
    return Head(Handle(handle), style, _retention(weights))


def _handle(written: str, taken: dict[str, str]) -> str:
    if not _HANDLE.fullmatch(written):
        plain = re.sub(r"[^A-Za-z0-9_]", "", written).lstrip("_")[:30]
        instead = f" Write @{plain}." if len(plain) > 1 else ""
        raise Unreadable(f"@{written[:40]} is no handle: letters a to z, digits and _, from 2 to 30 of them.{instead}")
    if written.casefold() in EVERYBODY:
        raise Unreadable(f"@{written} calls all sellers at once. Give this one another handle.")
    if before := taken.get(written.casefold()):
        raise Unreadable(f"There is a seller @{before} already. Give this one another handle.")
    taken[written.casefold()] = written
    return written


def _manner(handle: str, rest: str) -> tuple[Style, dict[str, int]]:
    """The style and the weights, in whatever order."""
    styles, weights = list[Style](), dict[str, int]()
    for part in (each.strip().lower() for each in re.split(r"[,;·:]|\band\b", rest)):
        if not part:
            continue
        if style := next((each for each in STYLES if each == part), None):
            styles.append(style)
        elif found := _WEIGHT.fullmatch(part):
            weights[found["what"]] = _weight(found["what"], found["much"])
        else:
            raise Unreadable(_not_a_manner(handle, part))
    if len(styles) > 1:
        raise Unreadable(f"@{handle} is {' and '.join(styles)}; one manner is enough.")
    return (styles or ["neutral"])[0], weights


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
