"""Messages scheduled for later: listed, deleted, and posted when the clock comes to their time."""

from typing import Any

import pytest
from slack_bolt.async_app import AsyncApp

from tests.bot.sandbox.place import Place, open_place, refused, section

Json = dict[str, Any]
HOUR = 3600


@pytest.fixture
async def still(place: Place) -> Place:
    """A place in which the clock stands at a whole second."""
    await place.ask("POST", "clock", frozen=True)
    await place.ask("POST", "clock", to="2030-01-01T09:00:00Z")
    return place


async def now(place: Place) -> int:
    """The whole second it is."""
    return int((await place.ask("GET", "clock"))["now"])


async def schedule(place: Place, text: str, seconds: int, **more: Any) -> Json:
    """The answer to scheduling a message so many seconds ahead."""
    given = {"channel": place.channel("practice"), "text": text, "post_at": await now(place) + seconds, **more}
    return dict((await place.client.chat_scheduleMessage(**given)).data)


async def pending(place: Place, **more: Any) -> list[str]:
    """The texts that the list of scheduled messages shows."""
    listed = await place.client.chat_scheduledMessages_list(**more)
    return [each["text"] for each in listed["scheduled_messages"]]


async def test_a_scheduled_message_is_posted_at_its_time_and_the_app_is_told(still: Place, app: AsyncApp) -> None:
    start = await now(still)
    answer = await schedule(still, "Good morning", HOUR, blocks=[section("Good *morning*")])
    assert (answer["channel"], answer["post_at"]) == (still.channel("practice"), start + HOUR)
    assert answer["scheduled_message_id"].startswith("Q")
    assert (answer["message"]["type"], answer["message"]["text"]) == ("delayed_message", "Good morning")
    await still.ask("POST", "clock", advance=HOUR - 1)
    assert await still.seen("ana") == []
    await still.ask("POST", "clock", advance=1)
    [posted] = await still.seen("ana")
    assert (posted["text"], posted["user"]) == ("Good morning", still.bot_user)
    assert posted["ts"].startswith(f"{start + HOUR}.")
    assert await pending(still) == []
    await still.until(lambda: [each["ts"] for each in still.events("message")] == [posted["ts"]])


async def test_scheduled_messages_come_in_the_order_of_their_times_with_theirs(still: Place) -> None:
    start = await now(still)
    for text, seconds in (("third", 300), ("first", 100), ("second", 200)):
        await schedule(still, text, seconds)
    assert await pending(still) == ["first", "second", "third"]
    await still.ask("POST", "clock", advance=HOUR)
    seen = [(each["text"], int(float(each["ts"])) - start) for each in await still.seen("ana")]
    assert seen == [("first", 100), ("second", 200), ("third", 300)]


async def test_a_clock_that_runs_posts_by_itself() -> None:
    async with open_place() as place:
        await schedule(place, "soon", 1)
        await place.until(lambda: len(place.running.sandbox.workspace.channels[place.channel("practice")].history))


async def test_a_scheduled_reply_goes_into_its_thread(still: Place) -> None:
    parent = await still.say("ana", "A run")
    await schedule(still, "Are you still there?", HOUR, thread_ts=parent["ts"], reply_broadcast=True)
    await still.ask("POST", "clock", advance=HOUR)
    assert [each["text"] for each in await still.thread("ana", parent["ts"])] == ["Are you still there?"]
    assert [each["text"] for each in await still.seen("ana")] == ["A run", "Are you still there?"]


async def test_the_list_is_cut_by_channel_time_and_page(still: Place) -> None:
    start = await now(still)
    for number in range(3):
        await schedule(still, str(number), HOUR + number)
    await schedule(still, "elsewhere", HOUR, channel=still.channel("deals"))
    practice = still.channel("practice")
    assert await pending(still, channel=practice) == ["0", "1", "2"]
    assert await pending(still, channel=practice, oldest=str(start + HOUR + 1)) == ["1", "2"]
    assert await pending(still, channel=practice, latest=str(start + HOUR + 1)) == ["0", "1"]
    page = await still.client.chat_scheduledMessages_list(channel=practice, limit=2)
    cursor = page["response_metadata"]["next_cursor"]
    assert await pending(still, channel=practice, limit=2, cursor=cursor) == ["2"]
    wrong = await refused(still.client.chat_scheduledMessages_list(oldest="2", latest="1"))
    assert wrong["error"] == "invalid_arguments"


