"""Opening a modal while its trigger lasts."""

from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from engine.errors import HaggleError

_TOO_LATE = {"expired_trigger_id", "exchanged_trigger_id", "trigger_expired", "trigger_exchanged"}


class TooLate(HaggleError):
    """Slack lets a modal open within three seconds of the press, once; whoever pressed can press again."""


async def open_modal(client: AsyncWebClient, body: dict[str, Any], view: dict[str, Any]) -> None:
    """Opens the modal for whoever pressed, on top of one that they pressed in; TooLate when Slack will have none."""
    is_inside = (body.get("view") or {}).get("type") == "modal"
    show = client.views_push if is_inside else client.views_open
    try:
        await show(trigger_id=body["trigger_id"], view=view)
    except SlackApiError as error:
        if error.response.get("error") in _TOO_LATE:
            raise TooLate("That took longer than Slack allows. Please press the button again.") from error
        raise
