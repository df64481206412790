"""A message arrives: it is stored for the run's worker, or the person is told why it does not count.

Whoever may write what, where:
- a line by the run's rep in its open thread is kept, once, however often and in however many forms it is delivered;
- a line by anyone else there is answered with a whisper and does not count;
- in a paused run it is kept too, but its turn refuses it: the rep is reminded that lines do not count;
- after the end the thread is free for talk, and messages outside of runs are none of ours: neither is kept;
- an edit or deletion of a line leaves the run as it was, and the rep is told so.
"""

from datetime import timedelta
from enum import StrEnum
from typing import NamedTuple

from bot.flows.house import House
from engine.scenario.share_code import format_share_code
from storage import inbox, outbox, runs, turns
from storage.connection import Connection
from storage.posts import Destination, Whisper
from storage.runs import Run

NOT_YOURS = "Only <@{rep}> can answer in this run. Want the same buyer? Start {share_code}."
NOT_YOUR_MARKET = "Only <@{rep}> can buy in this run. Want the same market? `/haggle buy {market}` opens it for you."
CHANGED = "Your line stays in the run as you first wrote it, and the score rests on it."


LEASE = timedelta(seconds=60)
"""How long a worker may hold a run for one turn."""


class Incoming(NamedTuple):
    """A message as Slack delivered it, its text decoded. `thread` is None outside of threads."""

    team: str
    event_id: str
    channel: str
    thread: str | None
    ts: str
    user: str
    text: str


class Intake(StrEnum):
    """What became of a message."""

    KEPT = "kept"
    DUPLICATE = "duplicate"
    NOT_A_RUN = "not_a_run"
    NOT_YOURS = "not_yours"
    OVER = "over"


async def take_in(house: House, message: Incoming) -> Intake:
    """What became of the message; when it is KEPT it is in the database, and may be acknowledged."""
    if message.thread is None:
        return Intake.NOT_A_RUN
    async with house.doors.of((message.team, message.channel, message.thread)):
        return await _take_in(house, message, message.thread)


async def _take_in(house: House, message: Incoming, thread: str) -> Intake:
    run, may_open = await runs.at_thread(house.database, message.team, message.channel, thread)
    if run is None:
        return await _keep(house, message) if may_open else Intake.NOT_A_RUN
    if run.status == "ended":
        return Intake.OVER
    return await (_keep(house, message) if run.rep == message.user else _turn_away(house, run, message))


async def tell_of_change(house: House, message: Incoming) -> None:
    """Tells the rep that an edited or deleted line stays as it was, if it was a line of a live run."""
    if message.thread is None:
        return
    run, _ = await runs.at_thread(house.database, message.team, message.channel, message.thread)
    if run is None or run.status == "ended" or run.rep != message.user:
        return
    async with house.database.writing() as connection:
        await _whisper(house, connection, message, f"changed:{message.channel}:{message.ts}", CHANGED)
    house.wake.posts.set()


async def _keep(house: House, message: Incoming) -> Intake:
    """Keeps the line, with the run itself if that is free. A run about to open may turn out to be the thread's."""
    entry = inbox.Entry(
        team=message.team,
        event_id=message.event_id,
        channel=message.channel,
        thread_ts=message.thread or "",
        user=message.user,
        kind="message",
        received_at=house.now(),
        text=message.text,
        message_ts=message.ts,
    )
    acceptance = await turns.accept_and_claim(house.database, entry, house.worker, house.now(), LEASE)
    if acceptance.claim:
        house.wake.claims.put_nowait(acceptance.claim)
    elif acceptance.is_new:
        house.wake.something_waits((message.team, message.channel, message.thread or ""))
    return Intake.KEPT if acceptance.is_new else Intake.DUPLICATE


async def _turn_away(house: House, run: Run, message: Incoming) -> Intake:
    text, start = _not_yours(run)
    async with house.database.writing() as connection:
        await _whisper(house, connection, message, f"not-yours:{message.channel}:{message.ts}", text, start=start)
    house.wake.posts.set()
    return Intake.NOT_YOURS


def _not_yours(run: Run) -> tuple[str, str | None]:
    """What whoever wrote is told, and the share code of the buyer that they can meet in a run of their own."""
    if run.kind == "market":
        return NOT_YOUR_MARKET.format(rep=run.rep, market=f"{run.pack.rpartition('/')[2]}#{run.seed}"), None
    share_code = format_share_code(run.pack, run.draw_epoch, run.seed)
    return NOT_YOURS.format(rep=run.rep, share_code=share_code), share_code


async def _whisper(
    house: House, connection: Connection, message: Incoming, cause: str, text: str, start: str | None = None
) -> None:
    where = Destination(message.channel, message.thread)
    whisper = Whisper(message.user, text, start)
    await outbox.enqueue(connection, message.team, cause, whisper, to=where, now=house.now())
