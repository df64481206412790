"""Every block of the gallery, drawn on every surface that takes it, at both widths and in both themes.

With `HAGGLE_SCREENSHOTS` set to a folder, a picture of each is left there.
"""

import os
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, Route, ViewportSize, expect

from tests.bot.sandbox.blocks.gallery import Example, Surface, shown_in
from tests.bot.sandbox.place import Place
from tests.browser.desk import DESKTOP, PHONE, Desk, Theme, open_desk

Json = dict[str, Any]

PICTURE = """<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360">
<defs><linearGradient id="sky" x2="1" y2="1"><stop stop-color="#1f3a34"/><stop offset="1" stop-color="#4bb392"/>
</linearGradient></defs><rect width="640" height="360" fill="url(#sky)"/>
<circle cx="470" cy="120" r="52" fill="#f2b880"/>
<path d="M0 290 170 170 300 270 420 200 640 320V360H0z" fill="#18302b"/></svg>"""

DRAWN = {
    "actions": "button, select, input",
    "alert": ".alert .icon",
    "card": ".card .card-title",
    "carousel": ".carousel .card >> nth=2",
    "container": ".container .container-inside .block",
    "context": ".context .text",
    "context_actions": ".small-button >> nth=2",
    "data_table": "tbody th[scope=row]",
    "data_visualization": "svg.chart g.series",
    "divider": "hr",
    "header": "h2",
    "image": "img.block-image",
    "input": ".input-label",
    "markdown": ".markdown-heading",
    "plan": ".plan .task-card >> nth=3",
    "rich_text": ".rich-text blockquote",
    "section": ".section .text",
    "table": "table tbody tr",
    "task_card": ".task-card .task-status",
    "video": ".video-poster img",
}
"""What stands on the page where a block of each type is drawn as itself."""


class Look(NamedTuple):
    """A width and a theme to look at."""

    name: str
    size: ViewportSize
    theme: Theme


LOOKS = (
    Look("desktop-light", DESKTOP, "light"),
    Look("desktop-dark", DESKTOP, "dark"),
    Look("phone-light", PHONE, "light"),
    Look("phone-dark", PHONE, "dark"),
)


@pytest_asyncio.fixture(loop_scope="session", params=LOOKS, ids=lambda look: look.name)
async def viewer(request: pytest.FixtureRequest, browser: Browser, place: Place) -> AsyncIterator[Desk]:
    """Ana in #practice with one of the looks; pictures of the gallery's host are there."""
    look: Look = request.param
    desk = await open_desk(
        browser, place.running.url, {"as": "ana", "channel": "practice"}, size=look.size, theme=look.theme
    )
    await desk.page.route("https://images.example.com/**", _answer_with_picture)
    yield desk
    assert desk.problems == []


async def _answer_with_picture(route: Route) -> None:
    await route.fulfill(body=PICTURE, content_type="image/svg+xml")


async def keep_picture(of: Locator, request: pytest.FixtureRequest, name: str) -> None:
    """Leaves a picture where one is asked for."""
    folder = os.environ.get("HAGGLE_SCREENSHOTS")
    if folder:
        look = request.node.callspec.id
        await of.screenshot(path=Path(folder) / f"{look}-{name.replace(', ', '-').replace(' ', '-')}.png")


async def expect_drawn(pane: Locator, example: Example) -> None:
    """Fails unless the block is drawn as what it is, without an image that is missing."""
    assert example.block["type"] in DRAWN, f"say in DRAWN how a {example.block['type']} is recognised"
    await expect(pane.locator(DRAWN[example.block["type"]]).first).to_be_visible()
    await expect(pane.locator(".unknown, .image-missing")).to_have_count(0)


async def test_messages_draw_every_block(viewer: Desk, place: Place, request: pytest.FixtureRequest) -> None:
    for example in shown_in("message"):
        posted = await place.client.chat_postMessage(
            channel=place.channel("practice"), text=example.name, blocks=[example.block]
        )
        message = viewer.channel.locator(f"article.message[data-ts='{posted['ts']}']")
        await expect_drawn(message, example)
        await keep_picture(message.locator(".message-content"), request, f"message-{example.name}")


def view_of(surface: Surface, **more: Any) -> Json:
    """A view that holds every example of its surface."""
    blocks = [{**example.block, "block_id": example.name} for example in shown_in(surface)]
    return {"type": surface, "blocks": blocks, **more}


async def expect_all_drawn(pane: Locator, surface: Surface, request: pytest.FixtureRequest) -> None:
    """Fails unless every example of the surface is drawn in `pane`, in order."""
    blocks = pane.locator(".blocks").first.locator("> .block")
    for at, example in enumerate(shown_in(surface)):
        await blocks.nth(at).scroll_into_view_if_needed()
        await expect_drawn(blocks.nth(at), example)
        await keep_picture(blocks.nth(at), request, f"{surface}-{example.name}")


async def test_a_modal_draws_every_block(viewer: Desk, place: Place, request: pytest.FixtureRequest) -> None:
    words = {"title": plain("Every block"), "submit": plain("Send"), "close": plain("Cancel")}
    trigger = place.running.sandbox.triggers.issue(place.person("ana"))
    await place.client.views_open(trigger_id=trigger, view=view_of("modal", **words))
    await expect(viewer.dialog.get_by_label("Nickname")).to_be_focused()
    await expect_all_drawn(viewer.dialog, "modal", request)
    await keep_picture(viewer.page.locator("body"), request, "modal")


async def test_the_home_tab_draws_every_block(viewer: Desk, place: Place, request: pytest.FixtureRequest) -> None:
    await viewer.go(**{"as": "ana", "channel": "dm", "view": "home"})
    await expect(viewer.page.locator(".home .empty")).to_be_visible()
    await place.client.views_publish(user_id=place.person("ana"), view=view_of("home"))
    await expect_all_drawn(viewer.page.locator(".home"), "home", request)
    await keep_picture(viewer.page.locator("body"), request, "home")


def plain(text: str) -> Json:
    """A plain text object."""
    return {"type": "plain_text", "text": text}
