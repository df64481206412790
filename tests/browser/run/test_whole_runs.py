"""Whole runs as a newcomer plays them: in a browser, from the command to the verdict, with the bot in the sandbox."""

import os
from pathlib import Path

import pytest
from playwright.async_api import Browser, ViewportSize, expect

from tests.bot.world import World
from tests.browser.desk import DESKTOP, PHONE, Desk, Theme, open_desk

PRACTICE = {"as": "ana", "channel": "practice"}
TO_A_DEAL = (
    "Hi, thanks for coming in. What got you looking?",
    "What does a normal week look like for you?",
    "What matters most to you in it?",
    "Who else is part of the decision?",
    "When do you need it by?",
    "Got it. Then this one fits: three rows, the third folds flat for the gear, five stars and automatic braking. "
    "It's 25,200 out the door.",
    "I hear you on fuel. It runs 24 mpg and about 690 a year in service. I can do 24,600 with the mats.",
    "If you can settle it this week I can do 24,100 with the mats and delivery, and let's give Chris a call now "
    "to go over it.",
    "I understand. Everything is in that number, no fees on top. 23,700 with the mats and delivery, since you moved.",
    "23,400 with the mats and delivery, and you have it by Friday.",
    "I can do 23,200 with the mats and delivery. That is the last of it. Shall we write it up?",
    "Is there anything else in the way? 23,200 with the mats and delivery stands.",
)
TO_A_WALK_AWAY = ("Hi, what got you looking?", "You're an idiot.", "Honestly, you are such an idiot.")


async def play(desk: Desk, seed: str, lines: tuple[str, ...]) -> None:
    """A run typed into the page, to its verdict."""
    await desk.write(f"/haggle start {seed}")
    brief = desk.message("Practice run")
    await expect(brief).to_be_visible()
    await brief.get_by_role("button", name="repl").click()
    said = desk.thread.locator("article.message")
    for count, line in enumerate(lines):
        await expect(said).to_have_count(2 + 2 * count)
        await desk.write(line, desk.thread)
    await expect(desk.thread.get_by_text("/ 100")).to_be_visible()


async def picture(desk: Desk, name: str) -> None:
    """A screenshot into the folder that HAGGLE_SCREENSHOTS names, if it names one."""
    if folder := os.environ.get("HAGGLE_SCREENSHOTS"):
        await desk.page.mouse.move(1, 1)
        await desk.page.screenshot(path=str(Path(folder) / f"{name}.png"))


async def test_a_run_typed_into_the_page_ends_in_a_deal(browser: Browser, world: World) -> None:
    desk = await open_desk(browser, world.sandbox.url, PRACTICE, ViewportSize(width=1360, height=1000))
    await play(desk, "18422", TO_A_DEAL)
    await expect(desk.thread.get_by_role("heading", name="Deal · $")).to_be_in_viewport()
    await picture(desk, "deal")
    assert desk.problems == []


async def test_a_run_typed_into_the_page_ends_with_the_buyer_walking_away(browser: Browser, world: World) -> None:
    desk = await open_desk(browser, world.sandbox.url, PRACTICE)
    await play(desk, "9001", TO_A_WALK_AWAY)
    await expect(desk.thread.get_by_role("heading", name="walked away")).to_be_visible()
    await picture(desk, "walk_away")
    assert desk.problems == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
async def test_the_verdict_fits_every_width_and_theme(
    browser: Browser, world: World, theme: Theme, size: ViewportSize
) -> None:
    thread = await world.start("18422")
    for line in TO_A_DEAL:
        await world.turn(thread, line)
    await world.verdict(thread)
    desk = await open_desk(browser, world.sandbox.url, {**PRACTICE, "thread": thread}, size, theme)
    await desk.thread.get_by_role("heading", name="Deal · $").scroll_into_view_if_needed()
    await picture(desk, f"verdict_{size['width']}_{theme}")
    pane = await desk.thread.locator("article.message").last.bounding_box()
    assert pane
    assert pane["x"] >= 0
    assert pane["x"] + pane["width"] <= size["width"]


