"""What managers are about to assign: kept until they confirm it, so that it outlives a restart."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import and_, bindparam, delete, select, update

from storage.columns import Json
from storage.connection import Connection
from storage.team_tables import drafts

Status = Literal["open", "placed", "discarded"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An order of a manager's. `revision` grows with every change, so that an older card of it is known as such."""

    team: str
    id: str
    manager: str
    order: Mapping[str, Any]
    made_at: datetime
    revision: int = 0
    status: Status = "open"


_FIELDS = tuple(each.name for each in fields(Draft))
_THIS = and_(drafts.c.team == bindparam("in_team"), drafts.c.id == bindparam("this"))
_GET = select(*(drafts.c[name] for name in _FIELDS)).where(_THIS)
_HOLD = _GET.with_for_update()
_CHANGE = (
    update(drafts)
    .where(_THIS)
    .values(
        order=bindparam("new_order", type_=Json), revision=bindparam("new_revision"), status=bindparam("new_status")
    )
)
_FORGET = delete(drafts).where(drafts.c.made_at < bindparam("before"))


async def add(connection: Connection, draft: Draft) -> bool:
    """Whether it was new; no effect where there is one of that id."""
    row = {name: getattr(draft, name) for name in _FIELDS} | {"order": dict(draft.order)}
    return await connection.do(lambda there: there.insert_new(drafts, row, drafts.c.id)) is not None


async def get(connection: Connection, team: str, draft: str) -> Draft | None:
    """The draft of that id in the team."""
    row = await connection.first(_GET, in_team=team, this=draft)
    return None if row is None else Draft(**dict(zip(_FIELDS, row, strict=True)))


async def hold(connection: Connection, team: str, draft: str) -> Draft | None:
    """The same; until the transaction ends, nobody else who holds it gets any further."""
    row = await connection.first(_HOLD, in_team=team, this=draft)
    return None if row is None else Draft(**dict(zip(_FIELDS, row, strict=True)))


async def change(connection: Connection, draft: Draft) -> None:
    """Stores it as it is now; the one of its id must be held."""
    values = {"new_order": dict(draft.order), "new_revision": draft.revision, "new_status": draft.status}
    await connection.run(_CHANGE, in_team=draft.team, this=draft.id, **values)


async def forget(connection: Connection, before: datetime) -> int:
    """The number of drafts forgotten: those begun before `before`."""
    return await connection.run(_FORGET, before=before)
