"""Who an assignment is for: people, user groups and whole channels, down to those who can practise."""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from bot.flows.directory import CannotSee, Directory, Group
from bot.orders import NOBODY, Complaint
from storage.assignments import Whom
from storage.people import Person

MOST_PEOPLE = 500


class Asked(NamedTuple):
    """Whom a manager named. `handles` are names after an @ that are perhaps those of user groups."""

    people: Sequence[str] = ()
    groups: Sequence[str] = ()
    channels: Sequence[str] = ()
    handles: Sequence[str] = ()


class Found(NamedTuple):
    """Who is meant, and everybody who can practise among them, by their ids."""

    whom: Whom
    people: Mapping[str, Person]


async def find_people(directory: Directory, manager: str, asked: Asked, complaints: list[Complaint]) -> Found:
    """Everybody who is meant; what keeps somebody out goes to the complaints."""
    named = await _named(directory, tuple(dict.fromkeys(asked.people)), complaints)
    groups = tuple(dict.fromkeys((*asked.groups, *await _by_handle(directory, asked.handles, complaints))))
    whom = Whom(tuple(named), groups, tuple(dict.fromkeys(asked.channels)))
    members = await _members(directory, whom, complaints)
    people = await _who_can(directory, manager, named, members)
    if not any(complaint.about == "who" for complaint in complaints):
        _complain_of_number(whom, people, complaints)
    return Found(whom, people)


async def people_of(directory: Directory, manager: str, whom: Whom) -> Mapping[str, Person]:
    """Everybody who is meant at this moment and can practise; the manager only where they named themselves.

    Who has left since, or what can no longer be seen, is left out.
    """
    known = await directory.people(whom.people)
    named = {user: person for user, person in known.items() if person.can_practise}
    return await _who_can(directory, manager, named, await _members(directory, whom, []))


async def _named(directory: Directory, users: tuple[str, ...], complaints: list[Complaint]) -> dict[str, Person]:
    known = await directory.people(users)
    for user in users:
        found = known.get(user)
        if found is None:
            told = "I don't know that person. Write their name after an @ and choose them from the list."
            complaints.append(Complaint("who", f"<@{user}>", told))
        elif found.is_app:
            complaints.append(Complaint("who", found.name, "is an app. Only people can practise."))
        elif found.has_left:
            complaints.append(Complaint("who", found.name, "has been deactivated in this workspace. Leave them out."))
    return {user: person for user, person in known.items() if person.can_practise}


async def _by_handle(directory: Directory, handles: Sequence[str], complaints: list[Complaint]) -> tuple[str, ...]:
    """The user groups of these handles."""
    if not handles:
        return ()
    try:
        groups = {group.handle.lower(): group for group in await directory.groups()}
    except CannotSee as refusal:
        complaints.append(Complaint("who", f"@{handles[0]}", str(refusal)))
        return ()
    for handle in handles:
        if handle.lower() not in groups:
            complaints.append(Complaint("who", f"@{handle}", _no_such_group(handle, groups)))
    return tuple(groups[handle.lower()].id for handle in handles if handle.lower() in groups)


def _no_such_group(handle: str, groups: Mapping[str, Group]) -> str:
    near = get_close_matches(handle.lower()[:40], list(groups), n=1)
    if near:
        return f"There is no user group of that name. Did you mean @{groups[near[0]].handle}?"
    there_are = ", ".join(f"@{group.handle}" for group in list(groups.values())[:10])
    groups_here = f"There are the user groups {there_are}." if there_are else "There are no user groups here."
    return f"There is nobody of that name. {groups_here} People are chosen from the list that Slack offers after an @."


async def _members(directory: Directory, whom: Whom, complaints: list[Complaint]) -> tuple[str, ...]:
    """Everybody in the groups and the channels."""
    found: list[str] = []
    for group in whom.groups:
        try:
            found += await directory.members_of_group(group)
        except CannotSee as refusal:
            complaints.append(Complaint("who", f"<!subteam^{group}>", str(refusal)))
    for channel in whom.channels:
        try:
            found += await directory.members_of_channel(channel)
        except CannotSee as refusal:
            complaints.append(Complaint("who", f"<#{channel}>", str(refusal)))
    return tuple(dict.fromkeys(found))


async def _who_can(
    directory: Directory, manager: str, named: Mapping[str, Person], members: Sequence[str]
) -> dict[str, Person]:
    """Those named, and of the members whoever can practise but the manager."""
    others = await directory.people([user for user in members if user not in named and user != manager])
    return {**named, **{user: person for user, person in others.items() if person.can_practise}}


def _complain_of_number(whom: Whom, people: Mapping[str, Person], complaints: list[Complaint]) -> None:
    if whom == Whom():
        told = "Write @someone, @a-group or `everyone in #channel`."
        complaints.append(Complaint("who", NOBODY, told))
    elif not people:
        shown = ", ".join((*(f"<!subteam^{each}>" for each in whom.groups), *(f"<#{each}>" for each in whom.channels)))
        told = "Nobody but you and apps is in there. To play it yourself, write `me`."
        complaints.append(Complaint("who", shown, told))
    elif len(people) > MOST_PEOPLE:
        told = f"An assignment is for {MOST_PEOPLE} people at most. Split it."
        complaints.append(Complaint("who", f"{len(people)} people", told))
