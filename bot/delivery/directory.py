"""People as the database knows them, asked of Slack where it does not; groups and channels as Slack shows them."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.flows.directory import CannotSee, Group
from storage import people
from storage.database import Database
from storage.people import Person

FRESH = timedelta(hours=1)
"""Slack tells of changes by itself; what it told longer ago is asked for again, in case that was lost."""
PAGE = 200
A_FEW = 20
"""So many people are asked for one by one: Slack allows a hundred such calls a minute, and twenty pages of its list."""
_NOBODY = {"user_not_found", "users_not_found", "user_not_visible"}
UNNAMED = "Somebody"


class SlackDirectory:
    """The directory of one workspace."""

    def __init__(self, client: AsyncWebClient, database: Database, team: str, now: Callable[[], datetime]) -> None:
        self._client = client
        self._database = database
        self._team = team
        self._now = now

    async def person(self, user: str) -> Person | None:
        """The person or app of that id; None where there is nobody."""
        return (await self.people((user,))).get(user)

    async def people(self, users: Sequence[str]) -> dict[str, Person]:
        """Those of them that there are, by their ids."""
        wanted = tuple(dict.fromkeys(users))
        async with self._database.reading() as connection:
            known = await people.these(connection, self._team, wanted)
        stale = self._now() - FRESH
        unsure = [user for user in wanted if user not in known or known[user].seen_at < stale]
        if unsure:
            known |= {person.person: person for person in await self._look_up(unsure)}
        return {user: known[user] for user in wanted if user in known}

    async def note(self, user: Mapping[str, Any]) -> Person:
        """Keeps what Slack tells of a person."""
        person = person_of(user, self._team, self._now())
        async with self._database.writing() as connection:
            await people.put(connection, person)
        return person

    async def hear(self, user: Mapping[str, Any]) -> None:
        """Keeps what Slack tells by itself of somebody who is known; of others nothing is kept until it is needed."""
        async with self._database.reading() as connection:
            known = await people.get(connection, self._team, str(user["id"]))
        if known is not None:
            await self.note(user)

    async def admins(self) -> tuple[str, ...]:
        """Those who run the workspace, in the order in which Slack lists its people."""
        return await admins_of(self._client)

    async def groups(self) -> tuple[Group, ...]:
        """Every user group that is in use."""
        try:
            listed = (await self._client.usergroups_list())["usergroups"]
        except SlackApiError as error:
            raise CannotSee(_why_not(error, "user groups")) from error
        found: Sequence[Mapping[str, Any]] = listed
        return tuple(Group(str(each["id"]), str(each["handle"]), str(each["name"])) for each in found)

    async def members_of_group(self, group: str) -> tuple[str, ...]:
        """The ids of those in the user group; CannotSee where there is no such group, or the app may not look."""
        try:
            return tuple((await self._client.usergroups_users_list(usergroup=group))["users"])
        except SlackApiError as error:
            raise CannotSee(_why_not(error, "that user group")) from error

    async def members_of_channel(self, channel: str) -> tuple[str, ...]:
        """The ids of those in the channel; CannotSee where the app is not in it."""
        found: list[str] = []
        cursor = ""
        while True:
            try:
                page = await self._client.conversations_members(channel=channel, limit=PAGE, cursor=cursor or None)
            except SlackApiError as error:
                raise CannotSee(_why_not(error, "that channel")) from error
            found += page["members"]
            cursor = str((page.get("response_metadata") or {}).get("next_cursor") or "")
            if not cursor:
                return tuple(found)

    async def _look_up(self, users: Sequence[str]) -> list[Person]:
        """Those of them that Slack knows, kept: a few are asked for side by side, more are looked for in its list."""
        if len(users) > A_FEW:
            wanted = set(users)
            told = [user async for user in listed(self._client) if str(user["id"]) in wanted]
        else:
            told = [user for user in await asyncio.gather(*map(self._ask, users)) if user]
        found = [person_of(user, self._team, self._now()) for user in told]
        async with self._database.writing() as connection:
            for person in found:
                await people.put(connection, person)
        return found

    async def _ask(self, user: str) -> Mapping[str, Any] | None:
        try:
            asked: Mapping[str, Any] = (await self._client.users_info(user=user))["user"]
            return asked
        except SlackApiError as error:
            if error.response.get("error") in _NOBODY:
                return None
            raise


async def admins_of(client: AsyncWebClient) -> tuple[str, ...]:
    """Those who run the workspace, in the order in which Slack lists its people; apps and who has left do not."""
    return tuple([str(user["id"]) async for user in listed(client) if _runs_workspace(user)])


async def listed(client: AsyncWebClient) -> AsyncIterator[Mapping[str, Any]]:
    """Everybody in the workspace as Slack tells of them, page by page."""
    cursor = ""
    while True:
        page = await client.users_list(limit=PAGE, cursor=cursor or None)
        for user in page.get("members") or ():
            yield user
        cursor = str((page.get("response_metadata") or {}).get("next_cursor") or "")
        if not cursor:
            return


def _runs_workspace(user: Mapping[str, Any]) -> bool:
    return bool(user.get("is_admin") or user.get("is_owner")) and not user.get("deleted") and not user.get("is_bot")


def person_of(user: Mapping[str, Any], team: str, at: datetime) -> Person:
    """The person in a `user` object of Slack's."""
    return Person(
        team=team,
        person=str(user["id"]),
        name=name_in(user),
        zone=str(user.get("tz") or "UTC"),
        is_app=bool(user.get("is_bot")) or user["id"] == "USLACKBOT",
        has_left=bool(user.get("deleted")),
        runs_workspace=bool(user.get("is_admin") or user.get("is_owner")),
        seen_at=at,
    )


def name_in(user: Mapping[str, Any]) -> str:
    """The name that the person in a `user` object of Slack's goes by."""
    profile = user.get("profile") or {}
    names = (profile.get("display_name"), profile.get("real_name"), user.get("real_name"), user.get("name"))
    return next((str(name) for name in names if name), UNNAMED)


def _why_not(error: SlackApiError, what: str) -> str:
    match error.response.get("error", ""):
        case "missing_scope":
            return f"Slack does not let me see {what}: install the app again from its manifest, which asks for that."
        case "not_in_channel" | "channel_not_found":
            return "I am not in that channel. Type /invite @Haggle there, then try again."
        case "no_such_subteam" | "subteam_not_found":
            return "There is no such user group any more."
        case name:
            return f"Slack does not show me {what} ({name})."
