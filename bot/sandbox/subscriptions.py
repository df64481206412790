"""Slack's events: which of them the sandbox sends, for what and with which scope, and why others are left out."""

from typing import NamedTuple

from bot.sandbox.manifest import Manifest
from bot.sandbox.records import ChannelKind


class Sent(NamedTuple):
    """An event that is sent: the scope it needs (one for each kind of conversation, where they differ), and by what."""

    scopes: str | dict[ChannelKind, str]
    by: str


_MEMBERS: dict[ChannelKind, str] = {"channel": "channels:read", "group": "groups:read"}
_RENAMED = "a new name"
_ARCHIVED = "archiving or bringing back"
_REMOVED = "taking the app out"
_FILE = "files uploaded, shared, changed and deleted"
_PROFILE = "a changed profile"

SENT: dict[str, Sent] = {
    "message.channels": Sent("channels:history", "whatever shows in a public channel"),
    "message.groups": Sent("groups:history", "whatever shows in a private channel"),
    "message.im": Sent("im:history", "messages with the app"),
    "message.mpim": Sent("mpim:history", "group direct messages"),
    "app_mention": Sent("app_mentions:read", "a message that names the app, and every edit of one"),
    "app_home_opened": Sent("", "opening the Home or the Messages tab"),
    "app_uninstalled": Sent("", "taking the app out of the workspace"),
    "tokens_revoked": Sent("", "taking the app out of the workspace"),
    "app_context_changed": Sent("assistant:write", "looking at another channel beside an agent"),
    "assistant_thread_started": Sent("", "a new thread with the assistant"),
    "assistant_thread_context_changed": Sent("", "looking at another channel beside the assistant"),
    "agent_session_stopped": Sent("chat:write", "Stop"),
    "agent_session_title_changed": Sent("chat:write", "a new title for a session"),
    "channel_created": Sent("channels:read", "a new public channel"),
    "channel_rename": Sent("channels:read", _RENAMED),
    "channel_archive": Sent("channels:read", _ARCHIVED),
    "channel_unarchive": Sent("channels:read", _ARCHIVED),
    "channel_deleted": Sent("channels:read", "deleting a public channel"),
    "channel_left": Sent("channels:read", _REMOVED),
    "group_rename": Sent("groups:read", _RENAMED),
    "group_archive": Sent("groups:read", _ARCHIVED),
    "group_unarchive": Sent("groups:read", _ARCHIVED),
    "group_deleted": Sent("groups:read", "deleting a private channel"),
    "group_left": Sent("groups:read", _REMOVED),
    "member_joined_channel": Sent({**_MEMBERS, "mpim": "mpim:read"}, "somebody joining or brought in"),
    "member_left_channel": Sent({**_MEMBERS}, "somebody leaving or taken out"),
    "reaction_added": Sent("reactions:read", "a reaction"),
    "reaction_removed": Sent("reactions:read", "a reaction taken back"),
    "pin_added": Sent("pins:read", "a pin"),
    "pin_removed": Sent("pins:read", "a pin taken back"),
    "file_change": Sent("files:read", _FILE),
    "file_created": Sent("files:read", _FILE),
    "file_deleted": Sent("files:read", _FILE),
    "file_public": Sent("files:read", _FILE),
    "file_shared": Sent("files:read", _FILE),
    "file_unshared": Sent("files:read", _FILE),
    "team_join": Sent("users:read", "somebody new in the workspace"),
    "user_change": Sent("users:read", _PROFILE),
    "user_profile_changed": Sent("users:read", _PROFILE),
    "user_status_changed": Sent("users:read", "a changed status"),
    "subteam_created": Sent("usergroups:read", "a new user group"),
    "subteam_updated": Sent("usergroups:read", "a user group changed, or its members"),
    "subteam_members_changed": Sent("usergroups:read", "members of a user group changed"),
}
"""The events that somebody in the sandbox can cause."""

_OVER_RTM = "comes over RTM alone, which apps like this cannot use"
_ELSEWHERE = "one workspace, of no enterprise organisation, sharing no channel"
_SETTINGS = "the workspace's own settings do not change"
_RETIRED = "Slack no longer gives cause for it"
_ALWAYS_OPEN = "everybody's messages with the app are there from the start, and stay"

LEFT_OUT: dict[str, str] = {
    **dict.fromkeys(
        (
            "accounts_changed",
            "bot_added",
            "bot_changed",
            "channel_joined",
            "channel_marked",
            "commands_changed",
            "external_org_migration_finished",
            "external_org_migration_started",
            "goodbye",
            "group_joined",
            "group_marked",
            "hello",
            "im_marked",
            "manual_presence_change",
            "pref_change",
            "presence_change",
            "presence_query",
            "presence_sub",
            "reconnect_url",
            "team_migration_started",
            "team_plan_change",
            "team_pref_change",
            "team_profile_change",
            "team_profile_delete",
            "team_profile_reorder",
            "user_typing",
        ),
        _OVER_RTM,
    ),
    **dict.fromkeys(
        (
            "app_deleted",
            "app_installed",
            "app_requested",
            "app_uninstalled_team",
            "channel_id_changed",
            "channel_shared",
            "channel_unshared",
            "grid_migration_finished",
            "grid_migration_started",
            "invite_requested",
            "shared_channel_invite_accepted",
            "shared_channel_invite_approved",
            "shared_channel_invite_declined",
            "shared_channel_invite_received",
            "shared_channel_invite_requested",
            "team_access_granted",
            "team_access_revoked",
        ),
        _ELSEWHERE,
    ),
    **dict.fromkeys(
        (
            "channel_posting_permissions",
            "email_domain_changed",
            "emoji_changed",
            "team_domain_change",
            "team_rename",
        ),
        _SETTINGS,
    ),
    **dict.fromkeys(
        ("file_comment_added", "file_comment_deleted", "file_comment_edited", "star_added", "star_removed"), _RETIRED
    ),
    **dict.fromkeys(("im_created", "im_open", "im_close", "group_open", "group_close"), _ALWAYS_OPEN),
    **dict.fromkeys(
        ("channel_history_changed", "group_history_changed", "im_history_changed"), "history is not changed in bulk"
    ),
    **dict.fromkeys(("dnd_updated", "dnd_updated_user"), "nobody sets Do not Disturb"),
    **dict.fromkeys(("entity_details_requested", "entity_comments_requested"), "no Work Objects"),
    **dict.fromkeys(("link_shared",), "links are not unfurled"),
    **dict.fromkeys(
        ("message_metadata_posted", "message_metadata_updated", "message_metadata_deleted"),
        "metadata is read with `conversations.history`",
    ),
    **dict.fromkeys(("subteam_self_added", "subteam_self_removed"), "bots belong to no user group"),
    "app_rate_limited": "no subscription: it tells of events withheld, whoever subscribes",
    "call_rejected": "no calls",
    "function_executed": "no workflows",
    "message": "subscribed to by kind of conversation",
    "message.app_home": "`message.im` stands for it",
    "url_verification": "no subscription: it asks a new address whether it is the app's",
    "user_connection": "tells of accounts elsewhere",
    "user_huddle_changed": "no huddles",
}
"""Slack's other events, and why they are not sent."""


def is_sent(manifest: Manifest, event: str, kind: ChannelKind = "channel") -> bool:
    """Whether the manifest both subscribes to `event` and grants the scope it needs in this kind of conversation."""
    scopes = SENT[event].scopes
    needed = scopes if isinstance(scopes, str) else scopes.get(kind)
    if needed is None or event not in manifest.events:
        return False
    return not needed or needed in manifest.scopes
