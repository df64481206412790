"""Posting, and reading back what was posted."""

import pytest

from tests.bot.sandbox.place import Place, refused, section


async def test_a_post_is_what_people_in_the_channel_see(place: Place) -> None:
    posted = await place.client.chat_postMessage(channel=place.channel("practice"), text="Good morning")
    [message] = await place.seen("ben")
    assert message["text"] == "Good morning"
    assert message["user"] == place.bot_user
    assert message["bot_profile"]["name"] == "Haggle"
    assert message["ts"] == posted["ts"]
    assert "subtype" not in message


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("see https://a.test/?x=1&y=2.", "see <https://a.test/?x=1&amp;y=2>."),
        ("(http://a.test/b)", "(<http://a.test/b>)"),
        ("<https://a.test|A & B> &lt;b&gt; &amp;", "<https://a.test|A &amp; B> &lt;b&gt; &amp;"),
        ("`curl https://a.test`", "`curl https://a.test`"),
        ("R&D, 5 > 3", "R&amp;D, 5 > 3"),
    ],
)
async def test_slack_finds_addresses_and_mends_ampersands(place: Place, given: str, kept: str) -> None:
    channel = place.channel("practice")
    posted = await place.client.chat_postMessage(channel=channel, text=given)
    assert posted["message"]["text"] == kept
    updated = await place.client.chat_update(channel=channel, ts=posted["ts"], text=given)
    assert updated["text"] == kept
    [message] = await place.seen("ana")
    assert message["text"] == kept


async def test_addresses_stay_bare_when_nothing_is_to_be_parsed(place: Place) -> None:
    posted = await place.client.chat_postMessage(channel=place.channel("practice"), text="https://a.test", parse="none")
    assert posted["message"]["text"] == "https://a.test"


async def test_a_name_and_an_icon_of_its_own_hide_the_bot_user(place: Place) -> None:
    await place.client.chat_postMessage(
        channel=place.channel("practice"), text="Hi", username="Dana Whitfield", icon_emoji=":red_car:"
    )
    [message] = await place.seen("ana")
    assert message["username"] == "Dana Whitfield"
    assert message["icons"] == {"emoji": ":red_car:"}
    assert message["subtype"] == "bot_message"
    assert "user" not in message


async def test_metadata_comes_back_only_when_asked_for(place: Place) -> None:
    channel = place.channel("practice")
    metadata = {"event_type": "outbox", "event_payload": {"oid": "x1"}}
    await place.client.chat_postMessage(channel=channel, text="Hi", metadata=metadata)
    plain = await place.client.conversations_history(channel=channel)
    full = await place.client.conversations_history(channel=channel, include_all_metadata=True)
    assert "metadata" not in plain["messages"][0]
    assert full["messages"][0]["metadata"] == metadata


async def test_a_message_to_a_person_goes_to_their_dm(place: Place) -> None:
    posted = await place.client.chat_postMessage(channel=place.person("ana"), text="Just for you")
    assert posted["channel"].startswith("D")
    assert [each["text"] for each in await place.seen("ana", "dm")] == ["Just for you"]
    assert await place.seen("ben", "dm") == []


async def test_arguments_may_come_as_query_form_or_json(place: Place) -> None:
    url, token = place.running.api_url + "chat.postMessage", place.running.bot_token
    fields = {"channel": place.channel("practice"), "text": "Hi", "blocks": '[{"type":"divider"}]'}
    header = {"authorization": f"Bearer {token}"}
    answers = [
        place.web.get(url, params={**fields, "token": token}),
        place.web.post(url, params=fields, headers=header),
        place.web.post(url, data={**fields, "token": token}),
        place.web.post(url, json={**fields, "blocks": [{"type": "divider"}]}, headers=header),
    ]
    for answer in answers:
        async with answer as response:
            assert (await response.json())["ok"]
    assert [each["blocks"][0]["type"] for each in await place.seen("ana")] == ["divider"] * 4


async def test_timestamps_rise_within_a_channel(place: Place) -> None:
    for number in range(50):
        await place.say("ana", str(number))
    stamps = [each["ts"] for each in await place.seen("ana")]
    assert stamps == sorted(set(stamps))


