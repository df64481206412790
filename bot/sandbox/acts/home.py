"""The app's Home and Messages tabs."""

from bot.sandbox import events
from bot.sandbox.blocks.choices import initial_state
from bot.sandbox.records import Person, View
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.shapes import view_json
from bot.sandbox.wire import Json


def open_tab(sandbox: Sandbox, person: Person, tab: str) -> list[str]:
    """The ids of the events sent when the person opens the app's home on `tab`."""
    if not events.is_sent(sandbox.manifest, "app_home_opened"):
        return []
    workspace = sandbox.workspace
    home = workspace.homes.get(person.id)
    shown = view_json(workspace, home) if home else None
    return [sandbox.send(events.app_home_opened(workspace, person, tab, shown))]


def publish_home(sandbox: Sandbox, person: Person, body: Json) -> View:
    """The person's Home tab, now showing `body`."""
    workspace = sandbox.workspace
    before = workspace.homes.get(person.id)
    view_id = before.id if before else workspace.ids.fresh("V")
    view = View(view_id, "home", person.id, body, fresh_hash(sandbox), root_id=view_id)
    view.state = initial_state(view.blocks, before.state if before else None)
    workspace.homes[person.id] = view
    sandbox.stream.publish("home", to=[person.id], user=person.id, view=view_json(workspace, view))
    return view


def fresh_hash(sandbox: Sandbox) -> str:
    """A mark that changes with every change of a view."""
    return f"{sandbox.clock.stamp()}.{sandbox.ids.token()[:8]}"
