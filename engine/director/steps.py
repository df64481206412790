"""A run told turn by turn: what was said, how it was read, and what the counterpart felt and did."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from engine.interests import FULL_UTILITY
from engine.negotiation.events import (
    Ended,
    Event,
    HintGiven,
    Labelled,
    Mood,
    Moved,
    MoveKind,
    Offered,
    Opened,
    Paused,
    Read,
    Said,
    Worded,
)
from engine.negotiation.negotiation import Negotiation
from engine.reading.reading import Reading
from engine.scenario.scenario import Scenario
from engine.terms.terms import Terms


@dataclass(frozen=True, slots=True)
class Step:
    """One turn with all that came of it; the first has no line of the rep's, and opens the run.

    `before` and `after` are the counterpart's mood around it; hints and a pause are those taken until the next line.
    """

    number: int
    round: int
    before: Mood
    after: Mood
    line: Said | None = None
    labelled: Labelled | None = None
    reading: Reading | None = None
    offer: Terms | None = None
    move: MoveKind | None = None
    counter: Terms | None = None
    answer: Said | None = None
    worded: Worded | None = None
    hints: tuple[HintGiven, ...] = ()
    paused: bool = False
    ended: Ended | None = None

    @property
    def told(self) -> tuple[str, ...]:
        """Ids of the facts that the counterpart told in it."""
        return tuple(fact for fact in self.after.told if fact not in self.before.told)


def steps_of(negotiation: Negotiation) -> tuple[Step, ...]:
    """The whole run, its opening first."""
    steps: list[Step] = []
    labelled: Labelled | None = None
    for event in negotiation.events:
        match event:
            case Opened():
                steps.append(Step(0, 0, event.mood, event.mood))
            case Said(side="rep"):
                mood = steps[-1].after
                steps.append(Step(len(steps), event.round, mood, mood, line=event, labelled=labelled))
                labelled = None
            case Labelled():
                labelled = event
            case Offered() if event in negotiation.misheard:
                pass
            case _:
                steps[-1] = _with(steps[-1], event)
    return tuple(steps)


def _with(step: Step, event: Event) -> Step:
    match event:
        case Said():
            return replace(step, answer=event)
        case Worded():
            return replace(step, worded=event, answer=replace(step.answer, text=event.text) if step.answer else None)
        case Read():
            return replace(step, reading=event.reading)
        case Offered(side="rep"):
            return replace(step, offer=event.terms)
        case Offered():
            return replace(step, counter=event.terms)
        case Moved():
            return replace(step, move=event.move, after=event.mood)
        case HintGiven():
            return replace(step, hints=(*step.hints, event))
        case Paused():
            return replace(step, paused=True)
        case Ended():
            return replace(step, ended=event)
        case _:
            return step


def price_asked(scenario: Scenario, mood: Mood) -> int | None:
    """The price, nothing added, that is worth to the counterpart just what it asks for now, in whole units of money.

    None where the price is nothing to it.
    """
    interests, price = scenario.counterpart.interests, scenario.price_issue
    slope = interests.stake(price.id).slope
    if not slope:
        return None
    span = interests.aspiration - interests.walk_away
    wanted = interests.walk_away + mood.demand * span // FULL_UTILITY
    listed = scenario.at_list
    exact = listed.amount(price.id) + (wanted - interests.value(listed)) // slope
    return max(0, exact // scenario.currency.unit * scenario.currency.unit)


def prices(steps: Iterable[Step], scenario: Scenario) -> dict[int, tuple[int | None, int | None]]:
    """The rep's and the counterpart's price on the table after each round that moved one of them."""
    issue = scenario.price_issue.id
    mine = theirs = None
    path: dict[int, tuple[int | None, int | None]] = {}
    for step in steps:
        before = (mine, theirs)
        mine = step.offer.amount(issue) if step.offer else mine
        theirs = step.counter.amount(issue) if step.counter else theirs
        if (mine, theirs) != before:
            path[step.round] = (mine, theirs)
    return path
