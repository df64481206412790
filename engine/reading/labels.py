"""Labels: what a message means where the reader is not sure of it, as somebody else has read it.

They add to what the reader finds and take nothing of it away. They cannot bind: an amount comes from the message alone,
as the reader has found it, and a label may only say that it was not meant as an offer. What ends a run or is held
against the rep is for the reader alone as well.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from engine.reading.reading import Act, Doubt, Modality, ReadAct, Reading, ReadOffer, Span
from engine.scenario.scenario import Topic
from engine.terms.terms import IssueId

ACTS = (
    Act.GREET,
    Act.RAPPORT,
    Act.ASK_AFTER,
    Act.CHAT,
    Act.ASK_OPEN,
    Act.ASK_CLOSED,
    Act.FOLLOW_UP,
    Act.PRESENT,
    Act.ACKNOWLEDGE,
    Act.APOLOGISE,
    Act.NEXT_STEP,
    Act.ASK_OFFER,
    Act.INVITE_DOUBT,
    Act.SUMMARY,
    Act.OFF_TOPIC,
)
"""The acts that a label may name."""
NOT_BINDING = (Modality.PROBE, Modality.ECHO, Modality.REJECTED)
"""What a label may say of an amount."""
MOST = 4
"""Labels of each kind that a message may have."""
FEWEST_WORDS = 3
"""Shorter messages than this say all that they say to the reader."""
_QUESTIONS = (Act.ASK_OPEN, Act.ASK_CLOSED)


@dataclass(frozen=True, slots=True)
class ActLabel:
    """An act of `ACTS`, on a topic of the pack or none, in words of the message."""

    act: Act
    topic: Topic | None
    words: str


@dataclass(frozen=True, slots=True)
class AmountLabel:
    """How an amount that the reader could not place was meant."""

    issue: IssueId
    amount: int
    modality: Modality


@dataclass(frozen=True, slots=True)
class Labels:
    """All labels of one message."""

    acts: tuple[ActLabel, ...] = ()
    amounts: tuple[AmountLabel, ...] = ()


def is_unsure(text: str, reading: Reading) -> bool:
    """Whether the reader has found an amount that it cannot place, or nothing but a question without a topic.

    What only its likeness to others tells is nothing found.
    """
    if reading.doubts:
        return True
    if reading.offers or reading.unread or len(text.split()) < FEWEST_WORDS:
        return False
    return all(found.topic is None and (found.guessed or found.act in _QUESTIONS) for found in reading.acts)


def with_labels(text: str, reading: Reading, labels: Labels, topics: Collection[Topic]) -> Reading:
    """The reading and what the labels add to it; those that say what a label may not are left aside."""
    added = tuple(_acts(text, labels, topics))
    settled = {each: label.modality for label in labels.amounts[:MOST] for each in _doubts_of(reading, label)}
    known = [found for found in reading.acts if not (added and found.act in _QUESTIONS and found.topic is None)]
    offers = [ReadOffer(doubt.issue, doubt.amount, how, doubt.span) for doubt, how in settled.items()]
    return replace(
        reading,
        acts=tuple(sorted([*known, *added], key=lambda found: found.span.start)),
        offers=tuple(sorted([*reading.offers, *offers], key=lambda offer: offer.span.start)),
        doubts=tuple(doubt for doubt in reading.doubts if doubt not in settled),
    )


def _acts(text: str, labels: Labels, topics: Collection[Topic]) -> Iterator[ReadAct]:
    for label in labels.acts[:MOST]:
        at = text.find(label.words) if label.words else -1
        if label.act in ACTS and at >= 0:
            topic = label.topic if label.topic in topics else None
            yield ReadAct(label.act, Span(at, at + len(label.words), label.words), topic)


def _doubts_of(reading: Reading, label: AmountLabel) -> list[Doubt]:
    if label.modality not in NOT_BINDING:
        return []
    return [each for each in reading.doubts if (each.issue, each.amount) == (label.issue, label.amount)]
