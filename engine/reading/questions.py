"""What a line asks: openly or for a yes or no, on which topic, and whether it follows up."""

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from engine.reading.act_questions import OWN
from engine.reading.asked_about import AskedTopic, topics_asked
from engine.reading.cues import Cue
from engine.reading.lexicon import CLOSED_QUESTION
from engine.reading.line import Line
from engine.reading.modality import Setting
from engine.reading.phrases import within
from engine.reading.plainly_asking import is_known, sounds_like_asking, way_of_asking
from engine.reading.quantity import Sense
from engine.reading.question_forms import EARLY, FEW, LEADING, begins_asking, form_of
from engine.reading.reading import Act, ReadAct, Span
from engine.reading.tokens import Token, words_of
from engine.reading.topics import topics_within
from engine.scenario.scenario import Topic

_TAG = 2
_NO_CHOICE = frozenset(words_of("not no what something anything nothing so whatever never otherwise else maybe"))
"""What an "or" that leaves no choice goes on with: "is he on board or not?"."""
_SAYING = frozenset(words_of("i we you it he she they sign buy pay decide take leave walk go get let"))
"""Words of a sentence that says more than what it is about."""
_LEAVING_IT = frozenset(
    ("if", *words_of(rest))
    for rest in (
        "that helps", "it helps", "that would help", "you want", "you like", "you wish", "that is ok", "that suits you",
        "that works", "you agree", "you do not mind",
    )
)  # fmt: skip
"""What an offer ends in that leaves it to the other side: "I could send you the brochure, if that helps?"."""
_THAT_ONE = (("that",), ("it",), ("this",), ("those",))
_THAT = frozenset(words_of("it that this they them those these he she"))
_BARE_WHY = frozenset(
    {
        ("why",), ("how", "come"), ("how", "so"), ("why", "is", "that"), ("why", "that"), ("why", "this"),
        ("why", "those"), ("why", "though"),
    }
)  # fmt: skip
"""What asks for the reason of what was said right before it: "hiring and still fewer seats, how come?"."""
_WHAT_FOLLOWS = (("what", "happens"), ("would", "happen"), ("will", "happen"))
_WHAT_IT_BRINGS = frozenset(
    ("what", verb, subject)
    for verb in ("would", "will", "does", "do")
    for subject in ("that", "it", "you", "they", "happen")
)


MOST_QUESTIONS = 40
"""Questions of a message that are read, as many as numbers."""


class Asked(NamedTuple):
    """A question's kind, the clause that asks it, and the tokens `start` (in) to `end` (out) in which it stands."""

    act: Act
    at: int
    start: int
    end: int


class Question(NamedTuple):
    """A question: how it asks, where, and on which topics; on none where nothing says what it is about."""

    act: Act
    span: Span
    topics: tuple[AskedTopic, ...]


def questions_in(line: Line) -> tuple[Question, ...]:
    """The questions of the line in order, wherever the talk stands."""
    found = (_asked(line, at, setting) for at, setting in enumerate(line.settings))
    asked = _with_what_leads_in(line, [one for one in found if one is not None])
    return tuple(
        Question(
            one.act,
            line.span(one.start, one.end),
            () if _is_bare_why(line, one) else topics_asked(line, line.settings[one.at], one.start, one.end),
        )
        for one in islice(asked, MOST_QUESTIONS)
    )


def _with_what_leads_in(line: Line, asked: list[Asked]) -> Iterator[Asked]:
    """The questions; one that only says what the next is about is its beginning: "what about the rest, why are they
    idle?"."""
    before: Asked | None = None
    for one in asked:
        if before is not None and _leads_in(line, before, one):
            one = one._replace(start=before.start)
        elif before is not None:
            yield before
        before = one
    if before is not None:
        yield before


def _leads_in(line: Line, one: Asked, following: Asked) -> bool:
    settings = line.settings
    is_next = following.at == one.at + 1 and settings[one.at].sentence is settings[following.at].sentence
    may_be_priced = settings[one.at].numbers and following.act is not Act.ASK_OPEN
    return is_next and line.words(one.start, one.start + 2) in _WHAT_ABOUT and not may_be_priced


_WHAT_ABOUT = (("what", "about"), ("how", "about"))


def _is_bare_why(line: Line, asked: Asked) -> bool:
    """Whether the question says nothing of what it is on, and so points at what was said last."""
    start = asked.start + (line.spelled[asked.start] in LEADING)
    return line.words(start, asked.end) in _BARE_WHY


def as_acts(asked: tuple[Question, ...], last: Topic | None) -> Iterator[ReadAct]:
    """One act for each topic that a question names; one on the topic that was talked of `last` follows it up."""
    for act, span, found in asked:
        yield from (ReadAct(OWN[topic], span, guessed=True) for topic, _ in found if topic in OWN)
        topics = [(topic, guessed) for topic, guessed in found if topic not in OWN]
        for topic, guessed in topics:
            yield ReadAct(act, span, topic, guessed=guessed)
        if not topics:
            yield ReadAct(act, span)
            continue
        if last is not None and any(topic == last for topic, _ in topics):
            yield ReadAct(Act.FOLLOW_UP, span, last)
        last, _ = topics[-1]


