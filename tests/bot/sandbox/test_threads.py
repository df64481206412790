"""Threads: replies, summaries, broadcasts, gravestones."""

from slack_bolt.async_app import AsyncApp

from tests.bot.sandbox.place import Place, refused


async def test_replies_stand_in_the_thread_and_not_in_the_channel(place: Place) -> None:
    parent = await place.say("ana", "A run")
    posted = await place.client.chat_postMessage(
        channel=place.channel("practice"), text="Hello", thread_ts=parent["ts"]
    )
    await place.say("ana", "Hi", thread_ts=parent["ts"])
    assert [each["text"] for each in await place.seen("ana")] == ["A run"]
    replies = await place.thread("ana", parent["ts"])
    assert [each["text"] for each in replies] == ["Hello", "Hi"]
    assert posted["message"]["thread_ts"] == parent["ts"]
    assert posted["message"]["parent_user_id"] == place.person("ana")


async def test_the_parent_counts_its_replies(place: Place) -> None:
    parent = await place.say("ana", "A run")
    last = [await place.say(who, "Hi", thread_ts=parent["ts"]) for who in ("ana", "ben", "ana")][-1]
    [shown] = await place.seen("ana")
    assert shown["reply_count"] == 3
    assert shown["reply_users"] == [place.person("ana"), place.person("ben")]
    assert shown["latest_reply"] == last["ts"]


async def test_replies_are_read_from_the_parent_or_from_any_reply(place: Place) -> None:
    parent = await place.say("ana", "A run")
    reply = await place.say("ana", "Hi", thread_ts=parent["ts"])
    for ts in (parent["ts"], reply["ts"]):
        answer = await place.client.conversations_replies(channel=place.channel("practice"), ts=ts)
        assert [each["text"] for each in answer["messages"]] == ["A run", "Hi"]
    gone = place.client.conversations_replies(channel=place.channel("practice"), ts="1.000001")
    assert (await refused(gone))["error"] == "thread_not_found"


async def test_a_broadcast_reply_shows_in_both_places(place: Place) -> None:
    parent = await place.say("ana", "A run")
    await place.say("ana", "Look", thread_ts=parent["ts"], broadcast=True)
    shown = (await place.seen("ana"))[-1]
    assert shown["text"] == "Look"
    assert shown["subtype"] == "thread_broadcast"
    assert [each["text"] for each in await place.thread("ana", parent["ts"])] == ["Look"]


async def test_a_reply_to_a_reply_or_to_nothing_is_refused(place: Place) -> None:
    parent = await place.say("ana", "A run")
    reply = await place.say("ana", "Hi", thread_ts=parent["ts"])
    channel = place.channel("practice")
    answer = await refused(place.client.chat_postMessage(channel=channel, text="x", thread_ts=reply["ts"]))
    assert answer["error"] == "cannot_reply_to_message"
    answer = await refused(place.client.chat_postMessage(channel=channel, text="x", thread_ts="1.000001"))
    assert answer["error"] == "thread_not_found"


async def test_a_deleted_parent_leaves_a_gravestone(place: Place) -> None:
    parent = await place.say("ana", "A run")
    await place.say("ben", "Hi", thread_ts=parent["ts"])
    await place.ask("DELETE", "messages", **{"as": "ana"}, channel="practice", ts=parent["ts"])
    [grave] = await place.seen("ana")
    assert grave["subtype"] == "tombstone"
    assert grave["reply_count"] == 1
    assert [each["text"] for each in await place.thread("ana", parent["ts"])] == ["Hi"]


async def test_the_last_reply_deleted_leaves_no_thread(place: Place) -> None:
    parent = await place.say("ana", "A run")
    reply = await place.say("ana", "Hi", thread_ts=parent["ts"])
    await place.ask("DELETE", "messages", **{"as": "ana"}, channel="practice", ts=reply["ts"])
    [shown] = await place.seen("ana")
    assert "reply_count" not in shown


async def test_the_app_hears_replies_with_their_parent(place: Place, app: AsyncApp) -> None:
    parent = await place.say("ana", "A run")
    await place.say("ana", "Hi", thread_ts=parent["ts"])
    await place.until(lambda: len(place.events("message")) == 2)
    reply = place.events("message")[1]
    assert reply["thread_ts"] == parent["ts"]
    assert reply["channel_type"] == "channel"
    assert reply["channel"] == place.channel("practice")
