"""User groups: made, renamed, joined and left."""

from dataclasses import replace

from bot.sandbox import events
from bot.sandbox.acts.telling import tell
from bot.sandbox.records import Person, UserGroup
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.shapes import usergroup_json


def create(sandbox: Sandbox, creator: Person, handle: str, name: str, users: tuple[str, ...]) -> UserGroup:
    """A new user group, which the app is told of."""
    workspace, now = sandbox.workspace, int(sandbox.clock.now())
    group = UserGroup(workspace.ids.fresh("S"), handle, name, users, creator.id, now, now)
    workspace.usergroups[group.id] = group
    _show(sandbox, group)
    tell(sandbox, events.subteam_told(workspace, group, "subteam_created"))
    return group


def change(sandbox: Sandbox, before: UserGroup, name: str, users: tuple[str, ...]) -> UserGroup:
    """The user group with its new name and members, which the app is told of."""
    workspace = sandbox.workspace
    after = replace(before, name=name, users=users, updated=int(sandbox.clock.now()))
    workspace.usergroups[after.id] = after
    _show(sandbox, after)
    tell(sandbox, events.subteam_told(workspace, after, "subteam_updated"))
    if set(before.users) != set(after.users):
        tell(sandbox, events.subteam_members_changed(workspace, before, after))
    return after


def _show(sandbox: Sandbox, group: UserGroup) -> None:
    sandbox.stream.publish("usergroup", usergroup=usergroup_json(sandbox.workspace, group))
