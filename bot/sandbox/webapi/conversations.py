"""conversations.*: which there are, who is in them, opening and joining."""

from bot.sandbox.acts.membership import create, group_of, join
from bot.sandbox.channels import Channel
from bot.sandbox.errors import SlackError
from bot.sandbox.naming import name_problem
from bot.sandbox.records import Person
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.shapes import channel_json
from bot.sandbox.webapi.call import Call
from bot.sandbox.webapi.found import known_person, need_scope_for, page_of, visible_channel
from bot.sandbox.webapi.method import Method, Tier, flags, missing_scope, numbers, texts
from bot.sandbox.wire import Json

_TYPES = {"public_channel": "channel", "private_channel": "group", "im": "im", "mpim": "mpim"}
_SCOPES = {
    "public_channel": "channels:read",
    "private_channel": "groups:read",
    "im": "im:read",
    "mpim": "mpim:read",
}
READ = ("channels:read", "groups:read", "im:read", "mpim:read")
LISTING = {**texts("cursor", "types"), **numbers("limit"), **flags("exclude_archived")}
"""The arguments of a list of conversations."""
_OPEN = ("im:write", "mpim:write", "channels:manage", "groups:write")
_MOST_IN_GROUP = 8


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
    if call.flag("include_locale"):
        shown["locale"] = "en-US"
    return {"channel": shown}


def _members(sandbox: Sandbox, call: Call) -> Json:
    channel = visible_channel(sandbox, call)
    need_scope_for(sandbox, channel, "read")
    members, metadata = page_of(call, channel.members, 100)
    return {"members": members, "response_metadata": metadata}


def _open(sandbox: Sandbox, call: Call) -> Json:
    if call.text("channel"):
        channel = visible_channel(sandbox, call)
        if channel.kind not in ("im", "mpim"):
            raise SlackError("method_not_supported_for_channel_type")
        return _opened(sandbox, call, channel, already=True)
    names = [each.strip() for each in call.text("users").split(",") if each.strip()]
    if not names:
        raise SlackError("users_list_not_supplied")
    if len(names) > 1:
        return _open_group(sandbox, call, names)
    if "im:write" not in sandbox.manifest.scopes:
        raise missing_scope(sandbox, "im:write")
    person = known_person(sandbox, names[0])
    if person.is_bot:
        raise SlackError("not_enough_users")
    if person.is_deactivated:
        raise SlackError("user_disabled")
    known = len(sandbox.workspace.channels)
    if call.flag("prevent_creation") and not sandbox.workspace.has_dm(person):
        raise SlackError("channel_not_found")
    channel = sandbox.workspace.dm_of(person)
    return _opened(sandbox, call, channel, already=known == len(sandbox.workspace.channels))


def _open_group(sandbox: Sandbox, call: Call, names: list[str]) -> Json:
    if "mpim:write" not in sandbox.manifest.scopes:
        raise missing_scope(sandbox, "mpim:write")
    if len(names) > _MOST_IN_GROUP:
        raise SlackError("too_many_users")
    people = {person.id: person for person in (*(known_person(sandbox, each) for each in names), _bot(sandbox))}
    if len(people) < 3:
        raise SlackError("not_enough_users")
    channel, already = group_of(sandbox, list(people.values()))
    return _opened(sandbox, call, channel, already=already)


def _opened(sandbox: Sandbox, call: Call, channel: Channel, *, already: bool) -> Json:
    shown = channel_json(sandbox.workspace, channel) if call.flag("return_im") else {"id": channel.id}
    return {"channel": shown, "no_op": already, "already_open": already}


def _join(sandbox: Sandbox, call: Call) -> Json:
    channel = visible_channel(sandbox, call)
    if channel.kind != "channel":
        raise SlackError("method_not_supported_for_channel_type")
    if channel.is_archived:
        raise SlackError("is_archived")
    if sandbox.workspace.app_is_in(channel):
        warning = "already_in_channel"
        shown = channel_json(sandbox.workspace, channel)
        return {"channel": shown, "warning": warning, "response_metadata": {"warnings": [warning]}}
    join(sandbox, channel, _bot(sandbox))
    return {"channel": channel_json(sandbox.workspace, channel)}


def _invite(sandbox: Sandbox, call: Call) -> Json:
    channel = visible_channel(sandbox, call)
    if channel.kind in ("im", "mpim"):
        raise SlackError("method_not_supported_for_channel_type")
    if not sandbox.workspace.app_is_in(channel):
        raise SlackError("not_in_channel")
    if channel.is_archived:
        raise SlackError("is_archived")
    welcome, problems = _invited(sandbox, channel, [each.strip() for each in call.text("users").split(",")])
    if problems and not (call.flag("force") and welcome):
        raise SlackError(str(problems[0]["error"]), errors=problems)
    for person in welcome:
        join(sandbox, channel, person, inviter=sandbox.workspace.app.bot_user_id)
    shown: Json = {"channel": channel_json(sandbox.workspace, channel)}
    return {**shown, "errors": problems} if problems else shown


