"""What every interaction and command says of who did it and where."""

from bot.sandbox.channels import Channel
from bot.sandbox.delivery.envelope import Answer, Delivery
from bot.sandbox.errors import Refusal
from bot.sandbox.records import Person
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.wire import Json

_TROUBLES = {"operation_timeout": "did not respond in time", "dispatch_failed": "could not be reached"}


def interaction(sandbox: Sandbox, person: Person, kind: str) -> Json:
    """The payload's common part: type, person, team, app."""
    workspace = sandbox.workspace
    return {
        "type": kind,
        "team": {"id": workspace.team_id, "domain": workspace.domain},
        "user": {
            "id": person.id,
            "username": person.handle,
            "name": person.handle,
            "team_id": workspace.team_id,
        },
        "api_app_id": workspace.app.app_id,
        "token": "sandbox",
        "enterprise": None,
        "is_enterprise_install": False,
    }


def channel_name(channel: Channel) -> str:
    """The channel's name as interactions give it."""
    return {"im": "directmessage", "group": "privategroup"}.get(channel.kind, channel.name)


def response_url(sandbox: Sandbox, channel: Channel, person: Person, original_ts: str | None = None) -> str:
    """The address at which the app can answer this person here."""
    ticket = sandbox.response_urls.issue(channel.id, person.id, original_ts)
    return f"{sandbox.url}/response/{ticket}"


async def ask(sandbox: Sandbox, payload: Json) -> tuple[Delivery, Answer]:
    """What the app answered to an interaction; Refusal when the manifest takes none."""
    if not sandbox.workspace.is_installed:
        raise Refusal(409, "not_installed", "The app is not in the workspace any more.")
    if not sandbox.manifest.settings.interactivity.is_enabled:
        raise Refusal(409, "interactivity_disabled", "The manifest does not turn interactivity on.")
    return await sandbox.dispatcher.ask("interactive", payload)


def warn(sandbox: Sandbox, person: Person, code: str, **about: object) -> None:
    """Shows the person that the app did not take what they did, and where they did it."""
    text = f"{sandbox.workspace.app.name} {_TROUBLES.get(code, 'answered with an error')}. Try again."
    sandbox.stream.publish("warning", to=[person.id], user=person.id, text=text, error=code, **about)
