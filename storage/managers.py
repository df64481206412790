"""The managers that a workspace's admins have made, beside those admins."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import and_, bindparam, delete, select

from storage.connection import Connection
from storage.team_tables import managers


class Manager(NamedTuple):
    """Somebody who was made a manager, by whom, and when."""

    person: str
    made_by: str
    made_at: datetime


_TEAM = managers.c.team == bindparam("in_team")
_THIS = and_(_TEAM, managers.c.person == bindparam("who"))
_ALL = select(managers.c.person, managers.c.made_by, managers.c.made_at).where(_TEAM).order_by(managers.c.made_at)
_IS = select(managers.c.person).where(_THIS)
_REMOVE = delete(managers).where(_THIS)


async def of_team(connection: Connection, team: str) -> tuple[Manager, ...]:
    """Those who were made managers, in the order in which they were."""
    return tuple(Manager(*row) for row in await connection.all(_ALL, in_team=team))


async def includes(connection: Connection, team: str, person: str) -> bool:
    """Whether the person was made a manager, and still is."""
    return await connection.first(_IS, in_team=team, who=person) is not None


async def add(connection: Connection, team: str, manager: Manager) -> bool:
    """Whether the person was no manager so far."""
    row = {"team": team, **manager._asdict()}
    return await connection.do(lambda there: there.insert_new(managers, row, managers.c.person)) is not None


async def remove(connection: Connection, team: str, person: str) -> bool:
    """Whether the person was a manager."""
    return bool(await connection.run(_REMOVE, in_team=team, who=person))
