"""`/haggle assignments`, and what is pressed in its lists."""

from collections.abc import Mapping
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond

from bot.flows.house import House
from bot.flows.managers import Managers
from bot.flows.my_assignments import my_assignments
from bot.listeners.answering import in_its_place
from bot.listeners.asked import Answer, Asked
from bot.listeners.pressed import pressed_by, team_of, value_of
from bot.listeners.workspace import Workspace
from bot.views.message import Message
from bot.views.my_assignments import MINE_NEWER, MINE_OLDER, my_assignments_message
from engine.errors import RuleViolation


def register(app: AsyncApp, house: House, workspace: Workspace, managers: Managers) -> None:
    """Listens to the buttons of the lists."""

    async def on_my_page(ack: AsyncAck, body: dict[str, Any], respond: AsyncRespond) -> None:
        await ack()
        page = int(value_of(body))
        await in_its_place(respond, await mine_shown(house, workspace, team_of(body), pressed_by(body), page))

    for action in (MINE_NEWER, MINE_OLDER):
        app.action(action)(on_my_page)


async def mine_shown(house: House, workspace: Workspace, team: str, user: str, page: int = 1) -> Message:
    """What the person is assigned."""
    return my_assignments_message(*await my_assignments(house, team, user), house.now(), workspace.url, page)


async def _assignments(asked: Asked) -> Message:
    """What the person is assigned; for managers what the team is."""
    if asked.words not in ([], ["mine"]):
        raise RuleViolation("`/haggle assignments` takes nothing after it, or `mine`.")
    return await mine_shown(asked.house, asked.workspace, asked.team, asked.user)


ANSWERS: Mapping[str, Answer] = {"assignments": _assignments}
