"""Admins read who saw or changed what; it holds no text that anybody wrote."""

from bot.flows.house import House
from bot.flows.managers import Managers, only_admins
from storage import audit
from storage.audit import Act

MOST = 25


async def latest_acts(house: House, managers: Managers, team: str, user: str) -> tuple[Act, ...]:
    """The latest acts, the last first; RuleViolation unless the person is an admin."""
    await only_admins(managers, user)
    async with house.database.reading() as connection:
        return await audit.latest(connection, team, MOST)
