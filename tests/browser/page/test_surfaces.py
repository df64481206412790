"""Buttons, modals and the Home tab."""

import asyncio
from typing import Any

import pytest
from playwright.async_api import expect
from slack_bolt.async_app import AsyncApp

from tests.bot.sandbox.place import Place, actions, button, modal, section, text_input
from tests.browser.desk import Desk

Json = dict[str, Any]


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


@pytest.fixture
def pressed(app: AsyncApp) -> list[str]:
    """The action ids that reached the app."""
    seen: list[str] = []

    @app.action("press")
    async def on_press(ack: Any, action: Json) -> None:
        seen.append(action["action_id"])
        await asyncio.sleep(0.4)
        await ack()

    return seen


async def post(place: Place, *blocks: Json) -> None:
    await place.client.chat_postMessage(channel=place.channel("practice"), text="blocks", blocks=list(blocks))


async def test_a_pressed_button_is_busy_and_sends_once(ana: Desk, place: Place, pressed: list[str]) -> None:
    await post(place, actions(button(text="Pause")))
    pause = ana.channel.get_by_role("button", name="Pause")
    await pause.click()
    await expect(pause).to_have_attribute("aria-busy", "true")
    await pause.dispatch_event("click")
    await expect(pause).not_to_have_attribute("aria-busy", "true")
    assert pressed == ["press"]


async def test_a_button_with_a_question_waits_for_the_answer(ana: Desk, place: Place, pressed: list[str]) -> None:
    question = {
        "title": plain("End this run?"),
        "text": plain("It is scored as it stands."),
        "confirm": plain("End the run"),
        "deny": plain("Go on"),
    }
    await post(place, actions(button(text="End", confirm=question)))
    end = ana.channel.get_by_role("button", name="End", exact=True)
    await end.click()
    await ana.dialog.get_by_role("button", name="Go on").click()
    assert pressed == []
    await end.click()
    await ana.dialog.get_by_role("button", name="End the run").click()
    await place.until(lambda: pressed == ["press"])


async def test_a_press_that_the_app_leaves_unanswered_is_said(ana: Desk, place: Place) -> None:
    await post(place, actions(button("nobody_listens", "Lost")))
    await ana.channel.get_by_role("button", name="Lost").click()
    await expect(ana.page.locator(".toast")).to_have_text("Haggle did not respond in time. Try again.")


@pytest.fixture
def submitted(app: AsyncApp) -> list[Json]:
    """The values of each submission; a seed that is no number is refused."""
    seen: list[Json] = []
    form = modal(text_input("seed"), text_input("note", optional=True), notify_on_close=True)

    @app.command("/haggle")
    async def on_command(ack: Any, client: Any, body: Json) -> None:
        await ack()
        await client.views_open(trigger_id=body["trigger_id"], view=form)

    @app.view("form")
    async def on_form(ack: Any, view: Json) -> None:
        values = {block: held["answer"]["value"] for block, held in view["state"]["values"].items()}
        seen.append(values)
        if values["seed"].isdigit():
            await ack()
        else:
            await ack(response_action="errors", errors={"seed": "Seeds are whole numbers."})

    @app.view_closed("form")
    async def on_close(ack: Any) -> None:
        seen.append({"closed": True})
        await ack()

    return seen


async def test_a_field_error_stands_under_its_field_and_entries_stay(ana: Desk, submitted: list[Json]) -> None:
    await ana.write("/haggle start")
    await ana.dialog.get_by_label("seed").fill("abc")
    await ana.dialog.get_by_label("note").fill("keep me")
    await ana.dialog.get_by_role("button", name="Send").click()
    await expect(ana.dialog.locator(".field-error")).to_have_text("Seeds are whole numbers.")
    await expect(ana.dialog.get_by_label("seed")).to_be_focused()
    await expect(ana.dialog.get_by_label("note")).to_have_value("keep me")
    await ana.dialog.get_by_label("seed").fill("18422")
    await ana.dialog.get_by_role("button", name="Send").click()
    await expect(ana.page.locator("dialog[open]")).to_have_count(0)
    assert submitted[-1] == {"seed": "18422", "note": "keep me"}


async def test_an_empty_required_field_is_not_sent(ana: Desk, submitted: list[Json]) -> None:
    await ana.write("/haggle start")
    await ana.dialog.get_by_role("button", name="Send").click()
    await expect(ana.dialog.locator(".field-error")).to_be_visible()
    assert submitted == []


async def test_escape_closes_a_modal_and_the_app_hears_of_it(ana: Desk, place: Place, submitted: list[Json]) -> None:
    await ana.write("/haggle start")
    await ana.dialog.get_by_label("seed").press("Escape")
    await expect(ana.page.locator("dialog[open]")).to_have_count(0)
    await place.until(lambda: submitted == [{"closed": True}])


async def test_a_modal_outlives_a_reload_of_the_page(ana: Desk, submitted: list[Json]) -> None:
    await ana.write("/haggle start")
    await expect(ana.dialog).to_contain_text("A form")
    await ana.page.reload()
    await expect(ana.dialog).to_contain_text("A form")


async def test_home_is_drawn_when_the_app_publishes_it(ana: Desk, place: Place) -> None:
    await ana.page.locator(".nav-item", has_text="Haggle").click()
    await expect(ana.page.locator(".home")).to_contain_text("has not drawn its Home tab yet")
    await place.until(lambda: place.events("app_home_opened"))
    view = {"type": "home", "blocks": [section("Welcome back")]}
    await place.client.views_publish(user_id=place.person("ana"), view=view)
    await expect(ana.page.locator(".home")).to_contain_text("Welcome back")


async def test_the_messages_tab_is_a_conversation_with_the_app(ana: Desk, place: Place) -> None:
    await ana.page.locator(".nav-item", has_text="Haggle").click()
    await ana.page.get_by_role("tab", name="Messages").click()
    await ana.write("hello")
    await expect(ana.message("hello")).to_be_visible()
    await place.until(lambda: any(event["channel_type"] == "im" for event in place.events("message")))
