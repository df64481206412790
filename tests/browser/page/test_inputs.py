"""What is chosen and written in a form, and what the app hears of it."""

from typing import Any

import pytest
from playwright.async_api import Locator, expect
from slack_bolt.async_app import AsyncApp

from tests.bot.sandbox.place import Place, modal
from tests.browser.desk import Desk

Json = dict[str, Any]


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def options(*names: str) -> list[Json]:
    return [{"text": plain(name), "value": name.lower()} for name in names]


PACKS = options("Car sales", "Job offer", "Software renewal")


def ask(block_id: str, kind: str, **element: Any) -> Json:
    return {
        "type": "input",
        "block_id": block_id,
        "label": plain(block_id),
        "element": {"type": kind, "action_id": "answer", **element},
    }


@pytest.fixture
def submitted(app: AsyncApp) -> list[Json]:
    """What each submitted form held, by block id."""
    seen: list[Json] = []

    @app.view("form")
    async def on_form(ack: Any, view: Json) -> None:
        seen.append({block: held["answer"] for block, held in view["state"]["values"].items()})
        await ack()

    return seen


async def open_form(place: Place, *blocks: Json, **more: Any) -> None:
    trigger = place.running.sandbox.triggers.issue(place.person("ana"))
    await place.client.views_open(trigger_id=trigger, view=modal(*blocks, **more))


async def send(desk: Desk) -> None:
    await desk.dialog.get_by_role("button", name="Send").click()
    await expect(desk.page.locator("dialog[open]")).to_have_count(0)


def values(held: Json) -> list[str]:
    return [option["value"] for option in held["selected_options"]]


def choices(desk: Desk) -> Locator:
    return desk.dialog.get_by_role("option")


async def test_several_options_are_found_by_typing_and_chosen_by_keys(
    ana: Desk, place: Place, submitted: list[Json]
) -> None:
    await open_form(place, ask("packs", "multi_static_select", options=PACKS))
    box = ana.dialog.get_by_role("combobox", name="packs")
    await box.fill("job")
    await expect(choices(ana)).to_have_text(["Job offer"])
    await box.press("Enter")
    await box.press("ArrowDown")
    await box.press("Enter")
    await expect(ana.dialog.locator(".chip")).to_have_text(["Job offer", "Software renewal"])
    await box.press("Escape")
    await expect(choices(ana)).to_have_count(0)
    await send(ana)
    assert [option["value"] for option in submitted[0]["packs"]["selected_options"]] == [
        "job offer",
        "software renewal",
    ]


async def test_a_chip_goes_by_its_cross_or_by_backspace(ana: Desk, place: Place, submitted: list[Json]) -> None:
    await open_form(place, ask("packs", "multi_static_select", options=PACKS, initial_options=PACKS))
    await ana.dialog.get_by_label("Remove Job offer").click()
    await ana.dialog.get_by_role("combobox", name="packs").press("Backspace")
    await expect(ana.dialog.locator(".chip")).to_have_text(["Car sales"])
    await send(ana)
    assert values(submitted[0]["packs"]) == ["car sales"]


async def test_no_more_is_chosen_than_the_app_allows(ana: Desk, place: Place) -> None:
    await open_form(place, ask("reps", "multi_users_select", max_selected_items=1))
    await ana.dialog.get_by_role("combobox", name="reps").click()
    await choices(ana).filter(has_text="Ben").click()
    await choices(ana).filter(has_text="Mei").click(force=True)
    await expect(ana.dialog.locator(".chip")).to_have_text(["Ben Okafor"])
    await expect(choices(ana).filter(has_text="Mei")).to_have_attribute("aria-disabled", "true")


async def test_a_choice_of_several_is_sent_once_when_the_list_closes(ana: Desk, place: Place, app: AsyncApp) -> None:
    heard: list[list[str]] = []

    @app.action("packs")
    async def on_packs(ack: Any, action: Json) -> None:
        heard.append([option["value"] for option in action["selected_options"]])
        await ack()

    element = {"type": "multi_static_select", "action_id": "packs", "options": PACKS, "placeholder": plain("Packs")}
    row = {"type": "actions", "elements": [element]}
    await place.client.chat_postMessage(channel=place.channel("practice"), text="x", blocks=[row])
    await ana.channel.get_by_role("combobox", name="Packs").click()
    await ana.channel.get_by_role("option", name="Car sales").click()
    await ana.channel.get_by_role("option", name="Job offer").click()
    assert heard == []
    await ana.channel.locator(".composer-box").focus()
    await place.until(lambda: heard == [["car sales", "job offer"]])