async def test_every_check_opens_from_the_verdict(browser: Browser, world: World) -> None:
    desk = await open_desk(browser, world.sandbox.url, PRACTICE)
    await play(desk, "18422", TO_A_DEAL)
    card = desk.thread.locator("article.message").last
    await card.get_by_role("button", name="See every check").click()
    await expect(desk.dialog.get_by_text("What each check found")).to_be_visible()
    await picture(desk, "checks")


async def test_a_run_is_started_from_home(browser: Browser, world: World) -> None:
    desk = await open_desk(browser, world.sandbox.url, PRACTICE)
    await desk.page.get_by_text("Haggle", exact=True).last.click()
    await desk.page.get_by_role("button", name="Choose another").click()
    await desk.dialog.get_by_label("Seed or share code").fill("lots")
    await desk.dialog.get_by_role("button", name="Start").click()
    await expect(desk.dialog.get_by_text("is not a seed")).to_be_visible()
    await picture(desk, "start_form_errors")


async def test_a_buyer_is_shared_from_the_verdict_and_started_by_somebody_else(browser: Browser, world: World) -> None:
    ana = await open_desk(browser, world.sandbox.url, PRACTICE)
    await play(ana, "18422", TO_A_WALK_AWAY)
    await ana.thread.get_by_role("button", name="Share").last.click()
    await ana.dialog.get_by_label("Show it:").check()
    await picture(ana, "share_form")
    await ana.dialog.get_by_role("button", name="Share").click()
    card = ana.message("shared a buyer")
    await expect(card.get_by_text("ana scored")).to_be_visible()
    await picture(ana, "share_card")
    ben = await open_desk(browser, world.sandbox.url, {"as": "ben", "channel": "practice"})
    await ben.message("shared a buyer").get_by_role("button", name="Start this buyer").click()
    await expect(ben.message("Practice run").get_by_text("Ben Okafor")).to_be_visible()
    await expect(ben.message("shared a buyer").get_by_text("2 people")).to_be_visible()
    assert [*ana.problems, *ben.problems] == []


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
async def test_a_hint_is_read_in_the_thread_and_again_in_the_reps_own_messages(
    browser: Browser, world: World, size: ViewportSize
) -> None:
    thread = await world.start("18422")
    desk = await open_desk(browser, world.sandbox.url, {**PRACTICE, "thread": thread}, size)
    await desk.thread.get_by_role("button", name="Hint −2").click()
    await expect(desk.thread.get_by_text("Only you see this")).to_be_visible()
    await picture(desk, f"hint_{size['width']}")
    await world.ask("POST", "messages_tab/open", **{"as": "ana"})
    await desk.go(**{"as": "ana", "channel": "dm"})
    await expect(desk.message("An open question").get_by_text("Hints so far: −2.")).to_be_visible()
    await picture(desk, f"hint_kept_{size['width']}")
    assert desk.problems == []


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
async def test_the_verdict_and_its_checks_show_what_hints_took(
    browser: Browser, world: World, size: ViewportSize
) -> None:
    thread = await world.start("18422")
    await world.press("ana", "run_hint", thread)
    await world.turn(thread, TO_A_DEAL[0])
    await world.press("ana", "run_end", thread)
    await world.verdict(thread)
    desk = await open_desk(browser, world.sandbox.url, {**PRACTICE, "thread": thread}, size)
    card = desk.thread.locator("article.message").last
    await expect(card.get_by_text("−2, for 1 hint")).to_be_visible()
    await card.get_by_role("heading", name="No deal").scroll_into_view_if_needed()
    await picture(desk, f"hint_verdict_{size['width']}")
    await card.get_by_role("button", name="See every check").click()
    taken = desk.dialog.get_by_text("after round 0 · −2")
    await taken.scroll_into_view_if_needed()
    await expect(taken).to_be_visible()
    await picture(desk, f"hint_checks_{size['width']}")
    assert desk.problems == []
