"""Which types of answer a text gives, told by words of the type in it."""

import re
from collections.abc import Iterable
from functools import lru_cache

from engine.strict.answer_type import AnswerType, all_wanted, wanted

_MOST_KEPT = 16_384


def _any_of(wordings: str) -> str:
    """One of these wordings, a comma between them, as whole words."""
    return rf"\b(?:{'|'.join(wording.strip() for wording in wordings.split(','))})\b"


_NUMBERS = """
    two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, \\w+teen, twenty, thirty, forty, fifty, sixty,
    seventy, eighty, ninety, hundreds?, thousands?, dozens?, \\d[\\d.]*
"""
_SPANS = """
    minutes?, hours?, days?, weeks?, months?, years?, nights?, seconds?, evenings?, mornings?, afternoons?, weekends?,
    quarters?
"""
_DAYS = """
    mondays?, tuesdays?, wednesdays?, thursdays?, fridays?, saturdays?, sundays?, january, february, march, april, june,
    july, august, september, october, november, december, spring, summer, fall, autumn, winter, christmas, easter
"""
_NUMBER, _SPAN = _any_of(_NUMBERS), _any_of(_SPANS)
_SOMEBODY = _any_of(
    """
    who(?:ever)?, (?:every|some|no|any)(?:body|one)(?! would), people,
    he, she, they, them, him, myself, mine, both, all of us,
    neither, of us, alone, boss, owner, managers?, leader, colleagues?, director, man, woman, players?, teams?, crews?,
    staff, agents?, family, kids?, child, children, sons?, daughters?, wife, husband, partner, mother, mom, father, dad,
    parents?, sister, brother, friends?, neighbors?, aunt, uncle, grandma, grandmother, cousin, dog, board, company,
    departments?, hr, finance, it\\b(?= (?:does|did|has to)), sales, legal, procurement, accounts?, auditors?, bank,
    dealer, folks, guys, hands, teenagers?, twins, boys?, girls?, legs, house, mechanic, salesman, insurance, nowhere,
    elsewhere, online, other places, customers, vendors?, the [a-z]+(?:ers|ors|ists|ants), my own
    """
)
_GIVEN = {
    AnswerType.PERSON: (
        _SOMEBODY,
        r"^\W*(?:(?:only|just|mostly|usually) )?(?:i|we) (?:do|did|have|drive|run|sign|decide|am)\b",
        r"\b(?:i|we) (?:do|did|wrote|drive|sign|decide|picked|chose)\b",
        r"^\W*(?:only |just |mostly )?me\b|^[a-z]{4,}(?:ers|ors|ists|ants)\b",
    ),
    AnswerType.DATE: (
        _any_of(_DAYS),
        _SPAN,
        _any_of(
            """
            ago, last, next, today, tomorrow, yesterday, tonight, since, until, till, by, now, soon, already, dates?,
            before, after, when, whenever, as soon as, end of, deadline, early, earlier, later?, rush, hurry, noon,
            first, every, daily, while, 20\\d\\d
            """
        ),
        rf"\b(?:at|from|past|around|about|in) {_NUMBER}|{_NUMBER} (?:sharp|thirty|fifteen|o'clock|in the)\b",
    ),
    AnswerType.DURATION: (
        _SPAN,
        _any_of(
            """
            all day, half an?, forever, since, until, till, a while, ages, (?:too|not|so|as|very|that) long, longer,
            long (?:enough|is), overnight, moment, quick, quickly, at once, 20\\d\\d, slow, short, miles, feet, none,
            (?:takes|no) time
            """
        ),
    ),
    AnswerType.FREQUENCY: (
        _any_of(_DAYS),
        _any_of(
            """
            every, each, once, twice, times, rarely, seldom, often, always, never, hardly, sometimes, now and then,
            usually, daily, weekly, monthly, yearly, per, all the time, all day, not much, regularly, a lot, whenever,
            constantly, weekdays, none, for the year, as they come, (?:weekend|morning|night)s,
            not (?:this|last|once|yet|so)
            """
        ),
        rf"\b(?:most|(?<!miles )(?:a|an|one|any)) {_SPAN}|{_NUMBER} {_SPAN}",
    ),
    AnswerType.MONEY: (
        r"[$€£]",
        _any_of(
            """
            dollars?, bucks, grand, cents?, hundred, thousand, zeros, free, fortune, nothing, enough, \\d[\\d.]*k,
            too much, less, more (?:than|each), as much as, so much, half, multiple, cheap, expensive,
            costs? (?:what|the), bill, budget, pots?, table says, larger, add it up, paid off, hand it back, settled,
            insurance
            """
        ),
        rf"{_NUMBER} (?:hours|days|weeks)\b",
    ),
    AnswerType.COUNT: (
        _NUMBER,
        _any_of(
            """
            both, none, nobody, no one, all, most, half, few, fewer, many, more, several, some, small, large, big,
            couple, single, third, quarter, part, percent, only, average, much, close, enough, handful, everybody,
            little, lot, every, hardly, nothing, size, tall, young, old, age, teenagers?, plenty, second, normal,
            difference, daily, seldom, everything, until, mostly, same, from,
            one (?:or|so|in|at|on|is|card|kid|child|person|player|car|too many)
            """
        ),
        r"^one\b|\w+ty-\w+|^(?:just |only )?me\b|^\w+( \w+)?\.?$",
    ),
    AnswerType.EVENT: (
        _any_of(
            """
            never, ever, once, twice, not (?:yet|me|that|so|really|once|a|this), nothing, nobody, none, yes, no, times?,
            last, ago, was, were, did, didn't, haven't, hasn't, had, got, went, came, said, took, lost, left, broke,
            hit, almost, nearly, been, one, since, \\w\\w\\w+ed
            """
        ),
    ),
    AnswerType.WAY: (r"^(?!\W*if\b)",),
}
"""Words of which a text that gives an answer of the type has one; any text may be a reason."""
_TOLD = {kind: re.compile("|".join(ways)) for kind, ways in _GIVEN.items()}
_NAME = re.compile(
    r"^\W*(?!The\b|My\b|Our\b|Your\b|No\b|In\b)[A-Z][a-z]+"
    r"(?: and I| [A-Z]|\. \$|\W+(?:[Hh]olds|looks|reads|signs|knows|has|would|decides|told|said|says|by a mile)\b)"
    r"|\b(?:I'm|name is|[Ff]rom|[Ww]ith|[Bb]y|[Aa]nd|[Ff]or|[Aa]t|said\.) (?!I\b)[A-Z][a-z]+"
)
"""A person or a house by its name."""
TOLD_BY_WORDS = frozenset({AnswerType.DATE, AnswerType.DURATION, AnswerType.FREQUENCY, AnswerType.MONEY})
"""Types that nearly every text of the type has a word of."""
_FIRST = 5
"""Words at the start of a text among which a person that it is about stands."""
_DATED = re.compile(rf"\b(?:end of(?: the| this)?|this|next|last|every|each) {_SPAN}")
"""Words that set a day, and no length of time."""
_UNTIL = re.compile(
    _any_of(
        """
        until, till, left, remains?, remaining, have, got, needs?, wants?, can, could, will, stay, holds?, good, valid,
        open, plan\\w*, keep, been, wait
        """
    )
    + r"(?![^?]{0,120}\b(?:takes?|took|taking|lose|lost|spend|spent)\b)"
)
"""Words of a question for a length of time that a day answers as well: "how long do you have?"."""


