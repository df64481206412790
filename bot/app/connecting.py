"""Finding out who we are at Slack before anything else is done there."""

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.listeners.workspace import Workspace
from engine.errors import HaggleError


class CannotConnect(HaggleError):
    """Slack does not let the app in, or cannot be reached; whoever runs it can mend it."""


_MENDS = {
    "invalid_auth": "Slack does not know this SLACK_BOT_TOKEN. Copy it again from OAuth & Permissions (xoxb-…).",
    "not_authed": "SLACK_BOT_TOKEN is empty. Copy it from OAuth & Permissions (xoxb-…).",
    "account_inactive": "The app was removed from the workspace. Install it again and copy the new SLACK_BOT_TOKEN.",
    "token_revoked": "SLACK_BOT_TOKEN was revoked. Install the app again and copy the new token.",
    "token_expired": "SLACK_BOT_TOKEN has expired. Install the app again and copy the new token.",
}


async def connect(client: AsyncWebClient) -> Workspace:
    """The workspace that the token belongs to; CannotConnect says what is wrong."""
    try:
        identity = await client.auth_test()
    except SlackApiError as error:
        name = str(error.response.get("error", "")) if hasattr(error.response, "get") else ""
        raise CannotConnect(_MENDS.get(name, f"Slack refused the bot token: {name or error}.")) from error
    except (aiohttp.ClientError, TimeoutError, ConnectionError) as error:
        raise CannotConnect(
            f"Slack cannot be reached at {client.base_url} ({type(error).__name__}). "
            "Check the network and SLACK_API_URL."
        ) from error
    return Workspace(team=str(identity["team_id"]), url=str(identity["url"]), bot_user=str(identity["user_id"]))


async def socket_address(client: AsyncWebClient, app_token: str) -> str:
    """Where the first Socket Mode connection goes; CannotConnect when the app-level token does not open any."""
    try:
        return str((await client.apps_connections_open(app_token=app_token))["url"])
    except SlackApiError as error:
        name = error.response.get("error", "")
        raise CannotConnect(
            f"Slack refuses SLACK_APP_TOKEN ({name}). Make one under Basic Information, App-Level Tokens, "
            "with the scope connections:write, and switch Socket Mode on."
        ) from error
