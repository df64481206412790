"""The Start form, filled in."""

from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.flows.house import House
from bot.flows.modes import STRICT
from bot.flows.start import StartRequest
from bot.listeners.place import NotThere
from bot.listeners.starting import start_in_place
from bot.views.start_modal import CHANNEL, MODE, MODEL, PACK, SEED, START_MODAL
from engine.errors import BadSeed, RuleViolation, UnknownPack


def register(app: AsyncApp, house: House) -> None:
    """Listens to the form being sent."""

    @app.view(START_MODAL)
    async def on_submit(ack: AsyncAck, body: dict[str, Any], view: dict[str, Any], client: AsyncWebClient) -> None:
        request = _request(body, view["state"]["values"])
        try:
            await start_in_place(house, client, request)
        except NotThere as refusal:
            await ack(response_action="errors", errors={CHANNEL: str(refusal)})
        except UnknownPack as refusal:
            await ack(response_action="errors", errors={PACK if request.pack else SEED: str(refusal)})
        except (BadSeed, RuleViolation) as refusal:
            await ack(response_action="errors", errors={SEED: str(refusal)})
        else:
            await ack()


def _request(body: dict[str, Any], values: dict[str, Any]) -> StartRequest:
    mode = _picked(values, MODE)
    seed, pack = str(values[SEED][SEED].get("value") or "").strip(), str(values[PACK][PACK]["selected_option"]["value"])
    return StartRequest(
        team=str(body["team"]["id"]),
        channel=str(values[CHANNEL][CHANNEL].get("selected_conversation") or body["user"]["id"]),
        rep=str(body["user"]["id"]),
        seed=seed,
        # A share code names its pack; the one that stands in the form was perhaps never chosen.
        pack="" if "#" in seed and "/" not in pack else pack,
        key=f"view:{body['view']['id']}",
        mode=mode,
        # The form has a model picked in strict mode too, where none is asked.
        model="" if mode == STRICT else _picked(values, MODEL),
    )


def _picked(values: dict[str, Any], field: str) -> str:
    """What was picked in a field that not every form has, empty where this one has not."""
    return str(values[field][field]["selected_option"]["value"]) if field in values else ""
