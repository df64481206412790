"""Event callbacks as the app is sent them."""

from bot.sandbox.channels import Channel
from bot.sandbox.records import Message, Person, UserGroup
from bot.sandbox.shapes import channel_json, message_json, user_json, usergroup_json
from bot.sandbox.wire import Json
from bot.sandbox.workspace import Workspace


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
    """A message that names the app, new or edited."""
    posted = message_json(workspace, channel, message)
    if not message.broadcast:
        posted.pop("subtype", None)
    happened = message.edited.ts if message.edited else message.ts
    return {**posted, "type": "app_mention", "channel": channel.id, "event_ts": happened}


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
    return {**moved, "inviter": inviter} if event == "member_joined_channel" and inviter else moved


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


def channel_renamed(workspace: Workspace, channel: Channel, event: str) -> Json:
    """A channel with a new name; `event` is channel_rename or group_rename."""
    shown: Json = {
        "id": channel.id,
        "is_channel": channel.kind == "channel",
        "is_mpim": False,
        "name": channel.name,
        "name_normalized": channel.name,
        "created": channel.created,
    }
    return {"type": event, "channel": shown, "event_ts": workspace.clock.stamp()}


def channel_archived(workspace: Workspace, channel: Channel, event: str, user: str) -> Json:
    """A channel put away or brought back; `event` is one of (channel|group)_(archive|unarchive)."""
    told: Json = {"type": event, "channel": channel.id, "user": user, "is_moved": 0}
    return {**told, "event_ts": workspace.clock.stamp()}


def channel_gone(workspace: Workspace, channel: Channel, event: str, actor: str) -> Json:
    """A channel that was deleted, or that the app was taken out of; `event` ends in _deleted or _left."""
    return {"type": event, "channel": channel.id, "actor_id": actor, "event_ts": workspace.clock.stamp()}


def pin_moved(workspace: Workspace, channel: Channel, message: Message, event: str, user: str) -> Json:
    """A pin set or taken back; `event` is pin_added or pin_removed."""
    now = int(workspace.clock.now())
    told: Json = {
        "type": event,
        "user": user,
        "channel_id": channel.id,
        "item": {
            "type": "message",
            "created": message.pinned.at if message.pinned else now,
            "created_by": message.pinned.user if message.pinned else user,
            "channel": channel.id,
            "message": message_json(workspace, channel, message),
        },
        "item_user": message.user,
        "pin_count": len(channel.history.pinned()),
    }
    about: Json = {"channel": channel.id, "pinned_by": user, "pinned_ts": now}
    last: Json = {"pinned_info": about} if event == "pin_added" else {"has_pins": bool(channel.history.pinned())}
    return {**told, **last, "event_ts": workspace.clock.stamp()}


def user_told(workspace: Workspace, person: Person, event: str) -> Json:
    """A person as they now are; `event` is team_join or one of the changes to a user."""
    told: Json = {"type": event, "user": user_json(workspace, person), "cache_ts": int(workspace.clock.now())}
    return {**told, "event_ts": workspace.clock.stamp()}


def subteam_told(workspace: Workspace, group: UserGroup, event: str) -> Json:
    """A user group as it now is; `event` is subteam_created or subteam_updated."""
    return {"type": event, "subteam": usergroup_json(workspace, group), "event_ts": workspace.clock.stamp()}


def subteam_members_changed(workspace: Workspace, before: UserGroup, after: UserGroup) -> Json:
    """Who came into a user group and who left it."""
    added = [each for each in after.users if each not in before.users]
    removed = [each for each in before.users if each not in after.users]
    return {
        "type": "subteam_members_changed",
        "subteam_id": after.id,
        "team_id": workspace.team_id,
        "date_previous_update": before.updated,
        "date_update": after.updated,
        "added_users": added,
        "added_users_count": len(added),
        "removed_users": removed,
        "removed_users_count": len(removed),
        "event_ts": workspace.clock.stamp(),
    }


def tokens_revoked(workspace: Workspace) -> Json:
    """The bot's token, which is good no more."""
    tokens: Json = {"oauth": [], "bot": [workspace.app.bot_user_id]}
    return {"type": "tokens_revoked", "tokens": tokens, "event_ts": workspace.clock.stamp()}


def app_uninstalled(workspace: Workspace) -> Json:
    """The app, taken out of the workspace."""
    return {"type": "app_uninstalled", "event_ts": workspace.clock.stamp()}