async def test_a_scheduled_message_can_be_deleted_until_a_minute_before(still: Place) -> None:
    kept, gone = await schedule(still, "kept", 120), await schedule(still, "gone", 121)
    channel = still.channel("practice")
    elsewhere = still.client.chat_deleteScheduledMessage(
        channel=still.channel("deals"), scheduled_message_id=gone["scheduled_message_id"]
    )
    assert (await refused(elsewhere))["error"] == "invalid_scheduled_message_id"
    await still.ask("POST", "clock", advance=60)
    late = still.client.chat_deleteScheduledMessage(channel=channel, scheduled_message_id=kept["scheduled_message_id"])
    assert (await refused(late))["error"] == "invalid_scheduled_message_id"
    await still.client.chat_deleteScheduledMessage(channel=channel, scheduled_message_id=gone["scheduled_message_id"])
    await still.ask("POST", "clock", advance=HOUR)
    assert [each["text"] for each in await still.seen("ana")] == ["kept"]


async def test_thirty_in_five_minutes_and_no_more(still: Place) -> None:
    for second in range(30):
        await schedule(still, str(second), HOUR + second)
    with pytest.raises(Exception, match="restricted_too_many"):
        await schedule(still, "one too many", HOUR + 299)
    await schedule(still, "after the window", HOUR + 300)
    await schedule(still, "in another channel", HOUR, channel=still.channel("deals"))


async def test_times_at_the_ends_of_what_is_allowed(still: Place) -> None:
    await schedule(still, "just in time", 1)
    await schedule(still, "as far as can be", 120 * 86_400)
    for seconds, error in ((0, "time_in_past"), (120 * 86_400 + 1, "time_too_far")):
        with pytest.raises(Exception, match=error):
            await schedule(still, "no", seconds)


async def came_of(place: Place) -> list[tuple[Any, Any]]:
    """What the log says of messages whose time came, oldest first."""
    calls = (await place.ask("GET", "calls"))["calls"]
    return [(each["ok"], each["error"]) for each in reversed(calls) if each["kind"] == "scheduled"]


async def test_a_scheduled_message_with_metadata_is_never_posted_and_the_log_says_so(still: Place) -> None:
    metadata = {"event_type": "reminder", "event_payload": {"n": 1}}
    await schedule(still, "lost", HOUR, metadata=metadata)
    await schedule(still, "posted", HOUR)
    await still.ask("POST", "clock", advance=HOUR)
    assert [each["text"] for each in await still.seen("ana")] == ["posted"]
    assert await came_of(still) == [(False, "metadata_never_posts"), (True, None)]


async def test_what_can_no_longer_be_posted_is_dropped_and_the_log_says_why(still: Place) -> None:
    parent = await still.say("ana", "A run")
    await schedule(still, "late reply", HOUR, thread_ts=parent["ts"])
    await still.ask("DELETE", "messages", **{"as": "ana"}, channel="practice", ts=parent["ts"])
    await schedule(still, "to an archive", 2 * HOUR)
    await still.ask("POST", "clock", advance=HOUR)
    await still.ask("POST", "channels/practice/archive")
    await still.ask("POST", "clock", advance=HOUR)
    assert await came_of(still) == [(False, "thread_not_found"), (False, "is_archived")]
    assert [each.get("subtype") for each in await still.seen("ana")] == ["channel_archive"]


async def test_a_reset_forgets_what_was_scheduled_and_a_snapshot_keeps_it(still: Place) -> None:
    await schedule(still, "kept", HOUR)
    async with still.web.get(f"{still.running.url}/sandbox/snapshot") as response:
        document = await response.json()
    await still.ask("POST", "reset")
    await still.ask("POST", "clock", advance=2 * HOUR)
    assert await still.seen("ana") == []
    await still.ask("PUT", "snapshot", **document)
    assert await pending(still) == ["kept"]
    await still.ask("POST", "clock", advance=HOUR)
    assert [each["text"] for each in await still.seen("ana")] == ["kept"]
    document["clock"]["frozen_at"] += 2 * HOUR
    await still.ask("PUT", "snapshot", **document)
    await still.until(lambda: len(still.running.sandbox.workspace.channels[still.channel("practice")].history))
