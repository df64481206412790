"""Shortcuts of the app, and what a thread shows while the app is at work."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import expect
from slack_bolt.async_app import AsyncApp

from tests.bot.sandbox.place import Place, manifest_with, modal, open_place, text_input
from tests.browser.desk import Desk

Json = dict[str, Any]
SHORTCUTS = [
    {"name": "Practise", "type": "global", "callback_id": "practise", "description": "Start a run"},
    {"name": "Practise this", "type": "message", "callback_id": "practise_this", "description": "Start from it"},
]


@pytest_asyncio.fixture(loop_scope="session")
async def place(tmp_path: Path) -> AsyncIterator[Place]:
    """A sandbox for an agent with shortcuts."""
    manifest = manifest_with(
        tmp_path,
        scopes=("assistant:write",),
        events=("agent_session_stopped",),
        shortcuts=SHORTCUTS,
        agent_view={"agent_description": "Negotiates."},
    )
    async with open_place(manifest=manifest) as opened:
        yield opened


@pytest.fixture
def used(app: AsyncApp) -> list[Json]:
    """The shortcuts that reached the app; each opens a form."""
    seen: list[Json] = []

    async def on_shortcut(ack: Any, client: Any, body: Json) -> None:
        seen.append(body)
        await ack()
        await client.views_open(trigger_id=body["trigger_id"], view=modal(text_input("seed")))

    app.shortcut("practise")(on_shortcut)
    app.shortcut("practise_this")(on_shortcut)
    return seen


async def test_a_global_shortcut_is_run_from_the_slash_menu(ana: Desk, used: list[Json]) -> None:
    box = ana.channel.locator(".composer-box")
    await box.press_sequentially("/prac")
    await box.press("Enter")
    await expect(ana.dialog).to_contain_text("A form")
    await expect(box).to_have_value("")
    assert [each["type"] for each in used] == ["shortcut"]


async def test_a_message_shortcut_is_run_from_the_messages_menu(ana: Desk, place: Place, used: list[Json]) -> None:
    said = await place.say("ben", "A good one")
    await ana.use(ana.message("A good one"), "More actions")
    await ana.page.get_by_role("menuitem", name="Practise this").click()
    await expect(ana.dialog).to_contain_text("A form")
    assert used[0]["message"]["ts"] == said["ts"]


async def test_a_shortcut_that_the_app_leaves_unanswered_is_said(ana: Desk) -> None:
    await ana.channel.get_by_label("Attach and shortcuts").click()
    await ana.page.get_by_role("menuitem", name="Practise").click()
    await expect(ana.page.locator(".toast")).to_have_text("Haggle did not respond in time. Try again.")


async def test_a_thread_says_what_the_app_is_doing_until_it_answers(ana: Desk, place: Place) -> None:
    parent = await place.say("ana", "A run")
    await ana.go(**{"as": "ana", "channel": "practice", "thread": parent["ts"]})
    where = {"channel_id": place.channel("practice"), "thread_ts": parent["ts"]}
    await place.client.api_call("assistant.threads.setStatus", json={**where, "status": "is weighing your offer…"})
    status = ana.thread.locator(".session-status")
    await expect(status).to_contain_text("Haggle is weighing your offer…")
    await ana.page.reload()
    await expect(status).to_contain_text("Haggle is weighing your offer…")
    await place.client.chat_postMessage(channel=place.channel("practice"), thread_ts=parent["ts"], text="29,500")
    await expect(status).to_be_hidden()


@pytest.mark.usefixtures("app")
async def test_stop_tells_the_app(ana: Desk, place: Place) -> None:
    parent = await place.say("ana", "A run")
    await ana.go(**{"as": "ana", "channel": "practice", "thread": parent["ts"]})
    where = {"channel_id": place.channel("practice"), "thread_ts": parent["ts"]}
    await place.client.api_call("agents.sessions.setStatus", json={**where, "status": "processing"})
    await ana.thread.get_by_role("button", name="Stop").click()
    await place.until(lambda: place.events("agent_session_stopped"))
    assert place.events("agent_session_stopped")[0]["thread_ts"] == parent["ts"]
