"""A workspace saved as one document, and brought back as it was."""

import builtins
import copy
import json
import types
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from slack_bolt.async_app import AsyncApp

from bot.sandbox.clock import Clock, Setting
from bot.sandbox.config import SandboxConfig
from bot.sandbox.errors import SnapshotError
from bot.sandbox.ids import Ids
from bot.sandbox.records import AppIdentity
from bot.sandbox.server import start
from bot.sandbox.snapshot.document import Snapshot, read, write
from bot.sandbox.workspace import Workspace
from tests.bot.sandbox.place import MANIFEST, Place, actions, button, modal, open_place, section, text_input

Json = dict[str, Any]
IDS, CLOCK, APP = Ids(0, 0.0), Clock(), AppIdentity("A", "B", "U", "Haggle")
PLAIN = {"type": "plain_text", "text": "One"}
TEXT = st.text(max_size=4)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXT
JSON = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(TEXT, inner), max_leaves=3)
KNOWN = {object: JSON, str: TEXT, float: st.floats(allow_nan=False), Ids: st.just(IDS), Clock: st.just(CLOCK)}


def anything(kind: Any) -> st.SearchStrategy[Any]:
    """Any value of a type; of a record, with every field filled, those that have a default too."""
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return st.builds(kind, **{each.name: anything(hints[each.name]) for each in fields(kind) if each.init})
    given = [anything(each) for each in get_args(kind)] if get_origin(kind) is not Literal else []
    match get_origin(kind):
        case builtins.dict:
            return st.dictionaries(*given, max_size=2)
        case builtins.list:
            return st.lists(*given, max_size=2)
        case builtins.tuple if get_args(kind)[-1] is ...:
            return st.lists(given[0], max_size=2).map(tuple)
        case builtins.tuple:
            return st.tuples(*given)
        case types.UnionType:
            return st.one_of(*given)
    known = {
        object: JSON,
        str: TEXT,
        float: st.floats(allow_nan=False),
        Ids: st.just(IDS),
        Clock: st.just(CLOCK),
        ...: st.nothing(),
    }
    return known[kind] if kind in known else st.from_type(kind)


async def saved(place: Place) -> Json:
    """The sandbox as a document."""
    async with place.web.get(f"{place.running.url}/sandbox/snapshot") as response:
        assert response.status == 200
        document: Json = await response.json()
        return document


@given(workspace=anything(Workspace), clock=anything(Setting))
@settings(suppress_health_check=list(HealthCheck), max_examples=40)
def test_what_was_written_is_read_back_exactly(workspace: Workspace, clock: Setting) -> None:
    snapshot = Snapshot("Haggle", 7, clock, Snapshot.of(workspace, "Haggle").standing)
    again = read(write(snapshot))
    assert again == snapshot
    assert again.workspace(IDS, CLOCK) == workspace
    assert write(again) == write(snapshot)


async def fill(place: Place) -> None:
    """Brings something of everything into the workspace."""
    channel, ana = place.channel("practice"), place.person("ana")
    parent = await place.say("ana", "A run")
    reply = await place.say("ben", "With <&> and \u00e9", thread_ts=parent["ts"])
    await place.say("ben", "Seen by all", thread_ts=parent["ts"], broadcast=True)
    lonely = await place.say("mei", "Gone soon, not without trace")
    await place.say("ana", "Under a gravestone", thread_ts=lonely["ts"])
    await place.do("mei", "reactions", channel="practice", ts=reply["ts"], name="wave")
    await place.ask("PATCH", "messages", **{"as": "ben"}, channel="practice", ts=reply["ts"], text="Mended")
    await place.ask("DELETE", "messages", **{"as": "mei"}, channel="practice", ts=lonely["ts"])
    menu = {"type": "checkboxes", "action_id": "menu", "options": [{"text": PLAIN, "value": "one"}]}
    posted = await place.client.chat_postMessage(
        channel=channel,
        text="Press",
        blocks=[section(), actions(button(), menu)],
        metadata={"event_type": "e", "event_payload": {"n": 1.5}},
    )
    container = {"channel": "practice", "ts": posted["ts"]}
    await place.do("ana", "actions", container=container, action_id="menu", selected_options=["one"])
    await place.client.chat_postEphemeral(channel=channel, user=ana, text="Only you")
    await place.client.views_publish(user_id=ana, view={"type": "home", "blocks": [section()]})
    trigger = place.running.sandbox.triggers.issue(ana)
    await place.client.views_open(trigger_id=trigger, view=modal(text_input("seed")))
    later = int(place.running.sandbox.clock.now()) + 600
    await place.client.chat_scheduleMessage(channel=channel, text="Later", post_at=later, thread_ts=parent["ts"])
    await place.do("ana", "read", channel="practice", ts=reply["ts"])
    await place.say("ana", "Directly", channel="dm")
    await place.do("mei", "channels", name="spare", private=True)


