"""Where a call posts."""

from bot.sandbox.channels import Channel
from bot.sandbox.errors import SlackError
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.webapi.call import Call
from bot.sandbox.webapi.found import channel_in_sight


def target(sandbox: Sandbox, call: Call) -> Channel:
    """The conversation that the app may post in, by id, by name, or a person's direct messages; SlackError if none."""
    workspace = sandbox.workspace
    ref = call.text("channel")
    person = workspace.people.get(ref)
    if person is not None and not person.is_bot:
        ref = workspace.dm_of(person).id
    named = workspace.channel_named(ref)
    channel = channel_in_sight(sandbox, named.id if named else ref)
    if channel.is_archived:
        raise SlackError("is_archived")
    if not workspace.app_is_in(channel) and "chat:write.public" not in sandbox.manifest.scopes:
        raise SlackError("not_in_channel")
    if channel.kind == "im" and not sandbox.manifest.features.app_home.messages_tab_enabled:
        raise SlackError("messages_tab_disabled")
    return channel


def thread_of(channel: Channel, call: Call) -> str | None:
    """The parent to reply to; SlackError `thread_not_found`, `cannot_reply_to_message`."""
    ts = call.text("thread_ts")
    if not ts:
        return None
    parent = channel.history.find(ts)
    if parent is None:
        raise SlackError("thread_not_found")
    if parent.thread_ts is not None:
        raise SlackError("cannot_reply_to_message")
    return ts


def not_as_user(call: Call) -> None:
    """SlackError when the call asks for what only classic apps could do."""
    if call.flag("as_user"):
        raise SlackError("as_user_not_supported")