def _invited(sandbox: Sandbox, channel: Channel, user_ids: list[str]) -> tuple[list[Person], list[Json]]:
    """Who can be brought in, and what is wrong with the others."""
    welcome: list[Person] = []
    problems: list[Json] = []
    for user_id in user_ids:
        person = sandbox.workspace.people.get(user_id)
        if person is None:
            problems.append({"user": user_id, "ok": False, "error": "user_not_found"})
        elif person.is_bot:
            problems.append({"user": user_id, "ok": False, "error": "cant_invite_self"})
        elif person.id in channel.members:
            problems.append({"user": user_id, "ok": False, "error": "already_in_channel"})
        else:
            welcome.append(person)
    return welcome, problems


def _create(sandbox: Sandbox, call: Call) -> Json:
    name = call.text("name").removeprefix("#")
    check_name(sandbox, name)
    channel = create(sandbox, name, _bot(sandbox), private=call.flag("is_private"))
    return {"channel": channel_json(sandbox.workspace, channel)}


def check_name(sandbox: Sandbox, name: str) -> None:
    """SlackError when a channel cannot be called so: lower case, digits, `-`, `_`, 80 at most, not taken."""
    problem = name_problem(sandbox.workspace, name)
    if problem:
        raise SlackError(problem)


def _bot(sandbox: Sandbox) -> Person:
    return sandbox.workspace.people[sandbox.workspace.app.bot_user_id]


METHODS = {
    "conversations.list": Method(
        _list,
        Tier.TWO,
        LISTING,
        idle=texts("team_id"),
        scopes=READ,
        refuses=("invalid_cursor", "invalid_limit", "invalid_types"),
        omits=("method_not_supported_for_channel_type", "missing_argument"),
    ),
    "conversations.info": Method(
        _info,
        Tier.THREE,
        {**texts("channel"), **flags("include_locale", "include_num_members")},
        required=("channel",),
        scopes=READ,
        refuses=("channel_not_found",),
        omits=("channel_is_limited_access",),
    ),
    "conversations.members": Method(
        _members,
        Tier.FOUR,
        {**texts("channel", "cursor"), **numbers("limit")},
        required=("channel",),
        scopes=READ,
        refuses=("channel_not_found", "invalid_cursor", "invalid_limit"),
        omits=("fetch_members_failed", "method_not_supported_for_channel_type"),
    ),
    "conversations.open": Method(
        _open,
        Tier.THREE,
        {**texts("channel", "users"), **flags("return_im", "prevent_creation")},
        scopes=_OPEN,
        refuses=(
            "channel_not_found",
            "method_not_supported_for_channel_type",
            "not_enough_users",
            "too_many_users",
            "user_disabled",
            "user_not_found",
            "users_list_not_supplied",
        ),
        omits=("invalid_user_combination", "user_not_visible"),
    ),
    "conversations.join": Method(
        _join,
        Tier.THREE,
        texts("channel"),
        required=("channel",),
        scopes=("channels:join",),
        refuses=("channel_not_found", "is_archived", "method_not_supported_for_channel_type"),
        omits=("channel_is_limited_access", "too_many_members"),
    ),
    "conversations.invite": Method(
        _invite,
        Tier.THREE,
        {**texts("channel", "users"), **flags("force")},
        required=("channel", "users"),
        scopes=("channels:write.invites", "groups:write.invites", "channels:manage", "groups:write"),
        refuses=(
            "already_in_channel",
            "cant_invite_self",
            "channel_not_found",
            "is_archived",
            "method_not_supported_for_channel_type",
            "not_in_channel",
            "user_not_found",
        ),
        omits=(
            "app_cannot_join_channel",
            "cant_invite",
            "external_channel_migrating",
            "invitee_cant_see_channel",
            "no_external_invite_permission",
            "no_permission",
            "no_user",
            "org_user_not_in_team",
            "ura_max_channels",
            "user_is_restricted",
        ),
    ),
    "conversations.create": Method(
        _create,
        Tier.TWO,
        {**texts("name"), **flags("is_private")},
        idle=texts("team_id"),
        required=("name",),
        scopes=("channels:manage", "groups:write"),
        refuses=(
            "invalid_name_maxlength",
            "invalid_name_punctuation",
            "invalid_name_required",
            "invalid_name_specials",
            "name_taken",
        ),
        omits=(
            "canvas_disabled_user_team",
            "cannot_create_channel",
            "invalid_name",
            "missing_argument",
            "no_channel",
            "restricted_action",
        ),
    ),
}
