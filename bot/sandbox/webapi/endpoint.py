"""`/api/<method>`: reads a call however it was sent, checks the token and the scope, answers as Slack does."""

from collections.abc import Mapping

from aiohttp import web

from bot.sandbox.body import parse_json, read_bytes, read_form, read_text, storable
from bot.sandbox.errors import SlackError
from bot.sandbox.rate_limits import RateLimited
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.webapi.method import Method, Tier, TokenKind, missing_scope
from bot.sandbox.webapi.registry import METHODS
from bot.sandbox.wire import Json

ARGUMENTS: web.RequestKey[Mapping[str, object]] = web.RequestKey("arguments", Mapping)
"""Where a request holds its arguments once they are read."""


async def answer(sandbox: Sandbox, request: web.Request) -> web.Response:
    """Slack's answer to the request: 200 with `ok` and perhaps `error` in the JSON, or 429 with Retry-After."""
    name = request.match_info["method"]
    status, headers = 200, {"x-oauth-scopes": ",".join(sandbox.manifest.scopes)}
    try:
        arguments = await read_arguments(request)
        request[ARGUMENTS] = arguments
        answered: Json = {"ok": True, **_call(sandbox, request, name, arguments)}
    except RateLimited as refused:
        status = 429
        headers["retry-after"] = str(refused.retry_after)
        answered = {"ok": False, "error": refused.code}
    except SlackError as error:
        status = 413 if error.code == "request_too_large" else 200
        answered = {"ok": False, "error": error.code, **error.answer}
    return web.json_response(answered, status=status, headers=headers)


def _call(sandbox: Sandbox, request: web.Request, name: str, arguments: Mapping[str, object]) -> Json:
    method = METHODS.get(name)
    if method is None:
        raise SlackError("unknown_method", req_method=name)
    _check_token(sandbox, method, _token(request, arguments))
    if method.scopes and not set(method.scopes) & set(sandbox.manifest.scopes):
        raise missing_scope(sandbox, ",".join(method.scopes))
    call = method.read(name, arguments)
    posting_in = call.text("channel") if method.tier is Tier.POSTING else None
    sandbox.rate_limits.admit(name, method.tier.a_minute, posting_in)
    return method.handler(sandbox, call)


def _token(request: web.Request, arguments: Mapping[str, object]) -> str:
    return bearer(request) or str(arguments.get("token") or "")


def bearer(request: web.Request) -> str:
    """The token in the request's header, or ""."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""


def _check_token(sandbox: Sandbox, method: Method, token: str) -> None:
    known: dict[str, TokenKind] = {sandbox.credentials.bot_token: "bot", sandbox.credentials.app_token: "app"}
    if not token:
        raise SlackError("not_authed")
    if token not in known:
        raise SlackError("invalid_auth")
    if known[token] == "bot" and not sandbox.workspace.is_installed:
        raise SlackError("account_inactive")
    if known[token] not in method.tokens:
        raise SlackError("not_allowed_token_type")


async def read_arguments(request: web.Request) -> Mapping[str, object]:
    """The call's arguments, however they were sent; SlackError when they cannot be read."""
    arguments: dict[str, object] = dict(storable(request.query))
    if not request.body_exists:
        return arguments
    if request.content_type == "application/json":
        arguments.update(_from_json(await read_text(request, "invalid_json")))
    elif request.content_type in ("application/x-www-form-urlencoded", "multipart/form-data"):
        arguments.update(await read_form(request))
    elif await read_bytes(request, "invalid_post_type"):
        raise SlackError("invalid_post_type")
    return arguments


def _from_json(body: str) -> Json:
    if not body.strip():
        return {}
    try:
        given = parse_json(body)
    except ValueError:
        raise SlackError("invalid_json") from None
    if not isinstance(given, dict):
        raise SlackError("json_not_object")
    return given