def test_every_part_of_a_workspace_is_saved_but_for_its_tools_and_address() -> None:
    names = {each.name for each in fields(Workspace)} - {"ids", "clock", "url"}
    assert set(Snapshot.of(Workspace("T", "D", "N", APP, IDS, CLOCK), "Haggle").standing) == names


async def test_a_loaded_workspace_is_the_one_that_was_saved(place: Place, app: AsyncApp) -> None:
    await fill(place)
    shown = [await place.seen(who, channel) for who in ("ana", "ben") for channel in ("practice", "dm")]
    unread = await place.ask("GET", "unread?as=ana")
    before, then = await saved(place), place.running.sandbox.workspace
    await place.ask("POST", "reset")
    await place.say("ana", "Something else")
    assert (await place.ask("PUT", "snapshot", **before))["ok"]
    assert place.running.sandbox.workspace == then
    assert await saved(place) == before
    assert [await place.seen(who, channel) for who in ("ana", "ben") for channel in ("practice", "dm")] == shown
    assert await place.ask("GET", "unread?as=ana") == unread
    assert place.running.bot_token not in json.dumps(before)


async def test_life_goes_on_in_a_loaded_workspace(place: Place, app: AsyncApp) -> None:
    await fill(place)
    await place.ask("PUT", "snapshot", **await saved(place))
    [view] = await place.modals("ana")
    parent = (await place.seen("ana"))[0]
    answer = await place.say("ben", "Still here", thread_ts=parent["ts"])
    assert answer["ts"] > max(each["ts"] for each in await place.seen("ana"))
    assert (await place.thread("ana", parent["ts"]))[-1]["text"] == "Still here"
    await place.until(lambda: [each for each in place.events("message") if each.get("text") == "Still here"])
    assert (await place.do("ana", "modals/close", view_id=view["id"]))["closed"]


async def test_a_loaded_clock_is_as_it_was_even_if_that_is_earlier(place: Place) -> None:
    await place.ask("POST", "clock", frozen=True)
    document = await saved(place)
    await place.ask("POST", "clock", advance=3600)
    await place.ask("PUT", "snapshot", **document)
    clock = await place.ask("GET", "clock")
    assert (clock["now"], clock["frozen"]) == (document["clock"]["frozen_at"], True)


async def test_everything_wrong_in_a_document_is_said_at_once_and_nothing_changes(place: Place) -> None:
    await fill(place)
    before = await saved(place)
    malformed = copy.deepcopy(before)
    channel = place.channel("practice")
    history = malformed["workspace"]["channels"][channel]["history"]
    first = next(iter(history["messages"]))
    history["messages"][first]["text"] = 5
    history["messages"][first]["colour"] = "red"
    malformed["version"] = 99
    del malformed["workspace"]["people"]
    malformed["workspace"]["team"] = "T"
    refusal = await place.ask("PUT", "snapshot", 400, **malformed)
    assert refusal["error"] == "invalid_snapshot"
    assert [each.split(":")[0] for each in refusal["problems"]] == [
        "/version",
        f"/workspace/channels/{channel}/history/messages/{first}/text",
        f"/workspace/channels/{channel}/history/messages/{first}/colour",
        "/workspace/team",
    ]
    assert await saved(place) == before


