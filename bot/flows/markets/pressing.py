"""The buttons of a run in a market: kept in the inbox like a line, so that they take effect in the order they came."""

from typing import Literal, NamedTuple

from bot.flows.house import House
from bot.flows.markets.addressing import directed
from bot.flows.markets.talking import held
from engine.errors import RuleViolation
from engine.marketplace.offers import Standing, side_by_side
from engine.marketplace.room import Room
from engine.marketplace.trading import takeable
from engine.marketplace.visibility import view_for_buyer
from storage import inbox, outbox, runs
from storage.connection import Connection
from storage.posts import Destination, Whisper
from storage.runs import Run

MarketControl = Literal["take", "leave", "send", "end"]
LOST = "I can't find that run any more. `/haggle buy` begins a new one."
NOT_YOURS = "Only <@{rep}>, whose run this is, can do that. `/haggle buy` begins one of your own."
NO_LINE = "I can't find that line any more. Write it again, to all or beginning with a handle."
OVER = "This run is over; what came of it is in the thread."


class MarketPress(NamedTuple):
    """A button pressed in a market's thread, with its value; `key` makes it count once, `at` orders it among lines."""

    team: str
    channel: str
    thread: str
    user: str
    control: MarketControl
    value: str
    key: str
    at: str


async def press_in_market(house: House, pressed: MarketPress) -> None:
    """Keeps the press for the run's worker, or tells whoever pressed, in the thread, why it has no effect."""
    async with house.database.writing() as connection:
        run = await runs.for_thread(connection, pressed.team, pressed.channel, pressed.thread)
        at, text = pressed.at, pressed.value
        if pressed.control == "send":
            at, text = await _line_for(connection, pressed)
        if refusal := _refusal(run, pressed.user) or ("" if text else NO_LINE):
            where, whisper = Destination(pressed.channel, pressed.thread), Whisper(pressed.user, refusal)
            await outbox.enqueue(
                connection, pressed.team, f"press:{pressed.key}", whisper, to=where, now=house.now()
            )  # fmt: skip
        else:
            await inbox.accept(connection, _entry(pressed, text, at, house))
    house.wake.posts.set()
    house.wake.something_waits((pressed.team, pressed.channel, pressed.thread))


async def offers_of(house: House, team: str, run_id: str) -> tuple[Room, tuple[Standing, ...]]:
    """What is on the table in the talk under way, side by side. RuleViolation where there is no such run."""
    found = await _run(house, team, run_id)
    room = (await held(house, found)).room
    return room, side_by_side(view_for_buyer(room), dict(takeable(room)))


async def _run(house: House, team: str, run_id: str) -> Run:
    async with house.database.reading() as connection:
        found = await runs.get(connection, team, run_id)
    if found is None or found.kind != "market":
        raise RuleViolation(LOST)
    return found


def _refusal(run: Run | None, user: str) -> str:
    if run is None or run.kind != "market":
        return LOST
    if run.rep != user:
        return NOT_YOURS.format(rep=run.rep)
    return OVER if run.status == "ended" else ""


async def _line_for(connection: Connection, pressed: MarketPress) -> tuple[str, str]:
    """The ts of the line that was asked about, and the line with whom it is for; empty where it is not kept."""
    ref, _, to = pressed.value.partition(" ")
    line = await inbox.text_of(connection, pressed.team, pressed.channel, ref)
    return ref, directed(to, line) if line is not None else ""


def _entry(pressed: MarketPress, text: str, at: str, house: House) -> inbox.Entry:
    # Of the buttons under one question only one counts, however many are pressed.
    key = f"send:{pressed.channel}:{at}" if pressed.control == "send" else f"press:{pressed.key}"
    return inbox.Entry(
        team=pressed.team,
        event_id=key,
        channel=pressed.channel,
        thread_ts=pressed.thread,
        user=pressed.user,
        kind=pressed.control,
        received_at=house.now(),
        text=text,
        position=at,
    )
