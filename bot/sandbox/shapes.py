"""People, channels, messages and views as Slack writes them in JSON."""

from dataclasses import asdict
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.sandbox.avatars import app_icons, avatar_addresses, avatar_hash
from bot.sandbox.channels import Channel
from bot.sandbox.files.shapes import file_json
from bot.sandbox.records import Message, Person, UserGroup, View
from bot.sandbox.wire import Json, without_nothing
from bot.sandbox.workspace import Workspace


def user_json(workspace: Workspace, person: Person) -> Json:
    """A user object, with tz and profile."""
    local = datetime.fromtimestamp(workspace.clock.now(), ZoneInfo(person.tz))
    offset = local.utcoffset()
    return {
        "id": person.id,
        "team_id": workspace.team_id,
        "name": person.handle,
        "deleted": person.is_deactivated,
        "color": person.color,
        "real_name": person.real_name,
        "tz": person.tz,
        "tz_label": local.tzname(),
        "tz_offset": int(offset.total_seconds()) if offset else 0,
        "profile": _profile(workspace, person),
        "is_admin": person.is_admin,
        "is_owner": False,
        "is_primary_owner": False,
        "is_restricted": False,
        "is_ultra_restricted": False,
        "is_bot": person.is_bot,
        "is_app_user": False,
        "updated": person.updated,
        "locale": "en-US",
    }


def _profile(workspace: Workspace, person: Person) -> Json:
    first, _, last = person.real_name.partition(" ")
    profile: Json = {
        "title": person.title,
        "avatar_hash": avatar_hash(person),
        "status_text": person.status_text,
        "status_emoji": person.status_emoji,
        "status_expiration": 0,
        "real_name": person.real_name,
        "real_name_normalized": person.real_name,
        "display_name": person.handle,
        "display_name_normalized": person.handle,
        "first_name": first,
        "last_name": last,
        "email": person.email or None,
        **avatar_addresses(workspace, person),
        "team": workspace.team_id,
        "bot_id": workspace.app.bot_id if person.is_bot else None,
        "api_app_id": workspace.app.app_id if person.is_bot else None,
    }
    return without_nothing(profile)


def channel_json(workspace: Workspace, channel: Channel) -> Json:
    """A conversation object, in the form for its kind."""
    if channel.kind == "im":
        return {
            "id": channel.id,
            "created": channel.created,
            "is_im": True,
            "is_org_shared": False,
            "is_archived": False,
            "is_user_deleted": False,
            "is_open": True,
            "context_team_id": workspace.team_id,
            "user": channel.user,
            "priority": 0,
        }
    return {
        "id": channel.id,
        "name": channel.name,
        "name_normalized": channel.name,
        "is_channel": channel.kind == "channel",
        "is_group": channel.kind != "channel",
        "is_im": False,
        "is_mpim": channel.kind == "mpim",
        "is_private": channel.kind != "channel",
        "is_general": channel.is_general,
        "is_archived": channel.is_archived,
        "is_member": workspace.app_is_in(channel),
        "is_shared": False,
        "is_org_shared": False,
        "is_ext_shared": False,
        "is_pending_ext_shared": False,
        "pending_shared": [],
        "unlinked": 0,
        "created": channel.created,
        "creator": channel.creator,
        "context_team_id": workspace.team_id,
        "shared_team_ids": [workspace.team_id],
        "topic": asdict(channel.topic),
        "purpose": asdict(channel.purpose),
        "previous_names": channel.previous_names,
        "num_members": len(channel.members),
    }


