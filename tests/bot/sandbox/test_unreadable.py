"""Whatever comes over the wire is answered in words: nothing makes the sandbox stumble, and nothing broken is kept."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from slack_bolt.async_app import AsyncApp

from tests.bot.sandbox.place import Json, Place, manifest_with, modal, open_place, text_input

HALF = "\ud800"
JSON = "application/json"
FORM = "application/x-www-form-urlencoded"
PARTS = "multipart/form-data; boundary=x"
WRONG_PARTS = b'--y\r\ncontent-disposition: form-data; name="text"\r\n\r\nhello\r\n--y--\r\n'


async def send(place: Place, path: str, body: bytes, kind: str = JSON, **headers: str) -> tuple[int, Json]:
    """Status and answer of a request whose body is written by hand."""
    given = {"content-type": kind, "authorization": f"Bearer {place.running.bot_token}", **headers}
    async with place.web.post(f"{place.running.url}{path}", data=body, headers=given) as response:
        return response.status, await response.json()


async def status_of(place: Place, path: str, body: bytes, kind: str, headers: dict[str, str]) -> int:
    """The status alone: what is no HTTP any more is answered below the sandbox, without JSON."""
    given = {"content-type": kind, "authorization": f"Bearer {place.running.bot_token}", **headers}
    async with place.web.post(f"{place.running.url}{path}", data=body, headers=given) as response:
        return response.status


@pytest.mark.parametrize(
    ("kind", "body", "code"),
    [
        (JSON, b'{"text": "\xff"}', "invalid_json"),
        (JSON, b'{"text": "\\ud800"}', "invalid_json"),
        (JSON, b'{"text": NaN}', "invalid_json"),
        (JSON, b'{"text": 1e999}', "invalid_json"),
        (JSON, b"[" * 101 + b"]" * 101, "invalid_json"),
        (f"{JSON}; charset=bogus", b"{}", "invalid_charset"),
        (f"{JSON}; charset=utf-16", b"{}", "invalid_charset"),
        (f"{FORM}; charset=bogus", b"text=x", "invalid_charset"),
        (FORM, b"text=\xff", "invalid_form_data"),
        (PARTS, WRONG_PARTS, "invalid_form_data"),
        ("multipart/form-data", WRONG_PARTS, "invalid_form_data"),
    ],
)
async def test_a_call_that_cannot_be_read_is_refused_and_logged(
    place: Place, kind: str, body: bytes, code: str
) -> None:
    status, answer = await send(place, "/api/chat.postMessage", body, kind)
    assert (status, answer["error"]) == (200, code)
    [call] = (await place.ask("GET", "calls"))["calls"]
    assert call["error"] == code


@pytest.mark.parametrize("path", ["/api/chat.postMessage", "/response/none", "/sandbox/messages"])
async def test_what_is_falsely_said_to_be_compressed_is_refused(place: Place, path: str) -> None:
    headers = {"content-encoding": "gzip"}
    status, answer = await send(place, path, b"no gzip", **headers)
    assert status < 500
    assert answer["ok"] is False


@pytest.mark.parametrize("kind", [f"{JSON}; charset=bogus", JSON, PARTS, "multipart/form-data"])
@pytest.mark.parametrize("path", ["/sandbox/messages", "/sandbox/files", "/sandbox/faults"])
async def test_a_control_call_that_cannot_be_read_is_refused_in_words(place: Place, path: str, kind: str) -> None:
    status, answer = await send(place, path, b'{"as": "\xff"}', kind)
    assert 400 <= status < 500
    assert answer["detail"].endswith(".")


@pytest.fixture
async def filing(tmp_path: Path) -> AsyncIterator[Place]:
    """A sandbox whose app may handle files."""
    async with open_place(manifest=manifest_with(tmp_path, ("files:read", "files:write"))) as opened:
        yield opened


async def test_a_file_whose_bytes_cannot_be_read_is_refused(filing: Place) -> None:
    given = await filing.client.files_getUploadURLExternal(filename="a.txt", length=3)
    for kind in ("multipart/form-data", PARTS):
        async with filing.web.post(given["upload_url"], data=WRONG_PARTS, headers={"content-type": kind}) as response:
            assert response.status == 400
            assert "cannot be read" in await response.text()


async def test_half_a_surrogate_pair_is_kept_nowhere(filing: Place) -> None:
    _, answer = await send(
        filing, "/api/files.getUploadURLExternal", json.dumps({"filename": f"{HALF}.txt", "length": 3}).encode()
    )
    assert answer["error"] == "invalid_json"
    status, answer = await send(
        filing, "/sandbox/messages", json.dumps({"as": "ana", "channel": "practice", "text": HALF}).encode()
    )
    assert (status, answer["error"]) == (400, "invalid_request")
    assert "surrogate" in answer["detail"]
    body = b'--x\r\ncontent-disposition: form-data; name="as"\r\n\r\nana\r\n'
    body += b'--x\r\ncontent-disposition: form-data; name="file"; filename="\xff.txt"\r\n\r\nhi\r\n--x--\r\n'
    status, _ = await send(filing, "/sandbox/files", body, PARTS)
    assert status < 500
    assert (await filing.client.files_list())["ok"]


async def test_a_body_that_is_too_large_is_refused_as_json(place: Place) -> None:
    large = json.dumps({"text": "x" * (4 * 1024 * 1024)}).encode()
    for path in ("/api/chat.postMessage", "/sandbox/messages"):
        status, answer = await send(place, path, large)
        assert (status, answer["error"]) == (413, "request_too_large")
    [call] = (await place.ask("GET", "calls"))["calls"]
    assert call["error"] == "request_too_large"


@pytest.mark.parametrize("cursor", ["users.list:²", "users.list:" + "1" * 5000, "users.list:", "users.list:-1", "at:1"])
async def test_a_cursor_that_was_never_given_is_refused(place: Place, cursor: str) -> None:
    _, answer = await send(place, "/api/users.list", json.dumps({"cursor": cursor}).encode())
    assert answer["error"] == "invalid_cursor"


@pytest.mark.parametrize("place_in", ["", "x", "²", "1", "1.5"])
async def test_a_cursor_in_a_history_is_a_timestamp(place: Place, place_in: str) -> None:
    given = {"channel": place.channel("practice"), "cursor": f"conversations.history:{place_in}"}
    _, answer = await send(place, "/api/conversations.history", json.dumps(given).encode())
    assert answer["error"] == "invalid_cursor"


async def test_a_cursor_goes_on_with_its_own_method_alone(place: Place) -> None:
    cursor = (await place.client.users_list(limit=1))["response_metadata"]["next_cursor"]
    assert (await place.client.users_list(limit=1, cursor=cursor))["members"]
    _, answer = await send(place, "/api/conversations.list", json.dumps({"cursor": cursor}).encode())
    assert answer["error"] == "invalid_cursor"


@pytest.fixture
async def address(place: Place, app: AsyncApp) -> str:
    """The path of a response URL."""
    got: list[str] = []

    @app.command("/haggle")
    async def on_command(ack: Any, body: Json) -> None:
        got.append(body["response_url"])
        await ack()

    await place.do("ana", "commands", channel="practice", text="/haggle")
    return got[0].removeprefix(place.running.url)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"text": "x" * 40_001}, "msg_too_long"),
        ({"attachments": "no"}, "invalid_attachments"),
        ({"attachments": ["no"]}, "invalid_attachments"),
        ({"attachments": [{}]}, "no_text"),
        ({"text": " \n\t"}, "no_text"),
        ({"text": "x", "blocks": {}}, "invalid_blocks_format"),
        ({"text": "x", "blocks": False}, "invalid_blocks_format"),
        ({"text": "x", "response_type": "loud"}, "invalid_arguments"),
        ({"text": "x", "colour": "red"}, "invalid_arguments"),
        ({"text": 5}, "invalid_arguments"),
        ({"text": "x", "metadata": {"event_type": "a b", "event_payload": {}}}, "invalid_metadata_schema"),
        ({"text": HALF}, "invalid_payload"),
        ([{"text": "x"}], "invalid_payload"),
    ],
)
async def test_an_answer_is_held_to_what_a_post_is_held_to(place: Place, address: str, body: Any, code: str) -> None:
    status, answer = await send(place, address, json.dumps(body).encode())
    assert (status, answer["error"]) == (400, code)
    assert await place.seen("ana") == []


async def test_a_fault_takes_a_deep_body_as_one_that_names_no_channel(place: Place, address: str) -> None:
    await place.ask("POST", "faults", kind="server_error", match={"channel": "practice"})
    assert (await send(place, address, b"[" * 100_000))[1]["error"] == "invalid_payload"


@asynccontextmanager
async def answering(place: Place, answer: Any) -> AsyncIterator[None]:
    """An app that acknowledges whatever it gets with this payload, as no framework would."""
    opened = await place.client.apps_connections_open(app_token=place.running.app_token)
    socket = await place.web.ws_connect(opened["url"])

    async def acknowledge() -> None:
        async for frame in socket:
            line = json.loads(frame.data)
            if "envelope_id" in line:
                await socket.send_str(json.dumps({"envelope_id": line["envelope_id"], "payload": answer}))

    task = asyncio.create_task(acknowledge())
    await place.until(lambda: place.running.sandbox.dispatcher.transport.connected)
    yield
    await socket.close()
    await task


@pytest.mark.parametrize("answer", [{"text": "x", "response_type": "loud"}, {"attachments": [{}]}, ["x"], "x"])
async def test_a_command_answered_with_what_cannot_be_shown_has_failed(place: Place, answer: Any) -> None:
    async with answering(place, answer):
        shown = await place.do("ana", "commands", channel="practice", text="/haggle")
    assert "failed with the error" in shown["response"]["text"]


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ("str", "invalid_response_action"),
        ([], "invalid_response_action"),
        ({"response_action": 5}, "invalid_response_action"),
        ({"response_action": None}, "invalid_response_action"),
        ({"text": "OK"}, "invalid_response_action"),
        ({"response_action": "errors", "errors": {"seed": 5}}, "invalid_errors"),
        ({"response_action": "errors", "errors": {"seed": ""}}, "invalid_errors"),
        ({"response_action": "errors", "errors": {"seed": HALF}}, "operation_timeout"),
    ],
)
async def test_a_modal_stays_open_when_its_answer_is_none(place: Place, answer: Any, code: str) -> None:
    async with answering(place, answer):
        trigger = place.running.sandbox.triggers.issue(place.person("ana"))
        await place.client.views_open(trigger_id=trigger, view=modal(text_input("seed")))
        [view] = await place.modals("ana")
        given = {"view_id": view["id"], "values": {"seed": {"answer": "1"}}}
        refused = await place.do("ana", "modals/submit", status=504 if code == "operation_timeout" else 502, **given)
    assert refused["error"] == code
    [left] = await place.modals("ana")
    assert left["id"] == view["id"]


_TEXTS = st.text(st.characters(), max_size=20)
_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | _TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_TEXTS, inner, max_size=3),
    max_leaves=8,
)
_FIELDS = st.sampled_from(
    ["as", "attachments", "blocks", "channel", "metadata", "response_type", "text", "thread_ts", "username"]
)
_BODIES = st.binary(max_size=100) | (_VALUES | st.dictionaries(_FIELDS, _VALUES)).map(
    lambda value: json.dumps(value).encode()
)
_KINDS = st.sampled_from([JSON, FORM, PARTS, "multipart/form-data", "text/plain", ""]).flatmap(
    lambda kind: st.sampled_from([kind, f"{kind}; charset=latin-1", f"{kind}; charset=utf-7", f"{kind}; charset=no"])
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=_BODIES, kind=_KINDS, packing=st.sampled_from(["identity", "gzip", "deflate"]))
async def test_nothing_that_is_sent_makes_the_sandbox_stumble(
    place: Place, address: str, body: bytes, kind: str, packing: str
) -> None:
    headers = {"content-encoding": packing}
    for path in ("/api/chat.postMessage", address, "/sandbox/messages", "/sandbox/files", "/sandbox/modals/submit"):
        assert await status_of(place, path, body, kind, headers) < 500
