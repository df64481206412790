"""One turn of a run: what came in is read, the engine answers, and everything is committed at once."""

from datetime import datetime
from typing import assert_never

from bot.flows.house import House
from bot.flows.lines import said_as_posts
from engine.director import director
from engine.errors import RuleViolation
from engine.negotiation.events import Event
from engine.negotiation.negotiation import Negotiation, apply, fold, reading_context
from engine.reading.read import read_message
from engine.scoring.score import score
from storage import run_events, turns
from storage.inbox import Entry
from storage.outbox import Outgoing
from storage.turns import Claim


async def take_turn(house: House, claim: Claim) -> tuple[Outgoing, ...]:
    """The posts that may be sent at once. StaleRun when another worker took the run over meanwhile."""
    scenario = await house.scenarios.of(claim.run)
    async with house.database.reading() as connection:
        before = fold(scenario, await run_events.load(connection, claim.run.team, claim.run.id))
    try:
        events = answer(before, claim.entry, house.now())
    except RuleViolation as violation:
        await turns.drop(house.database, claim, str(violation), house.now())
        return ()
    after = before
    for event in events:
        after = apply(after, event)
    return await turns.commit_turn(
        house.database,
        claim,
        events=events,
        posts=said_as_posts(scenario, events),
        status=after.status,
        round=after.round,
        verdict=score(after) if after.outcome else None,
        now=house.now(),
        send_now=True,
    )


def answer(negotiation: Negotiation, entry: Entry, now: datetime) -> tuple[Event, ...]:
    """What the entry makes happen; RuleViolation where the state of the run does not allow it."""
    match entry.kind:
        case "message":
            reading = read_message(entry.text, reading_context(negotiation))
            return director.advance(negotiation, director.Line(entry.text, entry.message_ts or ""), reading, now)
        case "pause":
            return director.pause(negotiation, now)
        case "resume":
            return director.resume(negotiation, now)
        case "end":
            return director.end_by_rep(negotiation, now)
        case "expire":
            return director.expire(negotiation, now)
        case _ as kind:
            assert_never(kind)
