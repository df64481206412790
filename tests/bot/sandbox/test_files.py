"""Files: uploaded by the app in three steps and by people in one, shared, read, and deleted."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.sandbox.config import Timing
from tests.bot.sandbox.pictures import gif, jpeg, png, webp
from tests.bot.sandbox.place import Json, Place, app_for, listening, manifest_with, modal, open_place, refused

SCOPES = ("files:read", "files:write")
EVENTS = ("file_shared", "file_created", "file_public", "file_change", "file_deleted", "file_unshared")


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[Place]:
    """A sandbox whose app may read and write files, and listens."""
    async with open_place(manifest=manifest_with(tmp_path, SCOPES, EVENTS)) as opened:
        app = app_for(opened)
        for event in EVENTS:
            app.event(event)(_nothing)
        async with listening(opened, app):
            yield opened


async def _nothing() -> None:
    """File events are only noted."""


async def upload(place: Place, name: str, content: bytes, **more: Any) -> str:
    """The id of a file whose bytes have been sent, and which is not completed."""
    told = await place.client.files_getUploadURLExternal(filename=name, length=len(content), **more)
    async with place.web.post(told["upload_url"], data=content) as response:
        assert (response.status, await response.text()) == (200, f"OK - {len(content)}")
    return str(told["file_id"])


async def send(place: Place, who: str, *files: tuple[str, bytes], status: int = 200, **fields: str) -> Json:
    """What comes of files that a person sends."""
    form = aiohttp.FormData({"as": who, **fields}, default_to_multipart=True)
    for name, content in files:
        form.add_field("file", content, filename=name)
    async with place.web.post(f"{place.running.url}/sandbox/files", data=form) as response:
        answer: Json = await response.json()
        assert response.status == status, answer
        return answer


async def fetch(place: Place, address: str, token: str = "") -> aiohttp.ClientResponse:
    """The answer to a request for a file's bytes, without the bytes."""
    headers = {"authorization": f"Bearer {token}"} if token else {}
    async with place.web.get(address, headers=headers, allow_redirects=False) as response:
        return response


def shared(place: Place) -> list[Json]:
    """The messages with files that the app has heard of."""
    return [event for event in place.events("message") if event.get("subtype") == "file_share"]


async def test_the_sdk_uploads_a_file_into_a_channel(place: Place) -> None:
    channel = place.channel("practice")
    answer = await place.client.files_upload_v2(
        channel=channel, filename="terms.csv", content="a,b\n1,2\n", title="Terms", initial_comment="As agreed"
    )
    assert answer["file"]["title"] == "Terms"
    await place.until(lambda: shared(place))
    message = shared(place)[0]
    assert (message["text"], message["user"]) == ("As agreed", place.bot_user)
    file = message["files"][0]
    assert (file["id"], file["filetype"], file["mode"]) == (answer["file"]["id"], "csv", "snippet")
    assert file["preview"] == "a,b\n1,2"
    assert (await place.seen("ana"))[-1]["files"] == [file]


async def test_the_preview_of_a_long_line_is_cut(place: Place) -> None:
    channel = place.channel("practice")
    await place.client.files_upload_v2(channel=channel, filename="state.json", content="7" * 100_000)
    await place.until(lambda: shared(place))
    file = shared(place)[0]["files"][0]
    assert (len(file["preview"]), file["preview_is_truncated"], file["lines"]) == (1000, True, 1)


async def test_the_sdk_uploads_several_files_into_a_thread(place: Place) -> None:
    parent = await place.say("ana", "The papers, please.")
    uploads = [{"filename": "a.txt", "content": "first"}, {"filename": "b.png", "content": png(4, 3)}]
    await place.client.files_upload_v2(
        channel=place.channel("practice"), file_uploads=uploads, thread_ts=parent["ts"], initial_comment="Here"
    )
    await place.until(lambda: shared(place))
    reply = (await place.thread("ana", parent["ts"]))[0]
    assert [file["name"] for file in reply["files"]] == ["a.txt", "b.png"]
    assert reply["thread_ts"] == parent["ts"]