@lru_cache(maxsize=_MOST_KEPT)
def types_of(text: str) -> frozenset[AnswerType]:
    """The types of answer that the text gives."""
    words = text.lower().replace("’", "'")
    told = {AnswerType.PERSON: " ".join(words.split()[:_FIRST]), AnswerType.DURATION: _DATED.sub(" ", words)}
    given = {kind for kind, said in _TOLD.items() if said.search(told.get(kind, words))} | {AnswerType.REASON}
    return frozenset(given | {AnswerType.PERSON} if _NAME.search(text) else given)


def gives(text: str, question: str) -> bool:
    """Whether the text is an answer of a type that the question wants, as any text is where it wants none."""
    kinds = all_wanted(question)
    return not kinds or any(_is_given(text, question, kind) for kind in kinds)


def _is_given(text: str, question: str, kind: AnswerType) -> bool:
    given = types_of(text)
    if kind is AnswerType.DATE or (kind is AnswerType.DURATION and _UNTIL.search(question.lower())):
        return not given.isdisjoint((AnswerType.DATE, AnswerType.DURATION))
    return kind in given


def only_says_yes_or_no(text: str) -> bool:
    """Whether the text begins with a yes or no, and so answers no question after a thing, a way or a reason."""
    return bool(_YES_OR_NO.match(text))


def asks_for_more_than_a_yes(question: str) -> bool:
    """Whether the question begins with a word such as "what" that no yes or no answers."""
    return bool(_OPEN.match(question.lower()))


_YES_OR_NO = re.compile(
    r"\W*(?:yes|no|maybe|not (?:really|that i know|yet)|(?:i (?:don't|do not) believe|i think) so|some of it, yes)[.,]",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\W*(?:(?:and|so|but|ok|well|then|also)\W+)*(?:what|which|how|where|why|who)\b(?!\W+(?:about|if|not|come)\b)"
)


def answers(text: str, question: str, asked: Iterable[str]) -> bool:
    """Whether the text gives what the question wants, or is asked for that by a question on it."""
    return gives(text, question) or asks_for_the_same(question, asked)


def asks_for_the_same(question: str, asked: Iterable[str]) -> bool:
    """Whether one of the questions wants a type that this one wants, as any does where it wants none."""
    kinds = all_wanted(question)
    return not kinds or any(wanted(each) in kinds for each in asked)
