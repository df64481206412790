"""What stands: the workspace, a channel, a thread, a Home tab, open modals. And the reset."""

from aiohttp import web

from bot.sandbox.channels import Channel
from bot.sandbox.control.request import SANDBOX, acting, channel_of, done, message_of
from bot.sandbox.records import Message, Person
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.shapes import channel_json, message_json, modal_json, user_json, view_json
from bot.sandbox.wire import Json


async def show_workspace(request: web.Request) -> web.Response:
    """Everything a page needs at its start."""
    return done(**_everything(request.app[SANDBOX]))


def _everything(sandbox: Sandbox) -> Json:
    workspace, features = sandbox.workspace, sandbox.manifest.features
    people = list(workspace.people.values())
    return {
        "team": {"id": workspace.team_id, "name": workspace.name, "domain": workspace.domain},
        "you_can_be": [user_json(workspace, each) for each in people if not each.is_bot],
        "users": [user_json(workspace, each) for each in people],
        "channels": [_listed(sandbox, each) for each in workspace.channels.values()],
        "app": _app(sandbox),
        "commands": [each.model_dump() for each in features.slash_commands],
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


def _listed(sandbox: Sandbox, channel: Channel) -> Json:
    shown = {**channel_json(sandbox.workspace, channel), "name": channel.name, "members": channel.members}
    return {**shown, "is_private": channel.kind != "channel"}


async def show_channel(request: web.Request) -> web.Response:
    """A channel as the person sees it, oldest message first; `?limit=` keeps the last so many."""
    sandbox, person = request.app[SANDBOX], acting(request)
    channel = channel_of(sandbox, person, request.match_info["channel"])
    messages = _with_ephemerals(channel, person, channel.history.top_level(), None)
    limit = request.query.get("limit", "")
    kept = messages[-int(limit) :] if limit.isdigit() and int(limit) else messages
    shown = _shown(sandbox, channel, kept)
    return done(channel=_listed(sandbox, channel), messages=shown, has_more=len(kept) < len(messages))


async def show_thread(request: web.Request) -> web.Response:
    """A thread as the person sees it."""
    sandbox, person = request.app[SANDBOX], acting(request)
    channel = channel_of(sandbox, person, request.match_info["channel"])
    parent = message_of(channel, request.match_info["ts"])
    _, *replies = channel.history.conversation(parent.ts)
    seen = _with_ephemerals(channel, person, replies, parent.ts)
    return done(
        channel=_listed(sandbox, channel),
        parent=message_json(sandbox.workspace, channel, parent, metadata=True),
        messages=_shown(sandbox, channel, seen),
    )


def _with_ephemerals(channel: Channel, person: Person, messages: list[Message], thread_ts: str | None) -> list[Message]:
    own = [
        each
        for each in channel.history.ephemerals.values()
        if each.ephemeral_for == person.id and each.thread_ts == thread_ts
    ]
    return sorted([*messages, *own], key=lambda each: each.ts) if own else messages


def _shown(sandbox: Sandbox, channel: Channel, messages: list[Message]) -> list[Json]:
    return [message_json(sandbox.workspace, channel, each, metadata=True) for each in messages]


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
    request.app[SANDBOX].reset()
    return done()


ROUTES = [
    web.get("/sandbox/workspace", show_workspace),
    web.get("/sandbox/channels/{channel}", show_channel),
    web.get("/sandbox/channels/{channel}/threads/{ts}", show_thread),
    web.get("/sandbox/home", show_home),
    web.get("/sandbox/modals", show_modals),
    web.post("/sandbox/reset", reset),
]
