"""Who the managers are: those whom the settings name, or else the workspace's admins; and whom these have made one."""

from bot.delivery.directory import SlackDirectory
from bot.flows.managers import Role
from storage import managers
from storage.database import Database


class SlackManagers:
    """The roles of a workspace's people, looked up anew each time: who has lost one cannot use an old button."""

    def __init__(self, directory: SlackDirectory, database: Database, team: str, named: tuple[str, ...] = ()) -> None:
        self._directory = directory
        self._database = database
        self._team = team
        self._named = named

    async def role(self, user: str) -> Role:
        """What the person is at this moment."""
        if user in self._named:
            return "admin"
        person = await self._directory.person(user)
        if person is None or not person.can_practise:
            return "outsider"
        if person.runs_workspace and not self._named:
            return "admin"
        async with self._database.reading() as connection:
            return "manager" if await managers.includes(connection, self._team, user) else "rep"

    async def includes(self, user: str) -> bool:
        """Whether the person is a manager or an admin now."""
        return await self.role(user) in ("admin", "manager")

    async def admins(self) -> tuple[str, ...]:
        """Those who are managers without having been made one."""
        return self._named or await self._directory.admins()

    async def everyone(self) -> tuple[str, ...]:
        """Every manager: admins first, then those who were made one and have not left."""
        async with self._database.reading() as connection:
            made = tuple(each.person for each in await managers.of_team(connection, self._team))
        known = await self._directory.people(made)
        here = tuple(person for person in made if person in known and known[person].can_practise)
        return tuple(dict.fromkeys((*await self.admins(), *here)))
