"""Stretches of time that are no term of a contract: "8 years with us", "moving takes three months"."""

from itertools import pairwise

from engine.reading.cues import Cue
from engine.reading.line import Line
from engine.reading.modality import Setting
from engine.reading.quantity import Quantity
from engine.reading.tokens import words_of

_UNITS = frozenset({"year", "years", "yr", "yrs"})
_SPANS = _UNITS | frozenset(words_of("month months mo mos week weeks wk wks day days"))
_SO_FAR = frozenset(
    {
        ("with", "us"), ("with", "you"), ("with", "it"), ("with", "the"),
        ("as", "a"), ("as", "our"), ("as", "your"), ("as", "customer"),
        ("of", "working"),
        ("of", "loyalty"), ("of", "partnership"), ("of", "business"), ("of", "doing"), ("on", "board"),
        ("and", "counting"), ("in", "a"), ("of", "trust"), ("of", "being"),
    }
)  # fmt: skip
_TOGETHER = frozenset({"together", "already"})
_BEFORE = frozenset({"after", "been", "back", "customer", "customers", "client", "clients"})
_BINDING = frozenset(
    words_of("stay sign signing commit committing renew renewing extend term contract deal do take give if what lock")
)
_PERSONS = frozenset({"you", "i", "we", "they"})
_REACH = 4
_CUSTOMER_OF = (("customer", "of"), ("customers", "of"), ("client", "of"), ("clients", "of"))
_KEPT = frozenset(words_of("kept stored retained archived log logs records data history backups"))
_KEEPING = frozenset(words_of("kept stored retained archived keeps retains stores entries logs records"))
_FAR = 6
_LASTING = frozenset(
    words_of("takes took taken lasts lasted runs ran loses lose losing lost spends spent waited waits")
)
_LAST = frozenset({"take", "last", "run"})
_MODALS = frozenset(words_of("would will can could may might to"))
_CONTRACTED = frozenset(words_of("term terms contract contracts deal agreement commitment signed signing locked"))


def _is_how_long_it_takes(line: Line, number: Quantity, setting: Setting) -> bool:
    """Whether it is how long something takes: "the move takes two to three months", not "I'd take 24 months"."""
    lead = line.words(setting.clause.start, number.start)
    is_reached = lead[-1:] == ("to",) and not any(one.end == number.start - 1 for one in line.numbers)
    if is_reached or not _CONTRACTED.isdisjoint(line.words(setting.sentence.start, setting.sentence.end)):
        return False
    if not _LASTING.isdisjoint(lead):
        return True
    trios = zip(("", "", *lead), ("", *lead), lead, strict=False)
    return any(last in _LAST and before in _MODALS and who not in _PERSONS for who, before, last in trios)


def _is_kept(line: Line, number: Quantity, setting: Setting) -> bool:
    """Whether the time is how long something is kept: "the audit log kept for seven years", "log kept seven years"."""
    lead = line.words(max(setting.clause.start, number.start - _FAR), number.start)
    return (lead[-1:] == ("for",) and not _KEPT.isdisjoint(lead)) or not _KEEPING.isdisjoint(lead[-2:])


def _lies_behind(line: Line, number: Quantity, unit: int) -> bool:
    """Whether it is said what one knows or has after so many years: "after six years you know it better than I"."""
    after = line.words(unit + 1, unit + 2)
    return line.words(number.start - 1, number.start) == ("after",) and not _PERSONS.isdisjoint(after)


def is_no_term(line: Line, number: Quantity, setting: Setting, *, is_priced: bool, is_too_long: bool) -> bool:
    """Whether so long is no term: what lies behind both, what something takes, how long a thing is kept.

    Years too long for a term need no word that says so.
    """
    unit = number.end + (line.words(number.end, number.end + 1) == ("-",))
    if _is_kept(line, number, setting) or _lies_behind(line, number, unit):
        return True
    lead = line.words(max(setting.clause.start, number.start - _REACH), number.start)
    timed = line.words(unit, unit + 1)
    if not _SPANS.isdisjoint(timed) and (lead[-2:] in _CUSTOMER_OF or _is_how_long_it_takes(line, number, setting)):
        return True
    if is_priced or _UNITS.isdisjoint(timed):
        return False
    words = line.words(setting.sentence.start, setting.sentence.end)
    if not _BINDING.isdisjoint(words) or setting.has(Cue.COMMIT, Cue.SUPPOSE):
        return False
    after = line.words(unit + 1, unit + 4)
    is_told = not _SO_FAR.isdisjoint(pairwise(after)) or not _TOGETHER.isdisjoint(after) or not _BEFORE.isdisjoint(lead)
    return is_told or is_too_long
