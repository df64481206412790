"""JSON as it crosses the wire, and narrowing of what is read from it."""

from collections.abc import Iterator, Mapping

Json = dict[str, object]


def text_at(payload: Mapping[str, object], key: str) -> str:
    """The string under `key`, or "" where there is none."""
    value = payload.get(key)
    return value if isinstance(value, str) else ""


def object_at(payload: Mapping[str, object], key: str) -> Json:
    """The object under `key`, or an empty one."""
    return as_object(payload.get(key))


def objects_at(payload: Mapping[str, object], key: str) -> list[Json]:
    """The objects in the list under `key`; anything else in it is left out."""
    return as_objects(payload.get(key))


def as_object(value: object) -> Json:
    """`value` when it is a JSON object, else an empty one."""
    return value if isinstance(value, dict) else {}


def as_objects(value: object) -> list[Json]:
    """The objects in `value` when it is a list, else none."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def as_texts(value: object) -> list[str]:
    """The strings in `value` when it is a list, else none."""
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def without_nothing(payload: Json) -> Json:
    """`payload` less the keys whose value is None."""
    return {key: value for key, value in payload.items() if value is not None}


def walk(value: object) -> Iterator[Json]:
    """Every object inside `value`, outermost first."""
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from walk(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from walk(inner)
