"""users.*: who there is, and where they are."""

from bot.sandbox.errors import SlackError
from bot.sandbox.records import Person
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.shapes import channel_json, user_json
from bot.sandbox.webapi.call import Call
from bot.sandbox.webapi.conversations import LISTING, READ, asked_for
from bot.sandbox.webapi.found import known_person, page_of
from bot.sandbox.webapi.method import Method, Tier, flags, numbers, texts
from bot.sandbox.wire import Json, object_at


def _shown(sandbox: Sandbox, call: Call, person: Person) -> Json:
    user = user_json(sandbox.workspace, person)
    if not call.flag("include_locale"):
        del user["locale"]
    if "users:read.email" not in sandbox.manifest.scopes:
        object_at(user, "profile").pop("email", None)
    return user


def _list(sandbox: Sandbox, call: Call) -> Json:
    people = [_shown(sandbox, call, each) for each in sandbox.workspace.people.values()]
    members, metadata = page_of(call, people, 1000)
    return {"members": members, "cache_ts": int(sandbox.clock.now()), "response_metadata": metadata}


def _info(sandbox: Sandbox, call: Call) -> Json:
    return {"user": _shown(sandbox, call, known_person(sandbox, call.text("user")))}


def _lookup_by_email(sandbox: Sandbox, call: Call) -> Json:
    email = call.text("email").lower()
    for person in sandbox.workspace.people.values():
        if person.email == email:
            return {"user": _shown(sandbox, call, person)}
    raise SlackError("users_not_found")


def _conversations(sandbox: Sandbox, call: Call) -> Json:
    who = call.text("user") or sandbox.workspace.app.bot_user_id
    person = known_person(sandbox, who)
    shown = [channel_json(sandbox.workspace, each) for each in asked_for(sandbox, call) if person.id in each.members]
    channels, metadata = page_of(call, shown, 100)
    return {"channels": channels, "response_metadata": metadata}


METHODS = {
    "users.list": Method(
        _list,
        Tier.TWO,
        {**texts("cursor"), **numbers("limit"), **flags("include_locale")},
        idle=texts("team_id"),
        scopes=("users:read",),
        refuses=("invalid_cursor", "invalid_limit"),
        omits=("limit_required", "missing_argument"),
    ),
    "users.info": Method(
        _info,
        Tier.FOUR,
        {**texts("user"), **flags("include_locale")},
        required=("user",),
        scopes=("users:read",),
        refuses=("user_not_found",),
        omits=("too_many_users", "user_not_visible"),
    ),
    "users.lookupByEmail": Method(
        _lookup_by_email,
        Tier.THREE,
        texts("email"),
        required=("email",),
        scopes=("users:read.email",),
        refuses=("users_not_found",),
        omits=("enterprise_is_restricted",),
    ),
    "users.conversations": Method(
        _conversations,
        Tier.THREE,
        {**LISTING, **texts("user")},
        idle={**texts("team_id"), **flags("exclude_muted")},
        scopes=READ,
        refuses=("invalid_cursor", "invalid_limit", "invalid_types", "user_not_found"),
        omits=("method_not_supported_for_channel_type", "missing_argument"),
    ),
}
