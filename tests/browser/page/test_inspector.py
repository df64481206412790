"""The inspector: what crosses the wire, live and in order, and the tools."""

import json
import re
from pathlib import Path
from typing import Any

import pytest_asyncio
from playwright.async_api import Browser, Locator, expect
from slack_bolt.async_app import AsyncApp

from tests.bot.sandbox.place import Place, refused, section
from tests.browser.desk import PHONE, Desk, open_desk

ANA = {"as": "ana", "channel": "practice"}


class Bench:
    """A desk with the inspector open."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.page = desk.page
        self.node = desk.page.locator(".inspector")
        self.rows = self.node.locator(".wire-row")
        self.detail = self.node.get_by_role("region", name="Details")

    def row(self, words: str) -> Locator:
        """The last row that holds `words`."""
        return self.rows.filter(has_text=words).last

    async def choose(self, words: str) -> None:
        """Shows the details of that row."""
        await self.row(words).click()

    async def tools(self) -> None:
        """Turns to the tools."""
        await self.node.get_by_role("tab", name="Tools").click()

    def tool(self, name: str) -> Locator:
        """One tool."""
        return self.node.get_by_role("region", name=name)


async def inspect(desk: Desk) -> Bench:
    """Opens the inspector."""
    await desk.page.keyboard.press("Control+.")
    bench = Bench(desk)
    await expect(bench.node).to_be_visible()
    return bench


@pytest_asyncio.fixture(loop_scope="session")
async def bench(ana: Desk) -> Bench:
    """Ana's page with the inspector open."""
    return await inspect(ana)


async def test_it_opens_from_the_bar_and_stays_open_over_a_reload(ana: Desk) -> None:
    button = ana.channel.get_by_role("button", name="Inspector")
    await button.click()
    await expect(ana.page.locator(".inspector")).to_be_visible()
    await expect(button).to_have_attribute("aria-expanded", "true")
    await ana.page.reload()
    await expect(ana.page.locator(".inspector .wire-row").first).to_be_visible()
    await ana.page.get_by_role("button", name="Close the inspector").click()
    await ana.page.reload()
    await ana.page.locator(".composer-box").wait_for()
    await expect(ana.page.locator(".inspector")).to_be_hidden()


async def test_what_happened_before_and_what_happens_now_stands_in_order(bench: Bench, place: Place) -> None:
    await expect(bench.row("hello (socket 1)")).to_be_visible()
    await bench.desk.write("good morning")
    await expect(bench.row("good morning")).to_contain_text("acknowledged")
    await place.client.chat_postMessage(channel=place.channel("practice"), text="and to you")
    await expect(bench.row("chat.postMessage")).to_contain_text("#practice")
    await expect(bench.row("and to you")).to_contain_text("acknowledged")
    names = await bench.rows.locator("strong").all_text_contents()
    assert [each for each in names if each != "auth.test"] == [
        "apps.connections.open",
        "hello (socket 1)",
        "message",
        "chat.postMessage",
        "message",
    ]


async def test_a_command_shows_its_envelope_and_the_calls_that_came_after_it(
    bench: Bench, app: AsyncApp, place: Place
) -> None:
    @app.command("/haggle")
    async def on_command(ack: Any, say: Any) -> None:
        await ack("Coming")
        await say("At your service")

    await bench.desk.write("/haggle start")
    await expect(bench.row("chat.postMessage")).to_be_visible()
    await bench.choose("/haggle")
    await expect(bench.detail.get_by_role("heading", name="Sent once")).to_be_visible()
    await expect(bench.detail).to_contain_text("envelope_id")
    await expect(bench.detail.get_by_label("Answer in the acknowledgement")).to_contain_text("Coming")
    await bench.detail.locator(".wire-link", has_text="chat.postMessage").click()
    await expect(bench.detail.locator("h2")).to_have_text("chat.postMessage")
    await expect(bench.detail).to_contain_text("At your service")
    await bench.detail.locator(".wire-link", has_text="/haggle").click()
    await expect(bench.detail.locator("h2")).to_have_text("/haggle")


