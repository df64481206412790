"""Each fault on demand, as the real SDK meets it."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from slack_bolt.async_app import AsyncApp
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler, AsyncServerErrorRetryHandler
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.config import Timing
from bot.sandbox.errors import FaultError
from bot.sandbox.faults.kinds import KINDS, Latency, RateLimited
from bot.sandbox.faults.placing import read_faults
from tests.bot.sandbox.place import SHORT, Place, app_for, listening, open_place, refused

Json = dict[str, Any]
hasty = pytest.mark.parametrize("timing", [Timing(ack=0.3, socket_retries=(0.3, 0.3, 0.3))])
"""For what an acknowledgement that never comes brings about; elsewhere a slow machine would bring it about too."""


@pytest.fixture
def timing() -> Timing:
    """The waits of the sandbox."""
    return SHORT


@pytest.fixture
async def place(timing: Timing) -> AsyncIterator[Place]:
    """A sandbox whose client never retries by itself, so that what is asserted is one call."""
    async with open_place(timing=timing) as opened:
        opened.client.retry_handlers.clear()
        yield opened


@pytest.fixture
async def app(place: Place) -> AsyncIterator[AsyncApp]:
    """An app that listens over Socket Mode."""
    app = app_for(place)
    async with listening(place, app):
        yield app


async def fault(place: Place, kind: str, **fields: Any) -> Json:
    """The fault, set."""
    answer = await place.ask("POST", "faults", kind=kind, **fields)
    return dict(answer["fault"])


async def post(place: Place, text: str = "hello", channel: str = "practice") -> Any:
    """The answer to one post by the app."""
    return await place.client.chat_postMessage(channel=place.channel(channel), text=text)


async def texts(place: Place) -> list[str]:
    """What stands in #practice."""
    return [message["text"] for message in await place.seen("ana")]


async def struck(place: Place, fault_id: str) -> int:
    """How often the fault has struck."""
    listed = (await place.ask("GET", "faults"))["faults"]
    return next(int(each["struck"]) for each in listed if each["id"] == fault_id)


async def test_a_rate_limit_says_how_long_to_wait_and_posts_nothing(place: Place) -> None:
    await fault(place, "rate_limited", match={"method": "chat.postMessage"}, retry_after=7)
    with pytest.raises(SlackApiError) as limited:
        await post(place)
    assert limited.value.response.status_code == 429
    assert limited.value.response.headers["Retry-After"] == "7"
    assert limited.value.response["error"] == "ratelimited"
    assert await texts(place) == []
    await post(place)
    assert await texts(place) == ["hello"]


async def test_the_sdk_waits_out_a_rate_limit_by_itself(place: Place) -> None:
    place.client.retry_handlers.append(AsyncRateLimitErrorRetryHandler(max_retry_count=1))
    await fault(place, "rate_limited", retry_after=0)
    await post(place)
    assert await texts(place) == ["hello"]


async def test_a_server_error_before_leaves_nothing(place: Place) -> None:
    unavailable = {"kind": "server_error", "status": 503}
    async with place.web.post(f"{place.running.url}/sandbox/faults", json=unavailable) as set_up:
        assert set_up.status == 200
    with pytest.raises(SlackApiError) as broken:
        await post(place)
    assert broken.value.response.status_code == 503
    assert await texts(place) == []


async def test_a_server_error_after_leaves_the_message_once_and_a_retry_posts_it_twice(place: Place) -> None:
    await fault(place, "server_error_after", match={"method": "chat.*"})
    with pytest.raises(SlackApiError) as broken:
        await post(place)
    assert broken.value.response.status_code == 500
    assert await texts(place) == ["hello"]
    place.client.retry_handlers.append(AsyncServerErrorRetryHandler(max_retry_count=1))
    await fault(place, "server_error_after")
    await post(place, "again")
    assert await texts(place) == ["hello", "again", "again"]


@pytest.mark.parametrize(("kind", "left"), [("drop_before", []), ("drop_after", ["hello"])])
async def test_a_dropped_connection_leaves_what_had_taken_effect(place: Place, kind: str, left: list[str]) -> None:
    await fault(place, kind, match={"method": "chat.postMessage"})
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await post(place)
    assert await texts(place) == left


async def test_a_bad_gateway_is_a_page_and_no_json(place: Place) -> None:
    await fault(place, "bad_gateway")
    with pytest.raises(SlackApiError, match=r"502|unexpected"):
        await post(place)
    assert await texts(place) == []


