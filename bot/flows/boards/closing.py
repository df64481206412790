"""A week is over: its board is posted once, on Monday morning, under the message that goes on with the new one."""

from datetime import date, datetime, time

from bot.flows.boards.reading import Seen, seen_board
from bot.flows.directory import Directory
from bot.flows.house import House
from bot.flows.scheduling.firing import Fire
from engine.timing.local_time import instant
from engine.timing.periods import Period, period_at, period_of
from storage import boards, outbox, timetable
from storage.board_reading import Which
from storage.boards import Standing
from storage.connection import Connection
from storage.posts import BoardWeek, Destination
from storage.timetable import Due, Outcome

BOARD = "board"
WEEK_OVER = "board_week"
MORNING = time(9)
"""When the week that is over is told of, by the team's clocks: nobody is to hear of it at midnight."""


async def plan_week(connection: Connection, board: Standing, now: datetime) -> None:
    """Has the week that is under way told of when it is over, in the channel where the board stands."""
    at = _told_at(period_at("week", now, board.zone), board.zone)
    await timetable.remove(connection, board.team, BOARD)
    await timetable.add(connection, [Due(board.team, BOARD, board.channel, WEEK_OVER, at)])


async def hold_board(connection: Connection, due: Due) -> Standing:
    """The board of the team; until the transaction ends, nobody has it stand elsewhere."""
    return await boards.hold(connection, due.team)


async def know_names(house: House, directory: Directory, due: Due) -> Fire:
    """Tells of the week, once everybody whom its board names is known by name."""
    async with house.database.reading() as connection:
        board = await boards.get(connection, due.team)
    over = _over_by(due, board)
    await seen_board(house, Which(due.team, over, board.pack, board.zone, house.now()), directory)
    return tell_of_week


async def tell_of_week(house: House, connection: Connection, due: Due, now: datetime) -> Outcome:
    """Posts the board of the week that was over when this fell due. The board is to be held."""
    board = await boards.get(connection, due.team)
    if board.channel != due.recipient:
        return Outcome("no board there")
    over = _over_by(due, board)
    post = BoardWeek(over.first.isoformat(), board.pack)
    cause = f"board_week:{over.key}:{board.channel}"
    oid = await outbox.enqueue(connection, due.team, cause, post, to=Destination(board.channel), now=now)
    house.wake.posts.set()
    return Outcome("posted", oid, _told_at(period_at("week", due.at, board.zone), board.zone))


async def skip_week(house: House, connection: Connection, due: Due, now: datetime) -> Outcome:
    """It is too late to tell of that week; the next one is."""
    board = await boards.get(connection, due.team)
    if board.channel != due.recipient:
        return Outcome("no board there")
    return Outcome("late", next_at=_told_at(period_at("week", now, board.zone), board.zone))


async def week_over(house: House, team: str, first: str, pack: str) -> Seen:
    """The board of the week that began on that day."""
    async with house.database.reading() as connection:
        zone = (await boards.get(connection, team)).zone
    week = period_of("week", date.fromisoformat(first))
    return await seen_board(house, Which(team, week, pack, zone, house.now()))


def _over_by(due: Due, board: Standing) -> Period:
    """The week before the one in which it falls due."""
    this = period_at("week", due.at, board.zone)
    return this.before or this


def _told_at(week: Period, zone: str) -> datetime:
    return instant(datetime.combine(week.end, MORNING), zone)
