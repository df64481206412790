"""Who the managers are: those whom the settings name, or else the workspace's admins and owners."""

from collections.abc import Iterator, Mapping
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

_PAGE = 200
_NOBODY = "user_not_found"


class SlackManagers:
    """The managers, asked for anew each time: who has lost the role since cannot use an old button."""

    def __init__(self, client: AsyncWebClient, named: tuple[str, ...] = ()) -> None:
        self._client = client
        self._named = named

    async def everyone(self) -> tuple[str, ...]:
        """Every manager: as named, or in the order in which Slack lists the workspace's people."""
        if self._named:
            return self._named
        found: list[str] = []
        cursor = ""
        while True:
            page = await self._client.users_list(limit=_PAGE, cursor=cursor or None)
            found += _admins_in(page.get("members") or ())
            cursor = str((page.get("response_metadata") or {}).get("next_cursor") or "")
            if not cursor:
                return tuple(found)

    async def includes(self, user: str) -> bool:
        """Whether the person is a manager now."""
        if self._named:
            return user in self._named
        try:
            return _is_admin((await self._client.users_info(user=user))["user"])
        except SlackApiError as error:
            if error.response.get("error") == _NOBODY:
                return False
            raise


def _admins_in(members: Any) -> Iterator[str]:
    return (str(member["id"]) for member in members if _is_admin(member))


def _is_admin(member: Mapping[str, Any]) -> bool:
    """Whether they run the workspace: apps and those who have left do not."""
    if member.get("deleted") or member.get("is_bot"):
        return False
    return bool(member.get("is_admin") or member.get("is_owner"))
