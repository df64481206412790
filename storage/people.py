"""What is known of the people of a workspace, as Slack last told it."""

from dataclasses import asdict, dataclass, fields
from datetime import datetime

from sqlalchemy import and_, bindparam, select, update

from storage.columns import UtcDateTime
from storage.connection import Connection
from storage.team_tables import people
from storage.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody in a workspace, or an app. `zone` is the IANA name of their time zone.

    `runs_workspace` holds for its admins and owners, `has_left` for a deactivated account.
    """

    team: str
    person: str
    name: str
    zone: str
    seen_at: datetime
    is_app: bool = False
    has_left: bool = False
    runs_workspace: bool = False

    @property
    def can_practise(self) -> bool:
        """Whether this is somebody who can hold a run."""
        return not self.is_app and not self.has_left


_FIELDS = tuple(each.name for each in fields(Person))
_TEAM = people.c.team == bindparam("in_team")
_THIS = and_(_TEAM, people.c.person == bindparam("who"))
_COLUMNS = select(*(people.c[name] for name in _FIELDS))
_GET = _COLUMNS.where(_THIS)
_THESE = _COLUMNS.where(_TEAM, people.c.person.in_(bindparam("them", expanding=True)))
_CHANGED = {
    name: bindparam(f"new_{name}", type_=UtcDateTime() if name == "seen_at" else None)
    for name in _FIELDS
    if name not in ("team", "person")
}
_CHANGE = update(people).where(_THIS).values(**_CHANGED)


async def get(connection: Connection, team: str, person: str) -> Person | None:
    """The person, None while Slack has not been asked."""
    row = await connection.first(_GET, in_team=team, who=person)
    return None if row is None else Person(**dict(zip(_FIELDS, row, strict=True)))


async def these(connection: Connection, team: str, persons: tuple[str, ...]) -> dict[str, Person]:
    """Those of them that are known, by their ids."""
    rows = await connection.all(_THESE, in_team=team, them=persons)
    found = (Person(**dict(zip(_FIELDS, row, strict=True))) for row in rows)
    return {each.person: each for each in found}


async def put(connection: Connection, person: Person) -> None:
    """From now on this is what is known of the person."""

    def keep(transaction: Transaction) -> None:
        row = asdict(person)
        changed = {f"new_{name}": row[name] for name in _CHANGED}
        if not transaction.run(_CHANGE, in_team=person.team, who=person.person, **changed):
            transaction.insert_new(people, row, people.c.person)

    await connection.do(keep)
