"""Where there is a language model: the modes and models in the Start form, consent in Home, and a run in its words."""

from pathlib import Path

import pytest
from playwright.async_api import Browser, ViewportSize, expect

from tests.bot.test_flavor import OTHER
from tests.bot.test_freeplay import freeplay, rewords
from tests.browser.desk import DESKTOP, PHONE, Theme, open_desk
from tests.browser.run.test_whole_runs import picture
from tests.engine.llm.dialects import ANTHROPIC, message


@pytest.mark.parametrize(("theme", "size"), [("light", DESKTOP), ("dark", PHONE)], ids=["light", "dark"])
async def test_a_run_in_flavor_is_started_from_home_by_the_model_that_was_picked(
    browser: Browser, tmp_path: Path, theme: Theme, size: ViewportSize
) -> None:
    async with freeplay(tmp_path, rewords(message, lambda line: f"Right. {line}"), others=(OTHER,)) as (world, _):
        desk = await open_desk(browser, world.sandbox.url, {"as": "ana", "view": "home", "channel": "dm"}, size, theme)
        box = desk.page.get_by_role("checkbox", name="Lines of buyers in my runs")
        async with desk.page.expect_response("**/sandbox/actions"):
            await box.check()
        await picture(desk, f"home-consent-{theme}")
        await desk.page.reload()
        await expect(box).to_be_checked()
        await desk.page.get_by_role("button", name="Choose another").click()
        await desk.dialog.get_by_label("Seed or share code").fill("18422")
        await desk.dialog.get_by_role("radio", name="Flavor").check()
        await picture(desk, f"start-form-models-{theme}")
        await expect(desk.dialog).to_contain_text(str(ANTHROPIC.model))
        await desk.dialog.get_by_role("button", name="Start").click()
        await desk.go(**{"as": "ana", "channel": "dm"})
        brief = desk.message("18422 · flavor")
        await expect(brief).to_be_visible()
        await brief.get_by_role("button", name="repl").click()
        await expect(desk.thread.locator("article.message")).to_have_count(2)
        await desk.write("Hi, how was your weekend?", desk.thread)
        await expect(desk.thread.get_by_text("Right. ")).to_be_visible()
        await picture(desk, f"flavor-thread-{theme}")
