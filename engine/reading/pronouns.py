"""Add-ons that a pronoun stands for: "the mats go for 380, but I'll throw them in"."""

from collections.abc import Iterator, Sequence

from engine.reading.cues import Cue
from engine.reading.line import Line
from engine.reading.modality import Setting
from engine.reading.phrases import Hit
from engine.terms.terms import IssueId

_ONE = frozenset({"it", "that", "this"})
_SEVERAL = frozenset({"them", "those", "these", "em", "they", "both"})
_PRONOUNS = _ONE | _SEVERAL
_BEFORE_NAME = frozenset({"the", "our", "that", "those", "and", "a", "an", "well", "ok", "so", "but", "as", "for"})
_OF_ANYTHING = frozenset({"you", "give", "giving", "free", "with", "offer", "i", "we"})
"""How wordings of giving begin after which an "it" may be what is sold."""
_BEING = (("is",), ("are",))
_GIVEN = (("yours",), ("included",), ("free",), ("covered",))
_THERE = (("there",), ("too",), ("here",), ("at",), ("for",))


def meant_by_pronoun(
    line: Line, setting: Setting, before: Sequence[Setting], spoken_of: Sequence[Hit[IssueId]]
) -> list[Hit[IssueId]]:
    """The add-ons last spoken of, where the clause gives them by a pronoun, at the place of that."""
    leads = _leads(line, spoken_of[0], before)
    if leads and line.spelled[setting.clause.start] == "yours" and setting.has(Cue.GIVE):
        return [hit._replace(start=setting.clause.start, end=setting.clause.start + 1) for hit in spoken_of]
    for at in _given(line, setting, leads=leads):
        if line.spelled[at] in _SEVERAL:
            return [
                hit._replace(start=at, end=at + 1) for hit in spoken_of if len(spoken_of) > 1 or _is_plural(line, hit)
            ]
        last = spoken_of[-1]
        return [] if _is_plural(line, last) else [last._replace(start=at, end=at + 1)]
    return []


def _given(line: Line, setting: Setting, *, leads: bool) -> Iterator[int]:
    """The pronouns of the clause that it gives: "throw them in", "you get those free", "it is yours"."""
    giving = [hit for hit in setting.cues if hit.label is Cue.GIVE]
    for at in range(setting.clause.start, setting.clause.end):
        word = line.spelled[at]
        if word not in _PRONOUNS:
            continue
        is_clear = leads or word in _SEVERAL
        around = (hit for hit in giving if hit.start <= at <= hit.end)
        is_given = any(is_clear or line.spelled[hit.start] not in _OF_ANYTHING for hit in around)
        if is_given or (is_clear and _says_yours(line, at, setting.clause.end)):
            yield at


def _says_yours(line: Line, at: int, end: int) -> bool:
    """Whether the pronoun is said to be given: "it is yours", "they're in", not "it is in good shape"."""
    verb, what, after = line.words(at + 1, at + 2), line.words(at + 2, at + 3), line.words(at + 3, at + 4)
    if verb not in _BEING or at + 2 >= end:
        return False
    return what in _GIVEN or (what == ("in",) and (at + 3 >= end or after in _THERE))


def _leads(line: Line, name: Hit[IssueId], before: Sequence[Setting]) -> bool:
    """Whether one of the clauses just before begins with the name, so that an "it" goes on with that."""
    led = (one.clause.start for one in before if one.clause.start <= name.start < one.clause.end)
    return any(set(line.words(start, name.start)) <= _BEFORE_NAME for start in led)


def _is_plural(line: Line, hit: Hit[IssueId]) -> bool:
    return line.spelled[hit.end - 1].endswith("s")
