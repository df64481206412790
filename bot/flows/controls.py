"""Pause, Resume and End: kept in the inbox like a line, so that they take effect in the order they came."""

from datetime import datetime
from enum import StrEnum
from typing import Literal, NamedTuple

from bot.flows.house import House
from storage import inbox, runs

Control = Literal["pause", "resume", "end"]


class Press(NamedTuple):
    """A control button pressed in a run's thread; `key` makes it count once, `at` orders it among the lines."""

    team: str
    channel: str
    thread: str
    user: str
    control: Control
    key: str
    at: str


class Pressed(StrEnum):
    """What became of it."""

    TAKEN = "taken"
    NOT_YOURS = "not_yours"
    OVER = "over"
    NOT_A_RUN = "not_a_run"


async def press(house: House, pressed: Press) -> Pressed:
    """What became of the press; when TAKEN it is in the database and the run's worker will act on it."""
    async with house.database.writing() as connection:
        run = await runs.for_thread(connection, pressed.team, pressed.channel, pressed.thread)
        if run is None:
            return Pressed.NOT_A_RUN
        if run.rep != pressed.user:
            return Pressed.NOT_YOURS
        if run.status == "ended":
            return Pressed.OVER
        await inbox.accept(connection, _entry(pressed, house.now()))
    house.wake.something_waits((pressed.team, pressed.channel, pressed.thread))
    return Pressed.TAKEN


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
