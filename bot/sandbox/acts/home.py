"""The app's Home and Messages tabs."""

from bot.sandbox import events
from bot.sandbox.acts.telling import tell
from bot.sandbox.blocks.choices import initial_state
from bot.sandbox.errors import SlackError
from bot.sandbox.records import Person, View
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.shapes import view_json
from bot.sandbox.wire import Json, text_at


def open_tab(sandbox: Sandbox, person: Person, tab: str) -> list[str]:
    """The ids of the events sent when the person opens the app's home on `tab`."""
    workspace = sandbox.workspace
    home = workspace.homes.get(person.id)
    shown = view_json(workspace, home) if home else None
    return tell(sandbox, events.app_home_opened(workspace, person, tab, shown))


def publish_home(sandbox: Sandbox, person: Person, body: Json) -> View:
    """The person's Home tab, now showing `body`."""
    workspace = sandbox.workspace
    before = workspace.homes.get(person.id)
    view_id = before.id if before else workspace.ids.fresh("V")
    check_external_id(sandbox, body, view_id)
    view = View(view_id, "home", person.id, body, fresh_hash(sandbox), root_id=view_id)
    view.state = initial_state(view.blocks, before.state if before else None)
    workspace.homes[person.id] = view
    sandbox.stream.publish("home", to=[person.id], user=person.id, view=view_json(workspace, view))
    return view


def check_external_id(sandbox: Sandbox, body: Json, view_id: str = "") -> None:
    """SlackError `duplicate_external_id` when a view other than `view_id` bears the body's external id."""
    holder = sandbox.workspace.view_by_external_id(text_at(body, "external_id"))
    if holder is not None and holder.id != view_id:
        raise SlackError("duplicate_external_id")


def fresh_hash(sandbox: Sandbox) -> str:
    """A mark that changes with every change of a view."""
    return f"{sandbox.clock.stamp()}.{sandbox.ids.token()[:8]}"
