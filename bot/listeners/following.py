"""`/haggle assignments`, and what is pressed in its lists."""

from collections.abc import Mapping
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond
from slack_sdk.web.async_client import AsyncWebClient

from bot.flows.assignment_file import assignment_to_dm
from bot.flows.calling_in import call_in
from bot.flows.excusing import cancel
from bot.flows.following import GONE, TeamPage, team_assignments
from bot.flows.house import House
from bot.flows.managers import Managers
from bot.flows.my_assignments import my_assignments
from bot.listeners.answering import beside, in_its_place
from bot.listeners.asked import Answer, Asked
from bot.listeners.place import place_for
from bot.listeners.pressed import pressed_by, team_of, value_of
from bot.listeners.workspace import Workspace
from bot.views.assigned_buttons import CSV
from bot.views.follow_buttons import CANCEL, MINE, NEWER, OLDER, REMIND, Place, place_in
from bot.views.message import Message
from bot.views.my_assignments import MINE_NEWER, MINE_OLDER, my_assignments_message
from bot.views.team_assignments import called_text, team_assignments_message
from engine.errors import RuleViolation


def register(app: AsyncApp, house: House, workspace: Workspace, managers: Managers) -> None:
    """Listens to the buttons of the lists."""

    async def on_my_page(ack: AsyncAck, body: dict[str, Any], respond: AsyncRespond) -> None:
        await ack()
        page = page_in(body)
        await in_its_place(respond, await mine_shown(house, workspace, team_of(body), pressed_by(body), page))

    async def on_page(ack: AsyncAck, body: dict[str, Any], respond: AsyncRespond) -> None:
        await ack()
        found = await team_assignments(house, managers, team_of(body), pressed_by(body), page_in(body))
        await in_its_place(respond, _shown(house, found))

    @app.action(REMIND)
    async def on_remind(ack: AsyncAck, body: dict[str, Any], respond: AsyncRespond) -> None:
        await ack()
        place = pressed_place(body)
        called = await call_in(house, managers, team_of(body), pressed_by(body), place.assignment, place.number)
        await beside(respond, body, Message(called_text(*called)))

    @app.action(CSV)
    async def on_csv(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient, respond: AsyncRespond) -> None:
        await ack()
        team, user, key = team_of(body), pressed_by(body), f"action:{body['trigger_id']}"
        channel, which = await place_for(client, user), pressed_place(body).assignment
        told = await assignment_to_dm(house, managers, team, user, channel, which, key)
        await beside(respond, body, Message(told))

    @app.action(CANCEL)
    async def on_cancel(ack: AsyncAck, body: dict[str, Any], respond: AsyncRespond) -> None:
        await ack()
        team, user = team_of(body), pressed_by(body)
        await cancel(house, managers, team, user, pressed_place(body).assignment)
        await in_its_place(respond, _shown(house, await team_assignments(house, managers, team, user)))

    for action in (MINE_NEWER, MINE_OLDER, MINE):
        app.action(action)(on_my_page)
    for action in (NEWER, OLDER):
        app.action(action)(on_page)


async def mine_shown(house: House, workspace: Workspace, team: str, user: str, page: int = 1) -> Message:
    """What the person is assigned."""
    return my_assignments_message(*await my_assignments(house, team, user), house.now(), workspace.url, page)


def pressed_place(body: dict[str, Any]) -> Place:
    """The window that the button is about; RuleViolation where it names none."""
    place = place_in(value_of(body))
    if place is None:
        raise RuleViolation(GONE)
    return place


def page_in(body: dict[str, Any]) -> int:
    """The page that the button leads to, the first where it names none."""
    value = value_of(body)
    return int(value) if value.isascii() and value.isdigit() and len(value) < 7 else 1


def _shown(house: House, found: TeamPage) -> Message:
    return team_assignments_message(*found, house.now())


async def _assignments(asked: Asked) -> Message:
    """What the person is assigned; for managers what the team is."""
    words = [word.lower() for word in asked.words]
    if words not in ([], ["mine"]):
        raise RuleViolation("`/haggle assignments` lists what is assigned; `/haggle assignments mine` only your own.")
    if words or not await asked.managers.includes(asked.user):
        return await mine_shown(asked.house, asked.workspace, asked.team, asked.user)
    return _shown(asked.house, await team_assignments(asked.house, asked.managers, asked.team, asked.user))


ANSWERS: Mapping[str, Answer] = {"assignments": _assignments}
