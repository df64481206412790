"""What kind of answer a question wants, and which kinds a text gives: the expected answer type of question answering.

A question gets its type by how it is asked (Li and Roth 2002 sort questions so), a text by words of that type in it.
"""

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache

_MOST_QUESTIONS = 4_096
_MOST_TEXTS = 16_384


class AnswerType(StrEnum):
    """A person or a group, a time, a length of time, how often, a sum, a number, a reason, what was gone through, a way
    of doing something."""

    PERSON = "person"
    DATE = "date"
    DURATION = "duration"
    FREQUENCY = "frequency"
    MONEY = "money"
    COUNT = "count"
    REASON = "reason"
    EVENT = "event"
    WAY = "way"


_ASKING = "(?:do|does|did|is|are|was|were|will|would|can|could|shall|should|have|has|had|might)"
"""Words that follow a "when" which asks; after any other it only says under what condition."""
_SPENDING = r"(?:pay|pays|paying|paid|spend|spends|spending|spent|cost|costs|costing|(?<!in )charged?|owe)"
_WANTED = (
    (
        AnswerType.PERSON,
        re.compile(
            r"^\W*(?:(?!of\b|people\b|they\b|those\b|somebody\b|someone\b|everyone\b|anybody\b|ones\b)\w+\W+){0,2}"
            r"(?:who|whos|whose|whom)\b(?!\W+(?:are|r) (?:you|u)\b)"
        ),
    ),
    (AnswerType.DURATION, re.compile(r"\bhow (?:long|fast|quickly)\b|\bhow much (?:of your |of a |more )?time\b")),
    (AnswerType.FREQUENCY, re.compile(r"\bhow (?:often|regularly|frequently)\b|\bhow many times\b")),
    (
        AnswerType.DATE,
        re.compile(
            rf"\b(?:since|by|until|till) when\b|\bwhen(?= {_ASKING}\b| exactly\b|\W*$)|\bhow (?:soon|late|early)\b"
            r"|\bwhat (?:time|date|day|month|year)\b"
            rf"|\bhow many (?:years|months|weeks|days) (?:ago|back)\b"
        ),
    ),
    (
        AnswerType.MONEY,
        re.compile(
            rf"\bhow much\b(?! of)(?=[^?,]{{0,80}}\b(?:{_SPENDING}|wants? for)\b)|\bhow much money\b"
            r"|\bwhat(?: is|'s| are| do| does| did| would| will|s) "
            rf"(?:(?!what)[\w'-]+ ){{1,5}}?(?<!for ){_SPENDING}\b(?! (?:the most |most |any )?attention)"
            r"|\bwhat did they (?:give|offer|pay) you for\b"
            r"|\bwhat (?:it|that|they|one) (?:costs?|charged?)\b|\bwhat (?:is|was|s) (?:the|your) (?:bill|rent)\b"
        ),
    ),
    (
        AnswerType.COUNT,
        re.compile(
            r"\b(?:how (?:many|much|big|far|high|large|tall|heavy|old)|what (?:percentage|percent|share|number"
            r"|size))\b"
        ),
    ),
    (AnswerType.REASON, re.compile(r"\b(?:why|how come|what (?:made|makes))\b")),
    (
        AnswerType.EVENT,
        re.compile(
            r"^\W*(?:(?:and|so|but|well|ok) )?(?:has|have|had|did)(?:n't)?\b[^?]{0,120}"
            r"\b(?:ever|lately|recently|nearly|almost|close to|happen(?:ed|ing)?)\b"
        ),
    ),
    (
        AnswerType.WAY,
        re.compile(
            r"\bhow (?:do|does|did) (?:the|your|they|people|you all|we)\b[^?]{0,120}\b(?:work|use|handle|manage)\b"
        ),
    ),
)
"""How a question of each type is put; of two in one question the first counts, and of two in one place the earlier."""
_MEANWHILE = re.compile(rf"^\W*when (?!{_ASKING}\b)[^,?]*, ")
"""What sets the scene of a question, and asks for no time: "when people went back to e-mail, did that …"."""
_WEIGHING = re.compile(
    r"\bhow (?:much|big|far|high|long|often|soon)\b[^?]{0,120}\b(?:matters?|counts?|weighs?|weight|important|priority"
    r"|list|deal"
    r"|issue|problem|role|factor|like|trust|worry|along|helps?|means?|room|space|care|miss|off|thought)\b"
    r"|\bever (?:thought|considered)\b"
)
"""Questions for a weight or an opinion, and for no number of anything."""
_NUMBERS = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty"
    r"|seventy"
    r"|eighty|ninety|hundreds?|thousands?|dozens?|\d[\d,.]*)"
)
_SPAN = (
    r"(?:minutes?|hours?|days?|weeks?|months?|years?|nights?|seconds?|(?:even|morn)ings?|afternoons?|weekends?"
    r"|quarters?)"
)
_DAYS = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|june|july|august|september|october"
    r"|november|december|spring|summer|fall|autumn|winter|christmas|easter|new year)"
)
_SOMEBODY = (
    r"(?:who(?:ever)?|(?:every|some|no|any)(?:body|one)|people|he|she|they|them|him|myself|mine|both|all of us"
    r"|neither"
    r"|of us|alone|boss|owner|managers?|leader|colleagues?|director|man|woman|players?|teams?|crews?|staff|agents?"
    r"|family"
    r"|kids?|child|children|sons?|daughters?|wife|husband|partner|mother|mom|father|dad|parents?|sister|brother"
    r"|friends?"
    r"|neighbors?|aunt|uncle|grandma|grandmother|cousin|dog|board|company|departments?|hr|finance|it\b(?= (?:does"
    r"|did|has to))"
    r"|sales|legal|procurement|accounts?|auditors?|bank|dealer|folks|guys|hands|teenagers?|twins|boys?|girls?|legs"
    r"|house"
    r"|mechanic|salesman|insurance|nowhere|elsewhere|online|other places|customers|vendors?|the [a-z]{3,}(?:ers|ors"
    r"|ists|ants))"
)
_GIVEN = {
    AnswerType.PERSON: re.compile(
        rf"\b{_SOMEBODY}\b|^\W*(?:(?:only|just|mostly|usually) )?(?:i|we) (?:do|did|have|drive|run|sign|decide|am)\b"
        r"|\b(?:i|we) (?:do|did|wrote|drive|sign|decide|picked|chose)\b|\bmy own\b"
        r"|^\W*(?:only |just |mostly )?me\b|^[a-z]{4,}(?:ers|ors|ists|ants)\b"
    ),
    AnswerType.DATE: re.compile(
        rf"\b(?:{_DAYS}|{_SPAN}|ago|last|next|today|tomorrow|yesterday|tonight|since|until|till|by|now|soon|already|dates?"
        r"|before|after|when|whenever|as soon as|end of|deadline|early|earlier|later?|rush|hurry|noon|first|every|daily"
        rf"|while|(?:at|from|past|around|about|in) {_NUMBERS}"
        rf"|{_NUMBERS} (?:sharp|thirty|fifteen|o'clock|in the)|20\d\d)\b"
    ),
    AnswerType.DURATION: re.compile(
        rf"\b(?:{_SPAN}|all day|half an?|forever|since|until|till|a while|ages|(?:too|not|so|as|very|that) long|longer"
        r"|long (?:enough|is)|overnight|moment|quick|quickly|at once|20\d\d|slow|short|miles|feet|none"
        r"|(?:takes|no) time)\b"
    ),
    AnswerType.FREQUENCY: re.compile(
        r"\b(?:every|each|once|twice|times|rarely|seldom|often|always|never|hardly|sometimes|now and then|usually|daily"
        r"|weekly|monthly|yearly|per|all the time|all day|not much|regularly|a lot|whenever|constantly|weekdays|none"
        rf"|for the year|as they come|most {_SPAN}|(?<!miles )(?:a|an|one|any) {_SPAN}|{_NUMBERS} {_SPAN}|{_DAYS}"
        r"|(?:weekend|morning|night)s)\b"
    ),
    AnswerType.MONEY: re.compile(
        r"[$€£]|\b(?:dollars?|bucks|grand|cents?|hundred|thousand|zeros|free|fortune|nothing|enough|\d[\d,.]*k|too much"
        r"|less|more (?:than|each)|as much as|so much|half|multiple|cheap|expensive|costs? (?:what|the)|bill|budget"
        rf"|pots?|table says|larger|add it up|paid off|hand it back|settled|insurance"
        rf"|{_NUMBERS} (?:hours|days|weeks))\b"
    ),
    AnswerType.COUNT: re.compile(
        rf"\b(?:{_NUMBERS}|both|none|nobody|no one|all|most|half|few|fewer|many|more|several|some|small|large|big"
        r"|couple|single|third|quarter|part|percent|only|average|much|close|enough|handful|everybody|little|lot|every|hardly"
        r"|nothing|size|tall|young|old|age|teenagers?|plenty|second|normal|difference|daily|seldom|everything|until"
        r"|mostly|same)\b|\bone (?:or|so|in|at|on|is|card|kid|child|person|player|car|too many)\b|^one\b|\w+ty-\w+"
        r"|^(?:just |only )?me\b|^\w+( \w+)?\.?$|\bfrom\b"
    ),
    AnswerType.EVENT: re.compile(
        r"\b(?:never|ever|once|twice|not (?:yet|me|that|so|really|once|a|this)|nothing|nobody|none|yes|no|times?"
        r"|last|ago"
        r"|was|were|did|didn't|haven't|hasn't|had|got|went|came|said|took|lost|left|broke|hit|almost|nearly|been"
        r"|one|since"
        r"|\w{3,}ed)\b"
    ),
    AnswerType.WAY: re.compile(r"^(?!\W*if\b)"),
}
"""Words of which a text that gives an answer of the type has one; any text may be a reason."""
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
    r"\b(?:until|till|left|remains?|remaining|have|got|needs?|wants?|can|could|will|stay|holds?|good|valid|open|plan\w*"
    r"|keep|been|wait)\b(?![^?]{0,120}\b(?:takes?|took|taking|lose|lost|spend|spent)\b)"
)
"""Words of a question for a length of time that a day answers as well: "how long do you have?"."""


