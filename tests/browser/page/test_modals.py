"""Modals as a stack: going back, leaving, and what happens when the app does not answer."""

from typing import Any

import pytest_asyncio
from playwright.async_api import expect
from slack_bolt.async_app import AsyncApp

from tests.bot.sandbox.place import Place, actions, button, modal, section, text_input
from tests.browser.desk import Desk

Json = dict[str, Any]


async def open_modal(place: Place, *blocks: Json, **more: Any) -> Json:
    trigger = place.running.sandbox.triggers.issue(place.person("ana"))
    opened = await place.client.views_open(trigger_id=trigger, view=modal(*blocks, **more))
    return dict(opened["view"])


@pytest_asyncio.fixture(loop_scope="session")
async def stack(place: Place, app: AsyncApp) -> None:
    """A modal with a field and a button that pushes a second one."""

    @app.action("deeper")
    async def on_deeper(ack: Any, client: Any, body: Json) -> None:
        await ack()
        top = modal(section("The second step"), title={"type": "plain_text", "text": "Second"}, submit=None)
        await client.views_push(trigger_id=body["trigger_id"], view={k: v for k, v in top.items() if v is not None})

    await open_modal(place, text_input("goal"), actions(button("deeper", "Deeper")))


async def test_back_leads_to_the_modal_below_with_its_entries(ana: Desk, stack: None) -> None:
    await ana.dialog.get_by_label("goal").fill("33,300")
    await ana.dialog.get_by_role("button", name="Deeper").click()
    await expect(ana.dialog.get_by_role("heading", name="Second")).to_be_visible()
    await expect(ana.dialog).to_contain_text("Step 2")
    await ana.dialog.get_by_label("Back").click()
    await expect(ana.dialog.get_by_label("goal")).to_have_value("33,300")


async def test_leaving_with_entries_asks_and_without_does_not(ana: Desk, place: Place) -> None:
    await open_modal(place, text_input("goal"))
    await ana.dialog.get_by_label("goal").fill("33,300")
    await ana.page.keyboard.press("Escape")
    await expect(ana.dialog).to_contain_text("Close without sending?")
    await ana.dialog.get_by_role("button", name="Keep editing").click()
    await expect(ana.dialog.get_by_label("goal")).to_have_value("33,300")
    await ana.dialog.get_by_label("goal").fill("")
    await ana.page.keyboard.press("Escape")
    await expect(ana.page.locator("dialog[open]")).to_have_count(0)
    assert await place.modals("ana") == []


async def test_closing_a_modal_that_clears_takes_the_whole_stack(ana: Desk, place: Place, app: AsyncApp) -> None:
    @app.action("deeper")
    async def on_deeper(ack: Any, client: Any, body: Json) -> None:
        await ack()
        await client.views_push(
            trigger_id=body["trigger_id"], view=modal(section("The second step"), clear_on_close=True)
        )

    await open_modal(place, section("The first step"), actions(button("deeper", "Deeper")))
    await ana.dialog.get_by_role("button", name="Deeper").click()
    await expect(ana.dialog).to_contain_text("The second step")
    await ana.dialog.get_by_label("Close").click()
    await expect(ana.page.locator("dialog[open]")).to_have_count(0)


async def test_an_unanswered_submission_is_said_in_the_modal(ana: Desk, place: Place) -> None:
    await open_modal(place, text_input("goal"), callback_id="nobody_listens")
    await ana.dialog.get_by_label("goal").fill("33,300")
    submit = ana.dialog.get_by_role("button", name="Send")
    await submit.click()
    await expect(submit).to_have_attribute("aria-busy", "true")
    await expect(ana.dialog.get_by_role("alert")).to_contain_text("We had some trouble connecting. Try again?")
    await expect(ana.dialog.get_by_label("goal")).to_have_value("33,300")
    await expect(submit).not_to_have_attribute("aria-busy", "true")


async def test_the_focus_stays_in_a_modal_and_returns_when_it_closes(ana: Desk, place: Place) -> None:
    await ana.channel.locator(".composer-box").focus()
    await open_modal(place, text_input("goal"))
    await expect(ana.dialog.get_by_label("goal")).to_be_focused()
    for _ in range(6):
        await ana.page.keyboard.press("Tab")
        inside = "document.activeElement === document.body || document.activeElement.closest('dialog') !== null"
        assert await ana.page.evaluate(inside)
    await ana.page.keyboard.press("Escape")
    await expect(ana.channel.locator(".composer-box")).to_be_focused()


def select(block_id: str, kind: str, **more: Any) -> Json:
    """An input block with a choice in it."""
    label = {"type": "plain_text", "text": block_id}
    return {"type": "input", "block_id": block_id, "label": label, "element": {"type": kind, **more}}


def option(value: str) -> Json:
    return {"text": {"type": "plain_text", "text": value}, "value": value}


async def test_a_reload_keeps_what_was_sent_and_refused(ana: Desk, place: Place, app: AsyncApp) -> None:
    @app.view("form")
    async def on_form(ack: Any) -> None:
        await ack(response_action="errors", errors={"goal": "That is below your limit."})

    packs = [option("car_sales"), option("job_offer")]
    await open_modal(
        place,
        text_input("goal", optional=False),
        select("pack", "static_select", options=packs),
        select("extras", "checkboxes", options=[option("mats"), option("hitch")]),
        {**select("reps", "multi_users_select"), "optional": True},
        {**select("notes", "rich_text_input"), "optional": True},
        {**select("day", "datepicker", initial_date="2026-03-02"), "optional": True},
    )
    await ana.dialog.get_by_label("goal").fill("29,000")
    await ana.dialog.get_by_label("pack").select_option("job_offer")
    await ana.dialog.get_by_label("hitch").check()
    await ana.dialog.get_by_label("day").fill("2026-04-01")
    await ana.dialog.get_by_role("button", name="Send").click()
    await expect(ana.dialog.locator(".field-error")).to_have_text("That is below your limit.")
    await ana.page.reload()
    await expect(ana.dialog.get_by_label("goal")).to_have_value("29,000")
    await expect(ana.dialog.get_by_label("pack")).to_have_value("job_offer")
    await expect(ana.dialog.get_by_label("hitch")).to_be_checked()
    await expect(ana.dialog.get_by_label("mats")).not_to_be_checked()
    await expect(ana.dialog.get_by_label("day")).to_have_value("2026-04-01")
    await expect(ana.dialog.locator(".field-error")).to_have_text("That is below your limit.")
