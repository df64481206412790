"""Claims that are often made in a trade, held against the sheet: a feature it lacks, a figure better than its own."""

import re
from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from functools import lru_cache

from engine.reading.phrases import GAP, STOP
from engine.reading.spoken_numbers import SMALL
from engine.scenario.product import Product, UsualClaim
from engine.scoring.stated import statements

_NUMBER = r"(\d+(?:\.\d+)?)"
_GAP = r"(?:\S+ ){0,3}?"
_END = r"(?=[.,!;:])"
_MARK = re.compile(r"\s*([.,!;:])(?=\s|$)")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")
_PER_CENT = re.compile(r"(?<=\d)\s?%")
_COUNTED = re.compile(rf"\b(?:{'|'.join(SMALL)})\b")
_ONE = re.compile(r"\ban? (?=(?:year|month|day)s?\b)")
_DENIAL = re.compile(
    r"\b(?:no|not|never|without|neither|nor|cannot|nobody|none|nothing|\w+n't|if|unless|would|could|your|yours|other"
    r"|others|they|they're|their|instead|weighs?)\b"
)
"""Words of a clause that denies, supposes, or speaks of another thing."""


def unborne_sentence(text: str, product: Product, is_known: Callable[[str], bool] = lambda _: False) -> str:
    """The first sentence that makes one of the usual claims though the sheet does not bear it out; empty for none.

    A clause that `is_known` to be true by something else than the words of the sheet claims nothing.
    """
    if not product.usual_claims:
        return ""
    sheet = _sheet(product)
    for statement in statements(text):
        clauses = [_even(clause) for clause in statement.clauses if not is_known(clause)]
        if any(_is_unborne(clause, sheet, claim) for clause in clauses for claim in product.usual_claims):
            return statement.sentence
    return ""


@lru_cache(maxsize=200)
def _sheet(product: Product) -> str:
    """All that the sheet says is so, with what it adds to a forbidden claim."""
    truths = (claim.partition(";")[2] for claim in product.forbidden_claims)
    return _even(" . ".join((product.name, product.summary, *(fact for _, fact in product.facts), *truths)))


def _is_unborne(clause: str, sheet: str, claim: UsualClaim) -> bool:
    if _DENIAL.search(clause) or _finds(claim.unlike, clause):
        return False
    return (_finds(claim.words, clause) and _lacks(sheet, claim)) or _is_better(clause, sheet, claim)


def _lacks(sheet: str, claim: UsualClaim) -> bool:
    if claim.false_where:
        return _finds(claim.false_where, sheet)
    return not _finds(claim.true_where, sheet)


def _is_better(clause: str, sheet: str, claim: UsualClaim) -> bool:
    """Whether a figure of the clause is better than every one of the sheet; a sheet without any bears none out.

    Where fewer are better the sheet may leave the figure out, as it does for the miles on a new car.
    """
    said = _figures(claim.figures, clause)
    known = _figures_of_sheet(claim.figures, sheet) if said else ()
    if claim.fewer_is_better:
        return any(each * 100 < min(known) * (100 - claim.within) for each in said) if known else False
    return any(each * 100 > max(known, default=Fraction()) * (100 + claim.within) for each in said)


def _finds(phrases: Sequence[str], text: str) -> bool:
    return any(_pattern(phrase).search(text) for phrase in phrases)


def _figures(phrases: Iterable[str], text: str) -> tuple[Fraction, ...]:
    return tuple(Fraction(match.group(1)) for phrase in phrases for match in _pattern(phrase).finditer(text))


_figures_of_sheet = lru_cache(maxsize=200)(_figures)
"""The same of a sheet, which every line of a run is held against."""


@lru_cache(maxsize=1_000)
def _pattern(phrase: str) -> re.Pattern[str]:
    """`~` stands for up to three words, `{n}` for a number, `(a|b)` for a choice, a full stop for the end."""
    parts = "".join(map(_part, phrase.lower().replace("-", " ").split()))
    return re.compile(rf"(?<![\w.]){parts.rstrip()}(?!\w)")


def _part(word: str) -> str:
    if word in (GAP, STOP):
        return _GAP if word == GAP else _END
    return re.sub(r"[^\w()|'{} ]", r"\\\g<0>", word).replace("(", "(?:").replace("{n}", _NUMBER) + " "


def _even(text: str) -> str:
    """The text in small letters, numbers as figures without commas, hyphens as spaces, marks apart, its end marked."""
    text = _PER_CENT.sub(" percent", _THOUSANDS.sub("", text.lower().replace("’", "'")))
    text = _COUNTED.sub(lambda match: str(SMALL[match.group()]), text.replace("-", " "))
    return " ".join((_ONE.sub("1 ", _MARK.sub(r" \1 ", text)) + " .").split())
