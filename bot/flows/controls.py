"""Hint, Pause, Resume and End: kept in the inbox like a line, so that they take effect in the order they came."""

from datetime import datetime
from typing import Literal, NamedTuple

from bot.flows.house import House
from storage import inbox, outbox, runs
from storage.posts import Destination, Whisper
from storage.runs import Run

Control = Literal["hint", "pause", "resume", "end"]


class Press(NamedTuple):
    """A control button pressed in a run's thread; `key` makes it count once, `at` orders it among the lines."""

    team: str
    channel: str
    thread: str
    user: str
    control: Control
    key: str
    at: str


async def press(house: House, pressed: Press) -> None:
    """Keeps the press for the run's worker, or tells whoever pressed, in the thread, why it has no effect."""
    async with house.database.writing() as connection:
        run = await runs.for_thread(connection, pressed.team, pressed.channel, pressed.thread)
        refusal = _refusal(run, pressed.user)
        if refusal:
            where = Destination(pressed.channel, pressed.thread)
            whisper = Whisper(pressed.user, refusal)
            cause = f"press:{pressed.key}"
            await outbox.enqueue(connection, pressed.team, cause, whisper, to=where, now=house.now())
        else:
            await inbox.accept(connection, _entry(pressed, house.now()))
    house.wake.posts.set()
    house.wake.something_waits((pressed.team, pressed.channel, pressed.thread))


def _refusal(run: Run | None, user: str) -> str:
    if run is None:
        return "I can't find that run any more. `/haggle start` begins a new one."
    if run.rep != user:
        return f"Only <@{run.rep}>, whose run this is, can do that. `/haggle start` begins one of your own."
    return "This run is over; its verdict is in the thread." if run.status == "ended" else ""


def _entry(pressed: Press, now: datetime) -> inbox.Entry:
    return inbox.Entry(
        team=pressed.team,
        event_id=f"press:{pressed.key}",
        channel=pressed.channel,
        thread_ts=pressed.thread,
        user=pressed.user,
        kind=pressed.control,
        received_at=now,
        position=pressed.at,
    )
