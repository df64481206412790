"""Questions that the counterpart's own words call for, and its answers to them."""

import re
from functools import lru_cache

from engine.negotiation.events import Mood
from engine.negotiation.negotiation import Negotiation
from engine.reading.of_the_offer import is_of_the_offer, is_of_what_was_shown
from engine.reading.reading import Act, ReadAct, Reading
from engine.reading.vocabulary import once_for_each
from engine.scenario.manner import Hook
from engine.scenario.scenario import Topic
from engine.strict.heard import ANYWHERE
from engine.strict.leave import names_absent
from engine.strict.needs_asked import asks_what_speaks_against
from engine.strict.open_doubts import open_objections, taken_up, was_just_raised, was_said
from engine.strict.part import Part, Place, Step
from engine.strict.reasons import wants_a_reason
from engine.strict.text_index import TextIndex
from engine.strict.types_given import answers

ASKING = frozenset({Act.ASK_OPEN, Act.ASK_CLOSED, Act.FOLLOW_UP})
_BARE = frozenset({"why", "who", "which", "where", "how", "how come"})
_SHORT = 5
"""Words up to which a question that holds nothing but such a word of the hook's asks for what was just said."""
_BRIEF = 9
"""Words up to which one word of the hook's weighs as much as what the question sounds like."""
_SMALL = 4
"""Letters up to which a word that both lines share says nothing."""
_COMING_BACK = re.compile(r"\b(?:(?:did|do) you mean|you (?:said|meant|mentioned|told|called|opened))\b", re.IGNORECASE)
"""Words with which a rep comes back to something said, however long ago."""
_PREFACE = re.compile(
    r"^\W*(?:may|can|could|might|let) (?:i|me|we|us) (?:\w+ )?(?:begin|start|open|lead|kick off)(?: off)? (?:by|with) "
    r"(?:asking|a question|one question)\b",
    re.IGNORECASE,
)
"""What leads in a question and asks for no beginning: "may I begin by asking"."""
_NO_WORD = re.compile(r"[^a-z0-9]+")


def hooked(negotiation: Negotiation, read: ReadAct) -> Hook | None:
    """What one of the counterpart's last lines made the rep ask, the last first; each is answered once.

    A question that also names a topic, or comes later, asks for it where it takes up the very words.
    """
    return _hooked(negotiation, read) if negotiation.scenario.hooks else None


@once_for_each
def _hooked(negotiation: Negotiation, read: ReadAct) -> Hook | None:
    if _has_a_reason_to_tell(negotiation, read):
        return None
    is_named = names_absent(negotiation.scenario, read.span.text)
    for is_last, hook, said in _called_for_lately(negotiation.scenario.hooks, _in_mind(negotiation)):
        is_its_own = not hook.tells and _asks_for(hook, read, telling=True)
        is_open = is_last and (read.topic is None or (read.guessed and _is_mostly(hook, read)) or is_its_own)
        if not _asks_for(hook, read, is_named=is_named) or was_said(negotiation, hook.answer):
            continue
        if not answers(hook.answer, read.span.text, hook.asked):
            continue
        is_free = not is_last and (read.topic is None or read.guessed)
        asking = negotiation.lines[-1].text if is_free else read.span.text
        if is_open or any(_takes_up(asking, piece) or _quotes(negotiation, piece) for piece in said):
            return hook
    return None


def _in_mind(negotiation: Negotiation) -> tuple[str, ...]:
    """The counterpart's last lines; all of its lines where the rep comes back to what it said."""
    if _COMING_BACK.search(negotiation.lines[-1].text) is None:
        return negotiation.heard
    return tuple([line.text for line in negotiation.lines if line.side == "counterpart"])


def _has_a_reason_to_tell(negotiation: Negotiation, read: ReadAct) -> bool:
    """Whether the question wants to know what speaks against a thing that it names, and nothing was told of that."""
    if read.topic is None or read.guessed or not asks_what_speaks_against(read.span.text):
        return False
    topics = {issue.id: Topic(issue.id) for issue in negotiation.scenario.issues}.values()
    known = negotiation.scenario.earned_on(read.topic) if read.topic in topics else ()
    return bool(known) and not any(fact.id in negotiation.mood.told for fact in known)