async def test_half_an_answer_can_not_be_read_though_the_message_stands(place: Place) -> None:
    await fault(place, "malformed_json")
    with pytest.raises(SlackApiError):
        await post(place)
    assert await texts(place) == ["hello"]


@pytest.mark.parametrize(("took_effect", "left"), [(False, []), (True, ["hello"])])
async def test_an_error_of_choice_is_answered(place: Place, took_effect: bool, left: list[str]) -> None:
    await fault(place, "refused", error="fatal_error", took_effect=took_effect)
    assert (await refused(post(place)))["error"] == "fatal_error"
    assert await texts(place) == left


async def test_a_slow_body_outlasts_an_impatient_client(place: Place) -> None:
    await fault(place, "slow_body", ms=60_000)
    impatient = AsyncWebClient(token=place.running.bot_token, base_url=place.running.api_url, timeout=1)
    impatient.proxy = None
    impatient.retry_handlers.clear()
    with pytest.raises(TimeoutError):
        await impatient.chat_postMessage(channel=place.channel("practice"), text="hello")
    assert await texts(place) == ["hello"]
    await fault(place, "slow_body", ms=20)
    assert (await post(place))["ok"]


async def test_lagging_history_shows_no_young_message(place: Place) -> None:
    posted = await post(place)
    standing = await fault(place, "lagging_history", times=None, seconds=3600)
    channel = place.channel("practice")
    assert (await place.client.conversations_history(channel=channel))["messages"] == []
    reading = place.client.conversations_replies(channel=channel, ts=posted["ts"])
    assert (await refused(reading))["error"] == "thread_not_found"
    assert await texts(place) == ["hello"], "people see it all the same"
    await place.ask("DELETE", f"faults/{standing['id']}")
    assert len((await place.client.conversations_history(channel=channel))["messages"]) == 1


async def test_latency_outlasts_an_impatient_client(place: Place) -> None:
    await fault(place, "latency", match={"method": "chat.postMessage"}, ms=60_000)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.5):
            await post(place)
    assert await texts(place) == []


async def test_a_command_may_come_late_and_still_be_answered_in_time(place: Place, app: AsyncApp) -> None:
    @app.command("/haggle")
    async def on_command(ack: Any) -> None:
        await ack("Here")

    standing = await fault(place, "latency", match={"event": "/haggle"}, ms=10, jitter_ms=10)
    answer = await place.do("ana", "commands", channel="practice", text="/haggle")
    assert answer["response"]["text"] == "Here"
    assert await struck(place, standing["id"]) == 1


@hasty
async def test_a_command_that_comes_too_late_is_a_timeout_though_the_app_gets_it(place: Place, app: AsyncApp) -> None:
    await fault(place, "latency", match={"event": "/haggle"}, ms=60_000)
    answer = await place.do("ana", "commands", channel="practice", text="/haggle")
    assert "operation_timeout" in answer["response"]["text"]
    await place.until(lambda: place.heard)


async def test_faults_strike_posts_to_response_urls(place: Place, app: AsyncApp) -> None:
    statuses: list[int] = []

    @app.command("/haggle")
    async def on_command(ack: Any, respond: Any) -> None:
        await ack()
        for _ in range(2):
            statuses.append((await respond("Here")).status_code)

    await fault(place, "server_error_after", match={"method": "response_url"})
    await place.do("ana", "commands", channel="practice", text="/haggle")
    await place.until(lambda: len(statuses) == 2)
    assert statuses == [500, 200]
    assert await texts(place) == ["Here", "Here"]


async def test_latencies_add_up_and_the_oldest_of_the_others_decides(place: Place) -> None:
    for _ in range(2):
        await fault(place, "latency", ms=50)
    await fault(place, "refused", error="fatal_error")
    await fault(place, "rate_limited")
    assert (await refused(place.client.api_test()))["error"] == "fatal_error"
    listed = (await place.ask("GET", "faults"))["faults"]
    assert [each["struck"] for each in listed] == [1, 1, 1, 0]


async def test_a_duplicate_event_comes_as_often_as_said(place: Place, app: AsyncApp) -> None:
    await fault(place, "duplicate", match={"event": "message"}, copies=2)
    await place.say("ana", "hello")
    await place.until(lambda: len(place.heard) == 3)
    assert len({body["event_id"] for body in place.heard}) == 1
    await place.say("ana", "next")
    await place.until(lambda: len(place.heard) == 4)


