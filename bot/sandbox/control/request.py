"""Reading a control call, and finding what it names, in words that a person can act on."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from aiohttp import web
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.sandbox.body import parse_json, read_text, storable
from bot.sandbox.channels import Channel
from bot.sandbox.errors import BodyError, Refusal, SlackError
from bot.sandbox.records import Message, Person, View
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.wire import Json

SANDBOX = web.AppKey("sandbox", Sandbox)
Model = TypeVar("Model", bound="Order")
Route = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Order(BaseModel):
    """The body of a control call."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class PersonalOrder(Order):
    """The body of a call that somebody makes; `as` is a user id or a handle."""

    as_: str = Field(alias="as")


async def read(request: web.Request, model: type[Model]) -> Model:
    """The call's body as `model`; Refusal naming the first field that is wrong, or a query, which it has none of."""
    without_query(request)
    try:
        return model.model_validate_json(await read_order(request))
    except ValidationError as error:
        raise wrong_field(error) from error


async def read_order(request: web.Request) -> str:
    """The call's body, which is JSON; Refusal when it is not, BodyError when it cannot be read."""
    body = await read_text(request) or "{}"
    try:
        parse_json(body)
    except ValueError as error:
        raise Refusal(400, "invalid_request", f"body: Invalid JSON: {error}.") from error
    return body


def read_query(request: web.Request, model: type[Model]) -> Model:
    """The call's query as `model`; Refusal naming the first field that is wrong, unknown or given twice."""
    twice = next((name for name in request.query if len(request.query.getall(name)) > 1), None)
    if twice is not None:
        raise Refusal(400, "invalid_request", f"{twice}: Given twice; once is enough.")
    try:
        return model.model_validate(dict(storable(request.query)))
    except ValidationError as error:
        raise wrong_field(error) from error


def without_query(request: web.Request) -> None:
    """Refusal when a call that takes no query has one."""
    read_query(request, Order)


def wrong_field(error: ValidationError) -> Refusal:
    """The refusal that names the first field that is wrong."""
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"]) or "body"
    return Refusal(400, "invalid_request", f"{where}: {first['msg']}.")


def done(**fields: object) -> web.Response:
    """The answer of a call that worked."""
    return web.json_response({"ok": True, **fields})


def person_of(sandbox: Sandbox, ref: str) -> Person:
    """The person called `ref` (id or handle), who can act; Refusal when there is none."""
    person = anybody(sandbox, ref)
    if person.is_deactivated:
        raise Refusal(403, "deactivated", f"{person.real_name} has been deactivated and can do nothing here.")
    return person


def anybody(sandbox: Sandbox, ref: str) -> Person:
    """The same, also when they have been deactivated."""
    person = sandbox.workspace.person(ref)
    if person is None or person.is_bot:
        raise Refusal(404, "person_not_found", f"There is nobody called {ref!r}; try ana, ben, mei or olu.")
    return person


def acting(request: web.Request) -> Person:
    """The person named by `?as=`; Refusal when nobody is."""
    return person_of(request.app[SANDBOX], read_query(request, PersonalOrder).as_)


def channel_of(sandbox: Sandbox, person: Person, ref: str) -> Channel:
    """The channel that the person means: an id, a name, or `dm`; Refusal when they cannot see it."""
    if ref == "dm":
        return sandbox.workspace.dm_of(person)
    channel = sandbox.workspace.channels.get(ref) or sandbox.workspace.channel_named(ref)
    if channel is None or not sandbox.workspace.may_see(person, channel):
        raise Refusal(404, "channel_not_found", f"{person.real_name} sees no channel {ref!r}.")
    return channel


def own_channel(sandbox: Sandbox, person: Person, ref: str) -> Channel:
    """The channel, when the person is in it and may write there; Refusal otherwise."""
    channel = channel_of(sandbox, person, ref)
    if person.id not in channel.members:
        raise Refusal(403, "not_in_channel", f"{person.real_name} is not in #{channel.name}; let them join first.")
    if channel.is_archived:
        raise Refusal(409, "is_archived", f"#{channel.name} is archived; nobody can write there.")
    return channel


def message_of(channel: Channel, ts: str) -> Message:
    """The message at `ts`; Refusal when there is none."""
    message = channel.history.find(ts)
    if message is None:
        raise Refusal(404, "message_not_found", f"There is no message at {ts} in this channel.")
    return message


def modal_of(sandbox: Sandbox, person: Person, view_id: str) -> View:
    """The person's open modal; Refusal when it is not open before them."""
    for view in sandbox.workspace.modals.get(person.id, []):
        if view.id == view_id:
            return view
    raise Refusal(404, "view_not_found", f"{person.real_name} has no open modal {view_id}.")


@web.middleware
async def refusals(request: web.Request, handler: Route) -> web.StreamResponse:
    """The handler's answer, or the refusal as JSON with a fitting status."""
    try:
        return await handler(request)
    except Refusal as refusal:
        body: Json = {"ok": False, "error": refusal.code, "detail": refusal.detail, **refusal.answer}
        return web.json_response(body, status=refusal.status)
    except BodyError as error:
        body = {"ok": False, "error": error.code, "detail": error.detail}
        return web.json_response(body, status=error.status)
    except SlackError as error:
        detail = f"Slack refuses this with {error.code}."
        return web.json_response({"ok": False, "error": error.code, "detail": detail}, status=400)
    except (web.HTTPNotFound, web.HTTPMethodNotAllowed) as unknown:
        if not request.path.startswith("/sandbox/"):
            raise
        detail = f"There is no call {request.method} {request.path}; docs/sandbox.md lists them all."
        body = {"ok": False, "error": "unknown_call", "detail": detail}
        return web.json_response(body, status=unknown.status)
