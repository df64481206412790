"""Who an assignment is for at this moment: those who are named, and who is in its groups and channels by now."""

from collections.abc import Awaitable, Callable, Sequence
from typing import NamedTuple

from bot.flows.directory import CannotSee, Directory
from storage.assignments import Whom
from storage.people import Person


class Members(NamedTuple):
    """Those who can practise, by their ids, and what Slack does not let the app see."""

    people: dict[str, Person]
    unseen: tuple[str, ...]


async def members_of(directory: Directory, whom: Whom, manager: str) -> Members:
    """Everybody it is for, each once; without apps and those who have left, and without the manager unless named."""
    groups, hidden_groups = await _all_in(directory.members_of_group, whom.groups)
    channels, hidden_channels = await _all_in(directory.members_of_channel, whom.channels)
    found = await directory.people((*whom.people, *groups, *channels))
    others = {person for person in found if person != manager or person in whom.people}
    able = {person: each for person, each in found.items() if each.can_practise and person in others}
    return Members(able, (*hidden_groups, *hidden_channels))


async def _all_in(
    look: Callable[[str], Awaitable[tuple[str, ...]]], places: Sequence[str]
) -> tuple[list[str], list[str]]:
    """Who is in the places, and why some cannot be seen."""
    found: list[str] = []
    hidden: list[str] = []
    for place in places:
        try:
            found += await look(place)
        except CannotSee as unseen:
            hidden.append(str(unseen))
    return found, hidden
