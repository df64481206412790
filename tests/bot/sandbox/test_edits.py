"""Edits and deletes, by people and by the app."""

from slack_bolt.async_app import AsyncApp

from tests.bot.sandbox.place import Place, refused, section


async def test_an_edit_arrives_with_both_texts(place: Place, app: AsyncApp) -> None:
    message = await place.say("ana", "31,200")
    await place.ask("PATCH", "messages", **{"as": "ana"}, channel="practice", ts=message["ts"], text="31,500")
    await place.until(lambda: len(place.events("message")) == 2)
    event = place.events("message")[1]
    assert event["subtype"] == "message_changed"
    assert event["message"]["text"] == "31,500"
    assert event["message"]["edited"]["user"] == place.person("ana")
    assert event["previous_message"]["text"] == "31,200"
    assert event["message"]["ts"] == message["ts"] != event["ts"]


async def test_a_delete_arrives_with_what_was_there(place: Place, app: AsyncApp) -> None:
    message = await place.say("ana", "31,200")
    await place.ask("DELETE", "messages", **{"as": "ana"}, channel="practice", ts=message["ts"])
    await place.until(lambda: len(place.events("message")) == 2)
    event = place.events("message")[1]
    assert event["subtype"] == "message_deleted"
    assert event["deleted_ts"] == message["ts"]
    assert event["previous_message"]["text"] == "31,200"
    assert await place.seen("ana") == []


async def test_only_the_author_changes_a_message(place: Place) -> None:
    message = await place.say("ana", "mine")
    body = {"as": "ben", "channel": "practice", "ts": message["ts"]}
    answer = await place.ask("PATCH", "messages", 403, **body, text="yours")
    assert answer["error"] == "not_your_message"
    call = place.client.chat_update(channel=place.channel("practice"), ts=message["ts"], text="ours")
    assert (await refused(call))["error"] == "cant_update_message"
    call = place.client.chat_delete(channel=place.channel("practice"), ts=message["ts"])
    assert (await refused(call))["error"] == "cant_delete_message"


async def test_the_app_updates_its_message_and_keeps_the_metadata(place: Place) -> None:
    channel = place.channel("practice")
    metadata = {"event_type": "outbox", "event_payload": {"oid": "x1"}}
    posted = await place.client.chat_postMessage(
        channel=channel, text="Score", blocks=[section("Score")], metadata=metadata
    )
    updated = await place.client.chat_update(channel=channel, ts=posted["ts"], text="Final score")
    assert updated["message"]["metadata"] == metadata
    assert "blocks" not in updated["message"]
    [shown] = await place.seen("ana")
    assert shown["text"] == "Final score"


async def test_an_update_of_what_is_gone_is_refused(place: Place) -> None:
    channel = place.channel("practice")
    posted = await place.client.chat_postMessage(channel=channel, text="Score")
    await place.client.chat_delete(channel=channel, ts=posted["ts"])
    answer = await refused(place.client.chat_update(channel=channel, ts=posted["ts"], text="x"))
    assert answer["error"] == "message_not_found"


async def test_an_update_takes_less_text_than_a_post(place: Place) -> None:
    channel = place.channel("practice")
    posted = await place.client.chat_postMessage(channel=channel, text="x" * 4001)
    answer = await refused(place.client.chat_update(channel=channel, ts=posted["ts"], text="x" * 4001))
    assert answer["error"] == "msg_too_long"
    assert (await refused(place.client.chat_postMessage(channel=channel, text="x" * 40001)))["error"] == "msg_too_long"


async def test_an_unfurled_link_changes_the_message_but_not_its_text(place: Place, app: AsyncApp) -> None:
    message = await place.say("ana", "@Haggle see https://a.test/?x=1&y=2")
    spot = {"channel": "practice", "ts": message["ts"]}
    answer = await place.do("ana", "unfurls", **spot, title="Price list", text="From 33,900")
    assert answer["message"]["attachments"][0]["from_url"] == "https://a.test/?x=1&y=2"
    await place.until(lambda: len(place.heard) == 3)
    changed = place.events("message")[-1]
    assert changed["subtype"] == "message_changed"
    assert changed["message"]["text"] == changed["previous_message"]["text"]
    assert "edited" not in changed["message"]
    assert "attachments" not in changed["previous_message"]
    assert len(place.events("app_mention")) == 1
    plain = await place.say("ana", "no link")
    refusal = await place.do("ana", "unfurls", 409, channel="practice", ts=plain["ts"], title="Nothing")
    assert refusal["error"] == "no_link"
