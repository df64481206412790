"""`/haggle assign` and its card: each press is checked anew."""

from collections.abc import Mapping
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond
from slack_sdk.web.async_client import AsyncWebClient

from bot.flows.assigning.confirming import confirm
from bot.flows.assigning.drafting import discard, draft_line, order_meant
from bot.flows.assigning.editing import assignment_titled, copied, editable
from bot.flows.assigning.understanding import Desk, blank
from bot.flows.directory import Directory
from bot.flows.house import House
from bot.flows.managers import Managers, only_managers
from bot.listeners.answering import in_its_place
from bot.listeners.asked import Answer, Asked
from bot.listeners.assign_form import Kept, offer_of
from bot.listeners.opening import open_modal
from bot.listeners.pressed import pressed_by, team_of, value_of
from bot.listeners.workspace import Workspace
from bot.orders import Unclear
from bot.views.assign_buttons import ASSIGN, CHANGE_ORDER, DISCARD, OPEN_ASSIGN
from bot.views.assign_card import complaints_message, discarded_message, help_message, order_card, placed_message
from bot.views.assign_modal import assign_modal
from bot.views.assigned_buttons import COPY, EDIT
from bot.views.message import Message

_FORMS = ("edit", "copy")
_BUTTONS = {EDIT: "edit", COPY: "copy", CHANGE_ORDER: "change", OPEN_ASSIGN: ""}


def register(app: AsyncApp, house: House, workspace: Workspace, managers: Managers, directory: Directory) -> None:
    """Listens to the card's buttons, and to those that open the form."""

    @app.action(ASSIGN)
    async def on_assign(ack: AsyncAck, body: dict[str, Any], respond: AsyncRespond) -> None:
        await ack()
        placed = await confirm(house, directory, managers, team_of(body), pressed_by(body), value_of(body))
        message = placed_message(placed.assignment.id, placed.order, placed.people, house.now())
        await in_its_place(respond, message)

    @app.action(DISCARD)
    async def on_discard(ack: AsyncAck, body: dict[str, Any], respond: AsyncRespond) -> None:
        await ack()
        order = await discard(house, managers, team_of(body), pressed_by(body), value_of(body))
        await in_its_place(respond, discarded_message(order))

    async def on_form(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        await ack()
        channel = str((body.get("channel") or {}).get("id", ""))
        desk = Desk(house, directory, team_of(body), pressed_by(body), channel, workspace.bot_user)
        which = _BUTTONS[body["actions"][0]["action_id"]]
        kept = Kept(channel=channel, card=str(body.get("response_url") or ""), replaces=which == "change")
        await open_modal(client, body, await _form(desk, managers, which, value_of(body), kept))

    for action in _BUTTONS:
        app.action(action)(on_form)


async def _assign(asked: Asked) -> Message:
    """The form; or, where there is more to read, the card of what it says."""
    await only_managers(asked.managers, asked.user)
    word = asked.words[0].lower() if asked.words else ""
    if asked.words and word == "help":
        return help_message()
    desk = Desk(asked.house, asked.directory, asked.team, asked.user, asked.channel, asked.workspace.bot_user)
    if word and word not in _FORMS:
        return await _read(asked, desk)
    title = " ".join(asked.words[1:]).strip("\"“”' ")
    name = await assignment_titled(desk.house, asked.managers, desk.team, desk.manager, title) if word else ""
    form = await _form(desk, asked.managers, word, name, Kept(channel=asked.channel))
    await open_modal(asked.client, {"trigger_id": asked.trigger}, form)
    return Message("")


async def _read(asked: Asked, desk: Desk) -> Message:
    try:
        drafted = await draft_line(desk, asked.managers, " ".join(asked.words), asked.key)
    except Unclear as unclear:
        return complaints_message(unclear.complaints)
    order, people = drafted.understood
    return order_card(order, people.people.values(), drafted.ref, desk.house.now())


async def _form(desk: Desk, managers: Managers, which: str, value: str, kept: Kept) -> dict[str, Any]:
    """The form for an edit, a copy, a change of a draft, or for something new."""
    house, team, by = desk.house, desk.team, desk.manager
    offer = await offer_of(house, desk.directory, team)
    match which:
        case "edit":
            found = await editable(house, managers, team, by, value)
            kept = kept._replace(changes=value)
            return assign_modal(found.order, offer, str(kept), running=found.running is not None)
        case "copy":
            return assign_modal(await copied(house, desk.directory, managers, team, by, value), offer, str(kept))
        case "change":
            order = await order_meant(house, managers, team, by, value)
            running = bool(order.changes) and bool((await editable(house, managers, team, by, order.changes)).running)
            return assign_modal(order, offer, str(kept._replace(ref=value, changes=order.changes)), running)
        case _:
            await only_managers(managers, by)
            return assign_modal(await blank(desk), offer, str(kept))


ANSWERS: Mapping[str, Answer] = {"assign": _assign}
