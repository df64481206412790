"""A message taken apart once, for everything that reads it."""

from collections.abc import Iterator
from itertools import islice

from engine.reading.apostrophes import with_apostrophes
from engine.reading.clauses import Clause, Sentence, sentences
from engine.reading.mentions import understood
from engine.reading.misspelled import put_right
from engine.reading.modality import TAGS, Setting, setting_of
from engine.reading.naming import NamedIssues, NamedTopics, named_issues, named_topics
from engine.reading.numbers import quantities
from engine.reading.quantity import Quantity
from engine.reading.reading import Span
from engine.reading.rebus import spelled_out
from engine.reading.shared_units import with_shared_units
from engine.reading.text import PlainText, plain_text
from engine.reading.tokens import MOST_TOKENS, SIGNS, Kind, Token, spelling, tokenize
from engine.reading.vocabulary import Vocabulary
from engine.values import value

MOST_NUMBERS = 24
"""Numbers of a message that are read: nobody talks in more, and each takes weighing."""

_LEADING_IN = frozenset(
    {
        "and",
        "so",
        "hi",
        "hello",
        "hey",
        "ok",
        "well",
        "then",
        "but",
        "or",
        "now",
        "yes",
        "please",
        "yo",
        "lol",
        "man",
        "bro",
        "dude",
        "sir",
        "um",
        "hmm",
    }
)
_ASKED = (("you",), ("it",), ("that",), ("we",))
_NOWHERE = -1
_AUXILIARIES = frozenset({"can", "could", "would", "will", "is", "are", "do", "does", "should"})
_ASKING_VERBS = _AUXILIARIES - {"do", "are"}
_DOING = frozenset(
    {"let", "do", "take", "go", "sell", "pay", "accept", "give", "part", "settle", "prefer", "like", "love"}
)
_PASSING = frozenset({("i", "mean"), ("you", "know"), ("i", "guess")})
_TURNED = frozenset({("would", "you"), ("could", "you"), ("will", "you"), ("can", "you"), ("do", "you")})
_TURNING = frozenset({"?", "but", "however", "except", "although"})


@value
class Line:
    """A message's tokens, numbers and sentences, and each clause with its cues, all in order."""

    source: PlainText
    tokens: tuple[Token, ...]
    spelled: tuple[str, ...]
    """The words of the tokens."""
    numbers: tuple[Quantity, ...]
    sentences: tuple[Sentence, ...]
    settings: tuple[Setting, ...]
    last_turn: int
    """The last token that a question, a "but" or a number begins at; -1 for none."""
    said: frozenset[str]
    """The words of the tokens, each once."""
    issues: NamedIssues
    """Where it names issues."""
    topics: NamedTopics
    """Where it names topics."""
    vocabulary: Vocabulary
    """What it was searched for."""

    def span(self, start: int, end: int) -> Span:
        """Where the tokens `start` (in) to `end` (out) stand in the message."""
        return self.source.span(self.tokens[start].start, self.tokens[end - 1].end)

    def words(self, start: int, end: int) -> tuple[str, ...]:
        """The words of these tokens."""
        return self.spelled[start:end]

    def extent(self, number: Quantity) -> tuple[int, int]:
        """The tokens of a number (end excluded) with the sign or word of its currency."""
        is_signed = number.explicit and number.start > 0 and self.tokens[number.start - 1].kind is Kind.SIGN
        return number.start - is_signed, number.end + (number.explicit and not is_signed)


def line_of(
    text: str, vocabulary: Vocabulary, *, decimal_comma: bool = False, money: frozenset[str] = frozenset()
) -> Line:
    """The message taken apart, each clause with the wordings found in it; `money` names the currency at the table."""
    source = plain_text(text)
    written = tokenize(source)
    said = frozenset(map(spelling, written))
    tokens = put_right(
        with_apostrophes(spelled_out(written, said), said), vocabulary.add_on_words, vocabulary.other_words
    )
    numbers = list(islice(quantities(tokens, decimal_comma), MOST_NUMBERS + 1))
    end = min(MOST_TOKENS, len(tokens) if len(numbers) <= MOST_NUMBERS else numbers[-1].start)
    if end < len(tokens):
        source = source._replace(unread=len(source.text) - source.origin[tokens[end].start])
        tokens = tokens[:end]
    read = with_shared_units(tokens, [understood(tokens, number, money) for number in numbers if number.end <= end])
    spelled = tuple(map(spelling, tokens))
    inside = frozenset([at for number in read for at in range(number.start + 1, number.end)])
    found = sentences(tokens, inside)
    settings = tuple(_settings(spelled, read, found, vocabulary))
    return Line(
        source,
        tokens,
        spelled,
        read,
        found,
        settings,
        _last_turn(spelled, read),
        said if tokens is written else frozenset(spelled),
        named_issues(spelled, vocabulary),
        named_topics(spelled, vocabulary),
        vocabulary,
    )