async def test_the_answer_comes_before_the_share(tmp_path: Path) -> None:
    async with open_place(manifest=manifest_with(tmp_path, SCOPES), timing=Timing(file_share=3600)) as place:
        answer = await place.client.files_upload_v2(channel=place.channel("practice"), filename="a.txt", content="x")
        assert answer["file"]["shares"] == {}
        assert await place.seen("ana") == []
        await place.ask("POST", "clock", advance=3600)
        assert len(await place.seen("ana")) == 1
        told = (await place.client.files_info(file=answer["file"]["id"]))["file"]
        assert list(told["shares"]["public"]) == told["channels"] == [place.channel("practice")]
        assert told["is_public"]


async def test_the_app_hears_how_a_file_fares(place: Place) -> None:
    answer = await place.client.files_upload_v2(channel=place.channel("practice"), filename="a.txt", content="x")
    file_id = answer["file"]["id"]
    await place.until(lambda: place.events("file_public"))
    for event in ("file_created", "file_shared", "file_change", "file_public"):
        assert [each["file"] for each in place.events(event)] == [{"id": file_id}]
    assert place.events("file_shared")[0]["channel_id"] == place.channel("practice")
    await place.client.files_delete(file=file_id)
    await place.until(lambda: place.events("file_deleted"))
    assert place.events("file_deleted")[0]["channel_ids"] == [place.channel("practice")]
    changed = [event for event in place.events("message") if event.get("subtype") == "message_changed"]
    assert changed[0]["previous_message"]["files"][0]["name"] == "a.txt"
    assert changed[0]["message"]["files"] == [{"id": file_id, "mode": "tombstone"}]
    assert (await refused(place.client.files_info(file=file_id)))["error"] == "file_deleted"


async def test_a_deleted_message_takes_its_share_along(place: Place) -> None:
    sent = await send(place, "ana", ("a.txt", b"x"), channel="practice")
    await place.ask("DELETE", "messages", **{"as": "ana", "channel": "practice", "ts": sent["message"]["ts"]})
    await place.until(lambda: place.events("file_unshared"))
    assert (await refused(place.client.files_info(file=sent["files"][0]["id"])))["error"] == "not_visible"


async def test_bytes_may_come_as_the_part_of_a_form(place: Place) -> None:
    told = await place.client.files_getUploadURLExternal(filename="a.txt", length=5)
    form = aiohttp.FormData()
    form.add_field("filename", b"hello", filename="a.txt")
    async with place.web.post(told["upload_url"], data=form) as response:
        assert await response.text() == "OK - 5"
    await place.client.files_completeUploadExternal(files=[{"id": told["file_id"]}])
    assert (await place.client.files_info(file=told["file_id"]))["content"] == "hello"


@pytest.mark.parametrize(("sent", "said"), [(b"four", "4 came"), (b"sixsix", "more than 5 came")])
async def test_bytes_of_another_length_are_refused(place: Place, sent: bytes, said: str) -> None:
    told = await place.client.files_getUploadURLExternal(filename="a.txt", length=5)
    async with place.web.post(told["upload_url"], data=sent) as response:
        assert response.status == 400
        assert said in await response.text()
    unfinished = place.client.files_completeUploadExternal(files=[{"id": told["file_id"]}])
    assert (await refused(unfinished))["error"] == "file_not_found"


async def test_an_upload_address_is_good_for_ten_minutes_and_one_file(place: Place) -> None:
    told = await place.client.files_getUploadURLExternal(filename="a.txt", length=1)
    await place.ask("POST", "clock", advance=601)
    async with place.web.post(told["upload_url"], data=b"x") as response:
        assert response.status == 404
    file_id = await upload(place, "a.txt", b"x")
    await place.client.files_completeUploadExternal(files=[{"id": file_id}])
    again = place.client.files_completeUploadExternal(files=[{"id": file_id}])
    assert (await refused(again))["error"] == "file_not_found"


