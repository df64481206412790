"""Where errors of listeners end: a refusal is told as it is, anything else is logged and apologised for with an id."""

import logging
from typing import Any

from slack_bolt import BoltResponse
from slack_bolt.async_app import AsyncApp, AsyncRespond
from slack_sdk.web.async_client import AsyncWebClient

from bot.apology import apologise
from bot.views.blocks import escape
from engine.errors import HaggleError
from storage.unavailable import DatabaseUnavailable

log = logging.getLogger(__name__)


def register(app: AsyncApp) -> None:
    """Listens to errors of all other listeners."""

    @app.error
    async def on_error(
        error: Exception, body: dict[str, Any], client: AsyncWebClient, respond: AsyncRespond
    ) -> BoltResponse:
        text = _words(error)
        if body.get("type") == "event_callback":
            return BoltResponse(status=500, body="")
        if body.get("command"):
            return BoltResponse(status=200, body={"response_type": "ephemeral", "text": text})
        await _tell(text, body, client, respond)
        return BoltResponse(status=200, body="")


def _words(error: Exception) -> str:
    """What the person is told. A database that is away is ours to mend, not theirs."""
    if isinstance(error, HaggleError) and not isinstance(error, DatabaseUnavailable):
        return escape(str(error))
    apology = apologise()
    log.error("listener failed", exc_info=error, extra={"ref": apology.ref})
    return apology.text


async def _tell(text: str, body: dict[str, Any], client: AsyncWebClient, respond: AsyncRespond) -> None:
    """Where the press was, or by direct message when it was in Home or in a modal."""
    if body.get("response_url"):
        await respond(text, response_type="ephemeral", replace_original=False)
    else:
        await client.chat_postMessage(channel=body["user"]["id"], text=text)
