"""Event callbacks: which of them the app is sent, and how each looks."""

from bot.sandbox.channels import Channel
from bot.sandbox.manifest import Manifest
from bot.sandbox.records import ChannelKind, Message, Person
from bot.sandbox.shapes import channel_json, message_json
from bot.sandbox.wire import Json
from bot.sandbox.workspace import MESSAGE_EVENTS, Workspace

_HISTORY: dict[ChannelKind, str] = {
    "channel": "channels:history",
    "group": "groups:history",
    "im": "im:history",
}
_READ: dict[ChannelKind, str] = {"channel": "channels:read", "group": "groups:read", "im": "im:read"}
_OTHER_SCOPES = {
    "app_mention": "app_mentions:read",
    "reaction_added": "reactions:read",
    "reaction_removed": "reactions:read",
    "channel_created": "channels:read",
    "app_home_opened": "",
    "file_change": "files:read",
    "file_created": "files:read",
    "file_deleted": "files:read",
    "file_public": "files:read",
    "file_shared": "files:read",
    "file_unshared": "files:read",
    "agent_session_stopped": "chat:write",
    "agent_session_title_changed": "chat:write",
    "app_context_changed": "assistant:write",
    "assistant_thread_started": "",
    "assistant_thread_context_changed": "",
}


def is_sent(manifest: Manifest, event: str, kind: ChannelKind = "channel") -> bool:
    """Whether the manifest both subscribes to `event` and grants the scope it needs."""
    if event in MESSAGE_EVENTS.values():
        needed = _HISTORY[kind]
    elif event.startswith("member_"):
        needed = _READ[kind]
    else:
        needed = _OTHER_SCOPES[event]
    return event in manifest.events and (not needed or needed in manifest.scopes)


def callback(workspace: Workspace, event: Json) -> Json:
    """The outer payload around an event."""
    ids, app = workspace.ids, workspace.app
    event_id = ids.fresh("Ev")
    return {
        "token": "sandbox",
        "team_id": workspace.team_id,
        "context_team_id": workspace.team_id,
        "context_enterprise_id": None,
        "api_app_id": app.app_id,
        "event": event,
        "type": "event_callback",
        "event_id": event_id,
        "event_time": int(workspace.clock.now()),
        "authorizations": [
            {
                "enterprise_id": None,
                "team_id": workspace.team_id,
                "user_id": app.bot_user_id,
                "is_bot": True,
                "is_enterprise_install": False,
            }
        ],
        "is_ext_shared_channel": False,
        "event_context": f"4-{event_id}",
    }


def message_posted(workspace: Workspace, channel: Channel, message: Message) -> Json:
    """A new message."""
    return {
        **message_json(workspace, channel, message),
        "channel": channel.id,
        "event_ts": message.ts,
        "channel_type": channel.kind,
    }


def message_changed(workspace: Workspace, channel: Channel, before: Json, after: Message, ts: str) -> Json:
    """A message that was edited, or replaced by what is left of it."""
    return {
        "type": "message",
        "subtype": "message_changed",
        "message": message_json(workspace, channel, after),
        "previous_message": before,
        "channel": channel.id,
        "hidden": True,
        "ts": ts,
        "event_ts": ts,
        "channel_type": channel.kind,
    }


def message_deleted(channel: Channel, before: Json, ts: str) -> Json:
    """A message that is gone."""
    return {
        "type": "message",
        "subtype": "message_deleted",
        "previous_message": before,
        "channel": channel.id,
        "hidden": True,
        "deleted_ts": before["ts"],
        "ts": ts,
        "event_ts": ts,
        "channel_type": channel.kind,
    }


def app_mention(workspace: Workspace, channel: Channel, message: Message) -> Json:
    """A message that names the app."""
    posted = message_json(workspace, channel, message)
    posted.pop("subtype", None)
    return {**posted, "type": "app_mention", "channel": channel.id, "event_ts": message.ts}


def app_home_opened(workspace: Workspace, person: Person, tab: str, view: Json | None) -> Json:
    """The app's home, opened on `tab` (home or messages)."""
    event: Json = {
        "type": "app_home_opened",
        "user": person.id,
        "channel": workspace.dm_of(person).id,
        "tab": tab,
        "event_ts": workspace.clock.stamp(),
    }
    return {**event, "view": view} if view and tab == "home" else event


def member_moved(workspace: Workspace, channel: Channel, person: Person, event: str, inviter: str) -> Json:
    """A person who joined or left; `event` is member_joined_channel or member_left_channel."""
    moved: Json = {
        "type": event,
        "user": person.id,
        "channel": channel.id,
        "channel_type": "C" if channel.kind == "channel" else "G",
        "team": workspace.team_id,
        "event_ts": workspace.clock.stamp(),
    }
    return {**moved, "inviter": inviter} if event == "member_joined_channel" else moved


def reaction_moved(workspace: Workspace, channel: Channel, message: Message, event: str, name: str, user: str) -> Json:
    """A reaction set or taken back; `event` is reaction_added or reaction_removed."""
    return {
        "type": event,
        "user": user,
        "reaction": name,
        "item_user": message.user,
        "item": {"type": "message", "channel": channel.id, "ts": message.ts},
        "event_ts": workspace.clock.stamp(),
    }


def channel_created(workspace: Workspace, channel: Channel) -> Json:
    """A new public channel."""
    return {
        "type": "channel_created",
        "channel": channel_json(workspace, channel),
        "event_ts": workspace.clock.stamp(),
    }