async def test_a_file_of_more_than_the_limit_is_refused(tmp_path: Path) -> None:
    async with open_place(manifest=manifest_with(tmp_path, SCOPES), most_file_bytes=10) as place:
        asked = place.client.files_getUploadURLExternal(filename="a.txt", length=11)
        assert (await refused(asked))["error"] == "file_upload_size_restricted"
        assert (await send(place, "ana", ("a.txt", b"x" * 11), status=413))["error"] == "file_too_large"


async def test_bytes_are_given_for_the_token_and_led_to_the_sign_in_without(place: Place) -> None:
    sent = await send(place, "ana", ("a plan?.txt", b"hello"), channel="practice")
    address = sent["files"][0]["url_private"]
    async with place.web.get(address, headers={"authorization": f"Bearer {place.running.bot_token}"}) as given:
        assert (given.status, await given.read()) == (200, b"hello")
    for token in ("", "xoxb-wrong", place.running.app_token):
        answer = await fetch(place, address, token)
        assert answer.status == 302
        assert answer.headers["location"].startswith("/?redir=")


async def test_bytes_need_the_scope_to_read_files(tmp_path: Path) -> None:
    async with open_place(manifest=manifest_with(tmp_path, ("files:write",))) as place:
        sent = await send(place, "ana", ("a.txt", b"hello"), channel="practice")
        answer = await fetch(place, sent["files"][0]["url_private_download"], place.running.bot_token)
        assert answer.status == 302
        assert (await refused(place.client.files_info(file=sent["files"][0]["id"])))["needed"] == "files:read"


async def test_people_share_files_and_the_app_is_told(place: Place) -> None:
    sent = await send(place, "ana", ("a.txt", b"x"), ("b.png", png(2, 2)), channel="practice", text="@Haggle look")
    await place.until(lambda: len(place.events("file_shared")) == 2 and place.events("app_mention"))
    assert shared(place)[0]["files"] == sent["files"]
    assert sent["message"]["text"] == f"<@{place.bot_user}> look"
    assert place.events("file_created") == []


async def test_the_app_does_not_see_files_where_it_is_not(place: Place) -> None:
    sent = await send(place, "ana", ("a.txt", b"x"), channel="general")
    file_id = sent["files"][0]["id"]
    assert (await refused(place.client.files_info(file=file_id)))["error"] == "not_visible"
    assert (await refused(place.client.files_delete(file=file_id)))["error"] == "file_not_found"
    assert (await place.client.files_list())["files"] == []


async def test_a_person_reads_what_they_may_see(place: Place) -> None:
    sent = await send(place, "ana", ("a.html", b"<script>alert(1)</script>"), channel="deals")
    path = f"{place.running.url}/sandbox/files/{sent['files'][0]['id']}/a.html"
    answer = await fetch(place, f"{path}?as=mei")
    assert answer.status == 200
    assert answer.headers["content-disposition"] == "attachment"
    assert "sandbox" in answer.headers["content-security-policy"]
    assert (await fetch(place, f"{path}?as=ben")).status == 404


async def test_only_its_owner_deletes_a_file(place: Place) -> None:
    sent = await send(place, "ana", ("a.txt", b"x"), channel="practice")
    file_id = sent["files"][0]["id"]
    assert (await refused(place.client.files_delete(file=file_id)))["error"] == "cant_delete_file"
    await place.ask("DELETE", "files", 403, **{"as": "ben", "file": file_id})
    await place.ask("DELETE", "files", **{"as": "ana", "file": file_id})
    assert (await place.seen("ana"))[-1]["files"] == [{"id": file_id, "mode": "tombstone"}]


