"""What happens to channels and group direct messages as a whole, and how the app hears of it."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from tests.bot.sandbox.place import Place, app_for, listening, manifest_with, open_place, refused

Json = dict[str, Any]
SCOPES = ("channels:manage", "mpim:history", "mpim:read", "mpim:write", "pins:read", "pins:write", "usergroups:read")
EVENTS = ("channel_archive", "channel_rename", "message.mpim", "pin_added", "pin_removed", "member_joined_channel")


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[Place]:
    manifest = manifest_with(tmp_path, SCOPES, EVENTS)
    async with open_place(manifest=manifest) as opened, listening(opened, app_for(opened)):
        yield opened


async def change(place: Place, status: int = 200, **what: Any) -> Json:
    """What comes of Ana's changing #practice."""
    return await place.ask("PATCH", "channels/practice", status, **{"as": "ana"}, **what)


async def told(place: Place, subtype: str) -> Json:
    """The message event of one subtype."""
    await place.until(lambda: [each for each in place.events("message") if each.get("subtype") == subtype])
    return next(each for each in place.events("message") if each.get("subtype") == subtype)


async def test_a_topic_and_a_description_are_told_in_the_channel_and_kept(place: Place) -> None:
    await change(place, topic="Seed 18422")
    await change(place, purpose="Practice runs, all week")
    event = await told(place, "channel_topic")
    assert event["topic"] == "Seed 18422"
    assert event["text"] == f"<@{place.person('ana')}> set the channel topic: Seed 18422"
    assert (await told(place, "channel_purpose"))["purpose"] == "Practice runs, all week"
    shown = (await place.client.conversations_info(channel=place.channel("practice")))["channel"]
    assert (shown["topic"]["value"], shown["topic"]["creator"]) == ("Seed 18422", place.person("ana"))
    assert shown["purpose"]["value"] == "Practice runs, all week"


async def test_a_new_name_is_told_twice_and_the_old_one_is_remembered(place: Place) -> None:
    channel_id = place.channel("practice")
    await change(place, name="training")
    event = await told(place, "channel_name")
    assert (event["old_name"], event["name"]) == ("practice", "training")
    await place.until(lambda: place.events("channel_rename"))
    [renamed] = place.events("channel_rename")
    assert (renamed["channel"]["id"], renamed["channel"]["name"]) == (channel_id, "training")
    shown = (await place.client.conversations_info(channel=channel_id))["channel"]
    assert shown["previous_names"] == ["practice"]
    refusal = await place.ask("PATCH", "channels/training", 400, **{"as": "ana"}, name="deals")
    assert refusal["error"] == "name_taken"


async def test_in_a_private_channel_the_subtype_is_the_groups(place: Place) -> None:
    await place.ask("PATCH", "channels/deals", **{"as": "ana"}, topic="Quiet")
    event = await told(place, "group_topic")
    assert event["channel_type"] == "group"


async def test_nothing_is_posted_to_an_archived_channel(place: Place) -> None:
    channel_id = place.channel("practice")
    await place.do("mei", "channels/practice/archive")
    await place.until(lambda: place.events("channel_archive"))
    [event] = place.events("channel_archive")
    assert (event["channel"], event["user"]) == (channel_id, place.person("mei"))
    answer = await refused(place.client.chat_postMessage(channel=channel_id, text="hello"))
    assert answer["error"] == "is_archived"
    assert (await place.do("mei", "channels/practice/archive", 409))["error"] == "already_archived"
    await place.ask("DELETE", "channels/practice/archive")
    assert (await place.client.chat_postMessage(channel=channel_id, text="hello"))["ok"]
    assert (await place.do("mei", "channels/general/archive", 409))["error"] == "cant_archive_general"


@pytest.mark.parametrize(
    ("typed", "subtype", "words"),
    [
        ("/me shakes hands", "me_message", "shakes hands"),
        ("/topic Seeds", "channel_topic", "set the channel topic: Seeds"),
        ("/rename training", "channel_name", 'has renamed the channel from "practice" to "training"'),
        ("/archive", "channel_archive", "archived the channel"),
        ("/leave", "channel_leave", "has left the channel"),
        ("/remove @ben", "channel_leave", "has left the channel"),
    ],
)
async def test_slacks_own_commands_work_and_reach_no_app(place: Place, typed: str, subtype: str, words: str) -> None:
    answer = await place.do("ana", "commands", channel="practice", text=typed)
    assert (answer["acknowledged"], answer["response"]) == (True, None)
    assert (await told(place, subtype))["text"].endswith(words)
    assert not [each for each in place.heard if "command" in each]


async def test_a_group_direct_message_has_its_own_kind_for_people_and_app(place: Place) -> None:
    channel = (await place.do("ana", "group_dms", users=["ben", "@Haggle"]))["channel"]
    assert channel["is_mpim"]
    assert channel["is_private"]
    assert channel["name"] == "mpdm-ana--ben--haggle-1"
    await place.say("ana", "@Haggle are you there", channel=channel["id"])
    await place.until(lambda: place.events("message") and place.events("app_mention"))
    assert place.events("message")[0]["channel_type"] == "mpim"
    opened = await place.client.conversations_open(users=[place.person("ben"), place.person("ana")])
    assert opened["channel"]["id"] == channel["id"]
    assert opened["already_open"]
    listed = await place.client.conversations_list(types="mpim")
    assert [each["id"] for each in listed["channels"]] == [channel["id"]]
    assert (await place.do("olu", "messages", 404, channel=channel["id"], text="hello"))["error"] == "channel_not_found"
    assert (await place.do("ana", "group_dms", 400, users=["ben"]))["error"] == "wrong_number"