async def test_a_delivery_can_be_sent_again(bench: Bench, place: Place) -> None:
    await bench.desk.write("once more")
    await expect(bench.row("once more")).to_contain_text("acknowledged")
    await bench.choose("once more")
    await bench.detail.get_by_role("button", name="Redeliver").click()
    await expect(bench.detail.get_by_role("heading", name="Sent 2 times")).to_be_visible()
    await expect(bench.row("once more")).to_contain_text("2 sends")
    await place.until(lambda: len(place.events("message")) == 2)


async def test_a_refused_call_leads_to_the_place_of_its_fault(bench: Bench, place: Place) -> None:
    wrong = [section(), section("x" * 3001)]
    await refused(place.client.chat_postMessage(channel=place.channel("practice"), text="t", blocks=wrong))
    await expect(bench.row("chat.postMessage")).to_contain_text("error: invalid_blocks")
    await bench.choose("chat.postMessage")
    await bench.detail.get_by_role("button", name="/blocks/1/text/text").first.click()
    marked = bench.detail.locator("[data-marked]")
    await expect(marked).to_be_focused()
    await expect(marked).to_contain_text("xxxx")
    await marked.get_by_role("button", name="2,701 more characters").click()
    await expect(marked).to_contain_text("x" * 3001)


async def test_a_pointer_into_a_view_leads_into_the_view(bench: Bench, place: Place) -> None:
    view = {"type": "home", "blocks": [section("y" * 3001)]}
    await refused(place.client.views_publish(user_id=place.person("ana"), view=view))
    await bench.choose("views.publish")
    await bench.detail.locator(".pointer").first.click()
    await expect(bench.detail.locator("[data-marked]")).to_contain_text("yyyy")


async def test_kinds_text_and_errors_narrow_the_list(bench: Bench, place: Place) -> None:
    await bench.desk.write("needle")
    await place.client.auth_test()
    await refused(place.client.conversations_history(channel="C0"))
    await expect(bench.row("channel_not_found")).to_be_visible()
    await bench.node.get_by_label("Kind").select_option("event")
    await expect(bench.rows).to_have_count(1)
    await bench.node.get_by_label("Kind").select_option("all")
    await bench.node.get_by_label("Filter by text").fill("NEEDLE")
    await expect(bench.rows).to_have_count(1)
    await bench.node.get_by_label("Filter by text").fill("")
    await bench.node.get_by_label("Errors only").check()
    await expect(bench.rows).to_have_count(1)
    await expect(bench.rows).to_contain_text("conversations.history")
    await bench.node.get_by_label("Filter by text").fill("nothing like it")
    await expect(bench.node).to_contain_text("Nothing fits the filter.")


async def test_it_can_be_paused_and_cleared(bench: Bench, place: Place) -> None:
    await expect(bench.row("hello (socket 1)")).to_be_visible()
    await bench.node.get_by_role("button", name="Pause").click()
    await place.client.auth_test()
    resume = bench.node.get_by_role("button", name="Resume (1 new)")
    await expect(resume).to_be_visible()
    await expect(bench.row("auth.test")).to_have_count(0)
    await resume.click()
    await expect(bench.row("auth.test")).to_be_visible()
    await bench.node.get_by_role("button", name="Clear").click()
    await expect(bench.rows).to_have_count(0)
    await place.client.conversations_list()
    await expect(bench.rows).to_have_count(1)


async def test_an_entry_can_be_copied_as_json_and_as_curl(bench: Bench, place: Place) -> None:
    await bench.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    await place.client.chat_postMessage(channel=place.channel("practice"), text="it's here")
    await bench.choose("chat.postMessage")
    await bench.detail.get_by_role("button", name="Copy JSON").click()
    copied = json.loads(await bench.page.evaluate("navigator.clipboard.readText()"))
    assert copied["args"]["text"] == "it's here"
    await bench.detail.get_by_role("button", name="Copy curl").click()
    command = await bench.page.evaluate("navigator.clipboard.readText()")
    assert f"{place.running.api_url}chat.postMessage" in command
    assert "$SLACK_BOT_TOKEN" in command
    assert "it'\\''s here" in command
    assert place.running.bot_token not in command


