"""Hints for the rep alone: shown in the thread at once, and kept where they outlive the page.

In a channel the thread gets a message that only the rep sees, and the rep's messages with Haggle a copy: what only one
person sees in a thread has no history. A run in those messages is private already, so its hints simply stand in it.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from engine.hints.hint import NOTHING_NEW
from engine.negotiation.events import Event, HintGiven
from engine.negotiation.negotiation import Negotiation
from storage.posts import Destination, Hint, Post, Whisper
from storage.runs import Run
from storage.turns import Aside

DOUBLE_CLICK = timedelta(seconds=2)


def is_second_click(negotiation: Negotiation, pressed_at: datetime) -> bool:
    """Whether the hint that stands came of a press just before this one."""
    standing = negotiation.standing_hint
    return standing is not None and pressed_at - standing.at < DOUBLE_CLICK


def hint_here(run: Run, negotiation: Negotiation, events: Sequence[Event]) -> tuple[Post, ...]:
    """What the press shows in the thread: the hint, new or again, or that there is none."""
    standing = negotiation.standing_hint
    if standing is None:
        return (Whisper(run.rep, NOTHING_NEW),)
    return (_post(run, negotiation, standing, points=standing.points if events else 0, whisper=not _is_private(run)),)


def hint_to_keep(run: Run, negotiation: Negotiation, events: Sequence[Event]) -> tuple[Aside, ...]:
    """The copy of a new hint, unless the thread itself keeps it."""
    if _is_private(run):
        return ()
    return tuple(
        Aside(
            f"hint:{run.id}:{len(negotiation.hints)}",
            Destination(run.rep),
            _post(run, negotiation, event, points=event.points, whisper=False),
        )
        for event in events
        if isinstance(event, HintGiven)
    )


def _is_private(run: Run) -> bool:
    """Whether the run is held in the rep's own messages with Haggle."""
    return run.channel.startswith("D")


def _post(run: Run, negotiation: Negotiation, given: HintGiven, *, points: int, whisper: bool) -> Hint:
    scenario = negotiation.scenario
    return Hint(
        user=run.rep,
        text=given.text,
        points=points,
        taken=sum(hint.points for hint in negotiation.hints),
        whisper=whisper,
        run=f"{scenario.counterpart.name} · {scenario.share_code}",
        thread=Destination(run.channel, run.thread_ts),
    )
