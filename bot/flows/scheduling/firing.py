"""What is due is done: each due once, by one process, with its posts and what falls due next in one transaction."""

import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.flows.directory import Directory
from bot.flows.house import House
from engine.errors import StaleRun
from storage import timetable
from storage.connection import Connection
from storage.timetable import Due, Outcome

log = logging.getLogger(__name__)

LATE = timedelta(hours=6)
"""What is due for longer than this, because nobody was at work, is noted as skipped."""
AT_ONCE = 200
"""Dues that are looked at before looking again."""

Fire = Callable[[House, Connection, Due, datetime], Awaitable[Outcome]]
"""Does what is due, in the transaction in which that is noted."""
Prepare = Callable[[House, Directory, Due], Awaitable[Fire]]
"""Looks up what doing it takes, before that transaction: Slack may take its time."""
Hold = Callable[[Connection, Due], Awaitable[object]]


async def skip(house: House, connection: Connection, due: Due, now: datetime) -> Outcome:
    """Nothing happens: it is too late."""
    return Outcome("late")


async def _nothing(connection: Connection, due: Due) -> None:
    return None


def at_once(fire: Fire) -> Prepare:
    """Nothing is to be looked up beforehand."""

    async def prepare(house: House, directory: Directory, due: Due) -> Fire:
        return fire

    return prepare


SKIP = at_once(skip)


@dataclass(frozen=True, slots=True)
class Handler:
    """What happens with the dues of a kind.

    `late` is done instead when it is due for longer than `LATE`. `hold` is held before the due is: whoever changes
    the same has to hold it first as well, or each would wait for the other.
    """

    prepare: Prepare
    late: Prepare = SKIP
    hold: Hold = _nothing


async def fire_due(house: House, directory: Directory, handlers: Mapping[str, Handler]) -> int:
    """How much was done here of what is due and has a handler. What fails stays due and is tried with the next tick."""
    done, just_done = 0, 1
    while just_done:
        async with house.database.reading() as connection:
            dues = await timetable.due_by(connection, handlers.keys(), house.now(), AT_ONCE)
        just_done = sum([await _surviving(house, directory, handlers, due) for due in dues])
        done += just_done
    return done


async def _surviving(house: House, directory: Directory, handlers: Mapping[str, Handler], due: Due) -> bool:
    try:
        return await fire(house, directory, handlers[due.kind], due)
    except StaleRun as stale:
        log.info("due changed meanwhile", extra={"team": due.team, "why": str(stale)})
    except Exception:  # the boundary of a due: one that cannot be done must not keep the others waiting
        log.exception("due failed: %s", due.schedule, extra={"team": due.team})
    return False


async def fire(house: House, directory: Directory, handler: Handler, due: Due) -> bool:
    """Whether it was done here, and not by another or not at all."""
    is_late = house.now() - due.at > LATE
    act = await (handler.late if is_late else handler.prepare)(house, directory, due)
    async with house.database.writing() as connection:
        await handler.hold(connection, due)
        now = house.now()
        if not await timetable.begin(connection, due, now):
            return False
        outcome = await act(house, connection, due, now)
        await timetable.end(connection, due, outcome)
    house.wake.posts.set()
    log.info("due", extra={"team": due.team, "outcome": outcome.what, "oid": outcome.oid})
    return True
