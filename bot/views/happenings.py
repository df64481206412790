"""What happened in a run, one event at a time, in words; and where two tellings of it differ."""

from collections.abc import Iterator
from typing import Any

from bot.views.readings import NOTHING_READ, acts_in_words, amounts_in_words
from engine.negotiation.events import (
    Ended,
    Evaluated,
    Event,
    Flavored,
    HintGiven,
    Labelled,
    Mood,
    Moved,
    MoveKind,
    Offered,
    Opened,
    Paused,
    Read,
    Resumed,
    Said,
    Worded,
    encode,
)
from engine.reading.labels import Labels
from engine.reading.reading import ReadAct, Reading, Span
from engine.scenario.scenario import Scenario
from engine.strict.wording import terms_in_words

NOTHING = "nothing: the run was over, or this did not happen"
MOST_DIFFERENCES = 8

MOVES = {
    MoveKind.OPEN: "opens the talk",
    MoveKind.TALK: "answers, without an offer",
    MoveKind.CLARIFY: "asks what was meant",
    MoveKind.HOLD: "stays where it is",
    MoveKind.COUNTER: "makes an offer",
    MoveKind.ACCEPT: "accepts",
    MoveKind.ACCEPT_IF: "would accept, once one thing is settled",
    MoveKind.DEFER: "puts it off",
    MoveKind.WALK: "walks away",
    MoveKind.CLOSE: "closes the talk",
}


def event_in_words(scenario: Scenario, event: Event | None) -> str:
    """One event as a person would tell it."""
    name = scenario.counterpart.name
    match event:
        case None:
            return NOTHING
        case Opened():
            return f"the run opens on {event.pack}@{event.draw_epoch}#{event.seed} with {mood_in_words(event.mood)}"
        case Said():
            return f"{'you' if event.side == 'rep' else name}: “{event.text}”"
        case Labelled():
            return f"{event.by} reads the line as: {labels_in_words(scenario, event.labels)}"
        case Read():
            return f"read as: {reading_in_words(scenario, event.reading)}"
        case Offered():
            return f"{'your' if event.side == 'rep' else name + '’s'} offer: {terms_in_words(scenario, event.terms)}"
        case Moved():
            return f"{name} {MOVES[event.move]}, with {mood_in_words(event.mood)}"
        case Evaluated():
            figures = ", ".join(f"{figure} {value}" for figure, value in event.figures)
            return f"round {event.round} ends ({figures})"
        case HintGiven():
            return f"a hint, −{event.points}: {event.text}"
        case Flavored():
            return f"excerpts of earlier runs give {name} its tone: {', '.join(event.excerpts) or 'none yet'}"
        case Worded():
            return f"{name}, {wording_in_words(event)}: “{event.text}”"
        case Paused():
            return "the run is paused"
        case Resumed():
            return "the run goes on"
        case Ended():
            terms = f" at {terms_in_words(scenario, event.terms)}" if event.terms else ""
            return f"the run ends: {event.outcome}{terms} ({event.reason.replace('_', ' ')})"


def labels_in_words(scenario: Scenario, labels: Labels) -> str:
    """The labels of a line, in one."""
    acts = tuple(ReadAct(label.act, Span(0, 0, label.words), label.topic) for label in labels.acts)
    amounts = ["an amount was not meant as an offer"] if labels.amounts else []
    return "; ".join([*([acts_in_words(scenario, Reading(acts))] if acts else []), *amounts]) or "nothing more in it"


def wording_in_words(event: Worded) -> str:
    """Who found the words of a line: `worded by claude-sonnet-5`, `in a stock phrase, for the model was too slow`."""
    if not event.by:
        return f"in a stock phrase: {event.why}"
    return f"worded by {event.by}{' at the second try' if event.broken else ''}"


def reading_in_words(scenario: Scenario, reading: Reading) -> str:
    """The acts and the amounts of a line, in one."""
    acts, amounts = acts_in_words(scenario, reading), amounts_in_words(scenario, reading)
    return "; ".join([*(() if acts == NOTHING_READ and amounts else (acts,)), *amounts])


def mood_in_words(mood: Mood) -> str:
    """`trust 52, patience 7, demand 8,400`."""
    return f"trust {mood.trust}, patience {max(0, mood.patience)}, demand {mood.demand:,}"


def differences(one: Event | None, other: Event | None) -> tuple[str, ...]:
    """The fields in which two events differ, with both values: `mood.trust: 52, 49`."""
    if one is None or other is None:
        return ()
    found = list(_differing("", encode(one), encode(other)))
    return (*found[:MOST_DIFFERENCES], *(("…",) if len(found) > MOST_DIFFERENCES else ()))


def _differing(path: str, one: Any, other: Any) -> Iterator[str]:
    if isinstance(one, dict) and isinstance(other, dict):
        for key in dict.fromkeys((*one, *other)):
            yield from _differing(f"{path}.{key}" if path else str(key), one.get(key), other.get(key))
    elif one != other:
        yield f"{path}: {_shown(one)}, {_shown(other)}"


def _shown(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 120 else f"{text[:119]}…"