async def test_history_is_newest_first_and_comes_in_pages(place: Place) -> None:
    for number in range(5):
        await place.say("ana", str(number))
    channel, texts, cursor = place.channel("practice"), [], ""
    while True:
        page = await place.client.conversations_history(channel=channel, limit=2, cursor=cursor)
        texts += [each["text"] for each in page["messages"]]
        if not page["has_more"]:
            break
        cursor = page["response_metadata"]["next_cursor"]
    assert texts == ["4", "3", "2", "1", "0"]


async def test_pages_do_not_shift_when_people_write_on(place: Place) -> None:
    for number in range(4):
        await place.say("ana", str(number))
    channel = place.channel("practice")
    first = await place.client.conversations_history(channel=channel, limit=2)
    await place.say("ana", "new")
    cursor = first["response_metadata"]["next_cursor"]
    second = await place.client.conversations_history(channel=channel, limit=2, cursor=cursor)
    assert [each["text"] for each in second["messages"]] == ["1", "0"]
    wrong = place.client.conversations_history(channel=channel, cursor="elsewhere")
    assert (await refused(wrong))["error"] == "invalid_cursor"


async def test_history_keeps_between_oldest_and_latest(place: Place) -> None:
    stamps = [(await place.say("ana", str(number)))["ts"] for number in range(4)]
    window = {"channel": place.channel("practice"), "oldest": stamps[0], "latest": stamps[3]}
    without = await place.client.conversations_history(**window)
    with_edges = await place.client.conversations_history(**window, inclusive=True)
    assert [each["text"] for each in without["messages"]] == ["2", "1"]
    assert [each["text"] for each in with_edges["messages"]] == ["3", "2", "1", "0"]


async def test_a_post_where_the_bot_is_not_is_refused(place: Place) -> None:
    answer = await refused(place.client.chat_postMessage(channel=place.channel("general"), text="Hi"))
    assert answer["error"] == "not_in_channel"
    answer = await refused(place.client.chat_postMessage(channel="C0NOWHERE", text="Hi"))
    assert answer["error"] == "channel_not_found"


async def test_nothing_and_bad_metadata_are_refused(place: Place) -> None:
    channel = place.channel("practice")
    assert (await refused(place.client.chat_postMessage(channel=channel)))["error"] == "no_text"
    bad = place.client.chat_postMessage(channel=channel, text="Hi", metadata={"event_type": "x"})
    assert (await refused(bad))["error"] == "invalid_metadata_schema"


async def test_a_missing_argument_is_named(place: Place) -> None:
    answer = await refused(place.client.api_call("chat.postMessage", json={"text": "Hi"}))
    assert answer["error"] == "invalid_arguments"
    assert answer["response_metadata"]["messages"] == ["[ERROR] missing required field: channel"]


async def test_an_unknown_method_and_a_wrong_token_are_refused(place: Place) -> None:
    assert (await refused(place.client.api_call("chat.shout")))["error"] == "unknown_method"
    async with place.web.post(place.running.api_url + "auth.test") as response:
        assert (await response.json())["error"] == "not_authed"
    place.client.token = "xoxb-stranger"
    assert (await refused(place.client.auth_test()))["error"] == "invalid_auth"


async def test_an_archived_channel_takes_no_posts(place: Place) -> None:
    await place.ask("POST", "channels/practice/archive")
    answer = await refused(place.client.chat_postMessage(channel=place.channel("practice"), text="Hi"))
    assert answer["error"] == "is_archived"


async def test_a_permalink_leads_into_the_page(place: Place) -> None:
    channel = place.channel("practice")
    posted = await place.client.chat_postMessage(channel=channel, blocks=[section()], text="Hi")
    link = (await place.client.chat_getPermalink(channel=channel, message_ts=posted["ts"]))["permalink"]
    assert link == f"{place.running.url}/archives/{channel}/p{posted['ts'].replace('.', '')}"
    assert await led_to(place, link) == f"/#channel={channel}&message={posted['ts']}"
    await place.say("ana", "Hello", thread_ts=posted["ts"])
    assert (await led_to(place, link)).endswith(f"&thread={posted['ts']}")


async def led_to(place: Place, link: str) -> str:
    """Where the link leads."""
    async with place.web.get(link, allow_redirects=False) as response:
        return response.headers["location"]


async def test_other_sites_cannot_drive_the_sandbox(place: Place) -> None:
    url = f"{place.running.url}/sandbox/workspace"
    async with place.web.get(url, headers={"origin": "https://elsewhere.example"}) as response:
        assert response.status == 403
    async with place.web.get(url, headers={"host": "elsewhere.example"}) as response:
        assert response.status == 403
