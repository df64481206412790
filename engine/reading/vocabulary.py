"""The names and wordings that a table's lines are searched for, made ready once for each pack."""

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from functools import lru_cache, wraps
from itertools import chain
from typing import NamedTuple, ParamSpec, TypeAlias, TypeVar

from engine.reading.cues import CUES, Cue
from engine.reading.lexicon import WORDINGS
from engine.reading.misspelled import long_words
from engine.reading.phrases import Phrasebook, expand, listed
from engine.reading.reading import Act
from engine.scenario.scenario import Examples, Issue, IssueKind, Topic
from engine.terms.terms import IssueId
from engine.values import Same

Topics: TypeAlias = tuple[tuple[Topic, tuple[str, ...]], ...]
Lexicon: TypeAlias = tuple[tuple[Act, tuple[str, ...]], ...]

_PRICE_WORDS = ("price", "out the door", "otd", "drive out", "all in", "total")
_MOST_KEPT = 256
_MOST_ENTRIES = 2_048

_Given = ParamSpec("_Given")
_Made = TypeVar("_Made")
_Label = TypeVar("_Label", bound=Hashable)


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """Phrasebooks of issues by their names, of what only sounds like an issue, of topics, and of acts and cues.

    Buyers who have the same names for everything share one.
    """

    issues: Phrasebook[IssueId]
    unlike: Phrasebook[IssueId]
    topics: Phrasebook[Topic]
    wordings: Phrasebook[Act | Cue]
    flags: frozenset[IssueId]
    """The issues that are in the deal or not."""
    add_on_words: frozenset[str]
    """The longer words that add-ons go by, which are known with a slip in them."""
    other_words: frozenset[str]
    """The longer words of every other wording, which are no slips."""
    examples: tuple[Examples, ...]
    """Questions whose topic is known, which tell what others are about."""
    measure_words: frozenset[str]
    """The longest word of each wording of such a measure: a line with none of them has no such wording."""

    def read(self) -> None:
        """Make every phrase ready to be looked up, so that no line waits for that."""
        for book in (self.issues, self.unlike, self.topics, self.wordings):
            book.read()


def once_for_each(make: Callable[_Given, _Made]) -> Callable[_Given, _Made]:
    """The function, its latest results kept by the identity of what it is given: hashing a pack's words takes too long.

    What is asked for again stays; the rest goes, a generation at a time.
    """
    recent: dict[tuple[int, ...], tuple[object, _Made]] = {}
    older: dict[tuple[int, ...], tuple[object, _Made]] = {}

    @wraps(make)
    def kept_or_made(*given: _Given.args, **named: _Given.kwargs) -> _Made:
        nonlocal recent, older
        key = tuple(map(id, given))
        found = recent.get(key)
        if found is None:
            found = older.get(key) or (given, make(*given, **named))
            if len(recent) >= _MOST_KEPT:
                recent, older = {}, recent
            recent[key] = found
        return found[1]

    return kept_or_made


class Names(NamedTuple):
    """How an issue is named: by its words, by what only sounds like it, and in its measures."""

    issue: IssueId
    kind: IssueKind
    words: tuple[str, ...]
    unlike: tuple[str, ...]
    measures: tuple[tuple[str, ...], ...]


def vocabulary_of(
    issues: tuple[Issue, ...], topics: Topics, lexicon: Lexicon, examples: tuple[Examples, ...] = ()
) -> Vocabulary:
    """The vocabulary of a table with these issues and topics, where a pack adds these wordings and examples."""
    return _vocabulary(tuple(map(_names_of, issues)), topics, lexicon, Same(examples))


@lru_cache(maxsize=_MOST_KEPT)
def _vocabulary(
    issues: tuple[Names, ...], topics: Topics, lexicon: Lexicon, examples: Same[tuple[Examples, ...]]
) -> Vocabulary:
    flags = [names for names in issues if names.kind is IssueKind.FLAG]
    return Vocabulary(
        _book(tuple((names.issue, (*names.words, *_also_called(names.kind))) for names in issues)),
        _book(tuple((names.issue, names.unlike) for names in issues)),
        _book(topics),
        _wordings(frozenset(word for names in issues for word in names.words if word in _FIRST_WORDS), lexicon),
        frozenset(names.issue for names in flags),
        _all_long_words(tuple(names.words for names in flags)),
        _all_long_words(
            (
                *((*names.words, *names.unlike) for names in issues),
                *(words for _, words in (*topics, *lexicon)),
                _WORDINGS,
            )
        ),
        examples.it,
        frozenset(word for names in issues for wordings in names.measures for word in _telling_words(wordings)),
    )


def _telling_words(wordings: tuple[str, ...]) -> Iterator[str]:
    """The longest word of each of these wordings of a measure."""
    for wording in wordings:
        yield from (max(words, key=len) for words in expand(wording))


@lru_cache(maxsize=_MOST_ENTRIES)
def _long_words(wordings: tuple[str, ...]) -> frozenset[str]:
    return long_words(wordings)


@lru_cache(maxsize=_MOST_KEPT)
def _all_long_words(entries: tuple[tuple[str, ...], ...]) -> frozenset[str]:
    """The longer words of all these wordings."""
    return frozenset[str]().union(*map(_long_words, entries))


@lru_cache(maxsize=_MOST_KEPT)
def _book(phrases: tuple[tuple[_Label, tuple[str, ...]], ...]) -> Phrasebook[_Label]:
    """The phrasebook of these phrases; many buyers of a pack have the same."""
    return Phrasebook[_Label].of_all([_entry(label, wordings) for label, wordings in phrases])


@lru_cache(maxsize=_MOST_ENTRIES)
def _entry(label: _Label, wordings: tuple[str, ...]) -> Phrasebook[_Label]:
    """The phrases of one meaning; the buyers of a pack have most of these in common."""
    return Phrasebook([(label, wordings)])


_ELSEWHERE = listed(CUES[Cue.ELSEWHERE])
_WORDINGS = (*CUES.values(), *WORDINGS.values())
_FIRST_WORDS = frozenset(wording.split()[0] for wording in _ELSEWHERE)


@lru_cache(maxsize=64)
def _wordings(names: frozenset[str], lexicon: Lexicon) -> Phrasebook[Act | Cue]:
    """Acts, a pack's own among them, and cues; read at once, for every line has some of them."""
    usual = _usual_wordings(names)
    book = Phrasebook[Act | Cue].of_all((usual, _book(lexicon))) if lexicon else usual
    book.read()
    return book


@lru_cache(maxsize=64)
def _usual_wordings(names: frozenset[str]) -> Phrasebook[Act | Cue]:
    """Acts and cues; what begins with the name of an issue on the table is not "elsewhere": "a salary of 90,000"."""
    elsewhere = ",".join(wording for wording in _ELSEWHERE if wording.split()[0] not in names)
    return Phrasebook(chain({**CUES, Cue.ELSEWHERE: elsewhere}.items(), WORDINGS.items()))


def _names_of(issue: Issue) -> Names:
    measures = tuple((*measure.words, *measure.before) for measure in issue.measures)
    return Names(issue.id, issue.kind, issue.words, issue.unlike, measures)


def _also_called(kind: IssueKind) -> tuple[str, ...]:
    return _PRICE_WORDS if kind is IssueKind.PRICE else ()
