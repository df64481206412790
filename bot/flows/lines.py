"""What a run's new events put into the outbox."""

from collections.abc import Sequence

from engine.negotiation.events import Ended, Evaluated, Event, Paused, Resumed, Said, Worded
from engine.scenario.scenario import Scenario
from storage.posts import BriefUpdate, Line, Notice, Post, VerdictCard

PAUSED = "Paused. Lines written now do not count. Press *Resume* at the top of the thread to go on."
RESUMED = "Back on. {name} is waiting for your line."

LAST_ROUNDS = 4
FEW_LEFT = "{rounds} rounds are left in this run. Without a deal by then it ends."


def said_as_posts(scenario: Scenario, events: Sequence[Event]) -> tuple[Post, ...]:
    """The posts that show these events in the thread, in order."""
    return tuple(post for event in events for post in _posts(scenario, event, _words_of(events)))


def _words_of(events: Sequence[Event]) -> str:
    """The words that a model found for the line among the events, empty where none did."""
    return next((event.text for event in events if isinstance(event, Worded)), "")


def _posts(scenario: Scenario, event: Event, words: str) -> tuple[Post, ...]:
    match event:
        case Said(side="counterpart", text=text):
            return (Line(scenario.counterpart.name, scenario.counterpart.icon, words or text),)
        case Paused():
            return (BriefUpdate(), Notice(PAUSED))
        case Resumed():
            return (BriefUpdate(), Notice(RESUMED.format(name=scenario.counterpart.name)))
        case Evaluated(round=number) if number == scenario.rules.max_rounds - LAST_ROUNDS:
            return (Notice(FEW_LEFT.format(rounds=LAST_ROUNDS)),)
        case Ended():
            return (VerdictCard(), BriefUpdate())
        case _:
            return ()
