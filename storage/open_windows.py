"""Windows that are open: whose buyers are withheld until they close."""

from dataclasses import fields
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import and_, bindparam, select, update

from storage.assignments import Assignment, Window, read_assignment, read_window
from storage.columns import UtcDateTime
from storage.connection import Connection
from storage.tables import runs
from storage.team_tables import assignments, windows


class OpenWindow(NamedTuple):
    """A window that is open, with the assignment that it belongs to."""

    assignment: Assignment
    window: Window

    @property
    def place(self) -> tuple[str, str, int]:
        """The team, the assignment and the number of the window."""
        return self.window.team, self.window.assignment, self.window.number


_COLUMNS = (
    *(assignments.c[each.name] for each in fields(Assignment)),
    *(windows.c[each.name] for each in fields(Window)),
)
_WIDTH = len(fields(Assignment))
_NOW = bindparam("now", type_=UtcDateTime())
_OPEN = (
    select(*_COLUMNS)
    .select_from(
        windows.join(assignments, and_(assignments.c.team == windows.c.team, assignments.c.id == windows.c.assignment))
    )
    .where(windows.c.opens_at <= _NOW, windows.c.closes_at > _NOW, assignments.c.status != "cancelled")
    .order_by(windows.c.closes_at, windows.c.assignment, windows.c.number)
)
_OF_PACK = _OPEN.where(
    assignments.c.team == bindparam("in_team"),
    assignments.c.pack == bindparam("of_pack"),
    assignments.c.draw_epoch == bindparam("of_epoch"),
)
_UNTIL = bindparam("until", type_=UtcDateTime())
_WITHHOLD = (
    update(runs)
    .where(
        runs.c.team == bindparam("in_team"),
        runs.c.pack == bindparam("of_pack"),
        runs.c.draw_epoch == bindparam("of_epoch"),
        runs.c.seed.in_(bindparam("seeds", expanding=True)),
        (runs.c.status != "ended") | runs.c.withheld_until.is_not(None),
        runs.c.withheld_until.is_(None) | (runs.c.withheld_until < _UNTIL),
    )
    .values(withheld_until=_UNTIL)
)


async def of_pack(
    connection: Connection, team: str, pack: str, draw_epoch: int, now: datetime
) -> tuple[OpenWindow, ...]:
    """The open windows on buyers of this draw of the pack, the soonest closing first."""
    rows = await connection.all(_OF_PACK, in_team=team, of_pack=pack, of_epoch=draw_epoch, now=now)
    return tuple(map(_open_window, rows))


async def everywhere(connection: Connection, now: datetime) -> tuple[OpenWindow, ...]:
    """The open windows of all teams."""
    return tuple(map(_open_window, await connection.all(_OPEN, now=now)))


async def withhold(connection: Connection, each: OpenWindow) -> int:
    """How many runs on the window's buyers, under way or withheld already, are from now on withheld until it closes."""
    place = {"in_team": each.window.team, "of_pack": each.assignment.pack, "of_epoch": each.assignment.draw_epoch}
    return await connection.run(_WITHHOLD, **place, seeds=list(each.window.seeds), until=each.window.closes_at)


def _open_window(row: Any) -> OpenWindow:
    return OpenWindow(read_assignment(row[:_WIDTH]), read_window(row[_WIDTH:]))
