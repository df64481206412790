"""conversations.*: which there are, who is in them, opening and joining."""

from bot.sandbox.acts.membership import create, join
from bot.sandbox.channels import Channel
from bot.sandbox.errors import SlackError
from bot.sandbox.records import Person
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.shapes import channel_json
from bot.sandbox.webapi.call import Call, Method, missing_scope
from bot.sandbox.webapi.found import known_person, need_scope_for, page_of, visible_channel
from bot.sandbox.wire import Json

_TYPES = {"public_channel": "channel", "private_channel": "group", "im": "im", "mpim": "mpim"}
_SCOPES = {
    "public_channel": "channels:read",
    "private_channel": "groups:read",
    "im": "im:read",
    "mpim": "mpim:read",
}
READ = ("channels:read", "groups:read", "im:read", "mpim:read")
_OPEN = ("im:write", "mpim:write", "channels:manage", "groups:write")
_NAME_LENGTH = 80


def asked_for(sandbox: Sandbox, call: Call) -> list[Channel]:
    """The conversations of the asked-for types that the app may see."""
    types = [each.strip() for each in call.text("types", "public_channel").split(",")]
    for each in types:
        if each not in _TYPES:
            raise SlackError("invalid_types")
        if _SCOPES[each] not in sandbox.manifest.scopes:
            raise missing_scope(sandbox, _SCOPES[each])
    kinds = {_TYPES[each] for each in types}
    return [
        channel
        for channel in sandbox.workspace.channels.values()
        if channel.kind in kinds
        and (channel.kind == "channel" or sandbox.workspace.app_is_in(channel))
        and not (channel.is_archived and call.flag("exclude_archived"))
    ]


def _list(sandbox: Sandbox, call: Call) -> Json:
    shown = [channel_json(sandbox.workspace, each) for each in asked_for(sandbox, call)]
    channels, metadata = page_of(call, shown, 100)
    return {"channels": channels, "response_metadata": metadata}


def _info(sandbox: Sandbox, call: Call) -> Json:
    channel = visible_channel(sandbox, call)
    need_scope_for(sandbox, channel, "read")
    shown = channel_json(sandbox.workspace, channel)
    shown.pop("num_members", None)
    if call.flag("include_num_members"):
        shown["num_members"] = len(channel.members)
    return {"channel": shown}


def _members(sandbox: Sandbox, call: Call) -> Json:
    channel = visible_channel(sandbox, call)
    need_scope_for(sandbox, channel, "read")
    members, metadata = page_of(call, channel.members, 100)
    return {"members": members, "response_metadata": metadata}


def _open(sandbox: Sandbox, call: Call) -> Json:
    if call.text("channel"):
        channel = visible_channel(sandbox, call)
        if channel.kind != "im":
            raise SlackError("method_not_supported_for_channel_type")
        return _opened(sandbox, call, channel, already=True)
    names = [each.strip() for each in call.text("users").split(",") if each.strip()]
    if not names:
        raise SlackError("users_list_not_supplied")
    if len(names) > 1:
        if "mpim:write" not in sandbox.manifest.scopes:
            raise missing_scope(sandbox, "mpim:write")
        raise SlackError("method_not_supported_for_channel_type")
    if "im:write" not in sandbox.manifest.scopes:
        raise missing_scope(sandbox, "im:write")
    person = known_person(sandbox, names[0])
    if person.is_bot:
        raise SlackError("not_enough_users")
    known = len(sandbox.workspace.channels)
    channel = sandbox.workspace.dm_of(person)
    return _opened(sandbox, call, channel, already=known == len(sandbox.workspace.channels))


def _opened(sandbox: Sandbox, call: Call, channel: Channel, *, already: bool) -> Json:
    shown = channel_json(sandbox.workspace, channel) if call.flag("return_im") else {"id": channel.id}
    return {"channel": shown, "no_op": already, "already_open": already}


def _join(sandbox: Sandbox, call: Call) -> Json:
    channel = visible_channel(sandbox, call)
    if channel.kind != "channel":
        raise SlackError("method_not_supported_for_channel_type")
    if channel.is_archived:
        raise SlackError("is_archived")
    if not sandbox.workspace.app_is_in(channel):
        join(sandbox, channel, _bot(sandbox))
    return {"channel": channel_json(sandbox.workspace, channel)}


def _invite(sandbox: Sandbox, call: Call) -> Json:
    channel = visible_channel(sandbox, call)
    if channel.kind == "im":
        raise SlackError("method_not_supported_for_channel_type")
    if not sandbox.workspace.app_is_in(channel):
        raise SlackError("not_in_channel")
    people = [known_person(sandbox, each.strip()) for each in call.text("users").split(",")]
    for person in people:
        if person.is_bot:
            raise SlackError("cant_invite_self")
        if person.id in channel.members:
            raise SlackError("already_in_channel")
    for person in people:
        join(sandbox, channel, person, inviter=sandbox.workspace.app.bot_user_id)
    return {"channel": channel_json(sandbox.workspace, channel)}


def _create(sandbox: Sandbox, call: Call) -> Json:
    name = call.text("name").removeprefix("#")
    check_name(sandbox, name)
    channel = create(sandbox, name, _bot(sandbox), private=call.flag("is_private"))
    return {"channel": channel_json(sandbox.workspace, channel)}


def check_name(sandbox: Sandbox, name: str) -> None:
    """SlackError when a channel cannot be called so: lower case, digits, `-`, `_`, 80 at most, not taken."""
    if not name:
        raise SlackError("invalid_name_required")
    if len(name) > _NAME_LENGTH:
        raise SlackError("invalid_name_maxlength")
    if name != name.lower() or not all(each.isalnum() or each in "-_" for each in name):
        raise SlackError("invalid_name_specials")
    if sandbox.workspace.channel_named(name):
        raise SlackError("name_taken")


def _bot(sandbox: Sandbox) -> Person:
    return sandbox.workspace.people[sandbox.workspace.app.bot_user_id]


METHODS = {
    "conversations.list": Method(_list, READ),
    "conversations.info": Method(_info, READ, ("channel",)),
    "conversations.members": Method(_members, READ, ("channel",)),
    "conversations.open": Method(_open, _OPEN),
    "conversations.join": Method(_join, ("channels:join",), ("channel",)),
    "conversations.invite": Method(
        _invite,
        ("channels:write.invites", "groups:write.invites", "channels:manage", "groups:write"),
        ("channel", "users"),
    ),
    "conversations.create": Method(_create, ("channels:manage", "groups:write"), ("name",)),
}
