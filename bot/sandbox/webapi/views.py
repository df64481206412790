"""views.*: modals and the Home tab."""

from bot.sandbox.acts.home import publish_home
from bot.sandbox.acts.modals import open_modal, push_modal, update_modal
from bot.sandbox.blocks.surfaces import accept_view
from bot.sandbox.errors import SlackError
from bot.sandbox.records import View, ViewKind
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.shapes import view_json
from bot.sandbox.webapi.call import Call
from bot.sandbox.webapi.method import Method, Tier, parsed, texts
from bot.sandbox.wire import Json


def _body(sandbox: Sandbox, call: Call, *kinds: ViewKind) -> Json:
    try:
        given = call.json("view", "invalid_json")
    except SlackError:
        raise SlackError.with_messages(
            "invalid_arguments", ["must be a valid JSON object [json-pointer:/view]"]
        ) from None
    return accept_view(sandbox.ids, given, *kinds)


def _open(sandbox: Sandbox, call: Call) -> Json:
    body = _body(sandbox, call, "modal")
    trigger = sandbox.triggers.exchange(call.text("trigger_id"))
    return _answer(sandbox, open_modal(sandbox, trigger, body))


def _push(sandbox: Sandbox, call: Call) -> Json:
    body = _body(sandbox, call, "modal")
    trigger = sandbox.triggers.exchange(call.text("trigger_id"))
    return _answer(sandbox, push_modal(sandbox, trigger.person, body))


def _update(sandbox: Sandbox, call: Call) -> Json:
    workspace = sandbox.workspace
    if call.text("view_id"):
        view = workspace.view(call.text("view_id"))
    else:
        call.require("external_id")
        view = workspace.view_by_external_id(call.text("external_id"))
    if view is None:
        raise SlackError("not_found")
    body = _body(sandbox, call, view.kind)
    _check_hash(call, view)
    if view.kind == "home":
        return _answer(sandbox, publish_home(sandbox, workspace.people[view.person], body))
    return _answer(sandbox, update_modal(sandbox, view, body))


def _publish(sandbox: Sandbox, call: Call) -> Json:
    if not sandbox.manifest.features.app_home.home_tab_enabled:
        raise SlackError("not_enabled")
    person = sandbox.workspace.people.get(call.text("user_id"))
    if person is None or person.is_bot:
        raise SlackError.with_messages("invalid_arguments", ["invalid `user_id`"])
    body = _body(sandbox, call, "home")
    before = sandbox.workspace.homes.get(person.id)
    if before is not None:
        _check_hash(call, before)
    return _answer(sandbox, publish_home(sandbox, person, body))


def _check_hash(call: Call, view: View) -> None:
    if call.text("hash") and call.text("hash") != view.hash:
        raise SlackError("hash_conflict")


def _answer(sandbox: Sandbox, view: View) -> Json:
    return {"view": view_json(sandbox.workspace, view)}


_VIEW = parsed("view")
_POINTER = texts("interactivity_pointer")
_TRIGGER = ("exchanged_trigger_id", "expired_trigger_id", "invalid_trigger_id")
_CONTENT = ("duplicate_external_id", "view_too_large")

METHODS = {
    "views.open": Method(
        _open,
        Tier.FOUR,
        {**_VIEW, **texts("trigger_id")},
        idle=_POINTER,
        required=("trigger_id", "view"),
        refuses=(*_TRIGGER, *_CONTENT),
    ),
    "views.push": Method(
        _push,
        Tier.FOUR,
        {**_VIEW, **texts("trigger_id")},
        idle=_POINTER,
        required=("trigger_id", "view"),
        refuses=(*_TRIGGER, *_CONTENT, "not_found", "push_limit_reached"),
    ),
    "views.update": Method(
        _update,
        Tier.FOUR,
        {**_VIEW, **texts("view_id", "external_id", "hash")},
        required=("view",),
        refuses=(*_CONTENT, "hash_conflict", "not_found"),
    ),
    "views.publish": Method(
        _publish,
        Tier.FOUR,
        {**_VIEW, **texts("user_id", "hash")},
        idle=_POINTER,
        required=("user_id", "view"),
        refuses=(*_CONTENT, "hash_conflict", "not_enabled"),
        omits=("missing_profile_id", "not_implemented"),
    ),
}
