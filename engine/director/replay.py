"""Runs played again: the same scenario and the same lines give the same events."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime

from engine.director.director import Line, end_by_rep, expire, give_hint, open_run, pause, resume, taken
from engine.errors import RuleViolation
from engine.negotiation.events import (
    Ended,
    Event,
    Flavored,
    HintGiven,
    Labelled,
    Opened,
    Paused,
    Reason,
    Resumed,
    Said,
    Worded,
)
from engine.negotiation.negotiation import Negotiation, apply, fold, read_line
from engine.scenario.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Divergence:
    """The first place where a run and its replay differ; None on a side that has no event there."""

    index: int
    recorded: Event | None
    replayed: Event | None


def play(scenario: Scenario, lines: Iterable[Line | str], mode: str, now: datetime) -> tuple[Event, ...]:
    """Every event of a run with these lines; those after its end are not said."""
    negotiation = fold(scenario, open_run(scenario, mode, now))
    for line in lines:
        if negotiation.status == "ended":
            break
        negotiation = say(negotiation, line if isinstance(line, Line) else Line(line), now)
    return negotiation.events


def say(negotiation: Negotiation, line: Line, now: datetime) -> Negotiation:
    """The run after one more line, read as it stands."""
    return taken(negotiation, line, read_line(negotiation, line.text), now)


def extended(negotiation: Negotiation, events: Iterable[Event]) -> Negotiation:
    """The run after these events."""
    for event in events:
        negotiation = apply(negotiation, event)
    return negotiation


def verify(scenario: Scenario, events: Sequence[Event]) -> Divergence | None:
    """Where a replay of the recorded run first differs from it; None where it comes out the same.

    Refs of the counterpart's lines are left aside: they name where a line was posted, not what was said.
    """
    return first_divergence(events, replayed(scenario, events))


def first_divergence(events: Sequence[Event], others: Sequence[Event]) -> Divergence | None:
    """Where two logs first differ; None where they tell the same. Refs of the counterpart's lines are left aside."""
    for index, (one, other) in enumerate(zip(events, others, strict=False)):
        if _essence(one) != _essence(other):
            return Divergence(index, one, other)
    if len(events) == len(others):
        return None
    index = min(len(events), len(others))
    return Divergence(index, _at(events, index), _at(others, index))


def replayed(scenario: Scenario, events: Sequence[Event]) -> tuple[Event, ...]:
    """The events that the rep's recorded acts lead to; empty where the record does not begin with an opening."""
    opened = events[0] if events else None
    if not isinstance(opened, Opened):
        return ()
    negotiation = fold(scenario, open_run(scenario, opened.mode, opened.at))
    for event in events:
        # An act that the run no longer allows does not happen again: the two differ there.
        with suppress(RuleViolation):
            is_over = negotiation.status == "ended" and not isinstance(event, Worded)
            negotiation = negotiation if is_over else _again(negotiation, event)
    return negotiation.events


def _again(negotiation: Negotiation, event: Event) -> Negotiation:
    """The run after the act that the event records, a rep's or a model's; other events follow from those."""
    match event:
        case Said(side="rep"):
            return say(negotiation, Line(event.text, event.ref), event.at)
        case HintGiven():
            return extended(negotiation, give_hint(negotiation, event.at))
        case Worded() | Flavored() | Labelled():
            return apply(negotiation, event)
        case Paused():
            return extended(negotiation, pause(negotiation, event.at))
        case Resumed():
            return extended(negotiation, resume(negotiation, event.at))
        case Ended(reason=Reason.ENDED_BY_REP):
            return extended(negotiation, end_by_rep(negotiation, event.at))
        case Ended(reason=Reason.INACTIVITY):
            return extended(negotiation, expire(negotiation, event.at))
        case _:
            return negotiation


def _essence(event: Event) -> Event:
    return replace(event, ref="") if isinstance(event, Said) else event


def _at(events: Sequence[Event], index: int) -> Event | None:
    return events[index] if index < len(events) else None
