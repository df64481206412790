"""A rep disputes a check: the button, the choice of the check, and the form."""

from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.flows.disputing import MOST_WORDS, Filing, NoReason, file_dispute
from bot.flows.house import House
from bot.flows.ownership import own_ended_run
from bot.listeners.opening import open_modal
from bot.listeners.pressed import pressed_by, team_of, value_of
from bot.listeners.workspace import Workspace
from bot.views.blocks import unescape
from bot.views.dispute_buttons import DISPUTE
from bot.views.dispute_modals import CHECK, DISPUTE_MODAL, WORDS, dispute_modal
from bot.views.links import Links
from engine.errors import RuleViolation


def register(app: AsyncApp, house: House, workspace: Workspace) -> None:
    """Listens to Dispute and to its form."""

    @app.action(DISPUTE)
    async def on_dispute(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        await ack()
        await open_modal(client, body, await _form(house, workspace, team_of(body), pressed_by(body), value_of(body)))

    @app.action(CHECK)
    async def on_choice(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        await ack()
        view, chosen = body["view"], str(body["actions"][0]["selected_option"]["value"])
        form = await _form(house, workspace, team_of(body), pressed_by(body), view["private_metadata"], chosen)
        await _show(client, view, form)

    @app.view(DISPUTE_MODAL)
    async def on_submit(ack: AsyncAck, body: dict[str, Any], view: dict[str, Any]) -> None:
        try:
            await file_dispute(house, _filing(body, view))
        except NoReason as refusal:
            await ack(response_action="errors", errors={WORDS: str(refusal)})
        except RuleViolation as refusal:
            await ack(response_action="errors", errors={CHECK: str(refusal)})
        else:
            await ack(response_action="clear")


async def _form(
    house: House, workspace: Workspace, team: str, user: str, run_id: str, chosen: str | None = None
) -> dict[str, Any]:
    """The form for the run, if it is the person's own and over."""
    view = await own_ended_run(house, team, run_id, user)
    if view.verdict is None:
        raise RuleViolation("This run has no verdict to dispute.")
    links = Links(workspace.url, view.run.channel, view.run.thread_ts or "")
    return dispute_modal(view.verdict, run_id, links, MOST_WORDS, chosen)


async def _show(client: AsyncWebClient, view: dict[str, Any], form: dict[str, Any]) -> None:
    """The form with the evidence of the choice; a later choice, or a form that was closed meanwhile, wins."""
    try:
        await client.views_update(view_id=view["id"], hash=view["hash"], view=form)
    except SlackApiError as error:
        if error.response.get("error") not in {"hash_conflict", "not_found"}:
            raise


def _filing(body: dict[str, Any], view: dict[str, Any]) -> Filing:
    values = view["state"]["values"]
    return Filing(
        team=str(body["team"]["id"]),
        run=str(view["private_metadata"]),
        user=str(body["user"]["id"]),
        check=str((values[CHECK][CHECK].get("selected_option") or {}).get("value", "")),
        words=unescape(str(values[WORDS][WORDS].get("value") or "")),
        key=f"view:{view['id']}",
    )
