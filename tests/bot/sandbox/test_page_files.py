"""How the page's files are served."""

import re

from aiohttp import ClientSession

from bot.sandbox.page_routes import PAGE
from tests.bot.sandbox.place import Place


async def test_the_page_asks_for_all_its_modules_at_once(place: Place) -> None:
    modules = {f"/page/{file.relative_to(PAGE).as_posix()}" for file in PAGE.rglob("*.js")}
    async with ClientSession(place.running.url) as session:
        page = await (await session.get("/")).text()
        assert set(re.findall(r'rel="modulepreload" href="([^"]+)"', page)) == modules
        for module in modules:
            assert "javascript" in (await session.get(module)).content_type


async def test_no_file_outside_the_page_is_served(place: Place) -> None:
    async with ClientSession(place.running.url) as session:
        assert (await session.get("/page/%2e%2e/page_routes.py")).status == 404
