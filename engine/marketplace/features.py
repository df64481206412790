"""What a seller says of its goods, as far as rules can tell: lengths of time, measures, materials and promises.

A claim is taken from words that can hardly mean anything else ("two-year", "32 GB", "leather", "free delivery"). Where
the clause denies it, or asks, it is none. What is said in other words ("it lasts and lasts") is not seen, nor is a
claim that contradicts a fact without naming anything of its own.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from engine.marketplace.market import Item, Stock

_ONES = "zero one two three four five six seven eight nine ten eleven twelve"
_NUMBERS = {word: number for number, word in enumerate(_ONES.split())}
_NUMBERS |= {"fifteen": 15, "twenty": 20, "thirty": 30, "sixty": 60, "ninety": 90, "a": 1, "an": 1}
_COUNT = rf"\d{{1,5}}|{'|'.join(_NUMBERS)}"
_TIME = re.compile(rf"\b({_COUNT})[\s-]+(?:full[\s-]+)?(year|month|week|day|hour|minute)s?\b", re.IGNORECASE)
_MEASURE = re.compile(
    rf"\b({_COUNT})[\s-]*(gb|tb|mb|ghz|mhz|watts?|w|volts?|v|amps?|mah|mm|cm|metres?|meters?|inch(?:es)?|kg|grams?|gsm|"
    r"litres?|liters?|ports?|screens?|megapixels?|people|dishes)\b",
    re.IGNORECASE,
)
_WORDS = re.compile(
    r"\b(lifetime|overnight|"
    r"(?:free|complimentary) (?:shipping|delivery|returns?|set-?up|installation|samples?|gifts?|upgrades?)|"
    r"money[\s-]back|no[\s-]questions[\s-]asked|leather|stainless|steel|alumini?um|titanium|metal|brass|copper|oak|walnut|"
    r"bamboo|wooden|glass|ceramic|plastic|rubber|silicone|nylon|cotton|wool|silk|linen|braided|gold-plated|carbon|kevlar|"
    r"recycled|organic|virgin|vegan|waterproof|water[\s-]resistant|shockproof|fireproof|rustproof|certified|refurbished|"
    r"hand-?made|heavy[\s-]duty|military[\s-]grade)\b",
    re.IGNORECASE,
)
_DAY = r"(today|tomorrow|(?:same|next)[\s-]day|(?:this|next)[\s-](?:week|month))"
_SENT = r"(?:deliver|ship|arriv|dispatch|send|sent|pick)\w*"
_WHEN = re.compile(rf"\b{_SENT}\b[^.!?;\n]{{0,30}}?\b{_DAY}\b|\b{_DAY}(?:['’]s)?[\s-]{_SENT}\b", re.IGNORECASE)
_DENIAL = re.compile(r"\b(?:no|not|never|without|nor|neither|nothing|cannot)\b|n['’]t\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[^.!?;\n]*[.!?;\n]?")
_STOP = re.compile(r"[,:]|\bbut\b|\band\b")
_MONTHS = {"year": ("months", 12), "month": ("months", 1), "week": ("days", 7), "day": ("days", 1)}
_SHORT = {"w": "watt", "v": "volt", "meter": "metre", "liter": "litre", "inche": "inch", "dishe": "dish"}


class Claim(NamedTuple):
    """A feature that is claimed, in a form of its own, and where it stands."""

    feature: str
    start: int
    end: int


@lru_cache(4_096)
def claims_in(text: str) -> tuple[Claim, ...]:
    """The features that the text names, whether it claims or denies them."""
    found = [
        *(Claim(_time(each), each.start(), each.end()) for each in _TIME.finditer(text)),
        *(Claim(_measure(each), each.start(), each.end()) for each in _MEASURE.finditer(text)),
        *(Claim(_plain(each.group()), each.start(), each.end()) for each in _WORDS.finditer(text)),
        *(_when(each) for each in _WHEN.finditer(text)),
    ]
    return tuple(sorted(found, key=lambda claim: claim.start))


def _time(found: re.Match[str]) -> str:
    unit, times = _MONTHS.get(found[2].casefold(), (f"{found[2].casefold()}s", 1))
    return f"{_counted(found[1]) * times} {unit}"


def _measure(found: re.Match[str]) -> str:
    unit = found[2].casefold()
    unit = unit[:-1] if len(unit) > 2 and unit.endswith("s") else unit
    return f"{_counted(found[1])} {_SHORT.get(unit, unit)}"


def _counted(word: str) -> int:
    return int(word) if word.isdecimal() else _NUMBERS[word.casefold()]


def _when(found: re.Match[str]) -> Claim:
    """A day on which something is sent; other days are no promise."""
    group = 1 if found[1] else 2
    return Claim(_plain(found[group]), found.start(group), found.end(group))


def _plain(words: str) -> str:
    return re.sub(r"[\s-]+", " ", words.casefold()).replace("aluminum", "aluminium")


def invented(text: str, item: Item, stock: Stock) -> tuple[str, ...]:
    """The words in which the text claims what is not among the seller's facts, nor in the item's name."""
    names = "\n".join((item.one, item.many, *item.words, *(says for _, says in stock.facts)))
    known = {claim.feature for claim in claims_in(names)}
    return tuple(text[claim.start : claim.end] for claim in _claimed(text) if claim.feature not in known)


def _claimed(text: str) -> Iterator[Claim]:
    """The features that the text claims: no clause denies them, and no question asks about them."""
    for clause in _CLAUSE.finditer(text):
        if clause[0].endswith("?"):
            continue
        for claim in claims_in(clause[0]):
            before = _STOP.split(clause[0][: claim.start])[-1]
            if not _DENIAL.search(before):
                yield Claim(claim.feature, claim.start + clause.start(), claim.end + clause.start())


def without_claims(text: str) -> str:
    """The text without the features that it names: what numbers are left are prices or counts."""
    for claim in reversed(claims_in(text)):
        text = f"{text[: claim.start]} {text[claim.end :]}"
    return text


def facts_in(text: str, stock: Stock) -> tuple[str, ...]:
    """The topics of the seller's facts that the text tells."""
    said, named = _carrying(text), {claim.feature for claim in claims_in(text)}
    return tuple(topic for topic, says in stock.facts if _is_told(says, said, named))


def _is_told(says: str, said: frozenset[str], named: set[str]) -> bool:
    words = _carrying(says)
    return {claim.feature for claim in claims_in(says)} <= named and bool(words) and words <= said


def _carrying(text: str) -> frozenset[str]:
    """The words that carry a meaning, by their first letters."""
    return frozenset(word[:5] for word in re.findall(r"\w+", text.casefold()) if len(word) > 3)
