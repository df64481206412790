"""Every object of every valid example, broken in one way after another."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest

from bot.sandbox.blocks.catalogue import BLOCKS
from bot.sandbox.blocks.elements import ELEMENTS
from bot.sandbox.blocks.surface import SURFACES, Surface
from bot.sandbox.wire import walk
from tests.bot.sandbox.blocks.gallery import EXAMPLES, Example
from tests.bot.sandbox.blocks.pieces import Json
from tests.bot.sandbox.blocks.report import said_of

FREE_OF_TYPE = "/trigger/customizable_input_parameters/0/value"


def _name(example: Example) -> str:
    return example.name


def _places(value: Any, pointer: str = "") -> Iterator[tuple[str, Any]]:
    yield pointer, value
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in steps:
        yield from _places(inner, f"{pointer}/{step}")


def _at(block: Json, pointer: str) -> Any:
    found: Any = block
    for step in pointer.split("/")[1:]:
        found = found[int(step) if isinstance(found, list) else step]
    return found


def _replaced(block: Json, pointer: str, value: object) -> Json:
    altered = deepcopy(block)
    holder, _, last = pointer.rpartition("/")
    inside = _at(altered, holder)
    inside[int(last) if isinstance(inside, list) else last] = value
    return altered


@pytest.mark.parametrize("example", EXAMPLES, ids=_name)
def test_a_field_nobody_knows_is_refused_at_its_object(example: Example) -> None:
    surface = example.surfaces[0]
    for pointer, value in _places(example.block):
        if isinstance(value, dict):
            altered = deepcopy(example.block)
            _at(altered, pointer)["surprise"] = 1
            expected = f"invalid additional property: surprise [json-pointer:{pointer}]"
            assert expected in said_of(altered, surface)


@pytest.mark.parametrize("example", EXAMPLES, ids=_name)
def test_a_value_of_the_wrong_type_is_refused_at_its_place(example: Example) -> None:
    surface = example.surfaces[0]
    for pointer, value in _places(example.block):
        if pointer == "" or pointer.endswith(FREE_OF_TYPE):
            continue
        wrong: object = [] if isinstance(value, str | bool | int | float) else "a string"
        if value is None:
            wrong = 1
        said = said_of(_replaced(example.block, pointer, wrong), surface)
        at = [each for each in said if each.endswith(f"[json-pointer:{pointer}]")]
        assert at, (pointer, said)


@pytest.mark.parametrize("example", EXAMPLES, ids=_name)
def test_null_is_no_value(example: Example) -> None:
    surface = example.surfaces[0]
    for pointer, value in _places(example.block):
        if pointer and value is not None and not pointer.endswith(FREE_OF_TYPE) and "/column_settings/" not in pointer:
            assert said_of(_replaced(example.block, pointer, None), surface), pointer


@pytest.mark.parametrize("example", EXAMPLES, ids=_name)
def test_an_object_without_its_type_is_refused(example: Example) -> None:
    surface = example.surfaces[0]
    for pointer, value in _places(example.block):
        if isinstance(value, dict) and "type" in value:
            altered = deepcopy(example.block)
            del _at(altered, pointer)["type"]
            assert f"missing required field: type [json-pointer:{pointer}]" in said_of(altered, surface)


@pytest.mark.parametrize("example", EXAMPLES, ids=_name)
def test_a_surface_that_does_not_take_it_refuses_it(example: Example) -> None:
    for surface in SURFACES:
        assert (said_of(example.block, surface) == []) == (surface in example.surfaces)


def test_the_gallery_shows_every_block_and_every_element() -> None:
    shown = {each.get("type") for example in EXAMPLES for each in walk(example.block)}
    assert set(BLOCKS) | set(ELEMENTS) <= shown


ELSEWHERE: list[tuple[str, Surface]] = [
    (kind, surface)
    for kind, element in ELEMENTS.items()
    for surface in SURFACES
    if surface not in element.surfaces and "context_actions" not in element.hosts
]


@pytest.mark.parametrize(("kind", "surface"), ELSEWHERE)
def test_an_element_is_refused_on_a_surface_that_does_not_take_it(kind: str, surface: Surface) -> None:
    held = {"type": kind, "action_id": "a"}
    if "input" in ELEMENTS[kind].hosts:
        block: Json = {"type": "input", "label": {"type": "plain_text", "text": "Say"}, "element": held}
        place = "/element/type"
    else:
        block, place = {"type": "actions", "elements": [held]}, "/elements/0/type"
    assert said_of(block, surface) == [f"unsupported type: {kind} [json-pointer:{place}]"]


@pytest.mark.parametrize("kind", sorted(ELEMENTS))
def test_an_element_is_refused_in_a_block_that_does_not_hold_it(kind: str) -> None:
    held = {"type": kind, "action_id": "a"}
    blocks: dict[str, tuple[Json, str]] = {
        "actions": ({"type": "actions", "elements": [held]}, "/elements/0/type"),
        "section": (
            {"type": "section", "text": {"type": "plain_text", "text": "x"}, "accessory": held},
            "/accessory/type",
        ),
        "input": ({"type": "input", "label": {"type": "plain_text", "text": "x"}, "element": held}, "/element/type"),
        "context_actions": ({"type": "context_actions", "elements": [held]}, "/elements/0/type"),
    }
    surface = sorted(ELEMENTS[kind].surfaces)[-1]
    for host, (block, place) in blocks.items():
        if host not in ELEMENTS[kind].hosts and surface in BLOCKS[host].surfaces:
            assert said_of(block, surface) == [f"unsupported type: {kind} [json-pointer:{place}]"]
