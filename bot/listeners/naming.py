"""What people are called."""

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

NOBODY_KNOWS = "Somebody"


async def name_of(client: AsyncWebClient, user: str) -> str:
    """The name that the person goes by, to be shown as text: a mention would call them."""
    try:
        found = (await client.users_info(user=user))["user"]
    except SlackApiError:
        return NOBODY_KNOWS
    profile = found.get("profile") or {}
    names = (profile.get("display_name"), profile.get("real_name"), found.get("real_name"), found.get("name"))
    return next((str(name) for name in names if name), NOBODY_KNOWS)
