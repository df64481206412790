"""One turn in a market: what came in is read, the sellers answer, and everything is committed at once."""

from collections.abc import Callable, Sequence
from functools import partial

from bot.flows.expiry import notice_of
from bot.flows.house import House
from bot.flows.markets.addressing import Unclear, ask, line_of, sent
from bot.flows.markets.answering import answered, tell_of_money, tell_of_rules
from bot.flows.markets.lines import posts_of
from bot.flows.markets.taking import ask_whether_taken, must_be_about, must_be_of, taken
from bot.flows.markets.talking import Held, held
from bot.flows.refusing import refuse, tell_privately
from engine.errors import RuleViolation
from engine.marketplace import trading
from engine.marketplace.room import Ending, Room, RoomEvent, fold, open_room
from engine.marketplace.trading import TakesIt
from engine.marketplace.verdict import judged
from storage import market_talks, turns
from storage.market_talks import Talk
from storage.outbox import Outgoing
from storage.transaction import Transaction
from storage.turns import Claim

ENDS_IT_ALL = ("end", "expire")
"""What ends the whole run, with all that was still to be bought."""


async def take_market_turn(house: House, claim: Claim) -> Outgoing | None:
    """The first post, if it may be sent at once. StaleRun when another worker took the run over meanwhile."""
    if claim.entry.kind == "expire" and claim.entry.event_id != notice_of(claim.run):
        await turns.drop(house.database, claim, "somebody wrote meanwhile")
        return None
    before = await held(house, claim.run)
    try:
        events = await _events(house, claim, before)
    except Unclear as unclear:
        ref = claim.entry.message_ts or claim.entry.position
        question = ask(claim.run.rep, unclear, ref, before.talk.id)
        await tell_privately(house, claim, question, str(unclear))
        return None
    except TakesIt as doubt:
        await tell_privately(house, claim, ask_whether_taken(claim, before, doubt), str(doubt))
        return None
    except RuleViolation as violation:
        await refuse(house, claim, str(violation))
        return None
    return await _commit(house, claim, before, events)


async def _events(house: House, claim: Claim, before: Held) -> tuple[RoomEvent, ...]:
    """What the entry makes happen; RuleViolation where the state of the talk does not allow it."""
    room, entry, now = before.room, claim.entry, house.now()
    match entry.kind:
        case "message":
            must_be_about(before, entry.received_at)
            return await answered(house, before, line_of(room, entry))
        case "send":
            must_be_of(before, sent(entry).talk or before.talk.id)
            return await answered(house, before, line_of(room, entry))
        case "take":
            return trading.take(room, *taken(before, entry.text), now)
        case "leave":
            must_be_of(before, entry.text)
            return trading.leave(room, now)
        case "end":
            return trading.leave(room, now)
        case "expire":
            return trading.expire(room, now)
        case _:
            raise RuleViolation("That button is of another kind of run; in a market there are no hints and no pauses.")


async def _commit(house: House, claim: Claim, before: Held, events: Sequence[RoomEvent]) -> Outgoing | None:
    after = fold(before.room.market, (*before.room.events, *events))
    following = _following(claim, before, after)
    is_over = after.ending is not None and following is None
    committed = await turns.commit_turn(
        house.database,
        claim,
        events=(),
        posts=posts_of(before.talk, before.room, after, following),
        asides=(*tell_of_rules(claim.run, before, events), *tell_of_money(claim.run, before, events)),
        status="ended" if is_over else claim.run.status,
        round=claim.run.round + after.round - before.room.round,
        writes=tuple(_writes(house, before, after, events, following)),
        now=house.now(),
        send_now=True,
    )
    house.wake.posts.set()
    return committed.outgoing


def _following(claim: Claim, before: Held, after: Room) -> Talk | None:
    """The talk about the next item, where this one is done and the run goes on."""
    if after.ending is None or not before.then or claim.entry.kind in ENDS_IT_ALL:
        return None
    talk, at = before.talk, after.events[-1].at
    return Talk(
        team=talk.team,
        session=talk.session,
        item=before.then[0].id,
        started_at=at,
        run=talk.run,
        number=talk.number + 1,
        buyer=talk.buyer,
        sellers=talk.sellers,
    )


def _writes(
    house: House, before: Held, after: Room, events: Sequence[RoomEvent], following: Talk | None
) -> list[Callable[[Transaction], None]]:
    """What is stored besides the run: the events, the end of the talk, and the beginning of the next."""
    talk, now = before.talk, house.now()
    writes: list[Callable[[Transaction], None]] = [
        partial(market_talks.append, talk=talk, first_seq=len(before.room.events), events=events)
    ]
    if isinstance(after.ending, Ending):
        writes.append(partial(market_talks.end, talk=talk, room=after, verdict=judged(after), now=now))
    if following is not None:
        opened = open_room(after.market, following.item, now)
        writes.append(partial(market_talks.begin, talk=following, events=opened.events))
    return writes
