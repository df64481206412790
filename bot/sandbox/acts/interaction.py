"""What every interaction and command says of who did it and where."""

from bot.sandbox.channels import Channel
from bot.sandbox.records import Person
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.wire import Json


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
    return {"im": "directmessage", "group": "privategroup", "channel": channel.name}[channel.kind]


def response_url(sandbox: Sandbox, channel: Channel, person: Person, original_ts: str | None = None) -> str:
    """The address at which the app can answer this person here."""
    ticket = sandbox.response_urls.issue(channel.id, person.id, original_ts)
    return f"{sandbox.url}/response/{ticket}"