@lru_cache(maxsize=_MOST_QUESTIONS)
def wanted(question: str) -> AnswerType | None:
    """The type of answer that the question wants, by what it asks first; None where it leaves that open."""
    text = _MEANWHILE.sub("", question.lower().replace("’", "'"))
    found = [(match.start(), at, kind) for at, (kind, words) in enumerate(_WANTED) if (match := words.search(text))]
    kind = min(found)[2] if found else None
    return None if kind is not AnswerType.PERSON and _WEIGHING.search(text) else kind


@lru_cache(maxsize=_MOST_TEXTS)
def types_of(text: str) -> frozenset[AnswerType]:
    """The types of answer that the text gives."""
    words = text.lower().replace("’", "'")
    told = {
        AnswerType.PERSON: " ".join(words.split()[:_FIRST]),
        AnswerType.DURATION: _DATED.sub(" ", words),
    }
    given = {kind for kind, said in _GIVEN.items() if said.search(told.get(kind, words))} | {AnswerType.REASON}
    return frozenset(given | {AnswerType.PERSON} if _NAME.search(text) else given)


def gives(text: str, question: str) -> bool:
    """Whether the text is an answer of the type that the question wants, as any text is where it wants none."""
    kind = wanted(question)
    if kind is None:
        return True
    given = types_of(text)
    if kind is AnswerType.DATE or (kind is AnswerType.DURATION and _UNTIL.search(question.lower())):
        return not given.isdisjoint((AnswerType.DATE, AnswerType.DURATION))
    return kind in given


def answers(text: str, question: str, asked: Iterable[str]) -> bool:
    """Whether the text gives what the question wants, or is asked for that by a question on it."""
    return gives(text, question) or asks_for_the_same(question, asked)


def asks_for_the_same(question: str, asked: Iterable[str]) -> bool:
    """Whether one of the questions wants the type that this one wants, as any does where it wants none."""
    kind = wanted(question)
    return kind is None or any(wanted(each) is kind for each in asked)
