"""users.*: who there is, and where they are."""

from bot.sandbox.errors import SlackError
from bot.sandbox.records import Person
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.shapes import channel_json, user_json
from bot.sandbox.webapi.call import Call, Method
from bot.sandbox.webapi.conversations import READ, asked_for
from bot.sandbox.webapi.found import known_person, page_of
from bot.sandbox.wire import Json, object_at


def _shown(sandbox: Sandbox, person: Person) -> Json:
    user = user_json(sandbox.workspace, person)
    if "users:read.email" not in sandbox.manifest.scopes:
        object_at(user, "profile").pop("email", None)
    return user


def _list(sandbox: Sandbox, call: Call) -> Json:
    people = [_shown(sandbox, each) for each in sandbox.workspace.people.values()]
    members, metadata = page_of(call, people, 1000)
    return {"members": members, "cache_ts": int(sandbox.clock.now()), "response_metadata": metadata}


def _info(sandbox: Sandbox, call: Call) -> Json:
    return {"user": _shown(sandbox, known_person(sandbox, call.text("user")))}


def _lookup_by_email(sandbox: Sandbox, call: Call) -> Json:
    email = call.text("email").lower()
    for person in sandbox.workspace.people.values():
        if person.email == email:
            return {"user": _shown(sandbox, person)}
    raise SlackError("users_not_found")


def _conversations(sandbox: Sandbox, call: Call) -> Json:
    who = call.text("user") or sandbox.workspace.app.bot_user_id
    person = known_person(sandbox, who)
    shown = [channel_json(sandbox.workspace, each) for each in asked_for(sandbox, call) if person.id in each.members]
    channels, metadata = page_of(call, shown, 100)
    return {"channels": channels, "response_metadata": metadata}


METHODS = {
    "users.list": Method(_list, ("users:read",)),
    "users.info": Method(_info, ("users:read",), ("user",)),
    "users.lookupByEmail": Method(_lookup_by_email, ("users:read.email",), ("email",)),
    "users.conversations": Method(_conversations, READ),
}
