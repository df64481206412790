"""Numbers that are only asked about by what comes after them: "360 cash, would that work?", "360. would you?"."""

from engine.reading.cues import Cue
from engine.reading.line import Line
from engine.reading.tokens import words_of

_ASKING = frozenset({"would", "could", "will", "can", "does", "do", "is", "might"})
_OF_THAT = frozenset({"that", "it", "this"})
_WILL_DO = frozenset(
    words_of("work do be fly suit help get close seal ok fair fine good enough possible doable something acceptable")
)
_THEM = frozenset({"you", "they", "he", "she"})
_TAKING = frozenset(words_of("take do accept consider go sell live agree let manage swing entertain bite"))
_THERE = (("land", "there"), ("meet", "there"), ("do", "that"), ("agree", "on", "that"), ("settle", "there"))
_SHORT = 9
_BARE = 2
_SOON = 3


def is_asked_after(line: Line, at: int) -> bool:
    """Whether the clause commits to nothing, and what follows without a number asks whether its number would do.

    A sentence of its own that asks so, "33,900. Would that work for you?", only asks for the answer.
    """
    if line.settings[at].has(Cue.COMMIT, Cue.SEAL):
        return False
    sentence = line.settings[at].sentence
    for asked in line.settings[at + 1 : at + _SOON]:
        if asked.numbers or asked.clause.supposing:
            return False
        if asked.is_asked():
            words = line.words(asked.clause.start, asked.clause.end)
            return _asks_about_it(words) and (asked.sentence is sentence or len(words) == _BARE)
        if asked.has(Cue.COMMIT):
            return False
    return False


def _asks_about_it(words: tuple[str, ...]) -> bool:
    if len(words) < _BARE or len(words) > _SHORT or words[0] not in _ASKING:
        return False
    if words[1] == "we":
        return words[2:] in _THERE
    if words[1] in _THEM:
        takes_it = len(words) == _BARE + 1 or not _OF_THAT.isdisjoint(words[3:])
        return len(words) == _BARE or (words[2] in _TAKING and takes_it)
    return words[1] in _OF_THAT and not _WILL_DO.isdisjoint(words[2:4])
