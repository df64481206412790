"""usergroups.*: which there are, and who is in them."""

from bot.sandbox.errors import SlackError
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.shapes import usergroup_json
from bot.sandbox.webapi.call import Call
from bot.sandbox.webapi.method import Method, Tier, flags, texts
from bot.sandbox.wire import Json


def _list(sandbox: Sandbox, call: Call) -> Json:
    shown = [usergroup_json(sandbox.workspace, each) for each in sandbox.workspace.usergroups.values()]
    for group in shown:
        if not call.flag("include_users"):
            del group["users"]
        if not call.flag("include_count"):
            del group["user_count"]
    return {"usergroups": shown}


def _users(sandbox: Sandbox, call: Call) -> Json:
    group = sandbox.workspace.usergroups.get(call.text("usergroup"))
    if group is None:
        raise SlackError("no_such_subteam")
    return {"users": list(group.users)}


METHODS = {
    "usergroups.list": Method(
        _list,
        Tier.TWO,
        flags("include_count", "include_users"),
        idle={**flags("include_disabled"), **texts("team_id")},
        scopes=("usergroups:read",),
        omits=("invalid_cursor", "invalid_team", "missing_argument", "plan_upgrade_required", "users_not_found"),
    ),
    "usergroups.users.list": Method(
        _users,
        Tier.TWO,
        texts("usergroup"),
        idle={**flags("include_disabled"), **texts("team_id")},
        required=("usergroup",),
        scopes=("usergroups:read",),
        refuses=("no_such_subteam",),
        omits=("invalid_cursor", "plan_upgrade_required"),
    ),
}
