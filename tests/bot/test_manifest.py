"""The manifest is the one list of scopes, commands and events: it equals what the code registers and needs."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import yaml

from bot.app.wiring import listen
from bot.delivery.directory import SlackDirectory
from bot.delivery.managers import SlackManagers
from bot.listeners.workspace import Workspace
from bot.sandbox.subscriptions import SENT
from bot.sandbox.webapi.registry import METHODS
from bot.settings import manifest_path
from tests.bot.sandbox.reference import REFERENCE, needs_reference
from tests.bot.world import World, open_world

MESSAGE_EVENTS = {"message.channels", "message.groups", "message.im"}


class Registrar:
    """Stands where the app stands while listeners register, and remembers what they ask for."""

    def __init__(self) -> None:
        self.asked: dict[str, set[str]] = {"event": set(), "command": set(), "action": set(), "view": set()}

    def __getattr__(self, kind: str) -> Callable[[str], Callable[[Any], Any]]:
        def ask(name: Any) -> Callable[[Any], Any]:
            self.asked[kind].add(name)
            return lambda listener: listener

        return ask


def registered(house: Any) -> dict[str, set[str]]:
    """What all listeners together listen to."""
    registrar: Any = Registrar()
    workspace = Workspace("T1", "https://example.slack.com/", "U1")
    directory = SlackDirectory(registrar, house.database, workspace.team, house.now)
    listen(registrar, house, workspace, SlackManagers(directory, house.database, workspace.team), directory)
    asked: dict[str, set[str]] = registrar.asked
    return asked


def manifest() -> dict[str, Any]:
    """The manifest."""
    loaded: dict[str, Any] = yaml.safe_load(manifest_path().read_text(encoding="utf-8"))
    return loaded


def test_events_and_commands_are_those_that_the_code_listens_to(world: World) -> None:
    asked = registered(world.house)
    listed = set(manifest()["settings"]["event_subscriptions"]["bot_events"])
    assert listed >= MESSAGE_EVENTS
    assert (listed - MESSAGE_EVENTS) | {"message"} == asked["event"]
    assert {each["command"] for each in manifest()["features"]["slash_commands"]} == asked["command"]


def called() -> set[str]:
    """The Web API methods that the bot's own code names, as `chat.update` or as `client.chat_update(…)`."""
    names: set[str] = set()
    for path in Path("bot").rglob("*.py"):
        if "sandbox" not in path.parts:
            names |= set(re.findall(r"[a-zA-Z_.]+", path.read_text(encoding="utf-8")))
    by_client = {name.rpartition("client.")[2] for name in names if "client." in name}
    return {name for name in METHODS if name in names or name.replace(".", "_") in by_client}


def scopes_of_events(events: set[str]) -> set[str]:
    """The scopes without which Slack would not send them."""
    needed = (SENT[event].scopes for event in events)
    return {scope for each in needed for scope in ([each] if isinstance(each, str) else each.values()) if scope}


def test_scopes_are_those_that_calls_and_events_need() -> None:
    listed = manifest()
    granted = set(listed["oauth_config"]["scopes"]["bot"])
    methods = [METHODS[name] for name in called()]
    events = scopes_of_events(set(listed["settings"]["event_subscriptions"]["bot_events"]))
    assert all(granted & set(method.scopes) for method in methods if method.scopes)
    assert events <= granted
    of_calls = {scope for method in methods for scope in method.scopes}
    of_commands, of_names = {"commands"}, {"chat:write.customize"}
    assert granted <= events | of_calls | of_commands | of_names


async def test_no_call_of_a_whole_run_lacks_a_scope(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        thread = await world.start("18422")
        await world.turn(thread, "What got you looking?")
        await world.press("ana", "run_end", thread)
        await world.verdict(thread)
        calls = (await world.ask("GET", "calls"))["calls"]
    assert {call["error"] for call in calls if call["error"]} == set()
    assert {call["method"] for call in calls} <= called() | {"auth.test", "apps.connections.open"}


@needs_reference
def test_the_manifest_is_valid_against_slacks_own_schema() -> None:
    schema = json.loads(Path(REFERENCE, "slack-manifest.schema.2.0.0.json").read_text(encoding="utf-8"))
    validator = jsonschema.validators.validator_for(schema)(schema)
    assert [error.message for error in validator.iter_errors(manifest())] == []


def test_texts_of_the_manifest_keep_slacks_limits() -> None:
    about = manifest()["display_information"]
    assert len(about["name"]) <= 35
    assert len(about["description"]) <= 140
    assert 175 <= len(about["long_description"]) <= 4000
