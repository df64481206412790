"""Setting, listing and removing faults."""

from aiohttp import web
from pydantic import ValidationError

from bot.sandbox.control.request import SANDBOX, done, read_order, without_query, wrong_field
from bot.sandbox.errors import FaultError, Refusal
from bot.sandbox.faults.kinds import KINDS, ONE_FAULT, AnyFault, Fault
from bot.sandbox.faults.names import check_names
from bot.sandbox.wire import Json, object_at


async def set_fault(request: web.Request) -> web.Response:
    """Sets a fault; one for the sockets now open strikes at once."""
    sandbox = request.app[SANDBOX]
    fault = _read(await read_order(request))
    try:
        check_names(sandbox.manifest, fault.match)
        standing = sandbox.set_fault(fault)
    except FaultError as error:
        raise Refusal(409, "fault_not_possible", str(error)) from error
    return done(fault=standing.to_json())


def _read(body: str) -> AnyFault:
    try:
        return ONE_FAULT.validate_json(body)
    except ValidationError as error:
        raise wrong_field(error) from error


async def show_faults(request: web.Request) -> web.Response:
    """The faults set and not removed, oldest first, and every kind there is."""
    without_query(request)
    standing = request.app[SANDBOX].faults.all()
    return done(faults=[each.to_json() for each in standing], kinds=[_described(kind) for kind in KINDS])


def _described(kind: type[Fault]) -> Json:
    schema = kind.model_json_schema()
    fields = {name: field for name, field in object_at(schema, "properties").items() if name != "kind"}
    match = object_at(object_at(object_at(schema, "$defs"), "Match"), "properties")
    return {
        "kind": kind.model_fields["kind"].default,
        "description": schema["description"],
        "fields": {**fields, "match": match},
    }


async def remove_fault(request: web.Request) -> web.Response:
    """Takes one fault away."""
    fault_id = request.match_info["id"]
    if not request.app[SANDBOX].faults.remove(fault_id):
        raise Refusal(404, "fault_not_found", f"There is no fault {fault_id!r}; GET /sandbox/faults lists them.")
    return done()


async def remove_all(request: web.Request) -> web.Response:
    """Takes every fault away."""
    without_query(request)
    request.app[SANDBOX].faults.clear()
    return done()


ROUTES = [
    web.post("/sandbox/faults", set_fault),
    web.get("/sandbox/faults", show_faults),
    web.delete("/sandbox/faults", remove_all),
    web.delete("/sandbox/faults/{id}", remove_fault),
]
