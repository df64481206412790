"""What a line states of the thing on the table, clause by clause: not what it asks, disclaims, or says of another."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_SENTENCE = re.compile(r"[^.?!…\n]+(?:[.](?=\d)[^.?!…\n]+)*[.?!…]*")
_SUBJECT = r"(?:it|it's|this|that's|we|we're|we've|you|you'll|you're|there|there's|they|i|i'm)\b"
_NOUN_AND_VERB = r"(?:the|our|your|its)\s+(?:\w+\s+){1,2}(?:is|are|was|has|have|had|will|does|comes?|gets?|stays?)\b"
_VERB = r"(?:is|was|has|had|will|won't|can|does|doesn't|never|needs?|gets?|comes?|tows?|goes|covers?)\b"
_CLAUSE_END = re.compile(
    rf"\s*[;:]\s*|\s*,?\s*\bbut\b\s*|\s*(?:,(?!\d)|\band\b|\bso\b|\bbecause\b)(?:\s*\band\b)?\s*"
    rf"(?=(?:{_SUBJECT}|{_NOUN_AND_VERB}|{_VERB}))",
    re.IGNORECASE,
)
"""Where a clause of its own begins: a list that goes on under the denial before it is none."""
_NO_DENIAL = re.compile(
    r"\b(?:no (?:problem|worr(?:y|ies)|doubt|question|joke|kidding|sweat|more than|less than)"
    r"|not (?:to worry|only|just|more than|less than)|don't worry|do not worry|why not)\b",
    re.IGNORECASE,
)
_DISCLAIMED = re.compile(
    r"\b(?:(?:not|never|cannot|nobody|no one|none|hardly|can't|don't|won't|wouldn't|couldn't|didn't|isn't|aren't|ain't)"
    r"(?:\s+\w+){0,2}?\s+(?:promis|guarante|say|said|claim|swear|pretend|know|sure|certain|tell|told|vouch|assum)\w*"
    r"|i (?:doubt|wish)|lying|liar|i'd lie|too much to say|whether)\b.*?(?=\bbut\b|;|$)",
    re.IGNORECASE | re.DOTALL,
)
"""What the rep says that it does not promise, to the end of the sentence or to its "but"."""
_WISHED = re.compile(
    r"\byou(?:'re|'d| are| would| also| just| really)*\s+(?:want|need|said|say|ask|hear|look|hop|told|tell"
    r"|caring|care|mention|after|expect|like|prefer|wish|were|worr)\w*(?!\s+(?:not|never)\b)"
    rf".*?(?=(?:,|\band\b)\s+(?:{_SUBJECT}|{_NOUN_AND_VERB})|\bbut\b|[;:]|$)",
    re.IGNORECASE | re.DOTALL,
)
"""What the rep says back: "you want a car that never breaks down"."""
_NOBODY = r"(?!\s+(?:couple|buyer|customer|guy|family|person|party|dealer|company)s?\b)"
_OF_ANOTHER = re.compile(
    r"\b(?:than|compared (?:to|with)|instead of|versus|vs|unlike|like|as good as)\b.*"
    r"|\b(?:a|an|any|another)\s+(?:\w+[\s-]+){0,3}one\b.*"
    rf"|^\W*(?:a|an|any|another|every)\b{_NOBODY}.*",
    re.IGNORECASE | re.DOTALL,
)
"""What a clause says of something to compare with, "a brand new one costs more", not of somebody else."""


class Statement(NamedTuple):
    """A sentence that asks nothing, in the rep's words, and the clauses in which it states something."""

    sentence: str
    clauses: tuple[str, ...]


def statements(text: str) -> Iterator[Statement]:
    """The sentences of the text that are no questions, in order."""
    for match in _SENTENCE.finditer(text.replace("’", "'")):
        if not match.group().rstrip().endswith("?"):
            yield Statement(text[match.start() : match.end()].strip(), _clauses(match.group()))


def _clauses(sentence: str) -> tuple[str, ...]:
    said = _WISHED.sub(" ", _DISCLAIMED.sub(" ", _NO_DENIAL.sub(" ", sentence)))
    clauses = (_OF_ANOTHER.sub(" ", clause) for clause in _CLAUSE_END.split(said))
    return tuple(clause for clause in clauses if clause.strip(" ,.!…"))
