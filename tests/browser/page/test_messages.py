"""Reading and writing in channels and threads."""

from playwright.async_api import expect

from tests.bot.sandbox.place import Place
from tests.browser.desk import Desk


async def test_what_is_typed_stands_in_the_channel(ana: Desk, place: Place) -> None:
    await ana.write("Good morning")
    await expect(ana.message("Good morning")).to_be_visible()
    assert [each["text"] for each in await place.seen("ben")] == ["Good morning"]


async def test_shift_enter_begins_a_new_line(ana: Desk, place: Place) -> None:
    box = ana.channel.locator(".composer-box")
    await box.fill("one")
    await box.press("Shift+Enter")
    await box.type("two")
    await box.press("Enter")
    await expect(ana.message("two")).to_be_visible()
    assert (await place.seen("ana"))[-1]["text"] == "one\ntwo"


async def test_a_colleagues_message_comes_in_by_itself(ana: Desk, place: Place) -> None:
    await place.say("ben", "Did you see Dana?")
    await expect(ana.message("Did you see Dana?")).to_be_visible()


async def test_text_is_never_read_as_html(ana: Desk) -> None:
    await ana.write("<img src=x onerror=\"document.title='broken'\"> <b>bold</b>")
    message = ana.message("onerror")
    await expect(message).to_contain_text("<b>bold</b>")
    assert await message.locator(".text img, .text b").count() == 0


async def test_a_message_can_be_edited(ana: Desk, place: Place) -> None:
    await ana.write("33,000 with mats")
    await ana.use(ana.message("33,000"), "Edit message")
    await ana.page.locator(".editor textarea").fill("33,300 with mats")
    await ana.page.keyboard.press("Enter")
    await expect(ana.message("33,300 with mats")).to_contain_text("(edited)")
    assert (await place.seen("ben"))[-1]["text"] == "33,300 with mats"


async def test_arrow_up_in_an_empty_composer_edits_the_last_message(ana: Desk) -> None:
    await ana.write("a tpyo")
    await expect(ana.message("a tpyo")).to_be_visible()
    await ana.channel.locator(".composer-box").press("ArrowUp")
    await expect(ana.page.locator(".editor textarea")).to_have_value("a tpyo")


async def test_after_an_edit_by_arrow_up_the_box_has_the_focus_again(ana: Desk) -> None:
    await ana.write("a tpyo")
    await expect(ana.message("a tpyo")).to_be_visible()
    box = ana.channel.locator(".composer-box")
    await box.press("ArrowUp")
    await ana.page.keyboard.press("Escape")
    await expect(box).to_be_focused()
    await box.press("ArrowUp")
    await ana.page.locator(".editor textarea").fill("a typo")
    await ana.page.keyboard.press("Enter")
    await expect(ana.message("a typo")).to_contain_text("(edited)")
    await expect(box).to_be_focused()


async def test_a_message_goes_only_after_the_question_is_answered(ana: Desk, place: Place) -> None:
    await ana.write("too soon")
    await ana.use(ana.message("too soon"), "More actions")
    await ana.page.get_by_role("menuitem", name="Delete message").click()
    await ana.dialog.get_by_role("button", name="Delete").click()
    await expect(ana.message("too soon")).to_have_count(0)
    assert await place.seen("ben") == []


async def test_other_peoples_messages_cannot_be_edited(ana: Desk, place: Place) -> None:
    await place.say("ben", "Mine")
    await ana.message("Mine").hover()
    await expect(ana.message("Mine").get_by_label("Reply in thread")).to_be_visible()
    await expect(ana.message("Mine").get_by_label("Edit message")).to_have_count(0)


async def test_a_reply_opens_a_thread_and_the_channel_counts_it(ana: Desk, place: Place) -> None:
    await place.say("ben", "Question")
    await ana.use(ana.message("Question"), "Reply in thread")
    await ana.write("Answer", ana.thread)
    await expect(ana.message("Answer", ana.thread)).to_be_visible()
    await expect(ana.message("Question").locator(".thread-summary")).to_contain_text("1 reply")
    await expect(ana.message("Answer")).to_have_count(0)


async def test_a_command_in_a_thread_is_held_back_with_the_reason(ana: Desk, place: Place) -> None:
    parent = await place.say("ana", "A run")
    await ana.go(**{"as": "ana", "channel": "practice", "thread": parent["ts"]})
    await ana.write("/haggle hint", ana.thread)
    await expect(ana.thread.locator(".composer-note")).to_contain_text("does not allow slash commands in threads")
    assert await place.thread("ana", parent["ts"]) == []


async def test_the_composer_completes_a_command_and_a_name(ana: Desk, place: Place) -> None:
    box = ana.channel.locator(".composer-box")
    await box.type("/ha")
    await expect(ana.channel.locator(".completion")).to_contain_text("start 18422")
    await box.press("Tab")
    await expect(box).to_have_value("/haggle ")
    await box.fill("")
    await box.type("@be")
    await box.press("Enter")
    await box.type("hello")
    await box.press("Enter")
    await expect(ana.message("@Ben Okafor hello")).to_be_visible()
    assert (await place.seen("ana"))[-1]["text"] == f"<@{place.person('ben')}> hello"


async def test_a_private_note_says_that_it_is_private(ana: Desk, place: Place) -> None:
    await place.client.chat_postEphemeral(
        channel=place.channel("practice"), user=place.person("ana"), text="Only Ana can answer here."
    )
    await expect(ana.message("Only Ana can answer")).to_contain_text("Only visible to you")


async def test_an_app_speaks_under_the_name_and_face_it_gives(ana: Desk, place: Place) -> None:
    await place.client.chat_postMessage(
        channel=place.channel("practice"), text="Hi.", username="Dana Whitfield", icon_emoji=":red_haired_woman:"
    )
    message = ana.message("Hi.")
    await expect(message.locator(".author")).to_have_text("Dana Whitfield")
    await expect(message.locator(".badge")).to_have_text("APP")
    await expect(message.locator(".avatar")).to_have_text("👩‍🦰")