async def test_what_contradicts_itself_is_refused_with_its_place(place: Place) -> None:
    await fill(place)
    document, channel = await saved(place), place.channel("practice")
    workspace = document["workspace"]
    workspace["people"].pop(place.person("olu"))
    workspace["channels"]["C0"] = {**workspace["channels"][channel], "id": "C1", "history": {}}
    messages = workspace["channels"][channel]["history"]["messages"]
    first, second, *_ = messages
    messages[second]["thread_ts"] = "1.000000"
    messages[first]["user"] = "U0"
    messages[first] = messages.pop(first)
    workspace["channels"][channel]["history"]["last_ts"] = "1.000000"
    workspace["modals"] = {place.person("ben"): workspace["modals"][place.person("ana")]}
    workspace["homes"][place.person("ana")]["body"].pop("blocks")
    workspace["read_marks"]["U9"] = {}
    (scheduled,) = workspace["scheduled"]
    workspace["scheduled"][scheduled]["channel"] = "C9"
    document["seed"] = 3
    document["clock"]["offset"] = -1e10
    said = "\n".join((await place.ask("PUT", "snapshot", 400, **document))["problems"])
    general, ana, ben = place.channel("general"), place.person("ana"), place.person("ben")
    for path in (
        "/seed",
        "/clock",
        "/workspace/channels/C0/id",
        f"/workspace/channels/{general}/members",
        f"/workspace/channels/{channel}/history/messages/{first}/ts",
        f"/workspace/channels/{channel}/history/messages/{first}/user",
        f"/workspace/channels/{channel}/history/messages/{second}/thread_ts",
        f"/workspace/channels/{channel}/history/last_ts",
        f"/workspace/modals/{ben}/0",
        f"/workspace/homes/{ana}/body/blocks",
        "/workspace/read_marks",
        f"/workspace/scheduled/{scheduled}/channel",
    ):
        assert f"{path}: " in said, said


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b"\xff", b'{"version": 1}'])
async def test_what_is_no_snapshot_is_refused(place: Place, body: bytes) -> None:
    async with place.web.put(f"{place.running.url}/sandbox/snapshot", data=body) as response:
        assert (response.status, (await response.json())["error"]) == (400, "invalid_snapshot")


async def test_a_sandbox_starts_from_a_file_with_the_ids_and_the_clock_that_were_saved(tmp_path: Path) -> None:
    file = tmp_path / "saved.json"
    async with open_place(seed=5) as place:
        await fill(place)
        await place.ask("POST", "clock", advance=86_400)
        file.write_text(json.dumps(await saved(place)))
        then, token = place.running.sandbox.workspace, place.running.bot_token
    async with open_place(snapshot=file) as again:
        assert again.running.sandbox.workspace == then
        assert again.running.bot_token == token
        assert (await again.ask("GET", "clock"))["offset"] == pytest.approx(86_400, abs=1)
        ids = [then.ids.fresh("Ev"), again.running.sandbox.ids.fresh("Ev")]
        assert len(set(ids)) == 2


async def test_a_file_that_is_no_snapshot_says_so_before_anything_is_served(tmp_path: Path) -> None:
    with pytest.raises(SnapshotError, match="No such file"):
        await start(SandboxConfig(manifest=MANIFEST, snapshot=tmp_path / "none.json"))
    broken = tmp_path / "broken.json"
    broken.write_text('{"version": 2}')
    with pytest.raises(SnapshotError, match="/manifest: Field required"):
        await start(SandboxConfig(manifest=MANIFEST, snapshot=broken))
