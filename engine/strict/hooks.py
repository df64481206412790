"""Questions that the counterpart's own words call for, and its answers to them."""

import re

from engine.negotiation.events import Mood
from engine.negotiation.negotiation import Negotiation
from engine.reading.reading import Act, ReadAct, Reading
from engine.scenario.manner import Hook
from engine.strict.open_doubts import was_said
from engine.strict.part import Part, Place, Step
from engine.strict.reasons import wants_a_reason

ASKING = frozenset({Act.ASK_OPEN, Act.ASK_CLOSED, Act.FOLLOW_UP})
_BARE = frozenset({"why", "who", "which", "where", "how", "how come"})
_SHORT = 5
"""Words up to which a question that holds nothing but such a word of the hook's asks for what was just said."""
_NO_WORD = re.compile(r"[^a-z0-9]+")


def hooked(negotiation: Negotiation, read: ReadAct) -> Hook | None:
    """What the counterpart's last line made the rep ask, if the question names nothing else; each is answered once."""
    if read.topic is not None:
        return None
    heard = negotiation.last_heard
    for hook in negotiation.scenario.hooks:
        if (
            any(said in heard for said in hook.said)
            and _asks_for(hook, read)
            and not was_said(negotiation, hook.answer)
        ):
            return hook
    return None


def _asks_for(hook: Hook, read: ReadAct) -> bool:
    text = f" {_NO_WORD.sub(' ', read.span.text.lower())} "
    is_short = len(text.split()) <= _SHORT
    return any(f" {words} " in text for words in hook.asked if is_short or words not in _BARE)


def pick_up(negotiation: Negotiation, reading: Reading, mood: Mood) -> Step | None:
    """The answer to a question that the counterpart's last line called for."""
    if not negotiation.scenario.hooks:
        return None
    for read in reading.acts:
        is_asked = read.act in ASKING and not wants_a_reason(negotiation, read, reading)
        hook = hooked(negotiation, read) if is_asked else None
        if hook is not None:
            return Step(mood, (Part(Place.ANSWER, text=hook.answer, needed=True),))
    return None
