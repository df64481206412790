"""What is unread, for whom, and long channels in stretches."""

import asyncio
import json
from typing import Any

from bot.sandbox.stream import MOST_WAITING, Stream
from tests.bot.sandbox.place import Place

Json = dict[str, Any]


async def unread(place: Place, who: str, channel: str = "practice") -> tuple[int, int, int]:
    """Unread messages, mentions and replies in one channel."""
    listed = (await place.ask("GET", f"workspace?as={who}"))["channels"]
    entry = next(each for each in listed if each["id"] == place.channel(channel))
    return entry["unread"], entry["mentions"], entry["unread_replies"]


async def test_messages_of_others_are_unread_until_they_are_read(place: Place) -> None:
    await place.say("ana", "mine")
    last = await place.say("ben", "news")
    assert await unread(place, "ana") == (1, 0, 0)
    assert await unread(place, "mei") == (2, 0, 0)
    await place.do("ana", "read", channel="practice", ts=last["ts"])
    assert await unread(place, "ana") == (0, 0, 0)
    assert await unread(place, "mei") == (2, 0, 0)


async def test_a_name_and_everybody_count_as_mentions(place: Place) -> None:
    await place.say("ben", "@ana look")
    await place.client.chat_postMessage(channel=place.channel("practice"), text="<!channel> and all")
    await place.say("ben", "@mei you too")
    assert await unread(place, "ana") == (3, 2, 0)


async def test_every_direct_message_counts_as_a_mention(place: Place) -> None:
    opened = await place.client.conversations_open(users=place.person("ana"))
    await place.client.chat_postMessage(channel=opened["channel"]["id"], text="Your result")
    assert await unread(place, "ana", "dm:ana") == (1, 1, 0)


async def test_replies_are_unread_for_those_who_follow_the_thread(place: Place) -> None:
    parent = await place.say("ana", "Who is in?")
    reply = await place.say("ben", "I am", thread_ts=parent["ts"])
    assert (await unread(place, "ana"))[2] == 1
    assert (await unread(place, "mei"))[2] == 0
    thread = await place.ask("GET", f"channels/practice/threads/{parent['ts']}?as=ana")
    assert (thread["parent"]["subscribed"], thread["parent"]["unread_count"]) == (True, 1)
    listed = await place.ask("GET", "unread?as=ana")
    assert listed["threads"] == {f"{place.channel('practice')}/{parent['ts']}": 1}
    await place.do("ana", "read", channel="practice", ts=reply["ts"], thread_ts=parent["ts"])
    assert (await unread(place, "ana"))[2] == 0
    assert (await place.ask("GET", "unread?as=ana"))["threads"] == {}


async def test_a_mark_may_go_back(place: Place) -> None:
    first = await place.say("ben", "one")
    second = await place.say("ben", "two")
    await place.do("ana", "read", channel="practice", ts=second["ts"])
    answer = await place.do("ana", "read", channel="practice", ts=first["ts"])
    assert answer["unread"] == 1


async def test_a_mark_in_a_channel_that_one_cannot_see_is_refused(place: Place) -> None:
    refused = await place.do("olu", "read", 404, channel="deals", ts="1760000000.000100")
    assert refused["error"] == "channel_not_found"


async def test_a_long_channel_is_read_in_stretches(place: Place) -> None:
    said = [await place.say("ben", f"Message {number}") for number in range(20)]

    async def stretch(**which: object) -> Json:
        query = "&".join(f"{name}={value}" for name, value in which.items())
        answer = await place.ask("GET", f"channels/practice?as=ana&limit=5&{query}")
        numbers = [int(each["text"].split()[1]) for each in answer["messages"]]
        return {"numbers": numbers, "more": (answer["has_more"], answer["has_newer"])}

    assert await stretch() == {"numbers": [15, 16, 17, 18, 19], "more": (True, False)}
    assert await stretch(before=said[3]["ts"]) == {"numbers": [0, 1, 2], "more": (False, True)}
    assert await stretch(after=said[3]["ts"]) == {"numbers": [4, 5, 6, 7, 8], "more": (True, True)}
    assert await stretch(around=said[10]["ts"]) == {"numbers": [8, 9, 10, 11, 12], "more": (True, True)}
    assert await stretch(around=said[19]["ts"]) == {"numbers": [15, 16, 17, 18, 19], "more": (True, False)}


async def test_a_limit_that_is_no_number_is_refused(place: Place) -> None:
    refused = await place.ask("GET", "channels/practice?as=ana&limit=abc", 400)
    assert refused["detail"].startswith("limit:")
    refused = await place.ask("GET", "channels/practice?as=ana&last=3", 400)
    assert refused["detail"].startswith("last:")


async def test_a_page_that_fell_behind_is_told_once_to_read_again() -> None:
    stream = Stream()
    listening = stream.listen(None)
    first = asyncio.ensure_future(anext(listening))
    await asyncio.sleep(0)
    for number in range(MOST_WAITING + 3):
        stream.publish("message", number=number)
    heard = [json.loads(await first), *[json.loads(await anext(listening)) for _ in range(3)]]
    await listening.aclose()
    assert [each["kind"] for each in heard] == ["resync", "message", "message", "message"]
    assert heard[-1]["number"] == MOST_WAITING + 2
