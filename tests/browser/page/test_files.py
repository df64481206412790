"""Files in messages and in forms."""

from typing import Any

from aiohttp import FormData
from playwright.async_api import expect
from slack_bolt.async_app import AsyncApp

from tests.bot.sandbox.place import Place, modal
from tests.browser.desk import Desk

Json = dict[str, Any]

PICTURE = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"
    b"\x00\x00\x00\rIDATx\x9cc\xf8\xcf\xc0\xf0\x1f\x00\x05\x00\x01\xff\x89\x99=\x1d\x00\x00\x00\x00IEND\xaeB`\x82"
)


def chosen(name: str, kind: str, content: bytes) -> Any:
    return {"name": name, "mimeType": kind, "buffer": content}


async def send_file(place: Place, name: str, content: bytes) -> None:
    """Ben sends a file into #practice."""
    form = FormData({"as": "ben", "channel": "practice"})
    form.add_field("file", content, filename=name)
    async with place.web.post(f"{place.running.url}/sandbox/files", data=form) as answer:
        assert (await answer.json())["ok"]


async def test_files_of_a_message_are_pictures_and_tiles(ana: Desk, place: Place) -> None:
    await send_file(place, "sedan.png", PICTURE)
    await send_file(place, "brief.txt", b"seed 18422")
    picture = ana.channel.get_by_role("img", name="sedan.png")
    await expect(picture).to_be_visible()
    assert await picture.evaluate("image => image.decode().then(() => image.naturalWidth)") == 1
    tile = ana.channel.locator(".file-tile")
    await expect(tile).to_contain_text("brief.txt")
    await expect(tile).to_contain_text("10 bytes")
    async with ana.page.expect_download() as download:
        await tile.get_by_label("Download brief.txt").click()
    assert (await (await download.value).path()).read_bytes() == b"seed 18422"


async def test_a_text_shows_its_first_lines_and_all_on_demand(ana: Desk, place: Place) -> None:
    lines = "\n".join(f"Round {number},{number * 100}" for number in range(1, 41))
    await send_file(place, "rounds.csv", lines.encode())
    text = ana.channel.get_by_role("region", name="Text of rounds.csv")
    await expect(text).to_contain_text("Round 5,500")
    await expect(text).not_to_contain_text("Round 6,600")
    await ana.channel.get_by_role("button", name="Show all 40 lines").click()
    await expect(text).to_contain_text("Round 40,4000")
    await ana.channel.get_by_role("button", name="Show less").click()
    await expect(text).not_to_contain_text("Round 40,4000")


async def test_files_of_a_form_reach_the_app_and_outlive_an_error(ana: Desk, place: Place, app: AsyncApp) -> None:
    seen: list[list[Json]] = []

    @app.view("form")
    async def on_form(ack: Any, view: Json) -> None:
        seen.append(view["state"]["values"]["notes"]["answer"]["files"])
        if len(seen) == 1:
            await ack(response_action="errors", errors={"notes": "One file only."})
        else:
            await ack()

    element = {"type": "file_input", "action_id": "answer", "filetypes": ["txt"], "max_files": 2}
    label = {"type": "plain_text", "text": "Your notes"}
    form = modal({"type": "input", "block_id": "notes", "label": label, "element": element})
    trigger = place.running.sandbox.triggers.issue(place.person("ana"))
    await place.client.views_open(trigger_id=trigger, view=form)
    box = ana.dialog.locator("input[type=file]")
    await box.set_input_files([chosen("one.txt", "text/plain", b"1"), chosen("two.txt", "text/plain", b"2")])
    await expect(ana.dialog.locator(".chosen-files li")).to_have_count(2)
    await ana.dialog.get_by_role("button", name="Send").click()
    await expect(ana.dialog.locator(".field-error")).to_have_text("One file only.")
    await ana.dialog.get_by_label("Remove two.txt").click()
    await ana.dialog.get_by_role("button", name="Send").click()
    await expect(ana.page.locator("dialog[open]")).to_have_count(0)
    assert [[file["name"] for file in files] for files in seen] == [["one.txt", "two.txt"], ["one.txt"]]


async def test_a_file_of_another_kind_is_not_taken(ana: Desk, place: Place) -> None:
    element = {"type": "file_input", "action_id": "answer", "filetypes": ["txt"]}
    label = {"type": "plain_text", "text": "Your notes"}
    trigger = place.running.sandbox.triggers.issue(place.person("ana"))
    view = modal({"type": "input", "block_id": "notes", "label": label, "element": element})
    await place.client.views_open(trigger_id=trigger, view=view)
    await ana.dialog.locator("input[type=file]").set_input_files([chosen("car.png", "image/png", PICTURE)])
    await expect(ana.page.locator(".toast")).to_contain_text("not of a kind")
    await expect(ana.dialog.locator(".chosen-files li")).to_have_count(0)


async def test_a_message_that_is_still_written_says_so(ana: Desk, place: Place) -> None:
    parent = await place.say("ana", "Question")
    where = {"channel": place.channel("practice"), "thread_ts": parent["ts"]}
    started = await place.client.chat_startStream(
        **where, recipient_team_id=place.running.team_id, recipient_user_id=place.person("ana"), markdown_text="So far"
    )
    await ana.message("Question").locator(".thread-summary").click()
    answer = ana.thread.locator("article.message", has_text="So far")
    await expect(answer.locator(".streaming")).to_contain_text("Still writing")
    stream = {"channel": where["channel"], "ts": started["ts"]}
    await place.client.chat_appendStream(**stream, markdown_text=" and **more**")
    await expect(answer.locator("strong")).to_have_text("more")
    await place.client.chat_stopStream(**stream)
    await expect(answer.locator(".streaming")).to_have_count(0)
