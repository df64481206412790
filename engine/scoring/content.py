"""What the words of a line are about: the stems of those that not everybody says of everything."""

import re
from functools import lru_cache

REMEMBERED = 2_048
"""Texts whose words are kept: a run is judged turn by turn, and its texts are looked at again each time."""
SHORTEST_STEM = 4
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?", re.IGNORECASE)
_QUESTION = re.compile(r"(?:[^.?!]+(?:[.](?=\d)[^.?!]+)*[.!]+)?[^.?!]+(?:[.](?=\d)[^.?!]+)*\?")
"""A question, with the sentence before it, which may say what it is about."""
SHARED = 2
_ENDING = re.compile(r"(?:'s|ing|ies|ied|ed|es|s)$")
_EMPTY_WORDS = frozenset(
    _WORD.findall(
        "a about above absolutely actually after again all almost along already alright also always am an and another"
        " any anyone anything anyway anywhere everywhere nowhere appreciate are aren't around as ask asked at"
        " away back be because been before"
        " being best better between both bring but buy by call can can't cannot clear clearly come comes completely"
        " concern concerns could couldn't course day deal decide did didn't do does doesn't doing don't done down each"
        " easy either else enough entirely even ever every everything exactly fair feel feeling feels few fine first"
        " for from get gets getting give given go goes going good got great had hard has have haven't having he hear"
        " heard hearing hello help helpful her here hers him his hope how however i i'd i'll i'm i've idea if important"
        " in indeed into is isn't issue it it's its itself just keep kind know known last least less let let's like"
        " little long look looking lot made make makes many matter matters may maybe me mean means might mind mine more"
        " most much must my need needed needs never new next nice no none not nothing now number of off offer often oh"
        " ok okay on once one only onto or other others our ours out over own part people perfect perfectly point"
        " possible position price probably put question quite rather ready real really reason reasonable right said"
        " same saw say saying says see seem seems seen sense sentiment shall she should side sign situation so some"
        " somebody someone something soon sorry sort sound sounds still such sure take takes talk tell telling than"
        " thank thanks that that's the their theirs them then there there's these they they're thing things think this"
        " those though thought through time to today together told too totally true truly try two under understand"
        " understandable understandably understood until up us use used using valid very view want wanted wants was"
        " wasn't way we we'd we'll we're we've well went were what what's when where whether which while who whole why"
        " will with within without won't work works worry worries would wouldn't write yeah yes yet you you'd you'll"
        " you're you've your yours yourself"
    )
)
"""Words that anybody can say of anything, and those in which any deal is talked of."""


@lru_cache(REMEMBERED)
def content(text: str) -> frozenset[str]:
    """The stems of the words that mean something by themselves; figures are none."""
    words = (word.lower() for word in _WORD.findall(text.replace("’", "'")))
    return frozenset(_stem(word) for word in words if word not in _EMPTY_WORDS and len(word) > 2)


def asks_as_much(text: str, question: str) -> bool:
    """Whether a question of the text is about what the other one asks: two of its words that mean something."""
    asked = (content(sentence) for sentence in _QUESTION.findall(text))
    return any(len(content(question) & words) >= SHARED for words in asked)


def _stem(word: str) -> str:
    """What forms of a word have in common: `worr` of worry, worries and worried; short words keep all but an `s`."""
    short = _ENDING.sub("", word).rstrip("eyi")
    return short if len(short) >= SHORTEST_STEM else word.removesuffix("s")
