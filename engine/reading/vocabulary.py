"""The names and wordings that a table's lines are searched for, made ready once for each pack."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from itertools import chain
from typing import ParamSpec, TypeAlias, TypeVar

from engine.reading.cues import CUES, Cue
from engine.reading.lexicon import WORDINGS
from engine.reading.phrases import Phrasebook, listed
from engine.reading.reading import Act
from engine.scenario.scenario import Issue, IssueKind, Topic
from engine.terms.terms import IssueId

Topics: TypeAlias = tuple[tuple[Topic, tuple[str, ...]], ...]
Lexicon: TypeAlias = tuple[tuple[Act, tuple[str, ...]], ...]

_PRICE_WORDS = ("price", "out the door", "otd", "drive out", "all in", "total")
_MOST_KEPT = 64

_Given = ParamSpec("_Given")
_Made = TypeVar("_Made")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Phrasebooks of issues by their names, of what only sounds like an issue, of topics, and of acts and cues."""

    issues: Phrasebook[IssueId]
    unlike: Phrasebook[IssueId]
    topics: Phrasebook[Topic]
    wordings: Phrasebook[Act | Cue]
    price: Issue
    """The issue of kind price."""
    flags: tuple[Issue, ...]
    """The issues that are in the deal or not."""
    measures: bool
    """Whether any issue is said in measures of its own."""


def once_for_each(make: Callable[_Given, _Made]) -> Callable[_Given, _Made]:
    """The function, its results kept by the identity of what it is given: hashing a pack's words takes too long."""
    kept: dict[tuple[int, ...], tuple[object, _Made]] = {}

    @wraps(make)
    def kept_or_made(*given: _Given.args, **named: _Given.kwargs) -> _Made:
        key = tuple(map(id, given))
        found = kept.get(key)
        if found is None:
            if len(kept) >= _MOST_KEPT:
                kept.clear()
            found = kept[key] = (given, make(*given, **named))
        return found[1]

    return kept_or_made


@once_for_each
def vocabulary_of(issues: tuple[Issue, ...], topics: Topics, lexicon: Lexicon) -> Vocabulary:
    """The vocabulary of a table with these issues and topics, where a pack adds these wordings."""
    return Vocabulary(
        Phrasebook((issue.id, _names_of(issue)) for issue in issues),
        Phrasebook((issue.id, issue.unlike) for issue in issues),
        Phrasebook(topics),
        _wordings(frozenset(word for issue in issues for word in issue.words), lexicon),
        next(issue for issue in issues if issue.kind is IssueKind.PRICE),
        tuple(issue for issue in issues if issue.kind is IssueKind.FLAG),
        any(issue.measures for issue in issues),
    )


_WORDINGS: Phrasebook[Act | Cue] = Phrasebook(chain(CUES.items(), WORDINGS.items()))


def _wordings(names: frozenset[str], lexicon: Lexicon) -> Phrasebook[Act | Cue]:
    """Acts and cues; what begins with the name of an issue on the table is not "elsewhere": "a salary of 90,000"."""
    elsewhere = listed(CUES[Cue.ELSEWHERE])
    kept = tuple(wording for wording in elsewhere if wording.split()[0] not in names)
    if not lexicon and kept == elsewhere:
        return _WORDINGS
    cues = {**CUES, Cue.ELSEWHERE: ",".join(kept)}
    return Phrasebook(chain(cues.items(), WORDINGS.items(), lexicon))


def _names_of(issue: Issue) -> tuple[str, ...]:
    return (*issue.words, *(_PRICE_WORDS if issue.kind is IssueKind.PRICE else ()))