async def test_reordered_events_come_in_another_order_and_all_of_them(place: Place, app: AsyncApp) -> None:
    await fault(place, "reorder", times=4, seconds=30)
    said = ["one", "two", "three", "four"]
    for text in said:
        await place.say("ana", text)
    await place.until(lambda: len(place.heard) == 4)
    heard = [body["event"]["text"] for body in place.heard]
    assert sorted(heard) == sorted(said)
    assert heard != said


async def test_what_is_held_comes_when_the_time_is_up(place: Place, app: AsyncApp) -> None:
    await fault(place, "reorder", times=None, seconds=1)
    for text in ("one", "two"):
        await place.say("ana", text)
    await place.until(lambda: len(place.heard) == 2)
    assert [body["event"]["text"] for body in place.heard] == ["two", "one"]


@hasty
async def test_a_lost_acknowledgement_brings_the_event_again(place: Place, app: AsyncApp) -> None:
    await fault(place, "lost_ack", match={"event": "message"})
    await place.say("ana", "hello")
    await place.until(lambda: len(place.heard) == 2)
    [delivery] = place.running.sandbox.dispatcher.recent(1)
    await place.until(lambda: delivery.acknowledged)
    assert delivery.attempts == 2
    assert delivery.last_reason == "timeout"


@hasty
async def test_a_lost_acknowledgement_of_a_command_looks_like_a_timeout_to_the_person(
    place: Place, app: AsyncApp
) -> None:
    @app.command("/haggle")
    async def on_command(ack: Any) -> None:
        await ack("Here")

    await fault(place, "lost_ack", match={"event": "/haggle"})
    answer = await place.do("ana", "commands", channel="practice", text="/haggle")
    assert not answer["acknowledged"]
    assert "operation_timeout" in answer["response"]["text"]


@pytest.mark.parametrize("kind", ["socket_death", "deaf_socket"])
async def test_the_sdk_comes_back_from_a_broken_socket_and_the_event_comes_again(kind: str) -> None:
    async with open_place(timing=Timing(ack=0.3, socket_retries=(0.5, 0.5, 30.0))) as place:
        app = app_for(place)
        async with listening(place, app) as handler:
            handler.client.ping_interval = 0.2
            await place.until(lambda: place.running.sandbox.dispatcher.transport.connected)
            await fault(place, kind, at="delivery", match={"event": "message"})
            await place.say("ana", "hello")
            [delivery] = place.running.sandbox.dispatcher.recent(1)
            await place.until(lambda: delivery.acknowledged, 25)
            assert delivery.attempts > 1
            await place.until(lambda: place.events("message"))


async def test_socket_death_now_cuts_every_socket_without_a_close_frame(place: Place) -> None:
    header = {"authorization": f"Bearer {place.running.app_token}"}
    async with place.web.post(place.running.api_url + "apps.connections.open", headers=header) as response:
        opened = await place.web.ws_connect((await response.json())["url"])
    await opened.receive_json()
    standing = await fault(place, "socket_death")
    assert standing["over"]
    end = await opened.receive(timeout=10)
    assert end.type is aiohttp.WSMsgType.CLOSED
    assert opened.close_code == aiohttp.WSCloseCode.ABNORMAL_CLOSURE


async def test_a_deaf_socket_stays_open_and_answers_no_ping(place: Place) -> None:
    header = {"authorization": f"Bearer {place.running.app_token}"}
    async with place.web.post(place.running.api_url + "apps.connections.open", headers=header) as response:
        opened = await place.web.ws_connect((await response.json())["url"])
    await opened.receive_json()
    await fault(place, "deaf_socket")
    await opened.send_str("sdk-ping-pong:1.5")
    with pytest.raises(TimeoutError):
        await opened.receive(timeout=0.3)
    assert (await place.ask("GET", "health"))["connected"]


async def test_a_fault_strikes_only_what_it_matches_and_only_so_often(place: Place) -> None:
    match = {"method": "chat.*", "channel": "practice"}
    standing = await fault(place, "refused", match=match, times=1, after=1)
    await post(place, channel="dm:ana")
    await post(place, "first")
    assert (await refused(post(place)))["error"] == "internal_error"
    await post(place, "third")
    assert await texts(place) == ["first", "third"]
    assert await struck(place, standing["id"]) == 1


async def test_a_named_channel_is_found_in_a_call_that_names_it(place: Place) -> None:
    await fault(place, "refused", match={"channel": place.channel("practice")})
    answer = await refused(place.client.api_call("chat.postMessage", params={"channel": "#practice", "text": "x"}))
    assert answer["error"] == "internal_error"