async def test_written_rich_text_reaches_the_app_as_a_block(ana: Desk, place: Place, submitted: list[Json]) -> None:
    await open_form(place, ask("notes", "rich_text_input"))
    editor = ana.dialog.get_by_role("textbox", name="notes")
    await editor.click()
    await ana.page.keyboard.type("Hold ")
    await ana.dialog.get_by_label("Bold").click()
    await ana.page.keyboard.type("33,300")
    await ana.dialog.get_by_label("Bold").click()
    await ana.page.keyboard.press("Enter")
    await ana.dialog.get_by_label("Bulleted list").click()
    await ana.page.keyboard.type("mats")
    await ana.page.keyboard.press("Enter")
    await ana.page.keyboard.type("date")
    await send(ana)
    assert submitted[0]["notes"]["rich_text_value"]["elements"] == [
        {
            "type": "rich_text_section",
            "elements": [
                {"type": "text", "text": "Hold "},
                {"type": "text", "text": "33,300", "style": {"bold": True}},
            ],
        },
        {
            "type": "rich_text_list",
            "style": "bullet",
            "indent": 0,
            "elements": [
                {"type": "rich_text_section", "elements": [{"type": "text", "text": words}]}
                for words in ("mats", "date")
            ],
        },
    ]


async def test_what_the_app_proposes_as_rich_text_comes_back_as_it_was(
    ana: Desk, place: Place, submitted: list[Json]
) -> None:
    line = [
        {"type": "text", "text": "Ask "},
        {"type": "user", "user_id": place.person("ben")},
        {"type": "text", "text": " for the "},
        {"type": "text", "text": "seed", "style": {"code": True}},
        {"type": "emoji", "name": "car"},
        {"type": "link", "url": "https://example.com/guide", "text": "guide"},
    ]
    items = [{"type": "rich_text_section", "elements": [{"type": "text", "text": "mats"}]}]
    proposed = {
        "type": "rich_text",
        "elements": [
            {"type": "rich_text_section", "elements": line},
            {"type": "rich_text_list", "style": "ordered", "indent": 0, "elements": items},
            {"type": "rich_text_quote", "elements": [{"type": "text", "text": "I could go to 33,300."}]},
            {"type": "rich_text_preformatted", "elements": [{"type": "text", "text": "seed 18422"}]},
        ],
    }
    await open_form(place, ask("notes", "rich_text_input", initial_value=proposed))
    await expect(ana.dialog).to_contain_text("@Ben Okafor")
    await send(ana)
    assert submitted[0]["notes"]["rich_text_value"] == proposed


async def test_how_much_may_still_be_written_is_said_near_the_end(ana: Desk, place: Place) -> None:
    await open_form(place, ask("goal", "plain_text_input", max_length=20))
    await expect(ana.dialog.locator(".count")).to_be_hidden()
    await ana.dialog.get_by_label("goal").fill("a" * 17)
    await expect(ana.dialog.locator(".count")).to_have_text("3 left")


async def test_enter_sends_the_action_of_a_dispatching_input_and_not_the_form(
    ana: Desk, place: Place, app: AsyncApp, submitted: list[Json]
) -> None:
    heard: list[str] = []

    @app.action("answer")
    async def on_answer(ack: Any, action: Json) -> None:
        heard.append(action["value"])
        await ack()

    await open_form(place, {**ask("seed", "plain_text_input"), "dispatch_action": True})
    await ana.dialog.get_by_label("seed").fill("18422")
    await ana.dialog.get_by_label("seed").press("Enter")
    await place.until(lambda: heard == ["18422"])
    assert submitted == []


async def test_an_external_select_asks_the_app_for_what_is_typed(
    ana: Desk, place: Place, app: AsyncApp, submitted: list[Json]
) -> None:
    asked: list[str] = []

    @app.options("answer")
    async def on_options(ack: Any, payload: Json) -> None:
        asked.append(payload["value"])
        groups = [{"label": plain("Seeds"), "options": options(f"{payload['value']}22", f"{payload['value']}30")}]
        await ack(option_groups=groups if payload["value"] == "184" else [])

    await open_form(place, ask("seed", "external_select", min_query_length=2))
    box = ana.dialog.get_by_role("combobox", name="seed")
    await box.click()
    await expect(ana.dialog.locator(".combobox-note")).to_have_text("Type 2 or more letters to see options.")
    await box.press_sequentially("184", delay=10)
    await expect(choices(ana)).to_have_text(["18422", "18430"])
    await expect(ana.dialog.get_by_role("group", name="Seeds")).to_be_visible()
    await box.press("ArrowDown")
    await box.press("Enter")
    await expect(box).to_have_value("18430")
    await send(ana)
    assert asked[-1] == "184"
    assert submitted[0]["seed"]["selected_option"]["value"] == "18430"
