"""What a line asks: openly or for a yes or no, on which topic, and whether it follows up."""

from itertools import dropwhile, pairwise
from typing import NamedTuple

from engine.reading.asked_about import topics_asked
from engine.reading.context import ReadingContext
from engine.reading.cues import Cue
from engine.reading.lexicon import ASKING, CLOSED_QUESTION, OPEN_QUESTION
from engine.reading.line import Line
from engine.reading.modality import Setting
from engine.reading.phrases import Hit, Phrasebook, listed
from engine.reading.quantity import Sense
from engine.reading.reading import Act, ReadAct
from engine.reading.tokens import Token, words_of
from engine.reading.topics import topics_within
from engine.scenario.scenario import Topic

_ASKING: Phrasebook[str] = Phrasebook([("asks", ASKING)])
_ASKING_FIRST = frozenset(wording.split()[0] for wording in listed(ASKING))
_AFTER_OPEN = frozenset(words_of("brings made happens happened kind about much many long far often come"))
"""Second words that make a question of a line without a question mark."""
_LEADING = frozenset(
    {
        "and",
        "so",
        "but",
        "ok",
        "well",
        "also",
        "then",
        "now",
        "oh",
        "hi",
        "hello",
        "hey",
        "ouch",
        "great",
        "yes",
        "or",
        "just",
        "exactly",
        "please",
        "roughly",
        "about",
        "cool",
        "right",
        "alright",
        "nice",
        "awesome",
        "um",
        "uh",
        "er",
        "like",
        "lovely",
    }
)
_AUXILIARIES = CLOSED_QUESTION - {"so", "any"}
_SOME = frozenset({"a", "an", "any", "some", "anything", "anyone"})
_NO_BIDDING = frozenset(words_of("does did is are was were can could would will should has"))
_OWNED = frozenset({"your", "they", "any", "people", "those", "these"})
_BEING, _LEFT_OUT = frozenset({"is", "are", "was", "were"}), ("ing", "ed", "firm", "obo", "ok", "fine", "good", "not")
"""Verbs that ask before their subject; before the endings and words it is the subject that is left out."""
_ONLY_ASKING = frozenset({"would", "could", "has"})
"""Verbs that begin no sentence that only tells, where it speaks of the other side: "would delivery help you"."""
_ALWAYS_ASKING = frozenset({"does", "did"})
_THIRD = frozenset(
    words_of("it he she they there your the this these those anyone anybody everyone someone somebody people")
)
"""Subjects before which such a verb can only ask: "is it", "does she"."""
_SUBJECTS = frozenset({"you", "your", "he", "she", "they", "it", "we", "the", "this", "that", "there"})
_ASKED_OF = frozenset({"you", "your", "he", "she", "they"})
"""Whom a question inside a clause is about: "it" and "we" stand after a verb in too much else."""
_EARLY = 6
"""Words within which a question turns its verb round: "what rate does your bank give you"."""
_FEW = 4
_OF_YOU = frozenset({"you", "your"})
_LOOKING_FOR_YES = (("right",), ("huh",), ("yes",))
_SUPPOSED = (
    ("correct",), ("am", "i", "right"), ("i", "take", "it"), ("i", "assume"), ("i", "am", "guessing"), ("i", "guess"),
    ("or", "am", "i", "wrong"), ("is", "that", "right"), ("did", "i", "get", "that", "right"),
)  # fmt: skip
"""Ends of a sentence that puts to the other side what it takes for true."""
_TAG = 2
_NO_CHOICE = frozenset(words_of("not no what something anything nothing so whatever never otherwise else maybe"))
"""What an "or" that leaves no choice goes on with: "is he on board or not?"."""
_SAYING = frozenset(words_of("i we you it he she they sign buy pay decide take leave walk go get let"))
"""Words of a sentence that says more than what it is about."""
_THAT_ONE = (("that",), ("it",), ("this",), ("those",))
_THAT = frozenset(words_of("it that this they them those these he she"))
_TELLING = frozenset(words_of("i you we they he she it the a an that this matters counts knows cares ever if"))
"""Second words of a sentence that only looks like a question: "what I mean", "who knows"."""
_AFTER_HOW = frozenset(words_of("about much many long far often soon come old big quickly fast"))
_ANY = frozenset({"anything", "any", "anyone", "anybody"})
"""First words of a question whose verb is left out: "any feedback from the team"."""
_WHAT_FOLLOWS = (("what", "happens"), ("would", "happen"), ("will", "happen"))
_WHAT_IT_BRINGS = frozenset(
    ("what", verb, subject)
    for verb in ("would", "will", "does", "do")
    for subject in ("that", "it", "you", "they", "happen")
)
_NOT_ASKING = (
    "what if",
    "how about",
    "why not",
    "what a ",
    "how does that",
    "what would it take",
    "what do you say",
    "what would you say if",
)


