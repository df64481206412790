"""What the team's use of language models comes to, for managers."""

from bot.flows.house import House
from bot.flows.managers import Managers, only_managers
from engine.llm.budget import day_of
from storage import audit, team_usage
from storage.audit import Act
from storage.team_usage import TeamUsage


async def use_of_team(house: House, managers: Managers, team: str, user: str) -> TeamUsage:
    """The team's use as it stands; RuleViolation unless the person is a manager."""
    await only_managers(managers, user)
    now = house.now()
    async with house.database.writing() as connection:
        await audit.note(connection, team, Act(now, user, "saw usage", "", {}))
    async with house.database.reading() as connection:
        return await team_usage.of_team(connection, team, house.caps, day_of(now))