async def test_the_same_seed_and_traffic_give_the_same_faults(place: Place) -> None:
    async def pattern(seed: int) -> list[bool]:
        await place.ask("DELETE", "faults")
        await fault(place, "refused", match={"method": "api.test"}, times=None, probability=0.5, seed=seed)
        answers = []
        for _ in range(24):
            try:
                answers.append(bool((await place.client.api_test())["ok"]))
            except SlackApiError:
                answers.append(False)
        return answers

    first = await pattern(1)
    assert set(first) == {True, False}
    assert await pattern(1) == first
    assert await pattern(2) != first


async def test_what_cannot_be_is_refused_with_the_reason(place: Place) -> None:
    unknown = await place.ask("POST", "faults", 400, kind="gremlin")
    assert "gremlin" in unknown["detail"]
    wrong = await place.ask("POST", "faults", 400, kind="latency", ms=-1)
    assert "latency.ms" in wrong["detail"]
    nowhere = await place.ask("POST", "faults", 409, kind="latency", match={"channel": "nowhere"})
    assert "no channel 'nowhere'" in nowhere["detail"]
    for match, near in (
        ({"method": "chat.postMesage"}, "'chat.postMessage'"),
        ({"event": "app_mentoin"}, "'app_mention'"),
        ({"event": "message.channels"}, "'message'"),
        ({"event": "/hagle"}, "'/haggle'"),
    ):
        unheard = await place.ask("POST", "faults", 409, kind="latency", match=match)
        assert near in unheard["detail"]
    for event in ("view_submission", "message", "app_*", "/haggle"):
        await fault(place, "latency", match={"event": event})
    early = await place.ask("POST", "faults", 400, kind="socket_death", match={"event": "message"})
    assert "at: delivery" in early["detail"]
    assert (await place.ask("DELETE", "faults/Ft0", 404))["error"] == "fault_not_found"


async def test_sockets_cannot_break_where_there_are_none() -> None:
    async with open_place(transport="http") as place:
        answer = await place.ask("POST", "faults", 409, kind="socket_death")
        assert "no sockets" in answer["detail"]


async def test_every_kind_is_listed_with_its_fields(place: Place) -> None:
    kinds = (await place.ask("GET", "faults"))["kinds"]
    assert len(kinds) == len(KINDS)
    assert all(each["description"] for each in kinds)
    limited = next(each for each in kinds if each["kind"] == "rate_limited")
    assert limited["fields"]["retry_after"]["default"] == 30
    assert set(limited["fields"]["match"]) == {"method", "event", "channel"}
    assert all(field["description"] for field in limited["fields"]["match"].values())


async def test_open_pages_see_faults_come_and_strike(place: Place) -> None:
    async with place.web.get(f"{place.running.url}/sandbox/stream") as stream:
        await stream.content.readline()
        await fault(place, "refused")
        await refused(place.client.api_test())
        lines = [line async for line in _data(stream, 2)]
    assert '"kind": "faults"' in lines[0]
    assert '"struck": 0' in lines[0]
    assert '"struck": 1' in lines[1]


async def _data(stream: aiohttp.ClientResponse, count: int) -> AsyncIterator[str]:
    while count:
        line = (await stream.content.readline()).decode()
        if line.startswith("data:"):
            count -= 1
            yield line


async def test_a_reset_takes_faults_away(place: Place) -> None:
    await fault(place, "refused", times=None)
    await place.ask("POST", "reset")
    assert (await place.client.api_test())["ok"]


async def test_a_sandbox_starts_with_the_faults_in_a_file(tmp_path: Path) -> None:
    listed = tmp_path / "faults.yml"
    listed.write_text("- {kind: rate_limited, match: {method: chat.*}, retry_after: 3}\n- {kind: latency, ms: 1}\n")
    faults = read_faults(listed)
    assert [type(each) for each in faults] == [RateLimited, Latency]
    async with open_place(faults=faults) as place:
        assert len((await place.ask("GET", "faults"))["faults"]) == 2


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("- {kind: gremlin}", "gremlin"),
        ("- {kind: latency, ms: soon}\n- {kind: duplicate, copies: 0}", "1.duplicate.copies"),
        ("kind: [", "no list of faults"),
        ("7", "no list of faults"),
    ],
)
def test_a_file_of_faults_that_is_wrong_says_where(tmp_path: Path, written: str, said: str) -> None:
    listed = tmp_path / "faults.yml"
    listed.write_text(written)
    with pytest.raises(FaultError, match=said):
        read_faults(listed)
