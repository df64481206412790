"""Where the bot can post."""

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from engine.errors import HaggleError

NOT_HERE = "I am not in that channel. Type /invite @Haggle there, then try again."
NOT_REACHED = "I can't write to that account: it is an app's, or it has been deactivated."
_NO_MESSAGES = {"user_disabled", "user_not_found", "cannot_dm_bot", "not_enough_users"}
_CANNOT_SEE = {"channel_not_found", "missing_scope", "not_in_channel"}


class NotThere(HaggleError):
    """The bot is not in the channel; whoever asked can invite it."""


async def place_for(client: AsyncWebClient, channel: str) -> str:
    """The channel to post in; for a person, their direct messages with the app. NotThere where the bot cannot post."""
    if channel.startswith(("U", "W")):
        return await _messages_with(client, channel)
    try:
        info = (await client.conversations_info(channel=channel))["channel"]
    except SlackApiError as error:
        if error.response.get("error") in _CANNOT_SEE:
            raise NotThere(NOT_HERE) from error
        raise
    if not (info.get("is_member") or info.get("is_im")):
        raise NotThere(NOT_HERE)
    return channel


async def _messages_with(client: AsyncWebClient, person: str) -> str:
    """The channel of the person's direct messages with the app; NotThere where there can be none."""
    try:
        return str((await client.conversations_open(users=person))["channel"]["id"])
    except SlackApiError as error:
        if error.response.get("error") in _NO_MESSAGES:
            raise NotThere(NOT_REACHED) from error
        raise
