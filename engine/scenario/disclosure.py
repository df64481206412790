"""What a pack says about what its counterpart knows, doubts and waits for."""

import re
from collections.abc import Mapping
from math import prod
from typing import Annotated

from pydantic import AfterValidator, Field

from engine.scenario.scenario import Visibility
from engine.scenario.written import Calculated, Line, Name, Percent, Text, When, Written

MOST_PHRASES = 512
"""Plain phrases that one wording with choices may stand for."""


def _few_enough(wording: str) -> str:
    phrases = prod(choices.count("|") + 1 for choices in re.findall(r"\(([^)]*)\)", wording))
    if phrases > MOST_PHRASES:
        raise ValueError(f"stands for {phrases:,} phrases; {MOST_PHRASES} at most: split it")
    return wording


Wording = Annotated[str, Field(min_length=1, max_length=240), AfterValidator(_few_enough)]
Words = tuple[Wording, ...]


class TopicWords(Written):
    """What people may ask about, and the lower-case words under which they do.

    `called` is how the counterpart calls it; left out, the first of the words. `because` is what one who cares for it
    as a need says of why.
    """

    label: Line
    called: Line | None = None
    because: Text | None = None
    words: Annotated[Words, Field(min_length=1)]


class FactNote(Written):
    """One fact of the counterpart: how it comes out, and the line of the reveal card.

    `about` are the attributes that it tells. `holds_when` says when the honest answer to a closed question is yes; left
    out where that depends on how it is asked, and such a question then gets `vague`. `teaches` (0 to 10) puts the fact
    on the reveal card, the largest first; 0 keeps it off. `ask` is a question of the rep that would have earned it,
    `then` one that takes the answer further, `further` others that do, and `more` what it says to whoever goes into
    what was told. `covers` names facts that this one tells as well: they are not told beside it. `gives_away` names
    those that whoever hears it knows too, though they are told when they are asked for.
    """

    topic: Name
    visibility: Visibility
    about: tuple[Name, ...]
    exact: Text
    vague: Text
    reveal: Text
    min_trust: Percent = 0
    weight: Annotated[int, Field(strict=True, ge=0, le=10)] = 0
    ask: Line | None = None
    then: Line | None = None
    further: tuple[Line, ...] = ()
    more: Text | None = None
    teaches: Annotated[int, Field(strict=True, ge=0, le=10)] = 0
    when: When = Field(default_factory=dict)
    holds_when: When = Field(default_factory=dict)
    covers: tuple[Name, ...] = ()
    gives_away: tuple[Name, ...] = ()


class ObjectionNote(Written):
    """One doubt, with what settles it. `severity` comes to 1, 2 or 3.

    `helps` answers a rep who asks what would ease it. `raised_on` names the topics, issues and acts of the rep that it
    fits after; left out, its own topic.
    """

    topic: Name
    severity: Calculated
    raised: Text
    settled: Text
    answered_by: Annotated[tuple[Name, ...], Field(min_length=1)]
    helps: Text | None = None
    raised_on: tuple[Name, ...] = ()


class GateNote(Written):
    """One reason to wait. `text` reads after "I need to"; `agreed` is said once it has been done, of terms that would
    do; `open_to` to whoever asks about `topic` before there are such terms."""

    when: When
    text: Text
    agreed: Text | None = None
    open_to: Text | None = None
    topic: Name | None = None
    opens_with: Annotated[tuple[Name, ...], Field(min_length=1)]


class DealBreakerNote(Written):
    """Conduct of the rep over which the counterpart breaks off, after one warning.

    `set_off_by` names topics that the rep tells of, issues that it puts into the deal, and acts.
    """

    set_off_by: Annotated[tuple[Name, ...], Field(min_length=1)]


class HookNote(Written):
    """What words of the counterpart's own make a rep ask, and the answer.

    `said` are pieces of its lines, as written there without slots; `asked` words of the question, any of which will do.
    `tells` names the facts that the answer tells.
    """

    said: Annotated[tuple[Line, ...], Field(min_length=1)]
    tells: tuple[Name, ...] = ()
    asked: Annotated[Words, Field(min_length=1)]
    answer: Text
    when: When = Field(default_factory=dict)


class DetailNote(Written):
    """What a rep asks of something that the counterpart tells, and the answer.

    `of` names the fact, `asked` wordings of the question as topics have them, any of which will do; `questions` are
    whole ones as people put them, and others much like them are taken for it too. `alone` where the answer stands
    without the fact and gives nothing of it away: it is told to whoever asks, before the fact or instead of it.
    `gives_away` names the facts that whoever hears the answer knows too.
    """

    of: Name
    asked: Annotated[Words, Field(min_length=1)]
    questions: tuple[Line, ...] = ()
    answer: Text
    when: When = Field(default_factory=dict)
    alone: bool = False
    gives_away: tuple[Name, ...] = ()


class RivalNote(Written):
    """A competing offer. `text` reads after "I have"; `quoted` is the figure that may be named."""

    when: When = Field(default_factory=dict)
    text: Text
    quoted: Calculated


Facts = Mapping[Name, FactNote]
Objections = Mapping[Name, ObjectionNote]
Gates = Mapping[Name, GateNote]
Hooks = Mapping[Name, HookNote]
Details = Mapping[Name, DetailNote]
DealBreakers = Mapping[Name, DealBreakerNote]
