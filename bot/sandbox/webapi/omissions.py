"""Error codes of Slack that cannot arise in the sandbox, and why."""

from fnmatch import fnmatchcase

ELSEWHERE = ("message_limit_exceeded", "metadata_must_be_sent_from_app", "rate_limited", "team_not_found")
DUPLICATES = ("duplicate_channel_not_found", "duplicate_message_not_found")
RESTRICTIONS = (
    "ekm_access_denied",
    "restricted_action",
    "restricted_action_non_threadable_channel",
    "restricted_action_read_only_channel",
    "restricted_action_thread_locked",
    "restricted_action_thread_only_channel",
)
SHARED_CHANNELS = (
    "slack_connect_canvas_sharing_blocked",
    "slack_connect_file_link_sharing_blocked",
    "slack_connect_lists_sharing_blocked",
)
DRAFTS = (
    "draft_already_deleted",
    "draft_already_sent",
    "draft_has_conflict",
    "draft_not_found",
    "send_on_behalf_not_allowed",
)

METHODS_LEFT_OUT = {
    "oauth.v2.access": "the app is installed from the start, and its tokens are given",
}
"""Methods of the reference that are not answered, and why."""

_REASONS = {
    "slack_connect_*": "no channel is shared with another organisation",
    "external_channel_migrating": "no channel is shared with another organisation",
    "no_external_invite_permission": "no channel is shared with another organisation",
    "enterprise_*": "the workspace belongs to no enterprise organisation",
    "org_*": "the workspace belongs to no enterprise organisation",
    "team_not_on_enterprise": "the workspace belongs to no enterprise organisation",
    "invitee_cant_see_channel": "the workspace belongs to no enterprise organisation",
    "invalid_user_combination": "everybody belongs to the workspace",
    "restricted_action*": "no channel or workspace setting restricts who may post",
    "invalid_token": "`invalid_auth` stands for it",
    "ekm_access_denied": "no enterprise keys",
    "*_denied": "no setting forbids it",
    "no_permission": "no setting forbids it",
    "app_access_restricted": "no setting restricts the app",
    "*restricted*": "there are no guests",
    "ura_max_channels": "there are no guests",
    "user_not_visible": "there are no guests",
    "draft_*": "apps have no drafts",
    "send_on_behalf_not_allowed": "apps have no drafts",
    "duplicate_*_not_found": "`client_msg_id` is no documented argument",
    "message_limit_exceeded": "no free plan",
    "plan_upgrade_required": "no free plan",
    "storage_limit_reached": "no free plan",
    "file_type_not_allowed": "no setting restricts what may be uploaded",
    "blocked_file_type": "no setting restricts what may be uploaded",
    "file_is_deleted": "`file_deleted` stands for it",
    "file_share_limit_reached": "no setting limits how often a file is shared",
    "max_file_sharing_exceeded": "no setting limits how often a file is shared",
    "unable_to_share_files": "a fault on demand",
    "file_uploads_*": "no setting restricts what may be uploaded",
    "file_deleting_disabled": "no setting forbids it",
    "delete_not_allowed": "no canvases",
    "unknown_subtype": "`unknown_snippet_type` stands for it",
    "access_denied": "no channel is shared with another organisation",
    "channel_type_not_supported": "every kind of conversation here takes streams",
    "not_subscribed_to_message_stream_stopped": "`is_stoppable` is no documented argument",
    "thread_ts_not_allowed": "no channel is one session as a whole",
    "too_many_attachments": "a stream takes no attachments",
    "attachment_payload_limit_exceeded": "a stream takes no attachments",
    "as_user_not_supported": "the method has no `as_user`",
    "invalid_metadata_format": "the method takes no `metadata`",
    "invalid_metadata_schema": "the method takes no `metadata`",
    "metadata_too_large": "the method takes no `metadata`",
    "no_text": "a stream may begin empty",
    "invalid_blocks_format": "`invalid_blocks` stands for it",
    "cannot_reply_to_message": "a stream's thread is checked when it begins",
    "message_not_found": "prompts belong to no message",
    "rate_limited": "`ratelimited` stands for it",
    "missing_argument": "`invalid_arguments` stands for it",
    "missing_args": "`invalid_arguments` stands for it",
    "no_channel": "`invalid_arguments` stands for it",
    "no_user": "`invalid_arguments` stands for it",
    "metadata_must_be_sent_from_app": "only the app posts with a token",
    "team_not_found": "one workspace, and the call does not name it",
    "invalid_team": "one workspace, and the call does not name it",
    "internal_error": "a fault on demand",
    "update_failed": "a fault on demand",
    "fetch_members_failed": "a fault on demand",
    "file_update_failed": "a fault on demand",
    "messaging_processing_failed": "a fault on demand",
    "canvas_*": "no canvases",
    "list_record_comment_fetch_failed": "no lists",
    "template_not_visible": "no canvases",
    "too_many_contact_cards": "no contact cards",
    "file_comment_not_found": "comments on files are no longer made",
    "not_reactable": "reactions go to messages only",
    "no_access": "reactions go to messages only",
    "edit_window_closed": "no setting limits how long messages can be edited",
    "block_mismatch": "the app's own messages may change their blocks freely",
    "thread_locked": "threads are not locked",
    "invalid_metadata_filter_keys": "metadata cannot be filtered by key",
    "channel_is_limited_access": "no channel has limited access",
    "insecure_request": "the sandbox is for this machine and speaks plain HTTP",
    "not_implemented": "profile views are not public",
    "missing_profile_id": "profile views are not public",
    "missing_user": "the call is not made for a person",
    "user_not_found": "the call is not made for a person",
    "limit_required": "the workspace is small enough to be listed whole",
    "too_many_users": "one user is asked for at a time",
    "too_many_members": "channels have room for everybody",
    "method_not_supported_for_channel_type": "it works on every kind of channel",
    "app_cannot_join_channel": "there is no app but this one",
    "cant_invite": "nobody is kept out",
    "cannot_create_channel": "nothing keeps the app from creating channels",
    "invalid_name": "the more exact codes beside it stand for it",
    "no_dual_broadcast_content_update": "an update may broadcast and change the content at once",
    "missing_file_data": "messages share files by the upload flow alone",
    "file_not_found": "reactions and pins go to messages only",
    "file_not_shared": "reactions and pins go to messages only",
    "users_not_found": "every user group lists its users",
    "invalid_cursor": "user groups are listed whole",
    "bots_not_found": "the argument `bots` is no longer taken",
}


def reason_for(code: str) -> str:
    """Why `code` cannot arise; KeyError when nobody has said."""
    exact = _REASONS.get(code)
    if exact:
        return exact
    for pattern, reason in _REASONS.items():
        if fnmatchcase(code, pattern):
            return reason
    raise KeyError(code)
