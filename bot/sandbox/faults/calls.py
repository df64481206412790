"""What a fault does to a Web API call, and to a post to a response URL."""

import asyncio
import json
from collections.abc import Mapping
from contextlib import suppress
from typing import assert_never

from aiohttp import web

from bot.sandbox.body import parse_json, read_form, read_text
from bot.sandbox.clock import micros_of
from bot.sandbox.control.request import SANDBOX, Route
from bot.sandbox.errors import BodyError
from bot.sandbox.faults.kinds import (
    BadGateway,
    CallFault,
    DropAfter,
    DropBefore,
    LaggingHistory,
    Latency,
    MalformedJson,
    RateLimited,
    Refused,
    ServerError,
    ServerErrorAfter,
    SlowBody,
)
from bot.sandbox.faults.standing import Traffic, delay
from bot.sandbox.wire import Json, as_object, objects_at, text_at

_PIECES = 10
_HTML = "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>"


@web.middleware
async def faulty_calls(request: web.Request, handler: Route) -> web.StreamResponse:
    """The handler's answer, or what the faults that stand make of it."""
    faults = request.app[SANDBOX].faults
    name = _name(request)
    if not name or not faults.all():
        return await handler(request)
    traffic = Traffic("call", name, await _channel(request))
    for standing in faults.striking(traffic):
        if isinstance(standing.fault, Latency):
            await asyncio.sleep(delay(standing.fault, standing))
        elif isinstance(standing.fault, CallFault):
            return await _struck(standing.fault, request, handler)
    return await handler(request)


def _name(request: web.Request) -> str:
    if request.path.startswith("/api/"):
        return request.path.removeprefix("/api/")
    return "response_url" if request.path.startswith("/response/") else ""


async def _channel(request: web.Request) -> str:
    """The id of the channel that the call names; an upload's body is left unread, for it can be read only once."""
    ref = (await _named_channel(request)).removeprefix("#")
    named = request.app[SANDBOX].workspace.channel_named(ref)
    return named.id if named else ref


async def _named_channel(request: web.Request) -> str:
    if request.content_type == "application/json":
        with suppress(BodyError, ValueError):
            return text_at(as_object(parse_json(await read_text(request))), "channel")
        return ""
    form: Mapping[str, str] = {}
    if request.content_type == "application/x-www-form-urlencoded":
        with suppress(BodyError):
            form = await read_form(request)
    return form.get("channel") or request.query.get("channel") or ""


async def _struck(fault: CallFault, request: web.Request, handler: Route) -> web.StreamResponse:
    match fault:
        case RateLimited():
            headers = {"retry-after": str(fault.retry_after)}
            return web.json_response({"ok": False, "error": "ratelimited"}, status=429, headers=headers)
        case ServerError():
            return _server_error(fault.status)
        case ServerErrorAfter():
            await handler(request)
            return _server_error(fault.status)
        case DropBefore():
            return _drop(request)
        case DropAfter():
            await handler(request)
            return _drop(request)
        case BadGateway():
            return web.Response(status=502, text=_HTML, content_type="text/html")
        case MalformedJson():
            answered = _bytes(await handler(request))
            return web.Response(body=answered[: len(answered) // 2], content_type="application/json")
        case Refused():
            if fault.took_effect:
                await handler(request)
            return web.json_response({"ok": False, "error": fault.error})
        case SlowBody():
            return await _slow(request, await handler(request), fault.ms / 1000)
        case LaggingHistory():
            return _lagging(request, await handler(request), fault.seconds)
        case Latency():
            return await handler(request)
        case _:
            assert_never(fault)


def _server_error(status: int) -> web.Response:
    return web.Response(status=status, text="Something went wrong on our side.")


def _drop(request: web.Request) -> web.Response:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


async def _slow(request: web.Request, answered: web.StreamResponse, seconds: float) -> web.StreamResponse:
    body = _bytes(answered)
    slow = web.StreamResponse(status=answered.status, headers=answered.headers)
    slow.content_length = len(body)
    await slow.prepare(request)
    size = max(1, -(-len(body) // _PIECES))
    for start in range(0, len(body), size):
        await asyncio.sleep(seconds / _PIECES)
        await slow.write(body[start : start + size])
    return slow


def _lagging(request: web.Request, answered: web.StreamResponse, seconds: float) -> web.StreamResponse:
    shown: Json = json.loads(_bytes(answered))
    if not shown["ok"]:
        return answered
    newest = (request.app[SANDBOX].clock.now() - seconds) * 1_000_000
    kept = [each for each in objects_at(shown, "messages") if micros_of(text_at(each, "ts")) <= newest]
    if not kept and _name(request) == "conversations.replies":
        return web.json_response({"ok": False, "error": "thread_not_found"})
    return web.json_response({**shown, "messages": kept})


def _bytes(answered: web.StreamResponse) -> bytes:
    body = answered.body if isinstance(answered, web.Response) else None
    return body if isinstance(body, bytes) else b""
