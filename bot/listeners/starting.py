"""Starting a run from wherever it was asked for."""

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.flows.house import House
from bot.flows.start import StartRequest, start_run
from bot.views.blocks import escape
from engine.errors import HaggleError

NOT_HERE = "I am not in that channel. Type /invite @Haggle there, then start again."
_CANNOT_SEE = {"channel_not_found", "missing_scope", "not_in_channel"}


class NotThere(HaggleError):
    """The bot is not in the channel; whoever asked can invite it."""


async def start_here(house: House, client: AsyncWebClient, request: StartRequest) -> str:
    """What the rep is told: empty when the thread speaks for itself."""
    try:
        await start_in_place(house, client, request)
    except HaggleError as refusal:
        return f"{escape(str(refusal))} Nothing was started."
    return ""


async def start_in_place(house: House, client: AsyncWebClient, request: StartRequest) -> None:
    """Starts the run where the bot can post; NotThere, or what `start_run` refuses."""
    await start_run(house, request._replace(channel=await _place(client, request.channel)))


async def _place(client: AsyncWebClient, channel: str) -> str:
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
