"""Whether what the rep shows is a shortcoming, told as one: "the live boards only come with Business"."""

import re

from engine.reading.reading import Act, ReadAct, Reading
from engine.reading.text import sentence_around
from engine.reading.tokens import words_of
from engine.scenario.scenario import Scenario

_FALLING_SHORT = re.compile(
    r"\b(?:i won't lie|i won't pretend|unfortunately|i'm afraid|sadly|the downside|a drawback|admittedly"
    r"|only (?:comes?|come|available|included|works?|starts?) (?:with|in|on|from|if)|by hand|manually"
    r"|(?:isn't|is not|aren't|are not|not) (?:included|available|possible|supported|part of|as (?:good|fast|quiet|big))"
    r"|(?:doesn't|does not|don't|do not|can't|cannot|won't) (?:come with|include|offer|support|have|do that|do it)"
    r"|(?:costs?|is|are) extra)\b"
)
"""Words with which somebody owns up to what a thing does not do."""
_DENIED = re.compile(
    r"\b(?:not|isn't|aren't|wasn't|no|without|lacks?)\b (?:(?:very|that|so|really|the most|all that|exactly|a|an|any"
    r"|much) )?(?=([a-z][a-z -]+))"
)
"""A denial, and what it denies."""
_OF_OURS = re.compile(r"\W*(?:(?:and|but|so|honestly|well|ok|also|yes|no)\W+)*(?:it|it's|this|that|we|there|ours?)\b")
"""How a sentence begins that is about what is sold: "okay, no towing" only says back what they said."""
_BURDENS = frozenset(
    words_of("cost costs gas fuel oil repair repairs service fees noise noisy mile miles down problem issue issues")
)
"""Words of what nobody wants to have."""


def only_tells_shortcomings(scenario: Scenario, said: str, reading: Reading) -> bool:
    """Whether every sentence of the line that shows something owns up to a shortcoming."""
    shown = [read for read in reading.acts if read.act in (Act.PRESENT, Act.CLAIM)]
    return bool(shown) and all(_falls_short(scenario, said, read) for read in shown)


def _falls_short(scenario: Scenario, said: str, read: ReadAct) -> bool:
    sentence = sentence_around(said, read.span).lower().replace("’", "'")
    return _FALLING_SHORT.search(sentence) is not None or _denies_the_need(scenario, sentence, read)


def _denies_the_need(scenario: Scenario, sentence: str, read: ReadAct) -> bool:
    """Whether a "not" or "no" stands before what the topic, a need, goes by: "it isn't very reliable".

    To have none of what is a burden is no shortcoming: "no oil changes".
    """
    if read.topic is None or read.topic not in dict(scenario.needs) or _OF_OURS.match(sentence) is None:
        return False
    denied = {match[1] for match in _DENIED.finditer(sentence)}
    wordings = dict(scenario.topics).get(read.topic, ())
    named = [wording for wording in wordings if _BURDENS.isdisjoint(wording.split())]
    return any(after.startswith(wording) for after in denied for wording in named)