async def test_the_list_is_walked_with_arrows_and_escape_closes(bench: Bench, place: Place) -> None:
    await place.client.auth_test()
    await place.client.conversations_list()
    await bench.choose("conversations.list")
    await bench.page.keyboard.press("ArrowUp")
    await expect(bench.row("auth.test")).to_be_focused()
    await expect(bench.detail.locator("h2")).to_have_text("auth.test")
    await bench.page.keyboard.press("Escape")
    await expect(bench.node).to_be_hidden()
    await expect(bench.desk.channel.locator(".composer-box")).to_be_focused()


async def test_the_height_follows_the_arrow_keys(bench: Bench) -> None:
    divider = bench.node.get_by_role("separator")
    before = int(await divider.get_attribute("aria-valuenow") or 0)
    await divider.press("ArrowUp")
    await expect(divider).to_have_attribute("aria-valuenow", str(before + 32))
    await bench.page.reload()
    await expect(bench.node.get_by_role("separator")).to_have_attribute("aria-valuenow", str(before + 32))


async def test_the_page_keeps_no_more_than_the_log(bench: Bench, place: Place) -> None:
    log = place.running.sandbox.wire_log
    await expect(bench.rows.first).to_be_visible()
    for number in range(2300):
        log.add_connection_line("hello", number)
    await expect(bench.rows.last).to_contain_text("socket 2299", timeout=30_000)
    await expect(bench.rows).to_have_count(2000)


async def test_the_clock_is_moved_and_stopped(bench: Bench, place: Place) -> None:
    await bench.tools()
    clock = bench.tool("Clock")
    await expect(clock).to_contain_text("as on this machine")
    await clock.get_by_role("button", name="+ 1 day").click()
    await expect(clock).to_contain_text("1 d ahead")
    await clock.get_by_role("button", name="Freeze").click()
    await expect(clock).to_contain_text("Frozen")
    assert (await place.ask("GET", "clock"))["frozen"]
    await clock.get_by_label("Date and time").fill("2020-01-01T09:00")
    await clock.get_by_role("button", name="Go there").click()
    await expect(bench.page.locator(".toast")).to_be_visible()


async def test_a_fault_is_set_strikes_and_is_removed(bench: Bench, place: Place) -> None:
    await bench.tools()
    faults = bench.tool("Faults")
    await faults.get_by_label("Kind of fault").select_option("refused")
    await faults.get_by_label("method").fill("auth.*")
    await faults.get_by_label("error").fill("fatal_error")
    await faults.get_by_role("button", name="Set this fault").click()
    await expect(faults.locator(".fault")).to_contain_text("fatal_error")
    await expect(faults.locator(".fault")).to_contain_text("auth.*")
    assert (await refused(place.client.auth_test()))["error"] == "fatal_error"
    await expect(faults.locator(".fault")).to_contain_text("over, struck 1")
    await faults.get_by_role("button", name="Remove the fault refused").click()
    await expect(faults).to_contain_text("No fault is set.")
    await bench.node.get_by_role("tab", name="Wire").click()
    await expect(bench.row("auth.test")).to_contain_text("error: fatal_error")


async def test_every_kind_of_fault_can_be_set_from_its_form(bench: Bench, place: Place) -> None:
    await bench.tools()
    faults = bench.tool("Faults")
    kinds = [each["kind"] for each in (await place.ask("GET", "faults"))["kinds"]]
    pick = faults.get_by_label("Kind of fault")
    await expect(pick.locator("option")).to_have_count(len(kinds))
    for number, kind in enumerate(kinds, 1):
        await pick.select_option(kind)
        await faults.get_by_role("button", name="Set this fault").click()
        await expect(faults.locator(".fault")).to_have_count(number)


