"""Those who have opened their Home."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, select

from storage.database import Database
from storage.privacy_tables import homes
from storage.transaction import Transaction

_OPENED = select(homes.c.person).where(
    homes.c.team == bindparam("in_team"), homes.c.person.in_(bindparam("them", expanding=True))
)


async def note_opened(database: Database, team: str, person: str, now: datetime) -> None:
    """From now on the person's Home is drawn again when something changes."""
    if await opened_by(database, team, (person,)):
        return
    row = {"team": team, "person": person, "opened_at": now}

    def note(transaction: Transaction) -> None:
        transaction.insert_new(homes, row, homes.c.person)

    await database.write(note)


async def opened_by(database: Database, team: str, persons: Sequence[str]) -> frozenset[str]:
    """Those of them who have opened their Home."""
    rows = await database.read(lambda there: there.all(_OPENED, in_team=team, them=list(persons)))
    return frozenset(row[0] for row in rows)
