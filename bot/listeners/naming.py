"""What people are called."""

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.delivery.directory import UNNAMED, name_in


async def name_of(client: AsyncWebClient, user: str) -> str:
    """The name that the person goes by, to be shown as text: a mention would call them."""
    try:
        found = (await client.users_info(user=user))["user"]
    except SlackApiError:
        return UNNAMED
    return name_in(found)