@pytest.mark.parametrize("picture", [png, gif, jpeg, webp])
async def test_a_picture_tells_its_size(place: Place, picture: Callable[[int, int], bytes]) -> None:
    sent = await send(place, "ana", ("photo", picture(900, 300)), channel="practice")
    file = sent["files"][0]
    assert file["mimetype"].startswith("image/")
    assert (file["original_w"], file["original_h"]) == (900, 300)
    assert (file["thumb_360_w"], file["thumb_360_h"]) == (360, 120)
    assert "thumb_800" in file
    assert "thumb_960" not in file
    assert (await fetch(place, file["thumb_360"], place.running.bot_token)).status == 200


@pytest.mark.parametrize(
    ("name", "content", "filetype", "mimetype", "mode"),
    [
        ("a.py", b"print()", "python", "text/plain", "snippet"),
        ("a.csv", b"a,b", "csv", "text/csv", "snippet"),
        ("a.png", b"no picture", "text", "text/plain", "snippet"),
        ("notes", b"plain", "text", "text/plain", "snippet"),
        ("a.py", b"\x00\xff", "binary", "application/octet-stream", "hosted"),
        ("a.txt", b"%PDF-1.7", "pdf", "application/pdf", "hosted"),
        (
            "a.xlsx",
            b"PK\x03\x04",
            "xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "hosted",
        ),
        ("a.txt", b"x" * (1024 * 1024 + 1), "text", "text/plain", "hosted"),
    ],
)
async def test_the_kind_is_told_by_name_and_content(
    place: Place, name: str, content: bytes, filetype: str, mimetype: str, mode: str
) -> None:
    file = (await send(place, "ana", (name, content)))["files"][0]
    assert (file["filetype"], file["mimetype"], file["mode"]) == (filetype, mimetype, mode)


async def test_a_snippet_type_decides_the_kind(place: Place) -> None:
    file_id = await upload(place, "query", b"select 1", snippet_type="sql", alt_txt="A query")
    await place.client.files_completeUploadExternal(files=[{"id": file_id, "title": "Query"}])
    file = (await place.client.files_info(file=file_id))["file"]
    assert (file["filetype"], file["pretty_type"], file["title"]) == ("sql", "SQL", "Query")
    assert file["alt_txt"] == "A query"


async def test_a_list_is_narrowed_by_type_person_and_channel(place: Place) -> None:
    await send(place, "ana", ("a.txt", b"x"), channel="practice")
    await send(place, "mei", ("b.png", png(1, 1)), channel="deals")
    client = place.client
    assert [each["name"] for each in (await client.files_list(types="images"))["files"]] == ["b.png"]
    assert [each["name"] for each in (await client.files_list(user=place.person("ana")))["files"]] == ["a.txt"]
    listed = await client.files_list(channel=place.channel("deals"), count=1)
    assert [each["name"] for each in listed["files"]] == ["b.png"]
    assert (await client.files_list(count=1, page=2))["paging"] == {"count": 1, "total": 2, "page": 2, "pages": 2}


@pytest.mark.parametrize(("key", "value"), [("page", 0), ("count", -1), ("count", 0)])
async def test_a_list_has_no_page_before_the_first(place: Place, key: str, value: int) -> None:
    answer = await refused(place.client.files_list(**{key: value}))
    assert answer["error"] == "invalid_arguments"
    assert f"json-pointer:/{key}" in answer["response_metadata"]["messages"][0]


async def test_a_file_goes_to_several_channels_and_people(place: Place) -> None:
    file_id = await upload(place, "a.txt", b"x")
    where = f"{place.channel('practice')},{place.channel('deals')},{place.person('ana')}"
    await place.client.api_call(
        "files.completeUploadExternal", json={"files": [{"id": file_id}], "channels": where, "username": "Seller"}
    )
    await place.until(lambda: len(shared(place)) == 3)
    assert {message["username"] for message in shared(place)} == {"Seller"}
    file = (await place.client.files_info(file=file_id))["file"]
    assert [len(file[kind]) for kind in ("channels", "groups", "ims")] == [1, 1, 1]