class Asked(NamedTuple):
    """A question's kind and the tokens `start` (in) to `end` (out) in which it stands and names its topics."""

    act: Act
    start: int
    end: int


def questions(line: Line, topics: tuple[Hit[Topic], ...], context: ReadingContext) -> tuple[ReadAct, ...]:
    """The questions of the line in order; one act for each topic that a question names."""
    found: list[ReadAct] = []
    last = context.last_topic
    for at, setting in enumerate(line.settings):
        asked = _asked(line, at, setting, topics, context)
        if asked is None:
            continue
        span = line.span(asked.start, asked.end)
        named = topics_asked(line, setting, asked.start, asked.end, topics, context)
        found.extend(ReadAct(asked.act, span, topic, guessed=guessed) for topic, guessed in named)
        if not named:
            found.append(ReadAct(asked.act, span))
        if last is not None and any(topic == last for topic, _ in named):
            found.append(ReadAct(Act.FOLLOW_UP, span, last))
        last = named[-1].topic if named else last
    return tuple(found)


def is_turned_round(words: tuple[str, ...]) -> bool:
    """Whether words that begin with a "what" or the like ask without their mark: "what rate does your bank give"."""
    if any(second in CLOSED_QUESTION or second in _AFTER_OPEN for second in words[1:2]) or _asks_for_another(words):
        return True
    is_told = not _TELLING.isdisjoint(words[1:2])
    return not is_told and any(one in CLOSED_QUESTION and two in _SUBJECTS for one, two in pairwise(words[1:_EARLY]))


def _asks_for_another(words: tuple[str, ...]) -> bool:
    """Whether the words go "who else is", which only asks."""
    return words[1:2] == ("else",) and not _AUXILIARIES.isdisjoint(words[2:3])


def _turns_to_ask(words: tuple[str, ...]) -> bool:
    """Whether a clause without marks goes over into a question: "nice to meet you how many miles do you drive"."""
    if OPEN_QUESTION.isdisjoint(words[1:]):
        return False
    for at in (at for at, word in enumerate(words) if at and word in OPEN_QUESTION):
        asked = words[at : at + _EARLY]
        turned = any(one in _AUXILIARIES and two in _ASKED_OF for one, two in pairwise(asked[1:]))
        if (turned or _asks_for_another(asked)) and not " ".join(asked).startswith(_NOT_ASKING):
            return _TELLING.isdisjoint(asked[1:2]) or asked[1] in _AUXILIARIES
    return False


def _asked(
    line: Line, at: int, setting: Setting, topics: tuple[Hit[Topic], ...], context: ReadingContext
) -> Asked | None:
    sentence, clause = setting.sentence, setting.clause
    if "or" in line.said and (is_choice(line, setting) or _is_bare_choice(line, setting, topics, context)):
        return Asked(Act.ASK_OPEN, sentence.start, clause.end)
    act = _form(line, setting)
    if act is None:
        return None
    return Asked(act, _lead(line, at, topics), _condition_end(line, at))


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
    if not (setting.is_asked() or (is_last and _begins_asking(words))) or setting.clause.supposing:
        return False
    turns = [at for at, word in enumerate(words) if word == "or" and at]
    if not turns or any(number.sense is Sense.AMOUNT for number in setting.numbers):
        return False
    other = words[turns[-1] + 1 :]
    return len(other) > _TAG or _NO_CHOICE.isdisjoint(other[:1])


