"""The page's files, and permalinks that lead into it."""

from pathlib import Path
from urllib.parse import urlencode

from aiohttp import web

from bot.sandbox.control.request import SANDBOX

PAGE = Path(__file__).resolve().parent / "page"
_NO_PAGE = "The sandbox runs. Its page is not installed; everything it does is an HTTP call, see docs/sandbox.md.\n"


async def index(request: web.Request) -> web.StreamResponse:
    """The page."""
    file = PAGE / "index.html"
    if not file.is_file():
        return web.Response(text=_NO_PAGE)
    page = file.read_text(encoding="utf-8").replace("</head>", f"{_preloads()}</head>", 1)
    return web.Response(text=page, content_type="text/html", headers={"cache-control": "no-cache"})


def _preloads() -> str:
    """Links that have the browser fetch every module at once, instead of each when another has asked for it."""
    modules = sorted(file.relative_to(PAGE).as_posix() for file in PAGE.rglob("*.js"))
    return "".join(f'<link rel="modulepreload" href="/page/{module}" />\n' for module in modules)


async def page_file(request: web.Request) -> web.StreamResponse:
    """A file of the page. Browsers ask each time whether it has changed, so that an upgrade shows at once."""
    file = (PAGE / request.match_info["file"]).resolve()
    if not file.is_relative_to(PAGE) or not file.is_file():
        raise web.HTTPNotFound
    return web.FileResponse(file, headers={"cache-control": "no-cache"})


async def permalink(request: web.Request) -> web.StreamResponse:
    """Leads from `/archives/<channel>/p<ts without its dot>` to the same place in the page."""
    digits, channel_id = request.match_info["digits"], request.match_info["channel"]
    ts = f"{digits[:-6]}.{digits[-6:]}"
    where = {"channel": channel_id, "message": ts}
    channel = request.app[SANDBOX].workspace.channels.get(channel_id)
    thread = request.query.get("thread_ts") or (ts if channel and channel.history.thread(ts) else None)
    if thread:
        where["thread"] = thread
    raise web.HTTPFound(f"/#{urlencode(where)}")


def routes() -> list[web.AbstractRouteDef]:
    """The page's routes; its folder is served only when it is there."""
    found: list[web.AbstractRouteDef] = [
        web.get("/", index),
        web.get(r"/archives/{channel}/p{digits:\d{7,}}", permalink),
    ]
    if PAGE.is_dir():
        found.append(web.get("/page/{file:.+}", page_file))
    return found
