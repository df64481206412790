"""axe-core over every state of the page, at both widths and in both themes."""

import os
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, ViewportSize, expect
from slack_bolt.async_app import AsyncApp

from tests.bot.sandbox.place import Place, actions, button, modal, section, text_input
from tests.browser.desk import DESKTOP, PHONE, Desk, Theme, open_desk

Json = dict[str, Any]
State = Callable[[Desk], Awaitable[object]]
SCREENSHOTS = os.environ.get("HAGGLE_SCREENSHOTS")


async def furnish(place: Place, app: AsyncApp) -> str:
    """A channel with everything in it, a Home tab, and a command that opens a form; the thread's timestamp."""
    channel = place.channel("practice")
    form = modal(text_input("seed"), text_input("note", optional=True))

    @app.command("/haggle")
    async def on_command(ack: Any, client: Any, body: Json) -> None:
        await ack()
        await client.views_open(trigger_id=body["trigger_id"], view=form)

    await place.say("mei", "Morning all. Two of you still owe me a run this week. :coffee:")
    asked = await place.say("ben", "On it. @ana want to go first?")
    for who in ("ana", "mei"):
        await place.do(who, "reactions", channel="practice", ts=asked["ts"], name="eyes")
    await place.say("ana", "Sure, *18422* is the seed I keep hearing about. See #general or https://example.com/18422")
    opening = await place.client.chat_postMessage(
        channel=channel,
        text="A run",
        blocks=[section(f"<@{place.person('ana')}> sells a used pickup."), actions(button(text="End the run"))],
    )
    thread = str(opening["ts"])
    dana = {"username": "Dana Whitfield", "icon_emoji": ":red_haired_woman:"}
    for text in ("Hi. What would you want for the truck?", "I could do *29,500*."):
        await place.client.chat_postMessage(channel=channel, thread_ts=thread, text=text, **dana)
    await place.client.chat_postEphemeral(channel=channel, user=place.person("ana"), text="Your run waits for you.")
    await place.client.views_publish(
        user_id=place.person("ana"), view={"type": "home", "blocks": [section("Welcome back"), actions(button())]}
    )
    await place.say("mei", "Could you look at this one, @ana?", channel="deals")
    return thread


async def point_at(desk: Desk) -> None:
    await desk.message("keep hearing").hover()


async def open_menu(desk: Desk) -> None:
    await desk.use(desk.message("keep hearing"), "More actions")


async def pick_emoji(desk: Desk) -> None:
    await desk.channel.get_by_label("Emoji", exact=True).click()


async def type_name(desk: Desk) -> None:
    await desk.channel.locator(".composer-box").press_sequentially("@")
    await expect(desk.channel.locator(".completion")).to_be_visible()


async def open_members(desk: Desk) -> None:
    await desk.channel.locator(".members-button").click()


async def open_switcher(desk: Desk) -> None:
    await desk.page.keyboard.press("Control+k")


async def show_keys(desk: Desk) -> None:
    await desk.channel.locator(".scroller").focus()
    await desk.page.keyboard.press("?")


async def open_form_with_errors(desk: Desk) -> None:
    await desk.write("/haggle start")
    await desk.dialog.get_by_role("button", name="Send").click()
    await expect(desk.dialog.locator(".field-error")).to_be_visible()


async def open_inspector(desk: Desk) -> None:
    await desk.channel.get_by_label("Inspector").click()


async def inspect_an_event(desk: Desk) -> None:
    await open_inspector(desk)
    await desk.page.locator(".wire-row", has_text="acknowledged").first.click()
    await expect(desk.page.get_by_role("region", name="Details")).to_contain_text("envelope_id")


async def open_tools(desk: Desk) -> None:
    await open_inspector(desk)
    await desk.page.get_by_role("tab", name="Tools").click()
    await expect(desk.page.get_by_role("region", name="Faults").locator(".fault-fields")).to_be_visible()


async def attach(desk: Desk) -> None:
    sheet: Any = {"name": "terms.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4"}
    await desk.channel.locator("input[type=file]").set_input_files(sheet)


async def nothing(_: Desk) -> None:
    """The page as it opens."""


STATES: dict[str, tuple[dict[str, str], State]] = {
    "channel": ({}, nothing),
    "thread": ({"thread": ""}, nothing),
    "home": ({"channel": "dm", "view": "home"}, nothing),
    "about": ({"channel": "dm", "view": "about"}, nothing),
    "tools": ({}, point_at),
    "menu": ({}, open_menu),
    "emoji": ({}, pick_emoji),
    "suggestions": ({}, type_name),
    "files": ({}, attach),
    "members": ({}, open_members),
    "switcher": ({}, open_switcher),
    "keys": ({}, show_keys),
    "form": ({}, open_form_with_errors),
    "inspector": ({}, open_inspector),
    "inspector-event": ({}, inspect_an_event),
    "inspector-tools": ({}, open_tools),
}


async def faults_of(desk: Desk) -> list[str]:
    """The serious and critical findings, each with the first element it is about."""
    found = await Axe().run(desk.page)
    grave = [each for each in found.response["violations"] if each["impact"] in ("serious", "critical")]
    return [f"{each['id']}: {each['nodes'][0]['html'][:140]} ({len(each['nodes'])})" for each in grave]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
async def test_axe_finds_nothing_serious(
    browser: Browser, place: Place, app: AsyncApp, size: ViewportSize, theme: Theme
) -> None:
    thread = await furnish(place, app)
    found: dict[str, list[str]] = {}
    for name, (asked, bring_about) in STATES.items():
        where = {"as": "ana", "channel": "practice", **asked, **({"thread": thread} if "thread" in asked else {})}
        desk = await open_desk(browser, place.running.url, where, size, theme)
        await bring_about(desk)
        found[name] = await faults_of(desk)
        if SCREENSHOTS:
            await desk.page.screenshot(path=Path(SCREENSHOTS) / f"page-{name}-{size['width']}-{theme}.png")
        await desk.page.context.close()
        for view in await place.modals("ana"):
            await place.do("ana", "modals/close", view_id=view["id"])
    assert {name: faults for name, faults in found.items() if faults} == {}