@pytest.mark.parametrize("thread_ts", ["1.0", "reply"])
async def test_a_thread_that_cannot_be_is_refused(place: Place, thread_ts: str) -> None:
    parent = await place.say("ana", "Hello")
    reply = await place.say("ana", "Hello again", thread_ts=parent["ts"])
    file_id = await upload(place, "a.txt", b"x")
    told = {"files": [{"id": file_id}], "channel_id": place.channel("practice")}
    told["thread_ts"] = reply["ts"] if thread_ts == "reply" else thread_ts
    answer = await refused(place.client.api_call("files.completeUploadExternal", json=told))
    assert answer["response_metadata"]["messages"] == ["[ERROR] no message to reply to [json-pointer:/thread_ts]"]


def _file_form(**more: Any) -> Json:
    element = {"type": "file_input", "action_id": "papers", **more}
    label = {"type": "plain_text", "text": "Papers"}
    return modal({"type": "input", "block_id": "papers", "label": label, "element": element})


async def test_a_form_takes_files_and_the_app_gets_them_whole(place: Place) -> None:
    sandbox = place.running.sandbox
    trigger = sandbox.triggers.issue(place.person("ana"))
    view = (await place.client.views_open(trigger_id=trigger, view=_file_form(filetypes=["csv"])))["view"]
    kept = (await send(place, "ana", ("a.csv", b"1,2"), ("b.txt", b"x")))["files"]

    async def submit(*ids: str, status: int = 200) -> Json:
        values = {"papers": {"papers": list(ids)}}
        return await place.do("ana", "modals/submit", status, view_id=view["id"], values=values)

    assert (await submit(kept[1]["id"], status=400))["error"] == "file_type_not_allowed"
    assert (await submit("F0NONE", status=404))["error"] == "file_not_found"
    assert (await submit())["errors"] == {"papers": "Please complete this required field."}
    await submit(kept[0]["id"], status=504)
    sent = next(body for body in place.heard if body.get("type") == "view_submission")
    files = sent["view"]["state"]["values"]["papers"]["papers"]["files"]
    assert [file["id"] for file in files] == [kept[0]["id"]]
    assert files[0]["url_private"].startswith(place.running.url)


async def test_a_form_without_files_is_refused(place: Place) -> None:
    assert (await send(place, "ana", status=400, channel="practice"))["error"] == "no_file"
    assert (await send(place, "ana", ("a.txt", b""), status=400))["error"] == "empty_file"
    assert (await send(place, "olu", ("a.txt", b"x"), status=403, channel="practice"))["error"] == "not_in_channel"
    answer = await send(place, "ana", ("a.txt", b"x"), status=400, colour="red")
    assert answer["detail"].startswith("colour:")


async def test_an_update_gives_a_message_other_files(place: Place) -> None:
    first, second = [await upload(place, name, b"x") for name in ("a.txt", "b.txt")]
    await place.client.files_completeUploadExternal(files=[{"id": first}, {"id": second}])
    posted = await place.client.chat_postMessage(channel=place.channel("practice"), text="Terms")
    for file_id in (first, second):
        answer = await place.client.chat_update(
            channel=posted["channel"], ts=posted["ts"], text="Terms", file_ids=[file_id]
        )
        assert [file["id"] for file in answer["message"]["files"]] == [file_id]
    await place.until(lambda: place.events("file_unshared"))
    assert place.events("file_unshared")[0]["file_id"] == first
    assert (await place.client.files_info(file=first))["file"]["channels"] == []


async def test_a_permalink_leads_to_the_message(place: Place) -> None:
    sent = await send(place, "ana", ("a.txt", b"x"), channel="practice")
    answer = await fetch(place, sent["files"][0]["permalink"])
    digits = sent["message"]["ts"].replace(".", "")
    assert answer.headers["location"] == f"/archives/{sent['channel']}/p{digits}"
