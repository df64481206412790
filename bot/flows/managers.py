"""Who may decide, and what everyone else is told."""

from typing import Literal, Protocol

from engine.errors import RuleViolation
from storage.disputes import Dispute

Role = Literal["outsider", "rep", "manager", "admin"]
"""Outsiders are apps and those who have left. Admins make managers; they are what the workspace or the settings say."""


class Managers(Protocol):
    """The managers of the workspace, by their user ids."""

    async def everyone(self) -> tuple[str, ...]:
        """Every manager, admins first."""

    async def admins(self) -> tuple[str, ...]:
        """Those who are managers without having been made one."""

    async def role(self, user: str) -> Role:
        """What the person is, as it is at this moment."""

    async def includes(self, user: str) -> bool:
        """Whether the person is a manager or an admin, as it is at this moment."""


async def only_managers(managers: Managers, user: str) -> None:
    """RuleViolation unless the person is a manager."""
    if not await managers.includes(user):
        raise RuleViolation("Only managers can do that. `/haggle managers` lists them.")


async def only_admins(managers: Managers, user: str) -> None:
    """RuleViolation unless the person is an admin."""
    if await managers.role(user) != "admin":
        raise RuleViolation(
            "Only admins can do that: those that whoever runs Haggle has named, or else the workspace's admins."
        )


async def only_their_judges(managers: Managers, dispute: Dispute, user: str) -> None:
    """RuleViolation unless the person may decide this dispute: nobody decides their own while there is another."""
    await only_managers(managers, user)
    if dispute.rep == user and set(await managers.everyone()) - {user}:
        raise RuleViolation("This is your own run, so another manager has to decide. They have it in their messages.")


async def judges_of(managers: Managers, dispute: Dispute) -> tuple[str, ...]:
    """The managers who may decide it: the rep only where there is nobody else."""
    everyone = await managers.everyone()
    return tuple(each for each in everyone if each != dispute.rep) or everyone
