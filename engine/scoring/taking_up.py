"""Whether somebody takes up what was just said to them: by its words, a figure, the person, or its turn of phrase.

Nobody says everything back. "85 of 105, so twenty sit idle", "Two of you, and you drive?", "What's Chris worried
about?" and "Data protection then." each hold one piece of what was said, and speak of it to the one who said it.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations, pairwise
from typing import NamedTuple

from engine.scoring.content import content

SMALLEST_FIGURE = 13
"""Figures below it are met by chance, and count only within a turn of phrase."""
SHORT_ECHO = 5
"""Words of a clause that may be nothing but theirs said back."""
OPENING_WORDS = 3
"""Words at the head of a clause among which an echo has to begin."""

_TOKEN = re.compile(r"[a-z]+(?:'[a-z]+)?|\d[\d,]*(?:\.\d+)?", re.IGNORECASE)
_SENTENCE = re.compile(r"(?:[^.?!\n]|[.?!](?=\S))+[.?!…]*")
_CLAUSE = re.compile(r"(?:[^.,;:?!\n—–]|[.,:](?=\d))+[.,;:?!…—–]*")


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NOT = {"can't": ("can", "not"), "won't": ("will", "not"), "shan't": ("shall", "not")}
_SHORT = {"'m": "are", "'re": "are", "'ve": "have", "'d": "would", "'ll": "will", "'s": "is"}
_MIRRORED = {
    "i": "you", "we": "you", "me": "you", "us": "you", "my": "your", "our": "your", "mine": "yours", "ours": "yours",
    "am": "are", "myself": "yourself", "ourselves": "yourself",
}  # fmt: skip
_TO_TWENTY = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty"
)
_TENS = "thirty forty fifty sixty seventy eighty ninety"
_NUMBERS = {
    **{word: str(number) for number, word in enumerate(_TO_TWENTY.split(), 1)},
    **{word: str(10 * number) for number, word in enumerate(_TENS.split(), 3)},
    "yr": "year",
    "yrs": "years",
}
_YOU = _listed("you your yours yourself")
_TIMES = _listed("today tomorrow week weeks month months year years day days")
_FUNCTION_WORDS = _listed(
    "a an the and or but so if as at by for from in into of off on out over to up with about than then that"
    " this these those there here it its is are was were be been do does did have has had would will can could"
    " should may might must not no nor he she they him her his them their who what which when where why how i"
    " we me my our us all any some every each just only really very too also even still yet now well quite"
    " rather okay ok yes yeah oh ah right sure fine fair good great nice bad best better much more most less"
    " many few lot lots bit thanks thank sorry please let get got go going come say said tell see know think"
    " want need like make take give look thing things one way kind price offer deal number money"
    " hello hi hey morning afternoon evening"
)
_LIGHT = _YOU | _TIMES | _FUNCTION_WORDS
"""Words that meet by chance; a turn of phrase has another one in it."""
COMMONPLACE = content(
    "week weeks month months year years weekend hour minute morning afternoon evening money cost costs pay paying car"
    " cars start started change answer figure figures order buyer seller customer business team company name bring"
    " brings"
)
"""Words of content that meet by chance as well; alone they show nothing."""
_PEOPLE = _listed(
    "kids children parents boss manager director lawyer lawyers legal counsel colleague colleagues accountant finance"
    " board auditors they them people team crew crews customers somebody someone bank insurance"
)
_ONE = _listed("he she him her hers")
_SEVERAL = _listed("they them")
_OWN = _listed("i we our us my this")
_PARTICLES = _listed("so then ah oh okay ok right yes yeah and but well hm fair hmm lol ha haha nice cool")
_ASKS_FROM_WHERE = _listed("why how where what")
_UNUSED = _listed("empty unused idle spare")
"""What is said of the rest where they had told how many of how many are used."""
_ASKS_UNMARKED = re.compile(
    r"\W*(?:(?:and|so|but|ok|okay|then|well) )*(?:wh?at|hows?|why|y|who|whose|which|where|whens?|whos|whats|wats)\b",
    re.IGNORECASE,
)
"""How a question begins that is written without its mark."""
MOST_FIGURES = 6
"""Figures of a line of which the differences are looked at: "65 of the 95" leaves 30."""


class Words(NamedTuple):
    """What can be taken up of a line: `common` are stems that anybody uses here, `before` is what it answered, and
    `priced` are the figures of its own offer, which any answer to that has to name."""

    heard: str
    before: str = ""
    common: frozenset[str] = frozenset()
    priced: frozenset[str] = frozenset()


def taken_up(words: Words, line: str, offered: Iterable[int] = ()) -> str:
    """The first clause of the line that takes up what was heard; empty where none does.

    `offered` is where the offers of the line stand: their clauses bargain, whatever words they hold.
    """
    return next((clause for clause, asks in _clauses(line, offered) if _takes_up(words, clause, asks=asks)), "")


def repeats(theirs: str, line: str) -> bool:
    """Whether their last three words stand in the line, whatever words they are: "need to think"."""
    last, said = _mirrored(theirs)[-3:], _tokens(line)
    return len(last) > 2 and any(said[place : place + 3] == last for place in range(len(said)))


def has_three_in_a_row(theirs: str, line: str) -> bool:
    """Whether any three words in a row of theirs stand in the line: "not this year"."""
    heard, said = _mirrored(theirs), _tokens(line)
    return not set(zip(heard, heard[1:], heard[2:], strict=False)).isdisjoint(
        zip(said, said[1:], said[2:], strict=False)
    )


def asked_about(words: Words, line: str, offered: Iterable[int] = ()) -> str:
    """The first question of the line with a word of theirs in it; empty where there is none."""
    return next((clause for clause, asks in _clauses(line, offered) if asks and _held(words, clause)), "")


def _clauses(line: str, offered: Iterable[int]) -> Iterator[tuple[str, bool]]:
    """The clauses without an offer in them, and whether each asks."""
    places, is_marked = tuple(offered), "?" in line
    for sentence in _SENTENCE.finditer(line):
        bargains = _holds(sentence, places)
        for clause in _CLAUSE.finditer(line, sentence.start(), sentence.end()):
            if not _holds(clause, places):
                asks = "?" in clause.group() or ("?" in sentence.group() and not bargains)
                yield (
                    clause.group().strip(),
                    asks or (not is_marked and _ASKS_UNMARKED.match(clause.group()) is not None),
                )


def _holds(stretch: re.Match[str], places: Iterable[int]) -> bool:
    return any(stretch.start() <= place < stretch.end() for place in places)


def _takes_up(words: Words, clause: str, *, asks: bool) -> bool:
    said, held = _tokens(clause), _held(words, clause)
    if len(held) > 1 or _has_their_phrase(words, said) or _is_all_theirs(words, said):
        return True
    speaks_of_it = asks or not _YOU.isdisjoint(said) or _is_echo(words, said)
    figures = _figures(words, said, asks=asks)
    if speaks_of_it and (held or figures):
        return True
    left = _left_over(words)
    if said[:1] and (said[0] in figures or not left.isdisjoint(said) or (left and not _UNUSED.isdisjoint(said))):
        return True
    return _rests_on_a_number(words, said) or (asks and _asks_after_them(words, said))


def _held(words: Words, clause: str) -> frozenset[str]:
    """The stems of theirs in the clause that mean something in themselves."""
    theirs = (content(words.heard) - content(words.before)) - words.common
    return content(clause) & theirs - COMMONPLACE


def _has_their_phrase(words: Words, said: tuple[str, ...]) -> bool:
    theirs = _phrases(words, _mirrored(words.heard)) - _phrases(words, _tokens(words.before))
    return not theirs.isdisjoint(_phrases(words, said))


def _is_all_theirs(words: Words, said: tuple[str, ...]) -> bool:
    """Whether the clause is a stretch of what they said and nothing else: "this week."."""
    if len(said) < 2 or (_LIGHT - _TIMES).issuperset(said):
        return False
    theirs = _mirrored(words.heard)
    return any(theirs[place : place + len(said)] == said for place in range(len(theirs)))


def _is_echo(words: Words, said: tuple[str, ...]) -> bool:
    """Whether the clause is short and begins with theirs: "400.", "data protection then"; of oneself it is none."""
    core = [token for token in said if token not in _PARTICLES]
    theirs = set(_mirrored(words.heard)) - _LIGHT
    if len(core) > SHORT_ECHO or not _OWN.isdisjoint(core):
        return False
    return not theirs.isdisjoint(core[:OPENING_WORDS]) or bool(_held(words, " ".join(core[:OPENING_WORDS])))


def _rests_on_a_number(words: Words, said: tuple[str, ...]) -> bool:
    """Whether it begins with a small number of theirs that counts nothing else: "with four the back seat matters"."""
    small = {token for token in _tokens(words.heard) if token.isdigit() and not _is_telling(token)}
    theirs = small - set(_tokens(words.before))
    head = said[:OPENING_WORDS]
    return any(
        token in theirs and _LIGHT.issuperset(said[place + 1 : place + 2]) and _LIGHT.issuperset(said[:place])
        for place, token in enumerate(head)
        if len(said) > place + 1
    )


def _figures(words: Words, said: tuple[str, ...], *, asks: bool) -> set[str]:
    """Their figures that the clause has; those of their offer only where it asks how they came to them."""
    theirs = {token for token in _tokens(words.heard) if _is_telling(token)} - set(_tokens(words.before))
    if not asks or _ASKS_FROM_WHERE.isdisjoint(said):
        theirs -= words.priced
    return theirs & set(said)


def _left_over(words: Words) -> set[str]:
    """What is left of one of their figures without another: of 65 seats out of 95, 30."""
    telling = [token for token in _tokens(words.heard) if token.isdigit() and _is_telling(token)]
    counts = [int(token) for token in telling if token not in words.priced][:MOST_FIGURES]
    left = {str(abs(one - other)) for one, other in combinations(counts, 2)}
    return {token for token in left - set(telling) - words.priced if _is_telling(token)}


def _is_telling(token: str) -> bool:
    return token[0].isdigit() and (not token.isdigit() or int(token) >= SMALLEST_FIGURE)


def _asks_after_them(words: Words, said: tuple[str, ...]) -> bool:
    """Whether it asks about somebody that only their line can have named: "what does she do?"."""
    if not _ONE.isdisjoint(said):
        return _ONE.isdisjoint(_tokens(words.before))
    return not _SEVERAL.isdisjoint(said) and not _PEOPLE.isdisjoint(_tokens(words.heard))


def _phrases(words: Words, said: tuple[str, ...]) -> set[tuple[str, ...]]:
    """Two words in a row that both mean something, one of "yours", and three of which one means something."""
    pairs = (pair for pair in pairwise(said) if _is_phrase(words, pair))
    threes = (three for three in zip(said, said[1:], said[2:], strict=False) if not _LIGHT.issuperset(three))
    return {phrase for phrase in (*pairs, *threes) if not _names_the_thing(words, phrase)}


def _names_the_thing(words: Words, phrase: tuple[str, ...]) -> bool:
    """Whether all that it means is what anybody here calls the thing: "with desk team"."""
    held = content(" ".join(phrase))
    return bool(held) and held <= words.common


def _is_phrase(words: Words, pair: tuple[str, str]) -> bool:
    if _LIGHT.isdisjoint(pair):
        return True
    return pair[0] == "your" and pair[1] not in _LIGHT and content(pair[1]).isdisjoint(words.common | COMMONPLACE)


@lru_cache(maxsize=1_024)
def _mirrored(text: str) -> tuple[str, ...]:
    """Their words as they are said back: "there are two of us" as "there are two of you"."""
    return tuple(_MIRRORED.get(token, token) for token in _tokens(text))


@lru_cache(maxsize=1_024)
def _tokens(text: str) -> tuple[str, ...]:
    return tuple(token for word in _TOKEN.findall(text.replace("’", "'").lower()) for token in _parts(word))


def _parts(word: str) -> tuple[str, ...]:
    """The word without its short forms, a number word as its figure."""
    if word[0].isdigit():
        return (word.replace(",", ""),)
    if word in _NOT:
        return _NOT[word]
    if word.endswith("n't"):
        return (word.removesuffix("n't"), "not")
    stem, mark, ending = word.partition("'")
    short = _SHORT.get(mark + ending) if mark else None
    return (_NUMBERS.get(stem, stem), short) if short else (_NUMBERS.get(stem, stem),)
