"""Who people are, and who is in a group or a channel."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from engine.errors import HaggleError
from storage.people import Person


class CannotSee(HaggleError):
    """Slack does not show the app who is in there; whoever asked can mend it."""


class Group(NamedTuple):
    """A user group of the workspace, with its handle without the @."""

    id: str
    handle: str
    name: str


class Directory(Protocol):
    """The people, user groups and channels of the workspace."""

    async def person(self, user: str) -> Person | None:
        """The person or app of that id; None where there is nobody."""

    async def people(self, users: Sequence[str]) -> dict[str, Person]:
        """Those of them that there are, by their ids."""

    async def groups(self) -> tuple[Group, ...]:
        """Every user group that is in use."""

    async def members_of_group(self, group: str) -> tuple[str, ...]:
        """The ids of those in the user group; CannotSee where there is no such group, or the app may not look."""

    async def members_of_channel(self, channel: str) -> tuple[str, ...]:
        """The ids of those in the channel; CannotSee where the app is not in it."""
