"""Questions that no form shows, typed without their mark and half their words: "been down much this year"."""

from itertools import dropwhile

from engine.reading.clauses import Sentence
from engine.reading.cues import Cue
from engine.reading.lexicon import CLOSED_QUESTION, OPEN_QUESTION
from engine.reading.line import Line
from engine.reading.modality import Setting
from engine.reading.question_forms import LEADING, names_numbers
from engine.reading.reading import Act
from engine.reading.tokens import words_of
from engine.reading.topic_classifier import MARGIN, classifier_of, leading
from engine.scenario.scenario import NOTHING

_LEFT_OUT = frozenset(words_of("want need got any looking been had fancy ever anything something up"))
"""First words of a question whose subject or verb is left out: "want it billed monthly"."""
_FIRST = OPEN_QUESTION | CLOSED_QUESTION | _LEFT_OUT
_MODALS = frozenset(words_of("can could will would should shall may might"))
_SUBJECTS = frozenset(
    words_of(
        "you your i we he she it they there that this these those the a an my our some any people folks anybody "
        "anyone somebody someone everyone everybody legal finance security"
    )
)
"""What a verb stands before that asks; before anything else it offers: "could throw in the mats"."""
_TAKEN_IN = tuple(("got", what) for what in ("it", "that", "you", "ya", "this", "them", "your"))
"""What begins like "got kids" and asks nothing."""
_SURE = MARGIN // 4
"""By how much one topic must be likelier than all others, and than nothing."""
_FEWEST, _MOST = 2, 16


def is_known(line: Line, sentence: Sentence) -> bool:
    """Whether the sentence is word by word one of the pack's example questions."""
    words = line.words(sentence.start, sentence.end)
    if not line.vocabulary.examples or not _FEWEST <= len(words) <= _MOST:
        return False
    return classifier_of(line.vocabulary.examples).verbatim(words) not in (None, NOTHING)


def sounds_like_asking(line: Line, setting: Setting) -> Act | None:
    """How a whole sentence asks by what it says alone: it begins as questions do, and is like those on one topic."""
    sentence = setting.sentence
    words = tuple(dropwhile(LEADING.__contains__, line.words(sentence.start, sentence.end)))
    if not line.vocabulary.examples or sentence.clauses != (setting.clause,) or not _FEWEST <= len(words) <= _MOST:
        return None
    if names_numbers(setting) or setting.has(Cue.COMMIT, Cue.GIVE) or not _begins_asking(words):
        return None
    topic, lead = leading(classifier_of(line.vocabulary.examples).likenesses(words))
    return way_of_asking(words) if topic != NOTHING and lead >= _SURE else None


def way_of_asking(words: tuple[str, ...]) -> Act:
    """Whether words that ask leave room to tell, or want a yes or no."""
    return Act.ASK_CLOSED if OPEN_QUESTION.isdisjoint(words) else Act.ASK_OPEN


def _begins_asking(words: tuple[str, ...]) -> bool:
    if words[:2] in _TAKEN_IN:
        return False
    if words[0] in _MODALS:
        return words[1] in _SUBJECTS
    return words[0] in _FIRST or _is_of_you(words)


def _is_of_you(words: tuple[str, ...]) -> bool:
    """Whether the words go "you looking", with the verb before them left out."""
    return words[0] == "you" and words[1].endswith("ing")