def names_choices(words: tuple[str, ...]) -> bool:
    """Whether the words are nothing but a choice: "price or delivery"."""
    return "or" in words[1:-1] and len(words) <= _EARLY and _SAYING.isdisjoint(words)


def _begins_asking(words: tuple[str, ...]) -> bool:
    """Whether the words begin as a question to the other side does, "do you", "can it"."""
    asked = tuple(dropwhile(_LEADING.__contains__, words[:_EARLY]))
    return asked[:1] != () and asked[0] in CLOSED_QUESTION and not _SUBJECTS.isdisjoint(asked[1:2])


def _is_bare_choice(line: Line, setting: Setting, topics: tuple[Hit[Topic], ...], context: ReadingContext) -> bool:
    """Whether a sentence is nothing but a choice on some topic, its mark left out: "new or used", "cash or finance".

    Between what can be put into the deal it would rather be an offer.
    """
    sentence = setting.sentence
    words = line.words(sentence.start, sentence.end)
    if not names_choices(words) or sentence.clauses != (setting.clause,) or setting.numbers:
        return False
    if setting.has(Cue.COMMIT, Cue.NOT, Cue.GIVE) or not topics_within(topics, sentence.start, sentence.end):
        return False
    flags = {issue.id for issue in context.flags}
    return not any(hit.label in flags for hit in context.vocabulary.issues.find(words))


def _lead(line: Line, at: int, topics: tuple[Hit[Topic], ...]) -> int:
    """First token of a question, or of the few words before it that say what it is about: "your car, is it old?"."""
    setting = line.settings[at]
    before = line.settings[at - 1] if at else None
    if before is None or before.sentence is not setting.sentence:
        return setting.clause.start
    if _asks_for_what_was_named(_first_words(line, setting)):
        return before.clause.start
    if before.clause.supposing and _asks_what_follows(line, setting) and not before.numbers:
        return before.clause.start
    if before.numbers:
        return setting.clause.start
    words = _apart(line, before.clause.start, before.clause.end)
    is_name = len(words) <= _FEW and _SAYING.isdisjoint(words) and CLOSED_QUESTION.isdisjoint(words)
    named = is_name and topics_within(topics, before.clause.start, before.clause.end)
    return before.clause.start if named and _THAT.intersection(_first_words(line, setting)) else setting.clause.start


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
    return line.words(setting.clause.start, min(setting.clause.end, setting.clause.start + _EARLY))


def _is_unmarked(words: tuple[str, ...], setting: Setting) -> bool:
    """Whether a short sentence asks without its mark: "who decides", "what color", "how soon"."""
    if words[:2] == ("what", "matters") and not _OF_YOU.isdisjoint(words[:_EARLY]):
        return len(setting.sentence.clauses) == 1
    if len(setting.sentence.clauses) > 1 or setting.numbers:
        return False
    if len(words) > _EARLY and _OF_YOU.isdisjoint(words):
        return False
    if words[0] == "how":
        return words[1] in _AFTER_HOW or not _BEING.isdisjoint(words[2:_EARLY])
    if words[:2] == ("why", "the"):
        return True
    return words[0] in OPEN_QUESTION and words[1] not in _TELLING


def _is_inverted(words: tuple[str, ...]) -> bool:
    """Whether a verb before its subject asks without a mark: "do you", "is it"; "have it" bids."""
    if words[0] in _ALWAYS_ASKING or (words[1] == "you" and words[0] != "so"):
        return True
    if words[0] == "do" and words[1] in _OWNED:
        return True
    if words[0] in _BEING and not words[1].endswith(_LEFT_OUT):
        return True
    if words[0] in _NO_BIDDING and words[1] in _THIRD:
        return True
    return words[0] in _ONLY_ASKING and not _OF_YOU.isdisjoint(words)


