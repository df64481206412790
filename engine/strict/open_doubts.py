"""Which of the counterpart's doubts stand, and how far the rep has taken them up."""

from engine.negotiation.events import Mood
from engine.negotiation.negotiation import Negotiation
from engine.scenario.scenario import Objection, Scenario

BLOCKING = 3
"""The severity from which a doubt that nobody has taken up blocks signing."""


def open_objections(scenario: Scenario, mood: Mood) -> tuple[Objection, ...]:
    """The objections raised and not settled yet."""
    if len(mood.raised) == len(mood.settled):
        return ()
    return tuple([doubt for doubt in scenario.objections if doubt.id in mood.raised and doubt.id not in mood.settled])


def blocking_objections(scenario: Scenario, mood: Mood) -> tuple[Objection, ...]:
    """The open objections that keep the counterpart from signing: severe ones that the rep has not spoken to."""
    return tuple(
        doubt
        for doubt in open_objections(scenario, mood)
        if doubt.severity >= BLOCKING and f"answered:{doubt.id}" not in mood.heard
    )


def was_just_raised(negotiation: Negotiation, doubt: Objection) -> bool:
    """Whether the counterpart's last line raised the doubt."""
    return doubt.raised in negotiation.last_heard


def was_just_spoken_of(negotiation: Negotiation, doubt: Objection) -> bool:
    """Whether the counterpart's last line raised the doubt, or said what would help."""
    return was_just_raised(negotiation, doubt) or bool(doubt.helps and doubt.helps in negotiation.last_heard)


def was_said(negotiation: Negotiation, text: str) -> bool:
    """Whether a line of the counterpart has had these words in it."""
    return any(text in line.text for line in negotiation.lines if line.side == "counterpart")


def is_taken_up(mood: Mood, doubt: Objection) -> bool:
    """Whether the rep has acknowledged the doubt, asked about it or spoken to it."""
    return f"taken_up:{doubt.id}" in mood.heard


def taken_up(mood: Mood, doubt: Objection) -> Mood:
    """The mood that remembers that the rep took the doubt up."""
    return _remembering(mood, f"taken_up:{doubt.id}")


def answered(mood: Mood, doubt: Objection) -> Mood:
    """The mood that remembers that the rep, having taken the doubt up, went on to say something: it blocks no more."""
    return _remembering(mood, f"answered:{doubt.id}")


def _remembering(mood: Mood, mark: str) -> Mood:
    return mood if mark in mood.heard else mood._replace(heard=(*mood.heard, mark))
