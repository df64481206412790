"""The counterpart's line in words of a model, where the run is to have them; asked for outside of transactions."""

import logging
from collections.abc import Sequence

from bot.flows.flavoring import excerpts_in
from bot.flows.house import House
from engine.director.replay import extended
from engine.llm.budget import Payer
from engine.llm.voice import Manner
from engine.negotiation.events import Event, Said, Worded
from engine.negotiation.negotiation import Negotiation
from storage.posts import Destination, Whisper
from storage.runs import Run
from storage.turns import Aside

log = logging.getLogger(__name__)

NO_MODEL = "no language model is set up any more"
STOCK = "{name} speaks in stock phrases: {why}. The run goes on by the same rules, and the score is the same."


async def in_own_words(house: House, run: Run, before: Negotiation, events: Sequence[Event]) -> tuple[Event, ...]:
    """The events, with the counterpart's line worded by the model that the house has; in a strict run as they are."""
    spoke = any(isinstance(event, Said) and event.side == "counterpart" for event in events)
    if run.mode == "strict" or not spoke:
        return tuple(events)
    worded = await _worded(house, run, before, extended(before, events))
    if worded.why:
        log.warning("stock phrase", extra={"run": run.id, "why": worded.why, "broken": ",".join(worded.broken)})
    return (*events, worded)


async def _worded(house: House, run: Run, before: Negotiation, after: Negotiation) -> Worded:
    if house.voice is None:
        return Worded(house.now(), after.lines[-1].round, after.last_heard, why=NO_MODEL)
    manner = Manner(run.model, await excerpts_in(house, run.team, after))
    return await house.voice.worded(before, after, house.now(), Payer(run.team, run.rep, run.id), manner)


def tell_of_stock_phrases(run: Run, before: Negotiation, after: Negotiation) -> tuple[Aside, ...]:
    """The rep is told once in a run that the model gives no words, and why."""
    if _first_stock(before) or not (first := _first_stock(after)):
        return ()
    told = Whisper(run.rep, STOCK.format(name=after.scenario.counterpart.name, why=first.why))
    return (Aside(f"stock:{run.id}", Destination(run.channel, run.thread_ts), told),)


def _first_stock(negotiation: Negotiation) -> Worded | None:
    """The first line that the model could not be had for; one that was not let through tells of no trouble."""
    events = (event for event in negotiation.events if isinstance(event, Worded))
    return next((event for event in events if event.why and not event.broken), None)