def _settings(
    words: tuple[str, ...], numbers: tuple[Quantity, ...], found: tuple[Sentence, ...], vocabulary: Vocabulary
) -> Iterator[Setting]:
    """Every clause with its cues, and with its numbers dealt out in one pass."""
    dealt = 0
    for sentence in found:
        for clause in sentence.clauses:
            first = dealt
            while dealt < len(numbers) and numbers[dealt].start < clause.end:
                dealt += 1
            here, opening = numbers[first:dealt], _opening(words, clause)
            yield setting_of(
                vocabulary.wordings.find(words, clause.start, clause.end),
                sentence,
                clause,
                here,
                is_tagged=words[sentence.end - 1] in TAGS and not _asks_for_ok(words, sentence, here),
                opening=opening,
                begins_inverted=sentence.question and words[clause.start] in _AUXILIARIES,
                asks_of_number=here != () and _asks_of_number(words, opening, here),
                seeks_yes=_seeks_yes(words, sentence, clause),
            )


def _asks_of_number(words: tuple[str, ...], opening: int, numbers: tuple[Quantity, ...]) -> bool:
    """Whether the clause asks of its number without a mark: "could 40.75 work on your side"."""
    first = opening + 1
    first += words[first - 1 : first] == ("what",) and words[first : first + 1] != () and words[first] in _ASKING_VERBS
    if first >= len(words) or words[first - 1] not in _ASKING_VERBS or not numbers:
        return False
    return numbers[0].start == first + (numbers[0].explicit and words[first] in SIGNS)


def _asks_for_ok(words: tuple[str, ...], sentence: Sentence, numbers: tuple[Quantity, ...]) -> bool:
    """Whether the sentence ends in asking whether its number will do: "950 is ok?"."""
    return words[sentence.end - 2] in {"is", "are"} and any(number.end == sentence.end - 2 for number in numbers)


def _seeks_yes(words: tuple[str, ...], sentence: Sentence, clause: Clause) -> bool:
    """Whether the clause of a question begins "can not you", or is turned into one: "would you?"."""
    if words[clause.end - 2 : clause.end] in _TURNED and "not" in words[clause.start : clause.end - 2]:
        return True
    if not sentence.question:
        return False
    opens = words[clause.start] in _AUXILIARIES and words[clause.start + 1 : clause.start + 2] == ("not",)
    if opens and clause.start == sentence.clauses[-1].start:
        return True
    last = sentence.clauses[-1]
    return last is not clause and words[last.start : last.end] in _TURNED


def _opening(words: tuple[str, ...], clause: Clause) -> int:
    """The first token after words that lead in; none where an "I" is left out, as in "wouldn't pay more than 500"."""
    at = clause.start
    while at < clause.end and (words[at] in _LEADING_IN or words[at : at + 2] in _PASSING):
        at += 1 + (words[at] not in _LEADING_IN)
    is_told = words[at + 1 : at + 2] == ("not",) and words[at + 2 : at + 3] not in _ASKED
    return _NOWHERE if is_told or _leaves_subject_out(words, at) else at


def _leaves_subject_out(words: tuple[str, ...], at: int) -> bool:
    """Whether an "I" is left out before the verb: "would let it go for 760"."""
    return words[at : at + 1] != () and words[at] in _AUXILIARIES and not _DOING.isdisjoint(words[at + 1 : at + 2])


def _last_turn(words: tuple[str, ...], numbers: tuple[Quantity, ...]) -> int:
    turns = () if _TURNING.isdisjoint(words) else (at for at in reversed(range(len(words))) if words[at] in _TURNING)
    return max(next(iter(turns), -1), numbers[-1].start if numbers else -1)
