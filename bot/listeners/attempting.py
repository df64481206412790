"""A rep starts an assigned run, wherever its button stands."""

import re
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond
from slack_sdk.web.async_client import AsyncWebClient

from bot.flows.attempting import GONE, AssignedStart, Begun, start_assigned
from bot.flows.house import House
from bot.listeners.place import place_for
from bot.listeners.pressed import pressed_by, team_of, value_of
from bot.views.assigned_buttons import START_ASSIGNED
from bot.views.attempts import attempt_words, begun_text
from engine.errors import RuleViolation

_ACTION = re.compile(rf"{START_ASSIGNED}(:\d+)?")
_VALUE = re.compile(r"([^:]{1,64}):(\d{1,6}):(\d{1,4})")


def register(app: AsyncApp, house: House) -> None:
    """Listens to the buttons that start assigned runs."""

    @app.action(_ACTION)
    async def on_start(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient, respond: AsyncRespond) -> None:
        await ack()
        here = str((body.get("channel") or {}).get("id", ""))
        request = _request(body, await place_for(client, pressed_by(body)))
        begun = await start_assigned(house, request)
        if begun and here not in ("", request.channel):
            await respond(_told(begun), response_type="ephemeral", replace_original=False)


def _request(body: dict[str, Any], channel: str) -> AssignedStart:
    """RuleViolation where the button carries nothing that could have been an assignment's."""
    found = _VALUE.fullmatch(value_of(body))
    if found is None:
        raise RuleViolation(GONE)
    assignment, number, buyer = found.groups()
    key = f"action:{body['trigger_id']}"
    return AssignedStart(team_of(body), pressed_by(body), channel, assignment, int(number), int(buyer), key)


def _told(begun: Begun) -> str:
    assignment = begun.assignment
    return begun_text(assignment.title, attempt_words(begun.nth, assignment.attempts), begun.why)
