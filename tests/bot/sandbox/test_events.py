"""Which events the app is sent, and how they look."""

import pytest
from slack_bolt.async_app import AsyncApp

from tests.bot.sandbox.place import Place, open_place


async def test_text_arrives_as_slack_delivers_it(place: Place, app: AsyncApp) -> None:
    await place.say("ana", "@ben: 5 < 6 & <b>, see #deals or https://a.test/?x=1&y=2.")
    await place.until(lambda: place.events("message"))
    [event] = place.events("message")
    assert event["text"] == (
        f"<@{place.person('ben')}>: 5 &lt; 6 &amp; &lt;b&gt;, see <#{place.channel('deals')}|deals>"
        " or <https://a.test/?x=1&amp;y=2>."
    )


@pytest.mark.parametrize("typed", ["@TechMart can you do 6.50", "I'd pay $31 @ most", "a#b", "#nowhere"])
async def test_what_names_nobody_stays_as_typed(place: Place, typed: str) -> None:
    assert (await place.say("ana", typed))["text"] == typed


async def test_a_mention_in_a_channel_comes_twice(place: Place, app: AsyncApp) -> None:
    message = await place.say("ana", "@Haggle hello")
    await place.until(lambda: len(place.heard) == 2)
    assert [each["event"]["type"] for each in place.heard] == ["message", "app_mention"]
    assert {each["event"]["ts"] for each in place.heard} == {message["ts"]}
    assert len({each["event_id"] for each in place.heard}) == 2


async def test_a_dm_comes_once_as_a_message(place: Place, app: AsyncApp) -> None:
    await place.say("ana", "@Haggle hello", channel="dm")
    await place.say("ana", "again", channel="practice")
    await place.until(lambda: len(place.heard) == 2)
    [direct, _] = place.events("message")
    assert direct["channel_type"] == "im"
    assert direct["channel"] == place.channel("dm:ana")


async def test_a_private_group_has_its_own_type(place: Place, app: AsyncApp) -> None:
    await place.say("ana", "quietly", channel="deals")
    await place.until(lambda: place.events("message"))
    assert place.events("message")[0]["channel_type"] == "group"


async def test_the_app_hears_nothing_of_channels_it_is_not_in(place: Place, app: AsyncApp) -> None:
    answer = await place.do("ana", "messages", channel="general", text="@Haggle are you here")
    assert answer["delivered"] == []
    note = (await place.seen("ana", "general"))[-1]
    assert note["is_ephemeral"]
    assert "/invite @Haggle" in note["text"]
    assert len(await place.seen("ben", "general")) == 1


async def test_inviting_the_app_lets_it_hear(place: Place, app: AsyncApp) -> None:
    await place.do("ana", "commands", channel="general", text="/invite @Haggle")
    await place.say("ana", "hello", channel="general")
    await place.until(lambda: len(place.events("message")) == 2)
    assert [each.get("subtype") for each in place.events("message")] == ["channel_join", None]


async def test_the_callback_names_team_app_and_authorization(place: Place, app: AsyncApp) -> None:
    await place.say("ana", "hello")
    await place.until(lambda: place.heard)
    [body] = place.heard
    assert body["type"] == "event_callback"
    assert body["team_id"] == place.running.team_id
    assert body["event_id"].startswith("Ev")
    assert body["authorizations"][0]["user_id"] == place.bot_user


async def test_the_app_hears_its_own_posts(place: Place, app: AsyncApp) -> None:
    await place.client.chat_postMessage(channel=place.channel("practice"), text="mine")
    await place.until(lambda: place.events("message"))
    assert place.events("message")[0]["bot_id"]


async def test_ids_are_the_same_after_a_restart_but_events_are_new(place: Place) -> None:
    async with open_place() as again:
        assert again.person("ana") == place.person("ana")
        assert again.running.team_id == place.running.team_id
        assert again.running.bot_token == place.running.bot_token
        first = await place.do("ana", "messages", channel="practice", text="hello")
        second = await again.do("ana", "messages", channel="practice", text="hello")
        assert first["delivered"] != second["delivered"]
