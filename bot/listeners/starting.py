"""Starting a run from wherever it was asked for, with an answer in words."""

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.flows.house import House
from bot.flows.start import StartRequest, start_run
from engine.errors import HaggleError

NOT_HERE = "I am not in this channel. Type `/invite @Haggle` here, then start again. Nothing was started."
_CANNOT_SEE = {"channel_not_found", "missing_scope", "not_in_channel"}


async def start_here(house: House, client: AsyncWebClient, request: StartRequest) -> str:
    """What the rep is told: empty when the thread speaks for itself."""
    try:
        await check_place(client, request.channel)
        await start_run(house, request)
    except HaggleError as refusal:
        return f"{refusal} Nothing was started." if "Nothing was started" not in str(refusal) else str(refusal)
    return ""


class NotThere(HaggleError):
    """The bot is not in the channel; whoever asked can invite it."""


async def check_place(client: AsyncWebClient, channel: str) -> None:
    """NotThere when the bot cannot post in the channel."""
    try:
        info = await client.conversations_info(channel=channel)
    except SlackApiError as error:
        if error.response.get("error") in _CANNOT_SEE:
            raise NotThere(NOT_HERE) from error
        raise
    found = info["channel"]
    if not (found.get("is_member") or found.get("is_im")):
        raise NotThere(NOT_HERE)
