"""The buttons by which a rep has reminders of an assignment later, or not at all."""

from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond

from bot.flows.house import House
from bot.flows.scheduling.reminding import mute, snooze
from bot.listeners.pressed import pressed_by, team_of, value_of
from bot.views.assigned_buttons import MUTE, SNOOZE, Named, window_in
from bot.views.dates import moment
from engine.errors import RuleViolation

NO_MORE = "No reminder of it is left, so there is nothing to snooze."
MUTED = "I won't remind you of this one any more."


def register(app: AsyncApp, house: House) -> None:
    """Listens to both."""

    @app.action(SNOOZE)
    async def on_snooze(ack: AsyncAck, body: dict[str, Any], respond: AsyncRespond) -> None:
        at = await snooze(house, team_of(body), *_window(body), pressed_by(body))
        await ack()
        told = f"Your next reminder comes {moment(at)}." if at else NO_MORE
        await respond(told, response_type="ephemeral", replace_original=False)

    @app.action(MUTE)
    async def on_mute(ack: AsyncAck, body: dict[str, Any], respond: AsyncRespond) -> None:
        await mute(house, team_of(body), *_window(body), pressed_by(body))
        await ack()
        await respond(MUTED, response_type="ephemeral", replace_original=False)


def _window(body: dict[str, Any]) -> Named:
    """RuleViolation where the button names no window."""
    named = window_in(value_of(body))
    if named is None:
        raise RuleViolation("I can't find that assignment any more. `/haggle assignments` lists yours.")
    return named
