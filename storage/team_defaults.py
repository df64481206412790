"""How a team's runs are held when nobody says otherwise."""

from typing import NamedTuple

from sqlalchemy import bindparam, select, update

from storage.connection import Connection
from storage.tables import team_defaults
from storage.transaction import Transaction


class Usual(NamedTuple):
    """The mode, and the model that words runs in it; without a name it is whichever is the usual one."""

    mode: str = "strict"
    model: str = ""


_THIS = team_defaults.c.team == bindparam("in_team")
_OF_TEAM = select(team_defaults.c.mode, team_defaults.c.model).where(_THIS)
_CHANGE = update(team_defaults).where(_THIS).values(mode=bindparam("new_mode"), model=bindparam("new_model"))


async def of_team(connection: Connection, team: str) -> Usual:
    """What the team has chosen; strict where it has chosen nothing."""
    row = await connection.first(_OF_TEAM, in_team=team)
    return Usual(*row) if row else Usual()


async def choose(connection: Connection, team: str, usual: Usual) -> None:
    """From now on this is what the team has chosen."""

    def put(transaction: Transaction) -> None:
        if not transaction.run(_CHANGE, in_team=team, new_mode=usual.mode, new_model=usual.model):
            transaction.insert_new(team_defaults, {"team": team, **usual._asdict()}, team_defaults.c.team)

    await connection.do(put)
