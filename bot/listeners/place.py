"""Where the bot can post."""

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from engine.errors import HaggleError

NOT_HERE = "I am not in that channel. Type /invite @Haggle there, then try again."
_CANNOT_SEE = {"channel_not_found", "missing_scope", "not_in_channel"}


class NotThere(HaggleError):
    """The bot is not in the channel; whoever asked can invite it."""


async def place_for(client: AsyncWebClient, channel: str) -> str:
    """The channel to post in; for a person, their direct messages with the app. NotThere where the bot cannot post."""
    if channel.startswith(("U", "W")):
        opened = await client.conversations_open(users=channel)
        return str(opened["channel"]["id"])
    try:
        info = (await client.conversations_info(channel=channel))["channel"]
    except SlackApiError as error:
        if error.response.get("error") in _CANNOT_SEE:
            raise NotThere(NOT_HERE) from error
        raise
    if not (info.get("is_member") or info.get("is_im")):
        raise NotThere(NOT_HERE)
    return channel
