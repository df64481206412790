"""chat.scheduleMessage, chat.scheduledMessages.list, chat.deleteScheduledMessage."""

from dataclasses import replace

from bot.sandbox.acts.scheduling import schedule
from bot.sandbox.channels import Channel
from bot.sandbox.errors import SlackError
from bot.sandbox.records import ScheduledMessage
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.shapes import message_json
from bot.sandbox.webapi.call import Call
from bot.sandbox.webapi.content import CONTENT, CONTENT_REFUSES, FORMATTING, read_content, read_guise, read_metadata
from bot.sandbox.webapi.found import moment, page_of, visible_channel
from bot.sandbox.webapi.method import Method, Tier, flags, numbers, parsed, texts
from bot.sandbox.webapi.target import not_as_user, target, thread_of
from bot.sandbox.wire import Json

FURTHEST = 120 * 86_400
MOST_IN_WINDOW = 30
WINDOW = 300
LAST_CHANCE = 60
"""A message that is to be posted within so many seconds can no longer be deleted."""
_PAGE = 100


def _schedule_message(sandbox: Sandbox, call: Call) -> Json:
    not_as_user(call)
    channel = target(sandbox, call)
    thread_ts = thread_of(channel, call)
    message = replace(
        read_guise(sandbox, call, read_content(sandbox, call)),
        thread_ts=thread_ts,
        broadcast=thread_ts is not None and call.flag("reply_broadcast"),
        metadata=read_metadata(call),
    )
    now = int(sandbox.clock.now())
    post_at = _post_at(call, now)
    _check_window(sandbox, channel, post_at)
    scheduled = ScheduledMessage(sandbox.ids.fresh("Q"), channel.id, post_at, now, message)
    schedule(sandbox, scheduled)
    shown = message_json(sandbox.workspace, channel, message, metadata=True)
    shown = {**shown, "type": "delayed_message", "subtype": "bot_message"}
    del shown["ts"]
    return {"channel": channel.id, "scheduled_message_id": scheduled.id, "post_at": post_at, "message": shown}


def _post_at(call: Call, now: int) -> int:
    given = str(call.arguments["post_at"])
    if not (given.isascii() and given.isdigit() and len(given) <= 10):
        raise SlackError("invalid_time")
    post_at = int(given)
    if post_at <= now:
        raise SlackError("time_in_past")
    if post_at > now + FURTHEST:
        raise SlackError("time_too_far")
    return post_at


def _check_window(sandbox: Sandbox, channel: Channel, post_at: int) -> None:
    """SlackError when some five minutes would hold more of the channel's scheduled messages than they may."""
    here = [each.post_at for each in sandbox.workspace.scheduled.values() if each.channel == channel.id]
    near = sorted([post_at, *(each for each in here if abs(each - post_at) < WINDOW)])
    if any(last - first < WINDOW for first, last in zip(near, near[MOST_IN_WINDOW:], strict=False)):
        raise SlackError("restricted_too_many")


def _list(sandbox: Sandbox, call: Call) -> Json:
    oldest, latest = moment(call, "oldest"), moment(call, "latest")
    if oldest is not None and latest is not None and oldest >= latest:
        raise SlackError.with_messages("invalid_arguments", ["`oldest` must be less than `latest`"])
    channel = _channel_asked_for(sandbox, call)
    found = [
        each
        for each in sorted(sandbox.workspace.scheduled.values(), key=lambda each: (each.post_at, each.created))
        if (channel is None or each.channel == channel.id)
        and (oldest is None or each.post_at * 1_000_000 >= oldest)
        and (latest is None or each.post_at * 1_000_000 <= latest)
    ]
    shown, metadata = page_of(call, found, _PAGE)
    return {"scheduled_messages": [_listed(each) for each in shown], "response_metadata": metadata}


def _channel_asked_for(sandbox: Sandbox, call: Call) -> Channel | None:
    if not call.text("channel"):
        return None
    try:
        return visible_channel(sandbox, call)
    except SlackError:
        raise SlackError("invalid_channel") from None


def _listed(scheduled: ScheduledMessage) -> Json:
    return {
        "id": scheduled.id,
        "channel_id": scheduled.channel,
        "post_at": scheduled.post_at,
        "date_created": scheduled.created,
        "text": scheduled.message.text,
    }


def _delete(sandbox: Sandbox, call: Call) -> Json:
    channel = visible_channel(sandbox, call)
    scheduled = sandbox.workspace.scheduled.get(call.text("scheduled_message_id"))
    if scheduled is None or scheduled.channel != channel.id:
        raise SlackError("invalid_scheduled_message_id")
    if scheduled.post_at - sandbox.clock.now() <= LAST_CHANCE:
        raise SlackError("invalid_scheduled_message_id")
    del sandbox.workspace.scheduled[scheduled.id]
    return {}


METHODS = {
    "chat.scheduleMessage": Method(
        _schedule_message,
        Tier.THREE,
        {**CONTENT, **texts("channel", "thread_ts"), **flags("as_user", "reply_broadcast"), **parsed("post_at")},
        idle={**FORMATTING, **flags("unfurl_links", "unfurl_media")},
        required=("channel", "post_at"),
        scopes=("chat:write",),
        refuses=(
            *CONTENT_REFUSES,
            "as_user_not_supported",
            "cannot_reply_to_message",
            "channel_not_found",
            "invalid_time",
            "is_archived",
            "messages_tab_disabled",
            "not_in_channel",
            "restricted_too_many",
            "thread_not_found",
            "time_in_past",
            "time_too_far",
        ),
        omits=(
            "invalid_token",
            "message_limit_exceeded",
            "metadata_must_be_sent_from_app",
            "rate_limited",
            "restricted_action",
            "restricted_action_non_threadable_channel",
            "restricted_action_read_only_channel",
            "restricted_action_thread_only_channel",
            "slack_connect_file_link_sharing_blocked",
        ),
    ),
    "chat.scheduledMessages.list": Method(
        _list,
        Tier.THREE,
        {**texts("channel", "cursor", "latest", "oldest"), **numbers("limit")},
        idle=texts("team_id"),
        refuses=("invalid_channel", "invalid_cursor", "invalid_limit", "invalid_ts_latest", "invalid_ts_oldest"),
    ),
    "chat.deleteScheduledMessage": Method(
        _delete,
        Tier.THREE,
        texts("channel", "scheduled_message_id"),
        idle=flags("as_user"),
        required=("channel", "scheduled_message_id"),
        scopes=("chat:write",),
        refuses=("channel_not_found", "invalid_scheduled_message_id"),
    ),
}
