"""Writes down every request that the app makes, and the answer as it left, whoever gave it."""

import json
from collections.abc import Mapping
from contextlib import suppress

from aiohttp import web

from bot.sandbox.body import read_bytes
from bot.sandbox.control.request import SANDBOX, Route
from bot.sandbox.errors import SlackError
from bot.sandbox.webapi.endpoint import ARGUMENTS, read_arguments
from bot.sandbox.wire import Json
from bot.sandbox.wire_log import MOST_SHOWN, AppCall, CallKind, Stopwatch, kept, shown

_SECRET = frozenset({"token", "app_token", "client_secret"})
_KINDS: dict[str, CallKind] = {"api": "web_api", "response": "response_url", "upload": "upload"}
HUNG_UP = "connection_dropped"
UNREADABLE = "unreadable_answer"
"""What the log says of an answer that a fault kept back or cut up; every other code is Slack's or `http_<status>`."""


@web.middleware
async def recorded(request: web.Request, handler: Route) -> web.StreamResponse:
    """The handler's answer, written down when the request is one that apps make."""
    kind = _KINDS.get(request.path.split("/")[1])
    if kind is None:
        return await handler(request)
    watch, answer = request.app[SANDBOX].wire_log.begin(), None
    try:
        answer = await handler(request)
        return answer
    except web.HTTPException as refused:
        answer = refused
        raise
    finally:
        await _write_down(request, kind, watch, answer)


async def _write_down(
    request: web.Request, kind: CallKind, watch: Stopwatch, answer: web.StreamResponse | None
) -> None:
    gone = answer is None or request.transport is None or request.transport.is_closing()
    body = answer.text or "" if isinstance(answer, web.Response) and not gone else ""
    call = AppCall(
        id=f"call-{watch.order}",
        order=watch.order,
        kind=kind,
        method=request.match_info.get("method") or request.path.rpartition("/")[0],
        http=request.method,
        at=watch.at,
        ms=watch.ms,
        status=0 if gone or answer is None else answer.status,
        error=HUNG_UP if gone or answer is None else _error(kind, answer.status, body),
        args=_bounded(await _arguments(request, kind)),
        answer=kept(body),
    )
    request.app[SANDBOX].wire_log.add_call(call)


async def _arguments(request: web.Request, kind: CallKind) -> Mapping[str, object]:
    known: Mapping[str, object] | None = request.get(ARGUMENTS)
    if known is not None:
        return known
    if kind == "upload":
        return {"content_type": request.content_type, "bytes": request.content_length}
    with suppress(SlackError, ConnectionError):
        return await read_arguments(request)
    with suppress(SlackError, ConnectionError):
        return {"body": shown(kept((await read_bytes(request)).decode(errors="replace")))}
    return {}


def _error(kind: CallKind, status: int, body: str) -> str | None:
    if status >= 400 and not body.startswith("{"):
        return f"http_{status}"
    if len(body) > MOST_SHOWN:  # refusals are short, and reading a long answer again costs time
        return None
    answered = shown(body)
    if isinstance(answered, dict):
        return None if answered.get("ok", True) else str(answered.get("error"))
    return UNREADABLE if kind == "web_api" and body else None


def _bounded(arguments: Mapping[str, object]) -> Json:
    seen = {key: "(hidden)" if key in _SECRET else value for key, value in arguments.items()}
    return {key: _short(value) for key, value in seen.items()}


def _short(value: object) -> object:
    if isinstance(value, str):
        return value if len(value) <= MOST_SHOWN else f"({len(value):,} characters, too long for the log)"
    if isinstance(value, dict | list):
        return shown(kept(json.dumps(value)))
    return value
