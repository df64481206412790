"""The director: what an act of the rep does to a run, as new events. It keeps no state of its own."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

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
    turn = _Turn(negotiation, negotiation.round + 1, now)
    turn = turn.then(Said(now, "rep", turn.round, line.text, line.ref), Read(now, turn.round, reading))
    terms = proposed_terms(turn.negotiation, reading)
    if terms is not None:
        turn = turn.then(Offered(now, "rep", turn.round, terms))
    response = respond(turn.negotiation, reading)
    return _conclude(turn, response).negotiation


class _Turn(NamedTuple):
    """A turn under way: the state so far, and its round."""

    negotiation: Negotiation
    round: int
    now: datetime

    def then(self, *events: Event) -> "_Turn":
        negotiation = self.negotiation
        for event in events:
            negotiation = apply(negotiation, event)
        return _Turn(negotiation, self.round, self.now)


def _conclude(turn: _Turn, response: Response) -> _Turn:
    now, round_number = turn.now, turn.round
    if response.offer is not None:
        turn = turn.then(Offered(now, "counterpart", round_number, response.offer))
    turn = turn.then(
        Moved(now, round_number, response.move, response.mood),
        Said(now, "counterpart", round_number, response.text),
    )
    if response.is_free:
        return turn
    ending = _ending(turn, response)
    turn = turn.then(evaluate_round(turn.negotiation, round_number, ending.outcome if ending else None, now))
    return turn.then(ending) if ending is not None else turn


def _ending(turn: _Turn, response: Response) -> Ended | None:
    if response.ending is not None:
        return Ended(turn.now, turn.round, response.ending.outcome, response.ending.reason, response.ending.terms)
    if turn.round >= turn.negotiation.scenario.rules.max_rounds:
        return Ended(turn.now, turn.round, Outcome.STALLED, Reason.MAX_ROUNDS)
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
