"""Blocks of text and pictures, and the blocks that hold elements."""

from bot.sandbox.blocks.checks import SECURE_ADDRESS, boolean, items, string, tagged, unlike
from bot.sandbox.blocks.composition import IMAGE, block, plain, rendered, texts
from bot.sandbox.blocks.elements import elements_in
from bot.sandbox.blocks.problems import FINE, Check, Found, Problem, ruled_out
from bot.sandbox.blocks.surface import Surface
from bot.sandbox.wire import Json, object_at, objects_at


def _text_or_fields(value: Json) -> Found:
    if "text" in value or "fields" in value:
        return FINE
    return ruled_out("must define either `text` or `fields`", "/type")


def _no_response_url(value: Json) -> Found:
    """Only a menu in a modal's input block brings a response URL."""
    held = [("/accessory", object_at(value, "accessory")), ("/element", object_at(value, "element"))]
    held += [(f"/elements/{index}", each) for index, each in enumerate(objects_at(value, "elements"))]
    wrong = [place for place, each in held if "response_url_enabled" in each]
    said = "`response_url_enabled` needs an `input` block in a modal"
    return tuple(Problem(said, f"{place}/response_url_enabled") for place in wrong)


def section(surface: Surface) -> Check:
    """A check for a section on the surface."""
    return block(
        {},
        {
            "text": rendered(3000),
            "fields": items(rendered(2000), 10),
            "accessory": elements_in("section", surface),
            "expand": boolean,
        },
        _text_or_fields,
        _no_response_url,
    )


def actions(surface: Surface) -> Check:
    """A check for an actions block on the surface."""
    elements = items(elements_in("actions", surface), 25)
    return block({"elements": elements}, {}, unlike("elements", "action_id"), _no_response_url)


def context_actions(surface: Surface) -> Check:
    """A check for a context_actions block on the surface."""
    return block({"elements": items(elements_in("context_actions", surface), 5)}, {}, unlike("elements", "action_id"))


def _files_do_not_dispatch(value: Json) -> Found:
    if value.get("dispatch_action") and object_at(value, "element").get("type") == "file_input":
        return ruled_out("`file_input` can not dispatch actions", "/dispatch_action")
    return FINE


def input_block(surface: Surface) -> Check:
    """A check for an input block on the surface."""
    rules = (_files_do_not_dispatch,) if surface == "modal" else (_files_do_not_dispatch, _no_response_url)
    return block(
        {"label": plain(2000), "element": elements_in("input", surface)},
        {"hint": plain(2000), "optional": boolean, "dispatch_action": boolean},
        *rules,
    )


CONTEXT = block({"elements": items(tagged({"image": IMAGE, **texts(3000)}), 10)})
VIDEO = block(
    {
        "title": plain(199),
        "video_url": SECURE_ADDRESS,
        "thumbnail_url": SECURE_ADDRESS,
        "alt_text": string(2000, 1),
    },
    {
        "title_url": SECURE_ADDRESS,
        "description": plain(199),
        "author_name": string(49),
        "provider_name": string(),
        "provider_icon_url": SECURE_ADDRESS,
    },
)
