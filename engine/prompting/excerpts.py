"""Excerpts of earlier runs, which show a model how somebody of that manner talks.

An excerpt is a line that a counterpart said, and in the house's own words what it answered: nothing that a rep wrote is
in it. Lines with a number, a name, a fact or a deal in them are left out, so that no excerpt tells whose run it was.
"""

import hashlib
from collections.abc import Collection, Iterator
from typing import NamedTuple

from engine.negotiation.events import Event, Mood, Moved, MoveKind, Read, Said, Worded
from engine.negotiation.negotiation import Negotiation
from engine.reading.figures import figures, names_in, words_in
from engine.reading.reading import Act, Reading
from engine.scenario.scenario import Scenario
from engine.seed import seed_key, u64

SHOWN = 4
"""Excerpts in a prompt, at most."""
SHORTEST, LONGEST = 20, 240
"""Characters of a line that is worth showing."""
_ID_LENGTH = 16

_ANSWERING = (
    (Act.INSULT, "insulted"),
    (Act.PRESSURE, "pressed to decide"),
    (Act.DENIGRATE, "told bad things of others"),
    (Act.REJECT, "refused"),
    (Act.ASK_SALE, "asked to sign"),
    (Act.INVITE_DOUBT, "asked what is in the way"),
    (Act.QUOTE, "given a price"),
    (Act.COUNTER, "given a price"),
    (Act.CONCEDE, "given a better price"),
    (Act.ASK_OPEN, "asked an open question"),
    (Act.FOLLOW_UP, "asked to go on"),
    (Act.ASK_CLOSED, "asked for a yes or no"),
    (Act.ACKNOWLEDGE, "told that it is understood"),
    (Act.APOLOGISE, "given an apology"),
    (Act.PRESENT, "shown the product"),
    (Act.CLAIM, "told a claim"),
    (Act.RAPPORT, "met with small talk"),
    (Act.GREET, "greeted"),
)
_OTHERWISE = "spoken to"
_ENDING = (MoveKind.ACCEPT, MoveKind.ACCEPT_IF, MoveKind.WALK, MoveKind.CLOSE, MoveKind.DEFER)


class Excerpt(NamedTuple):
    """`said` is the line of a counterpart of the manner `style`, `answering` what it had just met with."""

    style: str
    answering: str
    said: str

    @property
    def id(self) -> str:
        """The same for the same excerpt, and no other's."""
        return hashlib.sha256("\0".join(self).encode()).hexdigest()[:_ID_LENGTH]

    def __str__(self) -> str:
        return f"{self.answering.capitalize()}: “{self.said}”"


def excerpts_of(run: Negotiation) -> tuple[Excerpt, ...]:
    """What the run has that is fit to be shown, in its order, each once."""
    style = run.scenario.temper.style
    found = (Excerpt(style, _answering(turn.reading), turn.said) for turn in _turns(run.events))
    return tuple(dict.fromkeys(each for each in found if _is_fit(each.said, run.scenario)))


def chosen(scenario: Scenario, kept: Collection[str], pool: Collection[str]) -> tuple[str, ...]:
    """The ids for a seed: those that it has been given and that are still there, filled up from the pool by its key.

    So that the same seed has the same excerpts the next time, whatever has come into the pool since.
    """
    key = seed_key(scenario.pack, scenario.draw_epoch, scenario.seed)
    standing = [each for each in kept if each in pool]
    others = sorted(set(pool) - set(standing), key=lambda each: u64(key, f"excerpt/{each}"))
    return tuple([*standing, *others][:SHOWN])


class _Turn(NamedTuple):
    reading: Reading
    said: str


def _turns(events: Collection[Event]) -> Iterator[_Turn]:
    """The turns in which the counterpart neither told anything new nor ended the talk, in the words that it spoke."""
    reading: Reading | None = None
    told: tuple[str, ...] = ()
    said, is_plain = "", False
    for event in events:
        match event:
            case Read():
                if reading is not None and said and is_plain:
                    yield _Turn(reading, said)
                reading, said = event.reading, ""
            case Moved(move=move, mood=mood):
                is_plain, told = move not in _ENDING and _told(mood) == told, _told(mood)
            case Said(side="counterpart", text=text) | Worded(text=text):
                said = text
            case _:
                pass
    if reading is not None and said and is_plain:
        yield _Turn(reading, said)


def _told(mood: Mood) -> tuple[str, ...]:
    """What the other side has learned of the counterpart so far: facts, doubts, and what keeps it from signing."""
    return (*mood.told, *mood.hinted, *mood.raised, *mood.settled, *mood.named_gates, *mood.opened_gates)


def _answering(reading: Reading) -> str:
    return next((words for act, words in _ANSWERING if reading.has(act)), _OTHERWISE)


def _is_fit(line: str, scenario: Scenario) -> bool:
    """Whether the line is worth showing and tells of no number and nobody, and of nothing of this buyer's own."""
    if not SHORTEST <= len(line) <= LONGEST or figures(line) or names_in(line):
        return False
    if not words_in(line).isdisjoint(_names(scenario)):
        return False
    heard = line.casefold()
    return not any(own.casefold().rstrip(".!?") in heard for own in _own(scenario))


def _own(scenario: Scenario) -> Iterator[str]:
    """What belongs to this buyer alone, or to what it is about to buy; no text of them is empty."""
    yield from (gate.text for gate in scenario.gates)
    doubted = {objection.topic for objection in scenario.objections}
    yield from (word for topic, words in scenario.topics if topic in doubted for word in words)
    for fact in scenario.facts:
        yield from (text for text in (fact.exact, fact.vague) if text)


def _names(scenario: Scenario) -> frozenset[str]:
    """Words by which this buyer, its rival or the product could be known, wherever they stand in a sentence."""
    rival = scenario.rival.text if scenario.rival else ""
    known = (scenario.product.name, rival, scenario.rep.name, *(value for _, value in scenario.visible))
    return words_in(scenario.counterpart.name) | frozenset(name for text in known for name in names_in(f"a {text}"))