@once_for_each
def _called_for_lately(hooks: tuple[Hook, ...], lines: tuple[str, ...]) -> list[tuple[bool, Hook, list[str]]]:
    """The hooks that the lines call for, the last line's first, with whether it is that one and the pieces there."""
    return [(line is lines[-1], *each) for line in reversed(lines) for each in _called_for(hooks, line)]


@once_for_each
def _called_for(hooks: tuple[Hook, ...], heard: str) -> list[tuple[Hook, list[str]]]:
    """The hooks of which the line holds a piece, each with those pieces."""
    held: dict[int, list[str]] = {}
    for at, piece in _pieces_of(hooks).likely(heard):
        if piece in heard:
            held.setdefault(at, []).append(piece)
    return [(hooks[at], held[at]) for at in sorted(held)]


@once_for_each
def _pieces_of(hooks: tuple[Hook, ...]) -> TextIndex[tuple[int, str]]:
    """The pieces of lines that call for the hooks, each with its hook's place."""
    return TextIndex((piece, (at, piece)) for at, hook in enumerate(hooks) for piece in hook.said)


def _takes_up(asking: str, said: str) -> bool:
    """Whether both have a longer word in common that not any two lines may share."""
    return not _longer_words(asking).isdisjoint(_longer_words(said))


def _quotes(negotiation: Negotiation, said: str) -> bool:
    """Whether the rep's line says the piece over again, in so many words."""
    return _plain(said) in _plain(negotiation.lines[-1].text)


@lru_cache(maxsize=2_048)
def _longer_words(text: str) -> frozenset[str]:
    return frozenset(word for word in _NO_WORD.sub(" ", text.lower()).split() if len(word) > _SMALL) - ANYWHERE


@lru_cache(maxsize=256)
def _plain(text: str) -> str:
    return f" {_NO_WORD.sub(' ', text.lower())} "


def _asks_for(hook: Hook, read: ReadAct, *, telling: bool = False, is_named: bool = False) -> bool:
    """Whether the question holds a wording of the hook's; `telling` where that must say what it is about.

    A bare "who" does not where the question names whom it is after: somebody who must be asked, `is_named`.
    """
    text = _plain(_PREFACE.sub("", read.span.text))
    is_short = len(text.split()) <= _SHORT and not is_named
    asked = (words for words in hook.asked if is_short or words not in _BARE)
    return any(f" {words} " in text and not (telling and not _longer_words(words)) for words in asked)


def _is_mostly(hook: Hook, read: ReadAct) -> bool:
    """Whether a question that sounds like one on a topic holds more of the hook than a word somewhere in it."""
    words = _plain(read.span.text)
    is_brief = len(words.split()) <= _BRIEF
    return is_brief or any(" " in asked and f" {asked} " in words for asked in hook.asked)


def pick_up(negotiation: Negotiation, reading: Reading, mood: Mood) -> Step | None:
    """The answer to a question that the counterpart's last line called for."""
    if not negotiation.scenario.hooks:
        return None
    for read in reading.acts:
        is_asked = read.act in ASKING and not wants_a_reason(negotiation, read, reading)
        is_asked = is_asked and not (is_of_the_offer(read, reading) or is_of_what_was_shown(read))
        hook = hooked(negotiation, read) if is_asked else None
        if hook is not None:
            for doubt in open_objections(negotiation.scenario, mood):
                is_on_it = was_just_raised(negotiation, doubt) and any(said in doubt.raised for said in hook.said)
                mood = taken_up(mood, doubt) if is_on_it else mood
            told = tuple(dict.fromkeys((*mood.told, *hook.tells)))
            return Step(
                mood._replace(told=told), (Part(Place.ANSWER, text=hook.answer, needed=True, at=read.span.start),)
            )
    return None
