"""Messages that one person alone sees."""

from slack_bolt.async_app import AsyncApp

from tests.bot.sandbox.place import Place, refused


async def test_only_the_person_sees_it_and_history_does_not(place: Place, app: AsyncApp) -> None:
    channel = place.channel("practice")
    await place.client.chat_postEphemeral(channel=channel, user=place.person("ana"), text="psst")
    assert [each["text"] for each in await place.seen("ana")] == ["psst"]
    assert await place.seen("ben") == []
    history = await place.client.conversations_history(channel=channel)
    assert history["messages"] == []
    assert place.heard == []


async def test_it_can_stand_in_a_thread(place: Place) -> None:
    parent = await place.say("ana", "A run")
    await place.client.chat_postEphemeral(
        channel=place.channel("practice"), user=place.person("ana"), text="psst", thread_ts=parent["ts"]
    )
    assert [each["text"] for each in await place.thread("ana", parent["ts"])] == ["psst"]
    assert await place.thread("ben", parent["ts"]) == []
    assert [each["text"] for each in await place.seen("ana")] == ["A run"]


async def test_somebody_outside_the_channel_gets_none(place: Place) -> None:
    call = place.client.chat_postEphemeral(channel=place.channel("practice"), user=place.person("olu"), text="psst")
    assert (await refused(call))["error"] == "user_not_in_channel"


async def test_it_cannot_be_updated(place: Place) -> None:
    channel = place.channel("practice")
    sent = await place.client.chat_postEphemeral(channel=channel, user=place.person("ana"), text="psst")
    call = place.client.chat_update(channel=channel, ts=sent["message_ts"], text="louder")
    assert (await refused(call))["error"] == "message_not_found"