async def test_the_app_opens_a_group_with_up_to_eight(place: Place) -> None:
    opened = await place.client.conversations_open(users=[place.person(each) for each in ("ana", "ben", "mei")])
    assert not opened["already_open"]
    posted = await place.client.chat_postMessage(channel=opened["channel"]["id"], text="All three of you")
    assert (await place.seen("mei", opened["channel"]["id"]))[-1]["ts"] == posted["ts"]
    nine = ",".join([place.person("ana"), *(f"U{number}" for number in range(8))])
    assert (await refused(place.client.conversations_open(users=nine)))["error"] == "too_many_users"
    alone = [place.person("ana"), place.bot_user]
    assert (await refused(place.client.conversations_open(users=alone)))["error"] == "not_enough_users"


async def test_a_pin_stands_on_the_message_and_is_told(place: Place) -> None:
    message = await place.say("ana", "Floor is 33,900")
    spot = {"channel": "practice", "ts": message["ts"]}
    pinned = (await place.do("ben", "pins", **spot))["message"]
    assert pinned["pinned_to"] == [place.channel("practice")]
    await place.until(lambda: place.events("pin_added"))
    [event] = place.events("pin_added")
    assert (event["user"], event["item_user"]) == (place.person("ben"), place.person("ana"))
    assert (event["item"]["message"]["ts"], event["pin_count"]) == (message["ts"], 1)
    assert (await told(place, "pinned_item"))["item"]["ts"] == message["ts"]
    listed = (await place.client.pins_list(channel=place.channel("practice")))["items"]
    assert [each["message"]["ts"] for each in listed] == [message["ts"]]
    again = place.client.pins_add(channel=place.channel("practice"), timestamp=message["ts"])
    assert (await refused(again))["error"] == "already_pinned"
    await place.client.pins_remove(channel=place.channel("practice"), timestamp=message["ts"])
    await place.until(lambda: place.events("pin_removed"))
    assert not place.events("pin_removed")[0]["has_pins"]
    assert (await place.do("ana", "pins", 400, **spot, remove=True))["error"] == "no_pin"


async def test_every_edit_of_a_mention_mentions_the_app_again(place: Place) -> None:
    message = await place.say("ana", "hello")
    for text in ("@Haggle hello", "@Haggle hello there", "never mind"):
        change = {"as": "ana", "channel": "practice", "ts": message["ts"], "text": text}
        await place.ask("PATCH", "messages", **change)
    await place.until(lambda: len(place.heard) == 6)
    mentions = place.events("app_mention")
    assert [each["ts"] for each in mentions] == [message["ts"]] * 2
    assert all(each["edited"]["user"] == place.person("ana") for each in mentions)


async def test_a_broadcast_reply_brings_its_parent(place: Place) -> None:
    parent = await place.say("ana", "a question")
    await place.say("ben", "@Haggle an answer", thread_ts=parent["ts"], broadcast=True)
    assert (await told(place, "thread_broadcast"))["root"]["ts"] == parent["ts"]
    await place.until(lambda: place.events("app_mention"))
    [mention] = place.events("app_mention")
    assert (mention["subtype"], mention["root"]["ts"]) == ("thread_broadcast", parent["ts"])
    own = await place.client.chat_postMessage(
        channel=place.channel("practice"), text="mine", thread_ts=parent["ts"], reply_broadcast=True
    )
    assert own["message"]["root"]["text"] == "a question"
    assert own["message"]["root"]["reply_count"] == 2
    plain = await place.client.chat_postMessage(channel=place.channel("practice"), text="mine", thread_ts=parent["ts"])
    assert "root" not in plain["message"]


async def test_joining_again_only_warns(tmp_path: Path) -> None:
    async with open_place(manifest=manifest_with(tmp_path, ("channels:join",), ("member_joined_channel",))) as place:
        channel_id = place.channel("general")
        first = await place.client.conversations_join(channel=channel_id)
        assert "warning" not in first.data
        again = await place.client.conversations_join(channel=channel_id)
        assert again["warning"] == "already_in_channel"
        assert again["response_metadata"] == {"warnings": ["already_in_channel"]}
        joined = [each for each in await place.seen("ana", "general") if each.get("subtype") == "channel_join"]
        assert len(joined) == 1


async def test_a_channel_says_that_it_is_shared_with_nobody(place: Place) -> None:
    shown = (await place.client.conversations_info(channel=place.channel("practice")))["channel"]
    assert (shown["unlinked"], shown["pending_shared"], shown["is_pending_ext_shared"]) == (0, [], False)


async def test_a_named_user_group_is_a_mention_of_its_own(place: Place) -> None:
    made = await place.do("mei", "usergroups", handle="closers", name="Closers", users=["ana", "ben"])
    group = made["usergroup"]
    message = await place.say("mei", "@closers look")
    assert message["text"] == f"<!subteam^{group['id']}|@closers> look"
    assert message["blocks"][0]["elements"][0]["elements"][0] == {"type": "usergroup", "usergroup_id": group["id"]}
    assert (await place.ask("GET", "workspace"))["usergroups"] == [group]
    listed = (await place.client.usergroups_list(include_users=True))["usergroups"]
    assert listed[0]["users"] == [place.person("ana"), place.person("ben")]
    users = await place.client.usergroups_users_list(usergroup=group["id"])
    assert users["users"] == listed[0]["users"]
    assert (await refused(place.client.usergroups_users_list(usergroup="S0")))["error"] == "no_such_subteam"
