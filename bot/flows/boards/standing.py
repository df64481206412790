"""The one message in which a team's board stands: placed by a manager, and drawn again when it has changed."""

from datetime import timedelta
from typing import NamedTuple
from zoneinfo import available_timezones

from bot.flows.boards.closing import BOARD, plan_week
from bot.flows.boards.reading import Seen, board_now
from bot.flows.directory import Directory
from bot.flows.house import House
from bot.flows.managers import Managers, only_managers
from engine.errors import RuleViolation
from engine.timing.local_time import HOME
from engine.timing.periods import PeriodKind
from storage import audit, boards, outbox, timetable, totals
from storage.audit import Act
from storage.boards import Standing
from storage.connection import Connection
from storage.lanes import Oid
from storage.posts import BoardCard, BoardUpdate, Destination

AT_MOST_EVERY = timedelta(seconds=10)
"""How often the message is drawn again at most, however many verdicts come."""
KIND: PeriodKind = "week"
"""The period that a standing board shows."""


class Placing(NamedTuple):
    """Who has the board stand where, for which pack; `key` makes it happen once."""

    team: str
    manager: str
    channel: str
    pack: str
    key: str


async def place_board(house: House, managers: Managers, directory: Directory, placing: Placing) -> Standing:
    """The board as it stands from now on. In the channel where it stands already, its message is drawn anew.

    RuleViolation unless a manager asks.
    """
    await only_managers(managers, placing.manager)
    if placing.channel.startswith("D"):
        raise RuleViolation("A board stands in a channel, where the team sees it. Write this in one.")
    manager = await directory.person(placing.manager)
    now, team = house.now(), placing.team
    async with house.database.writing() as connection:
        before = await boards.hold(connection, team)
        zone = before.zone if before.placed_at else (manager.zone if manager else HOME)
        await _have_zone(connection, before, zone)
        oid = await _message(house, connection, before, placing)
        after = Standing(team, zone, placing.channel, placing.pack, oid, "", None, placing.manager, now)
        await boards.change(connection, after)
        await plan_week(connection, after, now)
        details = {"channel": placing.channel, "pack": placing.pack}
        await audit.note(connection, team, Act(now, placing.manager, "placed board", "", details))
    seen = await board_now(house, team, KIND, placing.pack, directory)
    async with house.database.writing() as connection:
        await boards.show(connection, after, seen.digest, now, timedelta())
    house.wake.posts.set()
    return after


async def take_board_down(house: House, managers: Managers, team: str, manager: str) -> None:
    """The board stands nowhere any more. RuleViolation where it did not, or unless a manager asks."""
    await only_managers(managers, manager)
    now = house.now()
    async with house.database.writing() as connection:
        before = await boards.hold(connection, team)
        if not before.channel:
            raise RuleViolation("The board stands in no channel. `/haggle leaderboard here` puts it into one.")
        await _take_down(house, connection, before)
        await audit.note(connection, team, Act(now, manager, "took board down", "", {"channel": before.channel}))
    house.wake.posts.set()


async def lose_board(house: House, team: str, oid: str) -> Standing | None:
    """The message of the board that stood there is gone, so it stands nowhere; None where it stands elsewhere."""
    async with house.database.writing() as connection:
        before = await boards.hold(connection, team)
        if before.oid != oid:
            return None
        await boards.change(connection, before._replace(channel="", oid="", shown=""))
        await timetable.remove(connection, team, BOARD)
        return before


async def move_days(house: House, managers: Managers, team: str, manager: str, written: str) -> str:
    """The zone by whose midnight the team's weeks begin from now on; its totals are reckoned anew by that.

    RuleViolation where no zone is called so, or unless a manager asks.
    """
    await only_managers(managers, manager)
    zone, now = _zone_meant(written), house.now()
    async with house.database.writing() as connection:
        before = await boards.hold(connection, team)
        await _have_zone(connection, before, zone)
        after = before._replace(zone=zone, placed_at=before.placed_at or now)
        await boards.change(connection, after)
        if after.channel:
            await plan_week(connection, after, now)
        await audit.note(connection, team, Act(now, manager, "moved board's days", "", {"zone": zone}))
    await refresh_board(house, after, at_once=True)
    return zone


async def refresh_boards(house: House, directory: Directory) -> None:
    """Has every board drawn again that shows something else by now."""
    async with house.database.reading() as connection:
        standing = await boards.standing(connection)
    for board in standing:
        await refresh_board(house, board, directory)


async def refresh_board(
    house: House, board: Standing, directory: Directory | None = None, *, at_once: bool = False
) -> None:
    """Has the board's message drawn again if it is to show something else, not too often unless `at_once`."""
    if not board.channel:
        return
    seen = await board_now(house, board.team, KIND, board.pack, directory)
    now = house.now()
    async with house.database.writing() as connection:
        pause = timedelta() if at_once else AT_MOST_EVERY
        if await boards.show(connection, board, seen.digest, now, pause):
            await _draw_again(connection, house, board)
    house.wake.posts.set()


async def standing_board(house: House, team: str, oid: str) -> tuple[Standing, Seen | None]:
    """Where the team's board stands, and what it shows if that is in the message of this oid."""
    async with house.database.reading() as connection:
        board = await boards.get(connection, team)
    return board, await board_now(house, team, KIND, board.pack) if board.oid == oid else None


def _zone_meant(written: str) -> str:
    zone = next((name for name in available_timezones() if name.lower() == written.lower()), None)
    if zone is None:
        raise RuleViolation(
            f"I know no time zone {written or 'without a name'}. Write one as Europe/Berlin or America/New_York."
        )
    return zone


async def _have_zone(connection: Connection, before: Standing, zone: str) -> None:
    if zone != before.zone:
        await boards.change(connection, before._replace(zone=zone))
        await totals.recompute(connection, before.team)


async def _message(house: House, connection: Connection, before: Standing, placing: Placing) -> Oid:
    """The message that the board is to stand in: the one that stands in the channel, or a new one."""
    if before.channel:
        await _draw_again(connection, house, before)
    if before.channel == placing.channel:
        return Oid(before.oid)
    to, now = Destination(placing.channel), house.now()
    cause = f"board:{placing.key}"
    oid = await outbox.enqueue(connection, placing.team, cause, BoardCard(), to=to, now=now)
    return oid or Oid(before.oid)


async def _take_down(house: House, connection: Connection, before: Standing) -> None:
    await boards.change(connection, before._replace(channel="", oid="", shown=""))
    await timetable.remove(connection, before.team, BOARD)
    await _draw_again(connection, house, before)


async def _draw_again(connection: Connection, house: House, board: Standing) -> None:
    to = Destination("")
    await outbox.enqueue_update(connection, board.team, Oid(board.oid), BoardUpdate(), to=to, now=house.now())
