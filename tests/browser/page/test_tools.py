"""What can be done with a message, and the keys for it."""

from playwright.async_api import expect

from tests.bot.sandbox.place import Place
from tests.browser.desk import Desk


async def test_a_reaction_is_chosen_in_the_picker_and_taken_back_by_a_press(ana: Desk, place: Place) -> None:
    await place.say("ben", "We did it")
    await ana.use(ana.message("We did it"), "Find a reaction")
    await ana.page.get_by_label("Search emoji").fill("tada")
    await ana.page.keyboard.press("Enter")
    reaction = ana.message("We did it").locator(".reaction[aria-pressed=true]")
    await expect(reaction).to_contain_text("1")
    await reaction.click()
    await expect(ana.message("We did it").locator(".reaction")).to_have_count(0)


async def test_a_message_marked_unread_stays_so_after_a_reload(ana: Desk, place: Place) -> None:
    await place.say("ben", "Later")
    await ana.use(ana.message("Later"), "More actions")
    await ana.page.get_by_role("menuitem", name="Mark unread").click()
    await expect(ana.channel.locator(".new-line")).to_be_visible()
    await ana.page.locator(".nav-item", has_text="deals").click()
    await expect(ana.page.locator(".nav-item", has_text="practice")).to_have_attribute("data-unread", "true")


async def test_a_private_note_can_be_dismissed(ana: Desk, place: Place) -> None:
    await place.client.chat_postEphemeral(
        channel=place.channel("practice"), user=place.person("ana"), text="Only for Ana"
    )
    await ana.message("Only for Ana").get_by_role("button", name="Dismiss").click()
    await expect(ana.message("Only for Ana")).to_have_count(0)
    assert await place.seen("ana") == []


async def test_keys_reply_and_edit_the_focused_message(ana: Desk, place: Place) -> None:
    await place.say("ana", "Mine")
    await expect(ana.message("Mine")).to_be_visible()
    await ana.channel.locator(".scroller").focus()
    await ana.page.keyboard.press("ArrowUp")
    await ana.page.keyboard.press("e")
    await expect(ana.page.locator(".editor textarea")).to_be_focused()
    await ana.page.keyboard.press("Escape")
    await expect(ana.message("Mine")).to_be_focused()
    await ana.page.keyboard.press("r")
    await expect(ana.thread.locator(".composer-box")).to_be_focused()


async def test_the_switcher_goes_to_a_channel_and_changes_the_person(ana: Desk) -> None:
    await ana.page.keyboard.press("Control+k")
    await ana.page.keyboard.type("deal")
    await ana.page.keyboard.press("Enter")
    await expect(ana.channel.get_by_role("heading", name="deals").first).to_be_visible()
    await ana.page.keyboard.press("Control+k")
    await ana.page.keyboard.type("mei")
    await ana.page.keyboard.press("Enter")
    await expect(ana.page.locator(".act-as-who")).to_contain_text("Mei Tanaka")


async def test_a_public_channel_can_be_joined_from_the_switcher(ana: Desk) -> None:
    await ana.page.get_by_label("Act as Olu Adeyemi").click()
    await ana.page.keyboard.press("Control+k")
    await ana.page.keyboard.type("practice")
    await ana.page.keyboard.press("Enter")
    await expect(ana.message("joined the channel")).to_be_visible()


async def test_a_question_mark_shows_the_keys(ana: Desk) -> None:
    await ana.channel.locator(".scroller").focus()
    await ana.page.keyboard.press("?")
    await expect(ana.dialog).to_contain_text("Go to a channel, or be another person")
    await ana.page.keyboard.press("Escape")
    await expect(ana.page.locator("dialog[open]")).to_have_count(0)


async def test_f6_walks_through_the_parts_of_the_page(ana: Desk) -> None:
    await ana.channel.locator(".composer-box").focus()
    await ana.page.keyboard.press("F6")
    await expect(ana.page.locator(".nav-item[aria-current]")).to_be_focused()
    await ana.page.keyboard.press("F6")
    await expect(ana.channel.locator(".scroller")).to_be_focused()


async def test_a_channel_in_the_sidebar_keeps_the_focus_when_messages_arrive(ana: Desk) -> None:
    place = ana.page.locator(".nav-item", has_text="practice")
    await place.focus()
    await ana.page.evaluate(
        """() => import("/page/state.js").then(({ publish, state }) => publish("unread", state.unread))"""
    )
    await expect(place).to_be_focused()


async def test_members_are_listed_brought_in_and_taken_out(ana: Desk) -> None:
    await ana.channel.get_by_role("button", name="4 members").click()
    await ana.dialog.get_by_role("button", name="Add Olu Adeyemi").click()
    await expect(ana.dialog.get_by_role("button", name="Remove Olu Adeyemi")).to_be_visible()
    await ana.dialog.get_by_role("button", name="Remove Olu Adeyemi").click()
    await expect(ana.dialog.get_by_role("button", name="Add Olu Adeyemi")).to_be_visible()


async def test_the_about_tab_says_what_the_app_can_be_asked(ana: Desk) -> None:
    await ana.page.locator(".nav-item", has_text="Haggle").click()
    await ana.page.get_by_role("tab", name="About").click()
    await expect(ana.channel).to_contain_text("/haggle start 18422")
    await ana.page.reload()
    await expect(ana.channel).to_contain_text("Socket Mode, listening")