def _is_tagged(line: Line, setting: Setting, words: tuple[str, ...]) -> bool:
    """Whether the clause tells the other side something of it and looks for a yes: "you have 120 seats, right?"."""
    clauses = setting.sentence.clauses
    is_told = len(clauses) > 1 and clauses[-2] is setting.clause and words[0] in _OF_YOU
    return is_told and setting.is_tagged and line.words(clauses[-1].start, clauses[-1].end) in _LOOKING_FOR_YES


def _is_supposed(line: Line, setting: Setting) -> bool:
    """Whether the clause comes before words that look for a yes to it: "end of the month is the cutoff, correct?"."""
    sentence = setting.sentence
    if setting.numbers or setting.clause is sentence.clauses[-1] or sentence.clauses[-2] is not setting.clause:
        return False
    last = line.words(sentence.clauses[-1].start, sentence.clauses[-1].end)
    return last in _SUPPOSED or (sentence.question and last in _LOOKING_FOR_YES)


def _is_explained(line: Line, setting: Setting) -> bool:
    """Whether a few last words only explain the question before them: "what is your limit, car plus electricity?"."""
    before = [clause for clause in setting.sentence.clauses if clause.start < setting.clause.start]
    last = line.words(setting.clause.start, setting.clause.end)
    if not before or len(last) > _FEW or not OPEN_QUESTION.isdisjoint(last):
        return False
    return before[0].end - before[0].start > _FEW and line.spelled[before[0].start] in OPEN_QUESTION


def _is_relative(words: tuple[str, ...], setting: Setting) -> bool:
    """Whether the clause tells more of what was said before it: "2,500, which is 10% below list"."""
    is_first = setting.clause.start == setting.sentence.start
    return words[0] == "which" and words[1] in _BEING and not (is_first or setting.sentence.question)


def _may_ask(setting: Setting) -> bool:
    """Whether nothing in the clause makes it a limit or a refusal: "anything under 97 I would have to decline"."""
    return not (setting.numbers or setting.has(Cue.COMMIT, Cue.NOT))


def _form(line: Line, setting: Setting) -> Act | None:
    """How the clause asks by its own words; None where it does not."""
    clause = setting.clause
    start = clause.start
    while start < clause.end and line.spelled[start] in _LEADING:
        start += 1
    words = line.words(start, clause.end)
    if len(words) < 2 or clause.supposing:
        return None
    if _is_tagged(line, setting, words) or _is_supposed(line, setting):
        return Act.ASK_CLOSED
    if words[0] in OPEN_QUESTION and " ".join(words[:_EARLY]).startswith(_NOT_ASKING):
        return None
    if words[0] in _ASKING_FIRST and _ASKING.find(line.spelled, clause.start, clause.end):
        return Act.ASK_OPEN
    if words[0] in OPEN_QUESTION and (setting.sentence.question or is_turned_round(words)):
        return None if _is_relative(words, setting) else Act.ASK_OPEN
    if _turns_to_ask(words) and not setting.numbers:
        return Act.ASK_OPEN
    if _is_unmarked(words, setting) or (words[0] in _ANY and _may_ask(setting)):
        return Act.ASK_OPEN
    if (words[0] in ("ever", "seen") or words[:2] == ("had", "any")) and not setting.numbers:
        return Act.ASK_CLOSED
    if words[0] == "got" and words[1] in _SOME and _may_ask(setting):
        return Act.ASK_CLOSED
    if words[0] in CLOSED_QUESTION and (setting.is_asked() or _is_inverted(words)):
        return Act.ASK_CLOSED
    if setting.is_asked() and not setting.has(Cue.SUPPOSE) and not _is_explained(line, setting):
        inside = next((word for word in words if word in OPEN_QUESTION), None)
        return Act.ASK_OPEN if inside else Act.ASK_CLOSED
    return None
