"""Slack's addresses for files and avatars: where bytes go, where they are read, and permalinks."""

from urllib.parse import urlencode

from aiohttp import web

from bot.sandbox.acts.sharing import app_sees
from bot.sandbox.avatars import draw
from bot.sandbox.body import parts_of, readable
from bot.sandbox.control.request import SANDBOX
from bot.sandbox.errors import BodyError
from bot.sandbox.files.reading import read_part, read_stream
from bot.sandbox.records import File
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.webapi.endpoint import bearer

_CAREFULLY = {
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    "cache-control": "private, no-store",
}


async def take_bytes(request: web.Request) -> web.Response:
    """Takes a file's bytes, as they are or as the first part of a form; 404 once the address is no good."""
    upload = request.app[SANDBOX].uploads.at(request.match_info["ticket"])
    if upload is None:
        return web.Response(status=404, text="This upload address is not known, was used up, or is too old.")
    try:
        content = await _content(request, upload.length)
    except BodyError as error:
        return web.Response(status=error.status, text=error.detail)
    if len(content) != upload.length:
        was = f"more than {upload.length}" if len(content) > upload.length else str(len(content))
        return web.Response(status=400, text=f"{upload.length} bytes were promised, {was} came.")
    upload.content = content
    return web.Response(text=f"OK - {len(content)}")


async def _content(request: web.Request, most: int) -> bytes:
    """The bytes that were sent, or of too many the first `most` and one more."""
    with readable("invalid_form_data"):
        if request.content_type != "multipart/form-data":
            return await read_stream(request.content, most)
        async for part in parts_of(request):
            return await read_part(part, most)
    return b""


async def give_bytes(request: web.Request) -> web.StreamResponse:
    """A file's bytes to the app with its token; anyone else is led to where people sign in, as in Slack."""
    sandbox = request.app[SANDBOX]
    file = _file(sandbox, request.match_info["key"].partition("-")[2])
    allowed = bearer(request) == sandbox.credentials.bot_token and "files:read" in sandbox.manifest.scopes
    if not allowed or file is None or not app_sees(sandbox.workspace, file):
        raise web.HTTPFound(f"/?{urlencode({'redir': request.path})}")
    return bytes_of(file, as_download="/download/" in request.path)


def bytes_of(file: File, *, as_download: bool) -> web.Response:
    """The file's bytes. Only pictures are shown by a browser; no file can run scripts in the page's name."""
    shown = file.mimetype.startswith("image/") and not as_download
    headers = {**_CAREFULLY, "content-type": file.mimetype}
    return web.Response(body=file.content, headers=headers | ({} if shown else {"content-disposition": "attachment"}))


async def permalink(request: web.Request) -> web.StreamResponse:
    """Leads to the first message in the page that shows the file."""
    file = _file(request.app[SANDBOX], request.match_info["file"])
    if file is None or not file.shares:
        raise web.HTTPNotFound(text="This file is not known, or is nowhere shared.")
    first = file.shares[0]
    raise web.HTTPFound(f"/archives/{first.channel}/p{first.ts.replace('.', '')}")


async def avatar(request: web.Request) -> web.StreamResponse:
    """The picture of a person or of the app; of any age, for it is drawn from what they are now."""
    person = request.app[SANDBOX].workspace.people.get(request.match_info["user"])
    if person is None:
        raise web.HTTPNotFound(text="There is nobody with this id.")
    drawing = draw(person, int(request.match_info["size"]))
    return web.Response(text=drawing, content_type="image/svg+xml", headers=_CAREFULLY)


def _file(sandbox: Sandbox, file_id: str) -> File | None:
    file = sandbox.workspace.files.get(file_id)
    return None if file is None or file.mode == "tombstone" else file


ROUTES = [
    web.post("/upload/v1/{ticket}", take_bytes),
    web.get("/files-pri/{key}/{name}", give_bytes),
    web.get("/files-pri/{key}/download/{name}", give_bytes),
    web.get("/files-tmb/{key}/{name}", give_bytes),
    web.get("/files/{user}/{file}/{name}", permalink),
    web.get(r"/avatars/{user}/{hash:\w+}_{size:\d{2,3}}.svg", avatar),
]
