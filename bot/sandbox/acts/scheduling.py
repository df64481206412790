"""Scheduled messages: kept until their time, then posted as any other."""

import json
from dataclasses import replace

from bot.sandbox.acts.messages import post
from bot.sandbox.records import ScheduledMessage
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.wire_log import AppCall


def schedule(sandbox: Sandbox, scheduled: ScheduledMessage) -> None:
    """Keeps the message until its time comes."""
    sandbox.workspace.scheduled[scheduled.id] = scheduled
    _await(sandbox, scheduled)


def await_all(sandbox: Sandbox) -> None:
    """Waits for all that a loaded workspace has scheduled; what is overdue is posted at once."""
    for scheduled in sandbox.workspace.scheduled.values():
        _await(sandbox, scheduled)


def _await(sandbox: Sandbox, scheduled: ScheduledMessage) -> None:
    sandbox.clock.at(scheduled.post_at, lambda: _fall_due(sandbox, scheduled))


def _fall_due(sandbox: Sandbox, scheduled: ScheduledMessage) -> None:
    if sandbox.workspace.scheduled.get(scheduled.id) != scheduled:
        return  # deleted meanwhile, or of a workspace that stands no more
    del sandbox.workspace.scheduled[scheduled.id]
    obstacle = _obstacle(sandbox, scheduled)
    if obstacle is None:
        channel = sandbox.workspace.channels[scheduled.channel]
        post(sandbox, channel, replace(scheduled.message, ts=sandbox.workspace.next_ts(channel)))
    _write_down(sandbox, scheduled, obstacle)


def _obstacle(sandbox: Sandbox, scheduled: ScheduledMessage) -> str | None:
    """Why the message is dropped; None when it can be posted."""
    channel = sandbox.workspace.channels[scheduled.channel]
    if scheduled.message.metadata is not None:
        return "metadata_never_posts"  # a bug that Slack's reference owns up to
    if channel.is_archived:
        return "is_archived"
    if not sandbox.workspace.app_is_in(channel) and "chat:write.public" not in sandbox.manifest.scopes:
        return "not_in_channel"
    if scheduled.message.thread_ts and channel.history.find(scheduled.message.thread_ts) is None:
        return "thread_not_found"
    return None


def _write_down(sandbox: Sandbox, scheduled: ScheduledMessage, obstacle: str | None) -> None:
    watch = sandbox.wire_log.begin()
    entry = AppCall(
        id=f"call-{watch.order}",
        order=watch.order,
        kind="scheduled",
        method="chat.scheduleMessage",
        http="",
        at=watch.at,
        ms=0.0,
        status=0,
        error=obstacle,
        args={"channel": scheduled.channel, "scheduled_message_id": scheduled.id, "post_at": scheduled.post_at},
        answer=json.dumps({"posted": obstacle is None}),
    )
    sandbox.wire_log.add_call(entry)
