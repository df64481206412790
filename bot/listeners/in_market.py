"""The buttons in a market's thread, and the form and the buttons that open one."""

import re
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond
from slack_sdk.web.async_client import AsyncWebClient

from bot.flows.house import House
from bot.flows.markets.meaning import Wanted
from bot.flows.markets.opening import BuyRequest, open_market
from bot.flows.markets.pressing import MarketControl, MarketPress, offers_of, press_in_market
from bot.flows.modes import STRICT
from bot.listeners.answering import beside
from bot.listeners.buying import buy_here, show_buy_form
from bot.listeners.opening import open_modal
from bot.listeners.place import NotThere, place_for
from bot.listeners.pressed import pressed_by, team_of, value_of
from bot.views.buy_form import BUY_FORM, CHANNEL, MODEL, SEED, SELLERS, WHAT, what_of
from bot.views.market_buttons import (
    BUY_AGAIN,
    BUY_NEW,
    COMPARE,
    DISCARD,
    END,
    LEAVE,
    OPEN_BUY,
    RULES,
    SEND,
    TAKE,
    again_of,
)
from bot.views.market_offers import compare_message
from bot.views.market_verdict import rules_modal
from engine.errors import HaggleError

_CONTROLS: dict[str, MarketControl] = {TAKE: "take", LEAVE: "leave", END: "end", SEND: "send"}


def register(app: AsyncApp, house: House) -> None:
    """Listens to them."""
    _in_thread(app, house)
    _opening(app, house)

    @app.action(COMPARE)
    async def on_compare(ack: AsyncAck, body: dict[str, Any], respond: AsyncRespond) -> None:
        await ack()
        await beside(respond, body, compare_message(*await offers_of(house, team_of(body), value_of(body))))

    @app.action(RULES)
    async def on_rules(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        await ack()
        await open_modal(client, body, rules_modal())


def _in_thread(app: AsyncApp, house: House) -> None:
    async def on_control(ack: AsyncAck, body: dict[str, Any], respond: AsyncRespond) -> None:
        await press_in_market(house, _press(body))
        await ack()
        if (body.get("container") or {}).get("is_ephemeral"):
            await respond(delete_original=True)

    for action in (LEAVE, END):
        app.action(action)(on_control)
    for action in (TAKE, SEND):
        app.action(re.compile(rf"{action}(:.+)?"))(on_control)

    @app.action(DISCARD)
    async def on_discard(ack: AsyncAck, respond: AsyncRespond) -> None:
        await ack()
        await respond(delete_original=True)


def _opening(app: AsyncApp, house: House) -> None:
    async def on_again(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient, respond: AsyncRespond) -> None:
        await ack()
        text, _ = await buy_here(house, client, _again(body))
        if text:
            await respond(text, response_type="ephemeral", replace_original=False)

    app.action(BUY_AGAIN)(on_again)
    app.action(re.compile(rf"{BUY_NEW}(:.+)?"))(on_again)

    @app.action(OPEN_BUY)
    async def on_open(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        await ack()
        await show_buy_form(house, client, team_of(body), None, str(body["trigger_id"]))

    @app.view(BUY_FORM)
    async def on_form(ack: AsyncAck, body: dict[str, Any], view: dict[str, Any], client: AsyncWebClient) -> None:
        request = _asked_for(body, view["state"]["values"])
        try:
            await open_market(house, request._replace(channel=await place_for(client, request.channel)))
        except HaggleError as refusal:
            field = CHANNEL if isinstance(refusal, NotThere) else SEED
            await ack(response_action="errors", errors={field: str(refusal)})
        else:
            await ack()


def _press(body: dict[str, Any]) -> MarketPress:
    container, action = body.get("container") or {}, body["actions"][0]
    message = body.get("message") or {}
    thread = message.get("thread_ts") or container.get("thread_ts") or message.get("ts") or container.get("message_ts")
    return MarketPress(
        team=team_of(body),
        channel=str(body["channel"]["id"]),
        thread=str(thread),
        user=pressed_by(body),
        control=_CONTROLS[action["action_id"].partition(":")[0]],
        value=value_of(body),
        key=str(body["trigger_id"]),
        at=str(action["action_ts"]),
    )


def _again(body: dict[str, Any]) -> BuyRequest:
    source, seed, item, sellers, model = again_of(value_of(body))
    wanted = Wanted(source.rpartition("/")[2], item, seed, sellers, model)
    channel = str((body.get("channel") or {}).get("id") or body["user"]["id"])
    return BuyRequest(
        team_of(body), channel, pressed_by(body), wanted, f"action:{body['trigger_id']}", by_button=True
    )  # fmt: skip


def _asked_for(body: dict[str, Any], values: dict[str, Any]) -> BuyRequest:
    market, item = what_of(_picked(values, WHAT))
    sellers = _picked(values, SELLERS)
    wanted = Wanted(
        market,
        item,
        str(values[SEED][SEED].get("value") or "").strip(),
        sellers,
        # The form has a model picked for strict sellers too, where none is asked.
        "" if sellers == STRICT else _picked(values, MODEL),
    )
    channel = str(values[CHANNEL][CHANNEL].get("selected_conversation") or body["user"]["id"])
    return BuyRequest(team_of(body), channel, pressed_by(body), wanted, f"view:{body['view']['id']}")


def _picked(values: dict[str, Any], field: str) -> str:
    """What was picked in a field that not every form has, empty where this one has not."""
    return str(values[field][field]["selected_option"]["value"]) if field in values else ""
