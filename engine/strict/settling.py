"""The answer to whoever asks whether a doubt is settled: yes, or no and what is missing."""

import re
from dataclasses import replace

from engine.negotiation.events import Mood
from engine.negotiation.negotiation import Negotiation
from engine.reading.of_the_offer import asks_how_it_strikes, is_of_what_was_shown
from engine.reading.reading import Act, ReadAct, Reading
from engine.strict.attention import shows_news
from engine.strict.doubts import what_helps
from engine.strict.open_doubts import open_objections
from engine.strict.part import Part, Place

_SETTLING = re.compile(
    r"\b(settle|answer|resolve|cover|address|satisf(y|ied))(s|d|ed|es)?\b|\b(enough|helps?)\b|make sense"
    r"|make (a|any) difference|\b(useful|of (use|interest)|what you (need|want))\b"
)
_HELPING = re.compile(r"\b(helps?|make sense)\b")
_OR_MORE = re.compile(r"\bor (?:is|are|was) there (?:more|anything|something)\b|\bor not\b")
_MEANT = re.compile(r"\b(that|it|this|you|we|everything)\b")


def asks_if_settled(reading: Reading, mood: Mood) -> bool:
    """Whether the line asks so of a doubt that was raised: "does that settle it?", "is that answered?"."""
    if reading.offers or not reading.has(Act.ASK_CLOSED):
        return False
    asks = any(asks_if_it_does(read) for read in reading.acts)
    return asks and (bool(mood.raised) or reading.has(Act.PRESENT, Act.CLAIM) or _asks_for_help(reading))


def asks_if_it_does(read: ReadAct) -> bool:
    """Whether a question that names nothing asks whether what was said is enough: "would that take it all?".

    Or what they make of it: "how does that compare?".
    """
    if read.act is not Act.ASK_CLOSED:
        return read.act is Act.ASK_OPEN and read.topic is None and asks_how_it_strikes(read.span.text)
    if is_of_what_was_shown(read):
        return read.topic is None or read.guessed
    return read.topic is None and _is_about_settling(read.span.text)


def _asks_for_help(reading: Reading) -> bool:
    """Whether all that is asked is whether something helps or makes sense."""
    return any(read.act is Act.ASK_CLOSED and _HELPING.search(read.span.text.lower()) for read in reading.acts)


def as_reacted_to(negotiation: Negotiation, reading: Reading, mood: Mood) -> Reading:
    """The reading without questions that only ask what it makes of something just shown: what it says to that is it.

    "Is that enough, or is there more?" asks nothing else either.
    """
    begin = {read.span.start for read in reading.acts if asks_if_it_does(read)}
    if not begin:
        return reading
    is_open = bool(reading.offers or open_objections(negotiation.scenario, mood))
    is_heard = is_open or not shows_news(negotiation, reading, mood)
    goes_on = [read for read in reading.acts if read.span.start in begin and _OR_MORE.search(read.span.text.lower())]
    answered = [] if is_heard else [read for read in reading.acts if asks_if_it_does(read)]
    return replace(reading, acts=tuple([read for read in reading.acts if read not in (*goes_on, *answered)]))


def whether_settled(negotiation: Negotiation, mood: Mood) -> tuple[Part, ...]:
    """That it is not, and what is missing, while a doubt stands; nothing where its settling was just said; else yes."""
    for doubt in open_objections(negotiation.scenario, mood):
        return (Part(Place.ANSWER, "OBJECTION_STANDS", needed=True), what_helps(negotiation, doubt))
    if mood.settled != negotiation.mood.settled:
        return ()
    return (Part(Place.ANSWER, "CONFIRM", needed=True),)


def _is_about_settling(text: str) -> bool:
    asked = text.lower()
    return bool(_SETTLING.search(asked) and _MEANT.search(asked))