async def test_a_snapshot_is_saved_and_brought_back(bench: Bench, place: Place, tmp_path: Path) -> None:
    await bench.desk.write("worth keeping")
    await expect(bench.row("worth keeping")).to_be_visible()
    await bench.tools()
    snapshot = bench.tool("Snapshot")
    async with bench.page.expect_download() as saving:
        await snapshot.get_by_role("button", name="Save to a file").click()
    file = tmp_path / "snapshot.json"
    await (await saving.value).save_as(file)
    await place.ask("POST", "reset")
    await expect(bench.desk.message("worth keeping")).to_have_count(0)
    await snapshot.locator("input").set_input_files(file)
    await bench.desk.dialog.get_by_role("button", name="Cancel").click()
    assert await place.seen("ana") == []
    await snapshot.locator("input").set_input_files(file)
    await bench.desk.dialog.get_by_role("button", name="Load it").click()
    await expect(bench.desk.message("worth keeping")).to_be_visible()


async def test_a_broken_snapshot_says_everything_that_is_wrong(bench: Bench, tmp_path: Path) -> None:
    await bench.tools()
    file = tmp_path / "snapshot.json"
    file.write_text('{"version": "none"}')
    await bench.tool("Snapshot").locator("input").set_input_files(file)
    await bench.desk.dialog.get_by_role("button", name="Load it").click()
    trouble = bench.tool("Snapshot").get_by_role("alert")
    await expect(trouble).to_contain_text("Nothing was changed")
    await expect(trouble).to_contain_text("version")


async def test_sockets_are_told_to_leave(bench: Bench) -> None:
    await bench.tools()
    await bench.tool("Sockets").get_by_role("button", name="Ask to refresh").click()
    await bench.node.get_by_role("tab", name="Wire").click()
    await expect(bench.row("disconnect (socket 1)")).to_contain_text("refresh_requested")


async def test_a_fresh_start_is_asked_for_first(bench: Bench, place: Place) -> None:
    await bench.desk.write("to be forgotten")
    await bench.tools()
    await bench.tool("Workspace").get_by_role("button", name="Start afresh").click()
    await bench.desk.dialog.get_by_role("button", name="Cancel").click()
    assert await place.seen("ana")
    await bench.tool("Workspace").get_by_role("button", name="Start afresh").click()
    await bench.desk.dialog.get_by_role("button", name="Start afresh").click()
    await expect(bench.desk.message("to be forgotten")).to_have_count(0)
    assert await place.seen("ana") == []


async def test_a_fresh_start_closes_the_thread(bench: Bench, place: Place) -> None:
    parent = await place.say("ana", "A run")
    await bench.desk.go(**{"as": "ana", "channel": "practice", "thread": parent["ts"]})
    await expect(bench.desk.message("A run", bench.desk.thread)).to_be_visible()
    await bench.tools()
    await bench.tool("Workspace").get_by_role("button", name="Start afresh").click()
    await bench.desk.dialog.get_by_role("button", name="Start afresh").click()
    await expect(bench.desk.message("A run")).to_have_count(0)
    await expect(bench.desk.channel.locator(".composer-box")).to_be_visible()
    await expect(bench.desk.thread).to_be_hidden()


async def test_a_phone_shows_the_list_then_the_details(browser: Browser, place: Place, app: AsyncApp) -> None:
    desk = await open_desk(browser, place.running.url, ANA, PHONE)
    await desk.channel.get_by_role("button", name="Inspector").click()
    bench = Bench(desk)
    await bench.choose("hello (socket 1)")
    await expect(bench.detail).to_contain_text("num_connections")
    await expect(bench.rows.first).to_be_hidden()
    await desk.page.get_by_label("Back to the list").click()
    await expect(bench.row("hello (socket 1)")).to_be_focused()
    assert not await desk.page.evaluate("document.documentElement.scrollWidth > innerWidth")
    await expect(desk.page).to_have_url(re.compile("channel=practice"))
    assert desk.problems == []
