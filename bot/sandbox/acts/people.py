"""People who come into the workspace, and what changes about them."""

from dataclasses import replace

from bot.sandbox import events
from bot.sandbox.acts.telling import tell
from bot.sandbox.records import Person
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.shapes import user_json


def welcome(sandbox: Sandbox, person: Person) -> list[str]:
    """The ids of the events sent; the person is in the workspace from now on."""
    sandbox.workspace.people[person.id] = person
    _show(sandbox, person)
    return tell(sandbox, events.user_told(sandbox.workspace, person, "team_join"))


def change(sandbox: Sandbox, before: Person, after: Person) -> list[str]:
    """The ids of the events sent; `after` stands in the place of `before`."""
    workspace = sandbox.workspace
    after = replace(after, updated=int(sandbox.clock.now()))
    workspace.people[after.id] = after
    _show(sandbox, after)
    names = ["user_change", "user_profile_changed"]
    if (before.status_text, before.status_emoji) != (after.status_text, after.status_emoji):
        names.append("user_status_changed")
    return [event_id for name in names for event_id in tell(sandbox, events.user_told(workspace, after, name))]


def _show(sandbox: Sandbox, person: Person) -> None:
    sandbox.stream.publish("user", user=user_json(sandbox.workspace, person))
