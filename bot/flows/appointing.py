"""Admins make people managers, and take that back."""

from bot.flows.directory import Directory
from bot.flows.house import House
from bot.flows.managers import Managers, only_admins
from engine.errors import RuleViolation
from storage import audit, managers
from storage.audit import Act
from storage.managers import Manager


async def appointed(house: House, roles: Managers, team: str) -> tuple[tuple[str, ...], tuple[Manager, ...]]:
    """The admins, who are managers anyway, and those who were made managers; everybody may know."""
    async with house.database.reading() as connection:
        made = await managers.of_team(connection, team)
    return await roles.admins(), made


async def appoint(house: House, roles: Managers, directory: Directory, team: str, by: str, person: str) -> None:
    """Makes the person a manager; RuleViolation says why not."""
    await only_admins(roles, by)
    found = await directory.person(person)
    if found is None:
        raise RuleViolation("I don't know that person. Write their name after an @ and choose them from the list.")
    if found.is_app:
        raise RuleViolation(f"{found.name} is an app. Only people can be managers.")
    if found.has_left:
        raise RuleViolation(f"{found.name} has been deactivated in this workspace.")
    if await roles.includes(person):
        raise RuleViolation(f"{found.name} is a manager already.")
    now = house.now()
    async with house.database.writing() as connection:
        if await managers.add(connection, team, Manager(person, by, now)):
            await audit.note(connection, team, Act(now, by, "made manager", person, {}))


async def dismiss(house: House, roles: Managers, team: str, by: str, person: str) -> None:
    """The person, who was made a manager, is none any more; everybody may step down. RuleViolation says why not."""
    if by != person:
        await only_admins(roles, by)
    if person in await roles.admins():
        raise RuleViolation(
            "Admins are managers as long as they are admins: of the workspace, or in HAGGLE_MANAGERS if that is set."
        )
    now = house.now()
    async with house.database.writing() as connection:
        if not await managers.remove(connection, team, person):
            raise RuleViolation("That person is no manager.")
        await audit.note(connection, team, Act(now, by, "removed manager", person, {}))
