"""Arguments are read alike however they are sent, and nothing that is wrong with them passes in silence."""

import json
from typing import Any
from urllib.parse import urlencode

import pytest

from tests.bot.sandbox.place import Json, Place

JSON = {"content-type": "application/json; charset=utf-8"}
FORM = {"content-type": "application/x-www-form-urlencoded"}


async def ask(place: Place, method: str, *, http: str = "POST", query: str = "", **request: Any) -> Json:
    """Slack's answer to a call written by hand."""
    headers = {"authorization": f"Bearer {place.running.bot_token}", **request.pop("headers", {})}
    address = f"{place.running.api_url}{method}{query and '?'}{query}"
    async with place.web.request(http, address, headers=headers, **request) as response:
        return dict(await response.json())


def messages(answer: Json) -> list[str]:
    """The reasons of a refusal."""
    assert answer["error"] == "invalid_arguments", answer
    return list(answer["response_metadata"]["messages"])


@pytest.mark.parametrize("way", ["GET", "query and an empty body", "form", "JSON", "token in the form"])
async def test_every_way_of_sending_says_the_same(place: Place, way: str) -> None:
    arguments: Json = {"channel": place.channel("practice"), "include_num_members": True}
    written = urlencode({**arguments, "include_num_members": "true"})
    match way:
        case "GET":
            answer = await ask(place, "conversations.info", http="GET", query=written)
        case "query and an empty body":
            answer = await ask(place, "conversations.info", query=written)
        case "form":
            answer = await ask(place, "conversations.info", data=written, headers=FORM)
        case "JSON":
            answer = await ask(place, "conversations.info", data=json.dumps(arguments), headers=JSON)
        case _:
            body = f"{written}&token={place.running.bot_token}"
            answer = await ask(place, "conversations.info", data=body, headers={**FORM, "authorization": ""})
    assert answer["channel"]["num_members"] == 4


async def test_all_that_is_wrong_is_told_at_once(place: Place) -> None:
    answer = await ask(place, "chat.postMessage", json={"chanel": "C1", "text": 5, "reply_broadcast": "perhaps"})
    assert messages(answer) == [
        "[ERROR] no such argument: chanel",
        "[ERROR] missing required field: channel",
        "[ERROR] must be a string [json-pointer:/text]",
        "[ERROR] must be a boolean [json-pointer:/reply_broadcast]",
    ]


@pytest.mark.parametrize("limit", ["many", 1.5, True, "1_000", "²", "9" * 30])
async def test_a_number_is_a_whole_number(place: Place, limit: object) -> None:
    answer = await ask(place, "conversations.list", json={"limit": limit})
    assert messages(answer) == ["[ERROR] must be an integer [json-pointer:/limit]"]


async def test_a_timestamp_written_as_a_number_is_refused(place: Place) -> None:
    """It would lose its last digits on the way."""
    answer = await ask(place, "conversations.replies", json={"channel": place.channel("practice"), "ts": 1700000000.1})
    assert messages(answer) == ["[ERROR] must be a string [json-pointer:/ts]"]


async def test_null_is_the_same_as_nothing(place: Place) -> None:
    answer = await ask(
        place, "chat.postMessage", json={"channel": place.channel("practice"), "text": "x", "blocks": None}
    )
    assert answer["ok"]


async def test_an_unknown_method_is_named(place: Place) -> None:
    answer = await ask(place, "chat.shout", json={})
    assert answer == {"ok": False, "error": "unknown_method", "req_method": "chat.shout"}


@pytest.mark.parametrize(
    ("body", "error"),
    [("{", "invalid_json"), ("[1]", "json_not_object"), ("[" * 100_000, "invalid_json"), ("", "no_text")],
)
async def test_a_body_that_is_no_json_object_is_refused(place: Place, body: str, error: str) -> None:
    query = urlencode({"channel": place.channel("practice")})
    answer = await ask(place, "chat.postMessage", query=query, data=body, headers=JSON)
    assert answer["error"] == error


async def test_a_body_of_another_type_is_refused(place: Place) -> None:
    answer = await ask(place, "chat.postMessage", data="<xml/>", headers={"content-type": "text/xml"})
    assert answer["error"] == "invalid_post_type"