def message_json(workspace: Workspace, channel: Channel, message: Message, *, metadata: bool = False) -> Json:
    """A message object; with its metadata when asked for. A broadcast reply brings the parent as `root`."""
    shown: Json = {
        "type": "message",
        "subtype": message.subtype or ("thread_broadcast" if message.broadcast else None),
        "user": message.user,
        "bot_id": message.bot_id,
        "app_id": message.app_id,
        "username": message.username,
        "icons": message.icons,
        "client_msg_id": message.client_msg_id,
        "text": message.text,
        "team": workspace.team_id if message.user else None,
        "ts": message.ts,
        "blocks": message.blocks,
        "attachments": message.attachments,
        "edited": asdict(message.edited) if message.edited else None,
        "hidden": True if message.subtype == "tombstone" else None,
        "is_ephemeral": True if message.ephemeral_for else None,
        "metadata": message.metadata if metadata else None,
        **(message.about or {}),
    }
    if message.pinned:
        by: Json = {"channel": channel.id, "pinned_by": message.pinned.user, "pinned_ts": message.pinned.at}
        shown |= {"pinned_to": [channel.id], "pinned_info": by}
    if message.bot_id and message.user:
        shown["bot_profile"] = bot_profile(workspace)
    if message.files:
        shown["files"] = [file_json(workspace, workspace.files[each]) for each in message.files]
        shown |= {"upload": False, "display_as_bot": False}
    if message.streaming:
        shown["streaming_state"] = message.streaming.state
    if message.reactions:
        shown["reactions"] = [
            {"name": each.name, "users": list(each.users), "count": len(each.users)} for each in message.reactions
        ]
    shown.update(_thread_part(workspace, channel, message))
    return without_nothing(shown)


def _thread_part(workspace: Workspace, channel: Channel, message: Message) -> Json:
    if message.thread_ts is not None:
        parent = channel.history.find(message.thread_ts)
        root = message_json(workspace, channel, parent) if parent and message.broadcast else None
        return {"thread_ts": message.thread_ts, "parent_user_id": parent.user if parent else None, "root": root}
    thread = channel.history.thread(message.ts)
    if thread is None:
        return {}
    return {
        "thread_ts": message.ts,
        "reply_count": len(thread.replies),
        "reply_users_count": len(thread.users),
        "reply_users": thread.users[:5],
        "latest_reply": thread.replies[-1],
        "is_locked": False,
    }


def usergroup_json(workspace: Workspace, group: UserGroup) -> Json:
    """A user group object, with its members."""
    return {
        "id": group.id,
        "team_id": workspace.team_id,
        "is_usergroup": True,
        "is_subteam": True,
        "name": group.name,
        "description": "",
        "handle": group.handle,
        "is_external": False,
        "date_create": group.created,
        "date_update": group.updated,
        "date_delete": 0,
        "auto_type": None,
        "created_by": group.creator,
        "updated_by": group.creator,
        "deleted_by": None,
        "prefs": {"channels": [], "groups": []},
        "users": list(group.users),
        "user_count": len(group.users),
    }


def bot_profile(workspace: Workspace) -> Json:
    """The app's bot as it stands beside a message."""
    return {
        "id": workspace.app.bot_id,
        "app_id": workspace.app.app_id,
        "user_id": workspace.app.bot_user_id,
        "name": workspace.app.name,
        "icons": app_icons(workspace),
        "deleted": False,
        "updated": 1_700_000_000,
        "team_id": workspace.team_id,
    }


def view_json(workspace: Workspace, view: View) -> Json:
    """A view object as the app receives it."""
    body = view.body
    return {
        "id": view.id,
        "team_id": workspace.team_id,
        "type": view.kind,
        "blocks": view.blocks,
        "private_metadata": body.get("private_metadata") or "",
        "callback_id": body.get("callback_id") or "",
        "state": {"values": view.state},
        "hash": view.hash,
        "title": body.get("title"),
        "submit": body.get("submit"),
        "close": body.get("close"),
        "clear_on_close": bool(body.get("clear_on_close")),
        "notify_on_close": bool(body.get("notify_on_close")),
        "previous_view_id": view.previous_id,
        "root_view_id": view.root_id,
        "app_id": workspace.app.app_id,
        "external_id": body.get("external_id") or "",
        "app_installed_team_id": workspace.team_id,
        "bot_id": workspace.app.bot_id,
    }


def modal_json(workspace: Workspace, view: View) -> Json:
    """A modal as the page reads it: the view object and its field errors."""
    return {**view_json(workspace, view), "errors": view.errors}
