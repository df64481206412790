"""What kind of answer a question wants: the expected answer type, as question answering calls it.

How a question is put tells its type (Li and Roth 2002 sort questions so); which types a text gives is told in
`engine.strict.types_given`.
"""

import re
from enum import StrEnum
from functools import lru_cache

_MOST_KEPT = 4_096


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
_NOT_ASKED_WHO = "(?!(?:of|people|they|those|somebody|someone|everyone|anybody|ones)\\b)"
_PUT: tuple[tuple[AnswerType, tuple[str, ...]], ...] = (
    (
        AnswerType.PERSON,
        (rf"^\W*(?:{_NOT_ASKED_WHO}\w+\W+){{0,2}}(?:who|whos|whose|whom)\b(?!\W+(?:are|r) (?:you|u)\b)",),
    ),
    (AnswerType.DURATION, (r"\bhow (?:long|fast|quickly)\b", r"\bhow much (?:of your |of a |more )?time\b")),
    (AnswerType.FREQUENCY, (r"\bhow (?:often|regularly|frequently)\b", r"\bhow many times\b")),
    (
        AnswerType.DATE,
        (
            r"\b(?:since|by|until|till) when\b",
            rf"\bwhen(?= {_ASKING}\b| exactly\b|\W*$)",
            r"\bhow (?:soon|late|early)\b",
            r"\bwhat (?:time|date|day|month|year)\b",
            r"\bhow many (?:years|months|weeks|days) (?:ago|back)\b",
        ),
    ),
    (
        AnswerType.MONEY,
        (
            rf"\bhow much\b(?! of)(?=[^?,]{{0,80}}\b(?:{_SPENDING}|wants? for)\b)",
            r"\bhow much money\b",
            r"\bwhat(?: is|'s| are| do| does| did| would| will|s) "
            rf"(?:(?!what)[\w'-]+ ){{1,5}}?(?<!for ){_SPENDING}\b(?! (?:the most |most |any )?attention)",
            r"\bwhat did they (?:give|offer|pay) you for\b",
            r"\bwhat (?:it|that|they|one) (?:costs?|charged?)\b",
            r"\bwhat (?:is|was|s) (?:the|your) (?:bill|rent)\b",
        ),
    ),
    (
        AnswerType.COUNT,
        (
            r"\bhow (?:many|much|big|far|high|large|tall|heavy|old)\b",
            r"\bwhat (?:percentage|percent|share|number|size)\b",
        ),
    ),
    (AnswerType.REASON, (r"\b(?:why|how come|what (?:made|makes))\b",)),
    (
        AnswerType.EVENT,
        (
            r"^\W*(?:(?:and|so|but|well|ok) )?(?:has|have|had|did)(?:n't)?\b[^?]{0,120}"
            r"\b(?:ever|lately|recently|nearly|almost|close to|happen(?:ed|ing)?)\b",
        ),
    ),
    (
        AnswerType.WAY,
        (r"\bhow (?:do|does|did) (?:the|your|they|people|you all|we)\b[^?]{0,120}\b(?:work|use|handle|manage)\b",),
    ),
)
"""How a question of each type is put; of two in one place the earlier counts."""
_WANTED = tuple((kind, re.compile("|".join(ways))) for kind, ways in _PUT)
_MEANWHILE = re.compile(rf"^\W*when (?!{_ASKING}\b)[^,?]*, ")
"""What sets the scene of a question, and asks for no time: "when people went back to e-mail, did that …"."""
_WEIGHING = re.compile(
    r"\bhow (?:much|big|far|high|long|often|soon)\b[^?]{0,120}\b(?:matters?|counts?|weighs?|weight|important|priority"
    r"|list|deal|issue|problem|role|factor|like|trust|worry|along|helps?|means?|room|space|care|miss|off|thought)\b"
    r"|\bever (?:thought|considered)\b"
)
"""Questions for a weight or an opinion, and for no number of anything."""


def wanted(question: str) -> AnswerType | None:
    """The type of answer that the question wants, by what it asks first; None where it leaves that open."""
    kinds = all_wanted(question)
    return kinds[0] if kinds else None


@lru_cache(maxsize=_MOST_KEPT)
def all_wanted(question: str) -> tuple[AnswerType, ...]:
    """The types of answer that the question wants, in order, each once: "when is it due, and who decides?"."""
    text = _MEANWHILE.sub("", question.lower().replace("’", "'"))
    first: dict[int, AnswerType] = {}
    for kind, words in _WANTED:
        for match in words.finditer(text):
            first.setdefault(match.start(), kind)
    kinds = tuple(dict.fromkeys(first[at] for at in sorted(first)))
    return kinds if kinds[:1] == (AnswerType.PERSON,) or not _WEIGHING.search(text) else ()
