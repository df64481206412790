"""How many lines of a run a language model was to give words to, and how many of them stayed stock phrases."""

from collections.abc import Sequence
from datetime import datetime

from engine.llm.budget import day_of
from engine.negotiation.events import Event, Worded
from storage.tables import worded_lines
from storage.transaction import Transaction


def count(transaction: Transaction, team: str, run_id: str, events: Sequence[Event], now: datetime) -> None:
    """Adds the lines among the events to those of the run and day."""
    lines = [event for event in events if isinstance(event, Worded)]
    if not lines:
        return
    figures = {
        "lines": len(lines),
        "stock": sum(bool(line.why) for line in lines),
        "asked_again": sum(bool(line.broken) for line in lines),
    }
    transaction.add(worded_lines, {"team": team, "run_id": run_id, "day": day_of(now), **figures})
