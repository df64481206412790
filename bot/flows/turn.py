"""One turn of a run: what came in is read, the engine answers, and everything is committed at once."""

import asyncio
from dataclasses import replace
from datetime import datetime
from typing import assert_never

from bot.flows.commenting import is_to_be_commented
from bot.flows.expiry import notice_of
from bot.flows.flavoring import gathered
from bot.flows.hints import hint_here, hint_to_keep, is_second_click
from bot.flows.house import House
from bot.flows.labelling import labels_for
from bot.flows.lines import said_as_posts
from bot.flows.measuring import counts_of
from bot.flows.ranked import reveal_to_rep
from bot.flows.refusing import refuse
from bot.flows.voicing import in_own_words, tell_of_stock_phrases
from engine.coaching.final import final_verdict
from engine.director import director
from engine.director.replay import extended
from engine.errors import RuleViolation
from engine.negotiation.events import Event
from engine.negotiation.negotiation import Negotiation, read_line
from engine.scoring.tally import complies
from engine.scoring.verdict import encode
from storage import turns
from storage.inbox import Entry
from storage.outbox import Outgoing
from storage.turns import Claim
from storage.verdicts import VerdictRow


async def take_turn(house: House, claim: Claim) -> Outgoing | None:
    """The first post, if it may be sent at once. StaleRun when another worker took the run over meanwhile."""
    before = await house.negotiations.of(claim.run)
    if reason := _void(claim, before):
        await turns.drop(house.database, claim, reason)
        return None
    labels = await labels_for(house, claim, before)
    heard = extended(before, labels)
    try:
        events = answer(heard, claim.entry, house.now())
    except RuleViolation as violation:
        await refuse(house, claim, str(violation))
        return None
    events = (*labels, *await in_own_words(house, claim.run, heard, events))
    after = extended(before, events)
    committed = await turns.commit_turn(
        house.database,
        claim,
        events=events,
        posts=hint_here(claim.run, after, events)
        if claim.entry.kind == "hint"
        else said_as_posts(after.scenario, events),
        asides=(
            *hint_to_keep(claim.run, after, events),
            *reveal_to_rep(claim.run, after, house.now()),
            *tell_of_stock_phrases(claim.run, before, after),
        ),
        status=after.status,
        round=after.round,
        verdict=await _verdict_row(house, claim, after) if after.outcome else None,
        excerpts=gathered(after),
        now=house.now(),
        send_now=True,
        to_be_commented=is_to_be_commented(house, claim.run),
    )
    house.negotiations.keep(committed.run, after)
    if not before.readings:
        house.playing_ahead.soon(after.scenario)
    house.wake.posts.set()
    return committed.outgoing


def _void(claim: Claim, before: Negotiation) -> str:
    """Why the entry is to have no effect, empty where it is to have one."""
    entry = claim.entry
    if entry.kind == "expire" and entry.event_id != notice_of(claim.run):
        return "somebody wrote meanwhile"
    if entry.kind == "hint" and is_second_click(before, entry.received_at):
        return "pressed twice"
    return ""


async def _verdict_row(house: House, claim: Claim, after: Negotiation) -> VerdictRow:
    pack = await house.scenarios.pack(claim.run.pack_hash)
    verdict = await asyncio.to_thread(final_verdict, after, pack)
    row = VerdictRow(verdict.total, verdict.passed, encode(verdict), verdict.rubric_hash)
    return replace(row, complies=complies(verdict.areas), counts=await counts_of(house, after, verdict))


def answer(negotiation: Negotiation, entry: Entry, now: datetime) -> tuple[Event, ...]:
    """What the entry makes happen; RuleViolation where the state of the run does not allow it."""
    match entry.kind:
        case "message":
            reading = read_line(negotiation, entry.text)
            return director.advance(negotiation, director.Line(entry.text, entry.message_ts or ""), reading, now)
        case "hint":
            return director.give_hint(negotiation, now)
        case "pause":
            return director.pause(negotiation, now)
        case "resume":
            return director.resume(negotiation, now)
        case "end":
            return director.end_by_rep(negotiation, now)
        case "expire":
            return director.expire(negotiation, now)
        case "send" | "take" | "leave":
            raise RuleViolation("That button is of a run in a market.")
        case _ as kind:
            assert_never(kind)