def _asked(line: Line, at: int, setting: Setting) -> Asked | None:
    sentence, clause = setting.sentence, setting.clause
    if is_known(line, sentence):
        if clause.start > sentence.start:
            return None
        way = way_of_asking(line.words(sentence.start, sentence.end))
        is_open = form_of(line, setting) is Act.ASK_OPEN
        return Asked(Act.ASK_OPEN if is_open else way, at, sentence.start, sentence.end)
    if "or" in line.said and (is_choice(line, setting) or _is_bare_choice(line, setting)):
        return Asked(Act.ASK_OPEN, at, sentence.start, clause.end)
    act = form_of(line, setting) or sounds_like_asking(line, setting)
    if act is None or line.words(setting.clause.start, setting.clause.end) in _LEAVING_IT:
        return None
    return Asked(act, at, _lead(line, at), _condition_end(line, at))


def _condition_end(line: Line, at: int) -> int:
    """Where a question ends: with its clause, or, of "what happens", with the condition that follows."""
    setting, following = line.settings[at], line.settings[at + 1 : at + 2]
    last = line.words(max(setting.clause.start, setting.clause.end - 2), setting.clause.end)
    if last not in _WHAT_FOLLOWS or not following or following[0].sentence is not setting.sentence:
        return setting.clause.end
    return following[0].clause.end


def _asks_what_follows(line: Line, setting: Setting) -> bool:
    """Whether the clause asks what a condition before it would bring: "what would happen", "what would that mean"."""
    words = line.words(setting.clause.start, setting.clause.end)
    starts = range(len(words))
    return words[-2:] in _WHAT_FOLLOWS or any(words[at : at + 3] in _WHAT_IT_BRINGS for at in starts)


def is_choice(line: Line, setting: Setting) -> bool:
    """Whether the clause ends a question that leaves a choice: "is it just you, or does somebody else decide?".

    "Or not?" leaves none, and a choice between numbers is a matter of offers.
    """
    words = line.words(setting.sentence.start, setting.clause.end)
    is_last = setting.clause.end == setting.sentence.end
    if not (setting.is_asked() or (is_last and begins_asking(words))) or setting.clause.supposing:
        return False
    turns = [at for at, word in enumerate(words) if word == "or" and at]
    if not turns or any(number.sense is Sense.AMOUNT for number in setting.numbers):
        return False
    other = words[turns[-1] + 1 :]
    return len(other) > _TAG or _NO_CHOICE.isdisjoint(other[:1])


def names_choices(words: tuple[str, ...]) -> bool:
    """Whether the words are nothing but a choice: "price or delivery"."""
    return "or" in words[1:-1] and len(words) <= EARLY and _SAYING.isdisjoint(words)


def _is_bare_choice(line: Line, setting: Setting) -> bool:
    """Whether a sentence is nothing but a choice on some topic, its mark left out: "new or used", "cash or finance".

    Between what can be put into the deal it would rather be an offer.
    """
    sentence = setting.sentence
    words = line.words(sentence.start, sentence.end)
    if not names_choices(words) or sentence.clauses != (setting.clause,) or setting.numbers:
        return False
    if setting.has(Cue.COMMIT, Cue.NOT, Cue.GIVE) or not topics_within(line.topics, sentence.start, sentence.end):
        return False
    flags, named = line.vocabulary.flags, within(line.issues, sentence.start, sentence.end)
    return not any(hit.label in flags for hit in named)


def _lead(line: Line, at: int) -> int:
    """First token of a question, or of the few words before it that say what it is about: "your car, is it old?"."""
    setting = line.settings[at]
    before = line.settings[at - 1] if at else None
    if before is None or before.sentence is not setting.sentence:
        return setting.clause.start
    if _asks_for_what_was_named(_first_words(line, setting)):
        return before.clause.start
    if before.clause.supposing and _asks_what_follows(line, setting) and not before.numbers:
        return before.clause.start
    if _says_when(line, before) and line.words(setting.clause.start, setting.clause.end)[-2:] in _WHAT_FOLLOWS:
        return before.clause.start
    if before.numbers:
        return setting.clause.start
    if line.words(setting.clause.start, setting.clause.end) in _BARE_WHY:
        return before.clause.start
    words = _apart(line, before.clause.start, before.clause.end)
    is_name = len(words) <= FEW and _SAYING.isdisjoint(words) and CLOSED_QUESTION.isdisjoint(words)
    named = is_name and topics_within(line.topics, before.clause.start, before.clause.end)
    return before.clause.start if named and _THAT.intersection(_first_words(line, setting)) else setting.clause.start


def _says_when(line: Line, setting: Setting) -> bool:
    """Whether the clause says when something is, and does not ask: "and when somebody waits all day"."""
    words = line.words(setting.clause.start, setting.clause.end)
    said = words[words[:1] == ("and",) :]
    return said[:1] in _WHENEVER and CLOSED_QUESTION.isdisjoint(said[1:2])


_WHENEVER = (("when",), ("whenever",), ("once",))


def _asks_for_what_was_named(words: tuple[str, ...]) -> bool:
    """Whether the words ask to be told what was named before them: "it hangs on the seats, can you tell me that?"."""
    return any(words[at : at + 2] == ("tell", "me") and words[at + 2 : at + 3] in _THAT_ONE for at in range(len(words)))


def _apart(line: Line, start: int, end: int) -> tuple[str, ...]:
    """The words, those left out that an apostrophe ties to the one before: the "is" of "Harbor's quote"."""
    tokens = line.tokens[start:end]
    return tuple(one.word for one, before in zip(tokens, (None, *tokens), strict=False) if not _is_tied(one, before))


def _is_tied(token: Token, before: Token | None) -> bool:
    return before is not None and token.start == before.start


def _first_words(line: Line, setting: Setting) -> tuple[str, ...]:
    return line.words(setting.clause.start, min(setting.clause.end, setting.clause.start + EARLY))
