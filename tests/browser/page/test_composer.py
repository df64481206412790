"""Writing: suggestions, formatting, files, emoji."""

import pytest
from playwright.async_api import expect

from tests.bot.sandbox.place import Place
from tests.browser.desk import Desk

PICTURE = {"name": "offer.png", "mimeType": "image/png", "buffer": b"\x89PNG\r\n\x1a\n"}
SHEET = {"name": "terms.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4"}


async def test_a_fully_typed_name_leaves_enter_to_the_sender(ana: Desk, place: Place) -> None:
    box = ana.channel.locator(".composer-box")
    await box.press_sequentially("for @ana")
    await expect(ana.channel.locator(".completion")).to_contain_text("Ana Ruiz")
    await box.press("Enter")
    await expect(ana.message("for @Ana Ruiz")).to_be_visible()
    assert (await place.seen("ana"))[-1]["text"] == f"for <@{place.person('ana')}>"


async def test_a_half_typed_name_is_completed_by_enter(ana: Desk) -> None:
    box = ana.channel.locator(".composer-box")
    await box.press_sequentially("for @oluf")
    await box.press("Backspace")
    await box.press("Backspace")
    await box.press("Enter")
    await expect(box).to_have_value("for @Olu Adeyemi ")


async def test_names_of_personas_in_the_thread_are_completed_as_plain_text(ana: Desk, place: Place) -> None:
    parent = await place.say("ana", "A run")
    await place.client.chat_postMessage(
        channel=place.channel("practice"), thread_ts=parent["ts"], text="Hello.", username="TechMart"
    )
    await ana.go(**{"as": "ana", "channel": "practice", "thread": parent["ts"]})
    await expect(ana.message("Hello.", ana.thread)).to_be_visible()
    box = ana.thread.locator(".composer-box")
    await box.press_sequentially("@te")
    await expect(ana.thread.locator(".completion")).to_contain_text("TechMart")
    await box.press("Enter")
    await box.press_sequentially("your price?")
    await box.press("Enter")
    await expect(ana.message("@TechMart your price?", ana.thread)).to_be_visible()
    assert (await place.thread("ana", parent["ts"]))[-1]["text"] == "@TechMart your price?"


async def test_the_command_that_is_being_typed_shows_how_it_goes_on(ana: Desk) -> None:
    await ana.channel.locator(".composer-box").press_sequentially("/haggle ")
    await expect(ana.channel.locator(".composer-hint")).to_have_text(
        "/haggle start 18422 | buy | share | packs | history | replay | assignments | leaderboard | assign | help"
    )


async def test_a_selection_is_made_bold_and_plain_again(ana: Desk) -> None:
    box = ana.channel.locator(".composer-box")
    await box.fill("34,900")
    await box.press("Control+a")
    await box.press("Control+b")
    await expect(box).to_have_value("*34,900*")
    await ana.channel.get_by_role("button", name="Bold").click()
    await expect(box).to_have_value("34,900")


@pytest.mark.parametrize(
    ("key", "mark"), [("Control+b", "*"), ("Control+i", "_"), ("Control+Shift+X", "~"), ("Control+Shift+C", "`")]
)
async def test_the_same_key_leaves_the_mark_that_it_opened(ana: Desk, key: str, mark: str) -> None:
    box = ana.channel.locator(".composer-box")
    for _ in range(2):
        await box.press(key)
        await box.press_sequentially("abc")
        await box.press(key)
        await box.press_sequentially(" def ")
    await expect(box).to_have_value(f"{mark}abc{mark} def " * 2)


async def test_an_emoji_is_found_by_name_and_put_in_by_key(ana: Desk) -> None:
    await ana.channel.get_by_label("Emoji", exact=True).click()
    await ana.page.get_by_label("Search emoji").fill("handsh")
    await ana.page.keyboard.press("Enter")
    await expect(ana.channel.locator(".composer-box")).to_have_value(":handshake: ")
    await expect(ana.channel.locator(".composer-box")).to_be_focused()


async def test_files_are_shown_before_they_are_sent_and_can_be_left_out(ana: Desk) -> None:
    await ana.channel.locator("input[type=file]").set_input_files([PICTURE, SHEET])
    tray = ana.channel.get_by_role("list", name="Attached files")
    await expect(tray.locator("li")).to_have_count(2)
    await expect(tray.locator("img")).to_have_count(1)
    await tray.get_by_label("Remove offer.png").click()
    await expect(tray.locator(".tray-name")).to_have_text("terms.pdf")
    await expect(ana.channel.get_by_role("button", name="Send")).to_be_enabled()


async def test_a_dropped_file_is_sent_with_the_words(ana: Desk, place: Place) -> None:
    drop = """pane => {
      const data = new DataTransfer();
      data.items.add(new File(["%PDF-1.4"], "terms.pdf", { type: "application/pdf" }));
      pane.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
    }"""
    await ana.channel.locator(".message-list").evaluate(drop)
    await expect(ana.channel.locator(".tray-name")).to_have_text("terms.pdf")
    await ana.write("The terms")
    await expect(ana.message("The terms").locator(".file-title")).to_have_text("terms.pdf")
    await expect(ana.channel.locator(".tray-file")).to_have_count(0)
    assert [each["name"] for each in (await place.seen("ben"))[-1]["files"]] == ["terms.pdf"]


async def test_after_choosing_files_the_box_has_the_focus(ana: Desk) -> None:
    await ana.channel.get_by_label("Attach and shortcuts").click()
    async with ana.page.expect_file_chooser() as choosing:
        await ana.page.get_by_role("menuitem", name="Attach files").click()
    await (await choosing.value).set_files([SHEET])
    await expect(ana.channel.locator(".tray-name")).to_have_text("terms.pdf")
    await expect(ana.channel.locator(".composer-box")).to_be_focused()


@pytest.mark.parametrize("part", [".sidebar", ".channel-pane header"])
async def test_a_file_dropped_beside_the_messages_does_not_take_the_page_away(ana: Desk, part: str) -> None:
    kept = """node => ["dragover", "drop"].map(kind => {
      const data = new DataTransfer();
      data.items.add(new File(["%PDF-1.4"], "terms.pdf", { type: "application/pdf" }));
      const event = new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true });
      return !node.dispatchEvent(event);
    })"""
    assert await ana.page.locator(part).first.evaluate(kept) == [True, True]


async def test_a_draft_waits_in_its_channel(ana: Desk) -> None:
    await ana.channel.locator(".composer-box").fill("half a thought")
    await ana.page.locator(".nav-item", has_text="deals").click()
    await expect(ana.channel.locator(".composer-box")).to_have_value("")
    await ana.page.locator(".nav-item", has_text="practice").click()
    await expect(ana.channel.locator(".composer-box")).to_have_value("half a thought")
