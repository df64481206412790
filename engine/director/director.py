"""The director: what an act of the rep does to a run, as new events. It keeps no state of its own."""

from dataclasses import dataclass
from datetime import datetime

from engine.director.evaluation import evaluate_round
from engine.director.transitions import check
from engine.hints.hint import hint_for
from engine.negotiation.events import (
    Ended,
    Event,
    HintGiven,
    Moved,
    Offered,
    Opened,
    Outcome,
    Paused,
    Read,
    Reason,
    Resumed,
    Said,
)
from engine.negotiation.negotiation import Negotiation, apply, fold
from engine.negotiation.proposals import proposed_terms
from engine.reading.reading import Reading
from engine.scenario.scenario import Scenario
from engine.scoring.rubric import HINT_POINTS
from engine.strict.respond import Response, first_mood, open_conversation, respond

ENGINE = "1"
"""Version of the engine's decisions: raised whenever the same lines could lead to another run."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the rep, and where it stands outside (a message ts)."""

    text: str
    ref: str = ""


def open_run(scenario: Scenario, mode: str, now: datetime) -> tuple[Event, ...]:
    """The events that open a run: it is opened, the counterpart says its first line."""
    opened = Opened(
        at=now,
        pack=scenario.pack,
        pack_hash=scenario.pack_hash,
        draw_epoch=scenario.draw_epoch,
        seed=scenario.seed,
        profile_hash=scenario.profile_hash,
        mode=mode,
        engine=ENGINE,
        mood=first_mood(scenario),
    )
    response = open_conversation(fold(scenario, (opened,)))
    said = Said(now, "counterpart", 0, response.text)
    return (opened, said, Moved(now, 0, response.move, response.mood))


def advance(negotiation: Negotiation, line: Line, reading: Reading, now: datetime) -> tuple[Event, ...]:
    """The events of one turn: the line, how it was read, offers, the counterpart's move and words, the evaluation.

    A turn in which the counterpart only asks what was meant completes no round and is not evaluated. RuleViolation
    where the run takes no line.
    """
    return taken(negotiation, line, reading, now).events[len(negotiation.events) :]


def taken(negotiation: Negotiation, line: Line, reading: Reading, now: datetime) -> Negotiation:
    """The run after that turn; RuleViolation where it takes no line."""
    check(negotiation.status, "say")
    playing = negotiation.round + 1
    run = apply(negotiation, Said(now, "rep", playing, line.text, line.ref))
    run = apply(run, Read(now, playing, reading))
    terms = proposed_terms(run, reading)
    if terms is not None:
        run = apply(run, Offered(now, "rep", playing, terms))
    return _answered(run, playing, respond(run, reading), now)


def _answered(run: Negotiation, playing: int, response: Response, now: datetime) -> Negotiation:
    """The run after the counterpart's answer in the round that is being played."""
    if response.offer is not None:
        run = apply(run, Offered(now, "counterpart", playing, response.offer))
    run = apply(run, Moved(now, playing, response.move, response.mood))
    run = apply(run, Said(now, "counterpart", playing, response.text))
    if response.is_free:
        return run
    ending = _ending(run, playing, response, now)
    run = apply(run, evaluate_round(run, playing, ending.outcome if ending else None, now))
    return apply(run, ending) if ending is not None else run


def _ending(run: Negotiation, playing: int, response: Response, now: datetime) -> Ended | None:
    if response.ending is not None:
        return Ended(now, playing, response.ending.outcome, response.ending.reason, response.ending.terms)
    if playing >= run.scenario.rules.max_rounds:
        return Ended(now, playing, Outcome.STALLED, Reason.MAX_ROUNDS)
    return None


def give_hint(negotiation: Negotiation, now: datetime) -> tuple[Event, ...]:
    """A hint is given. Nothing happens while the last one stands, or where there is nothing new to say.

    RuleViolation unless the run is open.
    """
    check(negotiation.status, "hint")
    hint = hint_for(negotiation) if negotiation.standing_hint is None else None
    return (HintGiven(now, negotiation.round, hint.id, hint.text, HINT_POINTS),) if hint else ()


def pause(negotiation: Negotiation, now: datetime) -> tuple[Event, ...]:
    """The run is paused. RuleViolation unless it is open."""
    check(negotiation.status, "pause")
    return (Paused(now),)


def resume(negotiation: Negotiation, now: datetime) -> tuple[Event, ...]:
    """The run goes on. RuleViolation unless it is paused."""
    check(negotiation.status, "resume")
    return (Resumed(now),)


def end_by_rep(negotiation: Negotiation, now: datetime) -> tuple[Event, ...]:
    """The rep ends the run without a deal. RuleViolation where it is over already."""
    check(negotiation.status, "end")
    return (Ended(now, negotiation.round, Outcome.FAILED, Reason.ENDED_BY_REP),)


def expire(negotiation: Negotiation, now: datetime) -> tuple[Event, ...]:
    """The run ends as stalled because nobody wrote. RuleViolation where it is over already."""
    check(negotiation.status, "expire")
    return (Ended(now, negotiation.round, Outcome.STALLED, Reason.INACTIVITY),)
