"""The buttons in a run's thread."""

from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond
from slack_sdk.web.async_client import AsyncWebClient

from bot.flows.controls import Control, Press, press
from bot.flows.house import House
from bot.flows.lookup import disputes_of
from bot.flows.ranked import is_withheld
from bot.flows.start import StartRequest
from bot.listeners.opening import open_modal
from bot.listeners.pressed import pressed_by, run_of_press
from bot.listeners.starting import start_here
from bot.listeners.workspace import Workspace
from bot.views.brief import CHECKS, END, HINT, PAUSE, RESUME
from bot.views.checks import checks_modal, findings_modal
from bot.views.links import Links
from bot.views.start_buttons import NEW_SEED, START_DRILL, START_SEED, started_by

_CONTROLS: dict[str, Control] = {HINT: "hint", PAUSE: "pause", RESUME: "resume", END: "end"}


def register(app: AsyncApp, house: House, workspace: Workspace) -> None:
    """Listens to the run's buttons and to every button that starts a seed."""

    async def on_control(ack: AsyncAck, body: dict[str, Any]) -> None:
        await press(house, _press(body))
        await ack()

    for action in _CONTROLS:
        app.action(action)(on_control)

    @app.action(CHECKS)
    async def on_checks(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        await ack()
        await open_modal(client, body, await _checks(house, workspace, body))

    async def on_start(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient, respond: AsyncRespond) -> None:
        await ack()
        text, blocks = await start_here(house, client, _start(body))
        if text:
            await respond(text, list(blocks) or None, response_type="ephemeral", replace_original=False)

    for action in (START_SEED, START_DRILL, NEW_SEED):
        app.action(action)(on_start)


async def _checks(house: House, workspace: Workspace, body: dict[str, Any]) -> dict[str, Any]:
    """The rubric while the run is live, and while it is withheld from whoever pressed; then what each check found."""
    view = await run_of_press(house, body)
    if view.verdict is None or (view.run.rep != pressed_by(body) and is_withheld(view.run, house.now())):
        return checks_modal(view.scenario)
    links = Links(workspace.url, view.run.channel, view.run.thread_ts or "")
    disputes = await disputes_of(house, view.run)
    own = view.run.id if view.run.rep == pressed_by(body) else ""
    return findings_modal(view.scenario, view.verdict, links, disputes, own)


def _press(body: dict[str, Any]) -> Press:
    message = body["message"]
    return Press(
        team=str(body["team"]["id"]),
        channel=str(body["channel"]["id"]),
        thread=str(message.get("thread_ts") or message["ts"]),
        user=str(body["user"]["id"]),
        control=_CONTROLS[body["actions"][0]["action_id"]],
        key=str(body["trigger_id"]),
        at=str(body["actions"][0]["action_ts"]),
    )


def _start(body: dict[str, Any]) -> StartRequest:
    """The run asked for, in the channel of the button; from Home, in the person's messages with the app."""
    action = body["actions"][0]
    is_new = action["action_id"] == NEW_SEED
    what, mode, model = started_by(str(action.get("value", "")))
    return StartRequest(
        team=str(body["team"]["id"]),
        channel=str((body.get("channel") or {}).get("id") or body["user"]["id"]),
        rep=str(body["user"]["id"]),
        seed="" if is_new else what,
        pack=what if is_new else "",
        key=f"action:{body['trigger_id']}",
        by_button=True,
        mode=mode,
        model=model,
    )
