"""What the rep only says back: "running costs first", "so fuel is the thing". It shows and claims nothing."""

import re
from collections.abc import Set as AbstractSet
from dataclasses import replace

from engine.negotiation.negotiation import Negotiation
from engine.reading.reading import Act, ReadAct, Reading

_WORD = re.compile(r"[a-z0-9][a-z0-9']*")
_STEM = 4
"""Letters by which two forms of a word are taken for one."""
_MARK = re.compile(
    r"\b(?:is|are|was) (?:really |clearly )?(?:the|your) (?:\w+ )?"
    r"(?:thing|one|point|worry|priority)\b|\b(?:comes?|goes) first\b|\bfirst$"
)
"""How something is said back."""
_QUOTING = re.compile(
    r"\byou(?: just| also)? (?:said|say|mentioned|told)\b|^\W*(?:and |so )*(?:apart|aside) from\b"
    r"|^\W*(?:and |so |that |it )*sounds? like\b"
    r"|\bmust (?:have been|feel|be (?:hard|tough|scary|annoying|exhausting|stressful))\b"
)
"""How it is quoted, left out or felt along with, whatever the words."""
_LINKING = frozenset(
    _WORD.findall(
        "a an the so and but just only at by for from in of on to with you your then too"
        " ok okay right fine well yes ah oh"
    )
)
"""Words that tie together what is said back in bare words, or only say that it was heard."""
_FRAMING = _LINKING | frozenset(
    _WORD.findall(
        "that that's this it it's is are was were been be have has being the thing one point first big main most more"
        " really also said say mentioned told me must apart aside what which got it ok okay oh yes yeah right number"
        " priority comes goes mind"
    )
)
"""Words that say something back where a mark shows that they do."""
_STOP = re.compile(r"[.?!;]")
_FEW = 2
"""Words up to which a thing that stands in a question is only one to choose from: "space, safety, fuel?"."""
_NEAR = 120
"""Letters to either side within which a sentence ends that only says something back."""
_PRESENTING = frozenset({Act.PRESENT, Act.CLAIM})


def without_what_is_said_back(negotiation: Negotiation, reading: Reading, line: str) -> Reading:
    """The reading of the line in which what only says the counterpart's last words back is not presented."""
    if reading.kinds.isdisjoint(_PRESENTING):
        return reading
    heard = frozenset(word[:_STEM] for word in _WORD.findall(negotiation.last_heard.lower()))
    acts = tuple([_acknowledged(negotiation, read, line, heard) for read in reading.acts])
    return replace(reading, acts=acts) if acts != reading.acts else reading


def _acknowledged(negotiation: Negotiation, read: ReadAct, line: str, heard: AbstractSet[str]) -> ReadAct:
    if read.act not in _PRESENTING or not _is_said_back(negotiation, read, line, heard):
        return read
    return replace(read, act=Act.ACKNOWLEDGE, topic=None, guessed=False)


def _is_said_back(negotiation: Negotiation, read: ReadAct, line: str, heard: AbstractSet[str]) -> bool:
    """Whether it is quoted, or all words of its sentence were just heard or, where a mark shows that it is said back,
    are what the topic is called by."""
    if _QUOTING.search(read.span.text.lower()) or _is_put_to_choose(read, line):
        return True
    text = _sentence_of(line, read)
    if _only_names_it(negotiation, read, text):
        return True
    if not _MARK.search(text):
        own = [word for word in _WORD.findall(text) if word not in _LINKING]
        return bool(own) and all(word[:_STEM] in heard for word in own)
    named = dict(negotiation.scenario.topics).get(read.topic, ()) if read.topic is not None else ()
    known = heard | {word[:_STEM] for word in _WORD.findall(" ".join(named).lower())}
    own = [word for word in _WORD.findall(text) if word not in _FRAMING]
    return all(word[:_STEM] in known for word in own)


_DENYING = ("no", "not", "with", "noth", "none")
"""Beginnings of what says something by itself: "no fees", "nothing on top"."""


def _is_put_to_choose(read: ReadAct, line: str) -> bool:
    """Whether it is a word or two of a question: the comfort of "price, safety, comfort?"."""
    if len(read.span.text.split()) > _FEW:
        return False
    stop = _STOP.search(line, read.span.end, read.span.end + _NEAR)
    return stop is not None and stop[0] == "?"


def _only_names_it(negotiation: Negotiation, read: ReadAct, sentence: str) -> bool:
    """Whether the whole sentence is what the topic is called, and no more: "Okay, running costs."."""
    own = [word[:_STEM] for word in _WORD.findall(sentence) if word not in _FRAMING]
    called = dict(negotiation.scenario.topics).get(read.topic, ()) if read.topic is not None else ()
    named = [[word[:_STEM] for word in _WORD.findall(each.lower())] for each in called]
    return bool(own) and own[0] not in _DENYING and own in named


def _sentence_of(line: str, read: ReadAct) -> str:
    """The sentence of the line in which the words stand, in small letters."""
    before, after = line[max(0, read.span.start - _NEAR) : read.span.start], line[read.span.end : read.span.end + _NEAR]
    return f"{_STOP.split(before)[-1]}{read.span.text}{_STOP.split(after)[0]}".lower().strip()
