"""The lists of seeds that a workspace's managers made, beside those of the packs' authors."""

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import and_, bindparam, delete, select

from engine.scenario.seed_pack import SeedPack
from storage.connection import Connection
from storage.team_tables import seed_packs
from storage.transaction import Found

DESCRIPTION = "Made in this workspace."
SKILL = "Your team's own list"


class Made(NamedTuple):
    """A list, who made it, and when."""

    listed: SeedPack
    made_by: str
    made_at: datetime


_TEAM = seed_packs.c.team == bindparam("in_team")
_OF_TEAM = (
    select(*(seed_packs.c[name] for name in ("id", "pack", "draw_epoch", "title", "seeds", "made_by", "made_at")))
    .where(_TEAM)
    .order_by(seed_packs.c.pack, seed_packs.c.made_at, seed_packs.c.id)
)
_REMOVE = delete(seed_packs).where(
    and_(_TEAM, seed_packs.c.pack == bindparam("of_pack"), seed_packs.c.id == bindparam("this"))
)


async def of_team(connection: Connection, team: str) -> tuple[Made, ...]:
    """Every list of the team, by pack, the oldest first."""
    return tuple(_made(row) for row in await connection.all(_OF_TEAM, in_team=team))


async def add(connection: Connection, team: str, made: Made) -> bool:
    """Whether the pack had no such list of the team's so far."""
    listed = made.listed
    row: dict[str, Any] = {
        "team": team,
        "pack": listed.pack,
        "id": listed.id,
        "draw_epoch": listed.draw_epoch,
        "title": listed.title,
        "seeds": list(listed.seeds),
        "made_by": made.made_by,
        "made_at": made.made_at,
    }
    return await connection.do(lambda there: there.insert_new(seed_packs, row, seed_packs.c.id)) is not None


async def remove(connection: Connection, team: str, pack: str, name: str) -> bool:
    """Whether there was such a list."""
    return bool(await connection.run(_REMOVE, in_team=team, of_pack=pack, this=name))


def of_workspace(name: str, pack: str, draw_epoch: int, title: str, seeds: tuple[int, ...]) -> SeedPack:
    """A list as a manager makes it."""
    return SeedPack(name, pack, draw_epoch, title, DESCRIPTION, SKILL, seeds, "workspace")


def _made(row: Found) -> Made:
    name, pack, draw_epoch, title, seeds, made_by, made_at = row
    return Made(of_workspace(name, pack, draw_epoch, title, tuple(seeds)), made_by, made_at)
