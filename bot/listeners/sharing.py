"""Sharing a buyer: by command, or by the button of a brief or a verdict and the form behind it."""

from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.flows.house import House
from bot.flows.sharing import ShareRequest, share_buyer
from bot.listeners.naming import name_of
from bot.listeners.opening import open_modal
from bot.listeners.place import place_for
from bot.listeners.pressed import run_of_press
from bot.views.blocks import escape
from bot.views.share_modal import CHANNEL, SCORE, SHARE, SHARE_MODAL, WITH, share_modal
from engine.errors import HaggleError


def register(app: AsyncApp, house: House) -> None:
    """Listens to the Share buttons and to their form."""

    @app.action(SHARE)
    async def on_share(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        await ack()
        await open_modal(client, body, await _form(house, body))

    @app.view(SHARE_MODAL)
    async def on_submit(ack: AsyncAck, body: dict[str, Any], view: dict[str, Any], client: AsyncWebClient) -> None:
        try:
            await _share_in_place(house, client, _request(body, view))
        except HaggleError as refusal:
            await ack(response_action="errors", errors={CHANNEL: str(refusal)})
        else:
            await ack()


async def share_here(house: House, client: AsyncWebClient, request: ShareRequest) -> str:
    """What the sharer is told: empty when the card speaks for itself."""
    try:
        await _share_in_place(house, client, request)
    except HaggleError as refusal:
        return f"{escape(str(refusal))} Nothing was shared."
    return ""


async def _share_in_place(house: House, client: AsyncWebClient, request: ShareRequest) -> None:
    """Shares where the bot can post, under the name that the sharer goes by."""
    place = await place_for(client, request.channel)
    await share_buyer(house, request._replace(channel=place, name=await name_of(client, request.sharer)))


async def _form(house: House, body: dict[str, Any]) -> dict[str, Any]:
    """The form for the run of the button; only the run's own rep is asked about the score."""
    run, scenario, verdict, _ = await run_of_press(house, body)
    channel = str(body["channel"]["id"])
    score = verdict.total if verdict and run.rep == body["user"]["id"] else None
    return share_modal(scenario, run.id, None if channel.startswith("D") else channel, score)


def _request(body: dict[str, Any], view: dict[str, Any]) -> ShareRequest:
    values = view["state"]["values"]
    score = values.get(SCORE, {}).get(SCORE, {}).get("selected_option") or {}
    return ShareRequest(
        team=str(body["team"]["id"]),
        channel=str(values[CHANNEL][CHANNEL]["selected_conversation"]),
        sharer=str(body["user"]["id"]),
        key=f"view:{body['view']['id']}",
        run=str(view["private_metadata"]),
        with_score=score.get("value") == WITH,
    )
