"""Who the app is, and how it connects: auth.*, team.*, bots.*, apps.*, api.*."""

from bot.sandbox.avatars import app_icons
from bot.sandbox.delivery.socket_mode import SocketMode
from bot.sandbox.errors import SlackError
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.webapi.call import Call
from bot.sandbox.webapi.method import Method, Tier, texts
from bot.sandbox.wire import Json


def _auth_test(sandbox: Sandbox, call: Call) -> Json:
    workspace = sandbox.workspace
    return {
        "url": f"{sandbox.url}/",
        "team": workspace.name,
        "user": workspace.people[workspace.app.bot_user_id].handle,
        "team_id": workspace.team_id,
        "user_id": workspace.app.bot_user_id,
        "bot_id": workspace.app.bot_id,
        "is_enterprise_install": False,
    }


def _team_info(sandbox: Sandbox, call: Call) -> Json:
    workspace = sandbox.workspace
    if call.text("team") not in ("", workspace.team_id) or call.text("domain") not in ("", workspace.domain):
        raise SlackError("team_not_found")
    team: Json = {
        "id": workspace.team_id,
        "name": workspace.name,
        "domain": workspace.domain,
        "email_domain": "haggle-sandbox.test",
        "url": f"{sandbox.url}/",
        "icon": {"image_default": True},
        "is_verified": False,
    }
    return {"team": team}


def _bots_info(sandbox: Sandbox, call: Call) -> Json:
    workspace = sandbox.workspace
    app = workspace.app
    if call.text("bot", app.bot_id) != app.bot_id:
        raise SlackError("bot_not_found")
    bot: Json = {
        "id": app.bot_id,
        "deleted": False,
        "name": app.name,
        "updated": 1_700_000_000,
        "app_id": app.app_id,
        "user_id": app.bot_user_id,
        "icons": app_icons(workspace),
    }
    return {"bot": bot}


def _connections_open(sandbox: Sandbox, call: Call) -> Json:
    transport = sandbox.dispatcher.transport
    if (
        not isinstance(transport, SocketMode)
        or not transport.enabled
        or not sandbox.manifest.settings.socket_mode_enabled
    ):
        raise SlackError.with_messages(
            "forbidden_team", ["Socket Mode is off: the sandbox was started for signed HTTP, or the manifest lacks it."]
        )
    return {"url": transport.address(sandbox.url)}


def _api_test(sandbox: Sandbox, call: Call) -> Json:
    if call.text("error"):
        raise SlackError(call.text("error"))
    return {"args": {key: value for key, value in call.arguments.items() if key != "token"}}


METHODS = {
    "api.test": Method(_api_test, Tier.FOUR, texts("error", "foo"), tokens=("bot", "app")),
    "auth.test": Method(_auth_test, Tier.MANY, tokens=("bot", "app"), omits=("internal_error",)),
    "team.info": Method(
        _team_info,
        Tier.THREE,
        texts("team", "domain"),
        scopes=("team:read",),
        refuses=("team_not_found",),
        omits=(
            "enterprise_not_found",
            "fail_to_get_teams_for_restricted_user",
            "missing_user",
            "org_not_found",
            "team_not_on_enterprise",
            "user_not_found",
        ),
    ),
    "bots.info": Method(
        _bots_info,
        Tier.THREE,
        texts("bot"),
        idle=texts("team_id"),
        scopes=("users:read",),
        refuses=("bot_not_found",),
        omits=("bots_not_found", "missing_argument", "team_not_found"),
    ),
    "apps.connections.open": Method(
        _connections_open,
        Tier.THREE,
        tokens=("app",),
        refuses=("forbidden_team",),
        omits=("insecure_request", "internal_error", "missing_args"),
    ),
}
