"""A manager decides a dispute: the buttons of a card or a list, and the forms behind them."""

from collections.abc import Callable
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.flows.deciding import MOST_WORDS, Decision, decide, open_dispute, waiting
from bot.flows.house import House
from bot.flows.lookup import DisputeView, dispute_view
from bot.flows.managers import Managers
from bot.listeners.naming import name_of
from bot.listeners.opening import open_modal
from bot.listeners.pressed import pressed_by, team_of, value_of
from bot.listeners.workspace import Workspace
from bot.views.blocks import unescape
from bot.views.dispute_buttons import CHANGE, UPHOLD
from bot.views.dispute_card import waiting_message
from bot.views.dispute_modals import CHANGE_MODAL, POINTS, REASON, UPHOLD_MODAL, change_modal, uphold_modal
from bot.views.links import Links
from bot.views.message import Message
from engine.errors import RuleViolation
from engine.scoring.disputing import BadPoints

Form = Callable[..., dict[str, Any]]
_FORMS: dict[str, Form] = {UPHOLD: uphold_modal, CHANGE: change_modal}


def register(app: AsyncApp, house: House, workspace: Workspace, managers: Managers) -> None:
    """Listens to Uphold and Change and to their forms."""

    async def on_press(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        await ack()
        dispute = await open_dispute(house, managers, team_of(body), value_of(body), pressed_by(body))
        view = await _known(house, dispute.team, dispute.id)
        links = Links(workspace.url, view.run.channel, view.run.thread_ts or "")
        form = _FORMS[body["actions"][0]["action_id"]]
        await open_modal(client, body, form(dispute, view.verdict, links, MOST_WORDS))

    async def on_submit(ack: AsyncAck, body: dict[str, Any], view: dict[str, Any], client: AsyncWebClient) -> None:
        try:
            name = await name_of(client, str(body["user"]["id"]))
            await decide(house, managers, _decision(body, view, name))
        except RuleViolation as refusal:
            await ack(response_action="errors", errors=_errors(view, refusal))
        else:
            await ack()

    for action in _FORMS:
        app.action(action)(on_press)
    for form in (UPHOLD_MODAL, CHANGE_MODAL):
        app.view(form)(on_submit)


async def disputes_list(house: House, managers: Managers, workspace: Workspace, team: str, user: str) -> Message:
    """What `/haggle disputes` shows to a manager."""
    found = await waiting(house, managers, team, user)
    shown = [await _known(house, team, dispute.id) for dispute in found.shown]
    return waiting_message(shown, found.total, workspace.url, user)


async def _known(house: House, team: str, dispute_id: str) -> DisputeView:
    view = await dispute_view(house, team, dispute_id)
    if view is None:
        raise RuleViolation("I can't find that dispute any more.")
    return view


def _errors(view: dict[str, Any], refusal: RuleViolation) -> dict[str, str]:
    """The refusal under the field that it is about."""
    is_about_points = isinstance(refusal, BadPoints) and view["callback_id"] == CHANGE_MODAL
    return {POINTS if is_about_points else REASON: str(refusal)}


def _decision(body: dict[str, Any], view: dict[str, Any], name: str) -> Decision:
    values = view["state"]["values"]
    return Decision(
        team=str(body["team"]["id"]),
        dispute=str(view["private_metadata"]),
        manager=str(body["user"]["id"]),
        name=name,
        reason=unescape(str(values[REASON][REASON].get("value") or "")),
        key=f"view:{view['id']}",
        points=_points(values[POINTS][POINTS].get("value")) if view["callback_id"] == CHANGE_MODAL else None,
    )


def _points(written: object) -> int:
    """The number in the field; BadPoints where there is none."""
    text = str(written or "").strip()
    if not (text.isascii() and text.isdigit() and len(text) <= 4):
        raise BadPoints("Give a whole number of points, such as 3.")
    return int(text)
