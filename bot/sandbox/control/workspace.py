"""What stands: the workspace, a Home tab, open modals. And the reset."""

from aiohttp import web
from pydantic import Field

from bot.sandbox.channels import Channel
from bot.sandbox.control.reading import channel_entry
from bot.sandbox.control.request import SANDBOX, Order, acting, done, person_of, read, read_query
from bot.sandbox.records import Person
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.shapes import modal_json, user_json, usergroup_json, view_json
from bot.sandbox.unread import unread_in
from bot.sandbox.wire import Json


class Viewer(Order):
    """Whose unread marks to show, if anybody's."""

    as_: str | None = Field(default=None, alias="as")


async def show_workspace(request: web.Request) -> web.Response:
    """Everything a page needs at its start; with `?as=`, what is unread too."""
    sandbox, viewer = request.app[SANDBOX], read_query(request, Viewer)
    person = person_of(sandbox, viewer.as_) if viewer.as_ is not None else None
    return done(**_everything(sandbox, person))


def _everything(sandbox: Sandbox, person: Person | None) -> Json:
    workspace, features = sandbox.workspace, sandbox.manifest.features
    people = list(workspace.people.values())
    return {
        "team": {"id": workspace.team_id, "name": workspace.name, "domain": workspace.domain},
        "you_can_be": [user_json(workspace, each) for each in people if not each.is_bot],
        "users": [user_json(workspace, each) for each in people],
        "channels": [_listed(sandbox, each, person) for each in workspace.channels.values()],
        "app": _app(sandbox),
        "commands": [each.model_dump() for each in features.slash_commands],
        "usergroups": [usergroup_json(workspace, each) for each in workspace.usergroups.values()],
        "shortcuts": [each.model_dump() for each in features.shortcuts],
        "connected": sandbox.dispatcher.transport.connected,
        "transport": sandbox.dispatcher.transport.name,
        "tokens": {
            "bot": sandbox.credentials.bot_token,
            "app": sandbox.credentials.app_token,
            "signing_secret": sandbox.credentials.signing_secret,
        },
        "api_url": f"{sandbox.url}/api/",
    }


def _listed(sandbox: Sandbox, channel: Channel, person: Person | None) -> Json:
    listed = channel_entry(sandbox.workspace, channel)
    if person is None or person.id not in channel.members:
        return listed
    return {**listed, **unread_in(sandbox.workspace, person, channel)._asdict()}


def _app(sandbox: Sandbox) -> Json:
    app, features = sandbox.workspace.app, sandbox.manifest.features
    return {
        "name": app.name,
        "app_id": app.app_id,
        "bot_id": app.bot_id,
        "bot_user_id": app.bot_user_id,
        "description": sandbox.manifest.display.description,
        "background_color": sandbox.manifest.display.background_color,
        "home_tab": features.app_home.home_tab_enabled,
        "messages_tab": features.app_home.messages_tab_enabled,
    }


async def show_home(request: web.Request) -> web.Response:
    """The person's Home tab, or null where the app has published none."""
    sandbox, person = request.app[SANDBOX], acting(request)
    home = sandbox.workspace.homes.get(person.id)
    return done(view=view_json(sandbox.workspace, home) if home else None)


async def show_modals(request: web.Request) -> web.Response:
    """The person's open modals, bottom first."""
    sandbox, person = request.app[SANDBOX], acting(request)
    stack = sandbox.workspace.modals.get(person.id, [])
    return done(views=[modal_json(sandbox.workspace, each) for each in stack])


async def reset(request: web.Request) -> web.Response:
    """Puts the fresh workspace in place of this one."""
    await read(request, Order)
    request.app[SANDBOX].reset()
    return done()


ROUTES = [
    web.get("/sandbox/workspace", show_workspace),
    web.get("/sandbox/home", show_home),
    web.get("/sandbox/modals", show_modals),
    web.post("/sandbox/reset", reset),
]
