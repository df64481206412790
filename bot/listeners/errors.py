"""The one place where an error that nobody foresaw ends: it is logged with a short id, and the person is told."""

import logging
from typing import Any

from slack_bolt import BoltResponse
from slack_bolt.async_app import AsyncApp

from bot.apology import apologise

log = logging.getLogger(__name__)


def register(app: AsyncApp) -> None:
    """Listens to errors of all other listeners."""

    @app.error
    async def on_error(error: Exception, body: dict[str, Any]) -> BoltResponse:
        apology = apologise()
        log.error("listener failed", exc_info=error, extra={"ref": apology.ref})
        if body.get("command"):
            return BoltResponse(status=200, body={"response_type": "ephemeral", "text": apology.text})
        return BoltResponse(status=500, body="")
