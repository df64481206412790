"""Excerpts of runs, kept with their reps' consent, and those that each seed was given."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Integer, and_, bindparam, delete, select

from engine.prompting.excerpts import Excerpt
from storage.connection import Connection
from storage.preferences import is_allowed
from storage.runs import Run
from storage.tables import excerpts, seed_excerpts
from storage.transaction import Transaction

MOST_POOLED = 2_000
"""Excerpts of a manner that are chosen from, the latest."""


class SeedOf(NamedTuple):
    """A team's buyer: whom the excerpts are for."""

    team: str
    pack: str
    draw_epoch: int
    seed: int


_OF_STYLE = (
    select(excerpts.c.id)
    .where(
        excerpts.c.team == bindparam("in_team"),
        excerpts.c.pack == bindparam("of_pack"),
        excerpts.c.style == bindparam("of_style"),
    )
    .order_by(excerpts.c.at.desc())
    .limit(bindparam("most", type_=Integer))
)
_NAMED = select(excerpts.c.style, excerpts.c.answering, excerpts.c.said).where(
    excerpts.c.team == bindparam("in_team"),
    excerpts.c.pack == bindparam("of_pack"),
    excerpts.c.id.in_(bindparam("ids", expanding=True)),
)
_OF_SEED = and_(
    seed_excerpts.c.team == bindparam("in_team"),
    seed_excerpts.c.pack == bindparam("of_pack"),
    seed_excerpts.c.draw_epoch == bindparam("of_epoch"),
    seed_excerpts.c.seed == bindparam("of_seed"),
)
_GIVEN = select(seed_excerpts.c.excerpt).where(_OF_SEED).order_by(seed_excerpts.c.position)
_TAKE_BACK = delete(seed_excerpts).where(_OF_SEED)


def keep(transaction: Transaction, run: Run, found: Sequence[Excerpt], at: datetime) -> None:
    """Keeps what was found in the run, if its rep allows it; each excerpt of a rep is kept once."""
    if not found or not is_allowed(transaction, run.team, run.rep):
        return
    whose = {"team": run.team, "pack": run.pack, "rep": run.rep, "run_id": run.id, "at": at}
    for each in found:
        transaction.insert_new(excerpts, {"id": each.id, **each._asdict(), **whose}, excerpts.c.id)


async def of_style(connection: Connection, team: str, pack: str, style: str) -> frozenset[str]:
    """Ids of the team's latest excerpts of that manner."""
    rows = await connection.all(_OF_STYLE, in_team=team, of_pack=pack, of_style=style, most=MOST_POOLED)
    return frozenset(row[0] for row in rows)


async def given_to(connection: Connection, whom: SeedOf) -> tuple[str, ...]:
    """Ids of what the seed was given, in order; some may be gone by now."""
    return tuple(row[0] for row in await connection.all(_GIVEN, **_named(whom)))


async def give(connection: Connection, whom: SeedOf, ids: Sequence[str]) -> None:
    """Gives these to the seed, in place of what it had."""
    key = whom._asdict()

    def put(transaction: Transaction) -> None:
        transaction.run(_TAKE_BACK, **_named(whom))
        for position, each in enumerate(ids):
            row = {**key, "position": position, "excerpt": each}
            transaction.insert_new(seed_excerpts, row, seed_excerpts.c.position)

    await connection.do(put)


async def texts(connection: Connection, team: str, pack: str, ids: Collection[str]) -> tuple[Excerpt, ...]:
    """The excerpts of these ids, in their order, without those that are gone."""
    rows = await connection.all(_NAMED, in_team=team, of_pack=pack, ids=list(ids)) if ids else ()
    known = {each.id: each for each in (Excerpt(*row) for row in rows)}
    return tuple(known[each] for each in ids if each in known)


def _named(whom: SeedOf) -> dict[str, str | int]:
    return {"in_team": whom.team, "of_pack": whom.pack, "of_epoch": whom.draw_epoch, "of_seed": whom.seed}
