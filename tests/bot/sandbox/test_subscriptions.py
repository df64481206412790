"""Every event of Slack's is sent by something in the sandbox, or left out with a reason."""

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.sandbox.subscriptions import LEFT_OUT, SENT
from tests.bot.sandbox.place import Place, app_for, listening, manifest_with, open_place, refused
from tests.bot.sandbox.reference import REFERENCE, needs_reference

Json = dict[str, Any]
BEYOND_THE_REFERENCE = {"channel_archive", "channel_unarchive", "group_archive", "group_unarchive"}
ELSEWHERE = {name for name in SENT if name.startswith(("file_", "agent_", "assistant_", "app_context"))}
"""Events of files and of agents, which tests of their own hold."""
SCOPES = tuple(
    f"{place}:{act}"
    for place, acts in {
        "mpim": ("history", "read", "write"),
        "reactions": ("read", "write"),
        "pins": ("read", "write"),
        "usergroups": ("read",),
        "users": ("read",),
    }.items()
    for act in acts
)


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[Place]:
    known = {"app_home_opened", "app_mention", "message.channels", "message.groups", "message.im"}
    manifest = manifest_with(tmp_path, SCOPES, tuple(sorted(set(SENT) - ELSEWHERE - known)))
    async with open_place(manifest=manifest) as opened, listening(opened, app_for(opened)):
        yield opened


def test_no_event_is_both_sent_and_left_out() -> None:
    assert not set(SENT) & set(LEFT_OUT)


@needs_reference
def test_every_event_of_the_reference_is_sent_or_left_out_with_a_reason() -> None:
    assert {each["name"] for each in _reference()} == {*SENT, *LEFT_OUT} - BEYOND_THE_REFERENCE


@needs_reference
def test_scopes_are_those_of_the_reference() -> None:
    for told in _reference():
        sent = SENT.get(told["name"])
        if sent is not None:
            scopes = [sent.scopes] if isinstance(sent.scopes, str) else list(sent.scopes.values())
            given = {each.replace("mentions.read", "mentions:read") for each in told.get("scopes", [])}
            assert {each for each in scopes if each} == given, told["name"]


@needs_reference
def test_only_what_comes_over_rtm_alone_is_left_out_for_that() -> None:
    over_rtm = {each["name"] for each in _reference() if each["APIs"] == ["RTM"]}
    assert {name for name, reason in LEFT_OUT.items() if "RTM" in reason} == over_rtm


def _reference() -> list[Json]:
    return list(json.loads(Path(REFERENCE, "slack-events.json").read_text()))


async def test_people_cause_every_event_that_is_said_to_be_sent(place: Place) -> None:
    message = await place.say("ana", "@Haggle hello")
    spot = {"channel": "practice", "ts": message["ts"]}
    await place.do("ana", "reactions", **spot, name="wave")
    await place.do("ana", "reactions", **spot, name="wave", remove=True)
    await place.do("ana", "pins", **spot)
    await place.do("ana", "pins", **spot, remove=True)
    await place.do("ana", "home/open")
    await place.say("ana", "hello", channel="dm")
    group = await place.do("ana", "group_dms", users=["ben", "haggle"])
    await place.say("ana", "hello", channel=group["channel"]["id"])
    for name, private in (("spare", False), ("hidden", True)):
        await _live_through(place, name, private=private)
    await place.ask("POST", "people", name="zoe", real_name="Zoe Nkemelu")
    await place.ask("PATCH", "people", **{"as": "zoe"}, title="Account executive", status_text="At lunch")
    await place.do("mei", "usergroups", handle="closers", name="Closers", users=["ana"])
    await place.ask("PATCH", "usergroups/closers", users=["ben"])
    await place.ask("POST", "uninstall")
    wanted = set(SENT) - ELSEWHERE
    await place.until(lambda: wanted <= _heard(place))


async def _live_through(place: Place, name: str, *, private: bool) -> None:
    """Everything that can happen to a channel."""
    await place.do("mei", "channels", name=name, private=private)
    await place.ask("POST", f"channels/{name}/members", user="haggle")
    await place.ask("POST", f"channels/{name}/members", user="ana")
    await place.ask("DELETE", f"channels/{name}/members/ana")
    await place.do("mei", "messages", channel=name, text="hello")
    await place.ask("PATCH", f"channels/{name}", **{"as": "mei"}, topic="Seeds", purpose="To try", name=f"{name}-2")
    await place.ask("POST", f"channels/{name}-2/archive")
    await place.ask("DELETE", f"channels/{name}-2/archive")
    await place.ask("DELETE", f"channels/{name}-2/members/haggle")
    await place.ask("POST", f"channels/{name}-2/members", user="haggle")
    await place.ask("DELETE", f"channels/{name}-2")


def _heard(place: Place) -> set[str]:
    """The subscriptions by which the app heard something."""
    events = [body["event"] for body in place.heard]
    kinds = {"channel": "channels", "group": "groups"}
    messages = {
        f"message.{kinds.get(each['channel_type'], each['channel_type'])}"
        for each in events
        if each["type"] == "message"
    }
    return {each["type"] for each in events} | messages


async def test_an_app_that_was_taken_out_has_no_token_no_channel_and_hears_nothing(place: Place) -> None:
    await place.ask("POST", "uninstall")
    answer = await refused(place.client.auth_test())
    assert answer["error"] == "account_inactive"
    await place.until(lambda: _heard(place) >= {"app_uninstalled", "tokens_revoked"})
    said = await place.do("ana", "messages", channel="practice", text="@Haggle are you there")
    assert said["delivered"] == []
    assert (await place.do("ana", "commands", channel="practice", text="/haggle"))["acknowledged"] is False
    assert (await place.ask("POST", "uninstall", 409))["error"] == "not_installed"
    await place.ask("POST", "install")
    assert (await place.client.auth_test())["ok"]
    await place.do("ana", "commands", channel="practice", text="/invite @Haggle")
    said = await place.do("ana", "messages", channel="practice", text="hello again")
    assert len(said["delivered"]) == 1
