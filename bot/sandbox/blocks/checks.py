"""Checks of single values, and the ways to put checks together. A check answers what is wrong, or nothing."""

import re
from collections.abc import Callable

from bot.sandbox.blocks.problems import (
    FINE,
    Check,
    Fields,
    Found,
    Problem,
    Rule,
    broken,
    missing,
    ruled_out,
    surplus,
    under,
    wrong_type,
)
from bot.sandbox.wire import Json


def string(most: int | None = None, least: int = 0) -> Check:
    """A check for a string of `least` to `most` characters."""

    def check(value: object) -> Found:
        if not isinstance(value, str):
            return wrong_type("must provide a string")
        size = len(value)
        if most is not None and size > most:
            return broken(f"must be less than {most + 1} characters", "max_length", most, size)
        if size < least:
            return broken(f"must be more than {least - 1} characters", "min_length", least, size)
        return FINE

    return check


def pattern(regex: str, most: int | None = None) -> Check:
    """A check for a string that the whole pattern fits."""
    compiled, length = re.compile(regex), string(most)

    def check(value: object) -> Found:
        wrong = length(value)
        if wrong or compiled.fullmatch(str(value)):
            return wrong
        return broken(f"input must match regex pattern: {regex}", "pattern", regex, value)

    return check


def boolean(value: object) -> Found:
    """What keeps the value from being a boolean."""
    return FINE if isinstance(value, bool) else wrong_type("must be a boolean")


def number(value: object) -> Found:
    """What keeps the value from being a number."""
    good = isinstance(value, int | float) and not isinstance(value, bool)
    return FINE if good else wrong_type("must provide a number")


def integer(least: int, most: int | None = None) -> Check:
    """A check for a whole number, ends included. Slack's words name the end itself."""

    def check(value: object) -> Found:
        if not isinstance(value, int) or isinstance(value, bool):
            return wrong_type("must provide an integer")
        if value < least:
            return broken(f"must be greater than {least}", "minimum", least, value)
        if most is not None and value > most:
            return broken(f"must be less than {most}", "maximum", most, value)
        return FINE

    return check


def choice(*values: object) -> Check:
    """A check for one of the values."""

    def check(value: object) -> Found:
        return FINE if value in values else broken("must be a valid enum value", "enum", list(values), value)

    return check


def items(each: Check, most: int | None = None, least: int = 1) -> Check:
    """A check for a list of `least` to `most` items, every one of which passes `each`."""

    def check(value: object) -> Found:
        if not isinstance(value, list):
            return wrong_type("must provide an array")
        found: list[Problem] = []
        size = len(value)
        if most is not None and size > most:
            found += broken(f"no more than {most} items allowed", "max_items", most, size)
        elif size < least:
            found += broken(f"must provide at least {least} items", "min_items", least, size)
        for index, item in enumerate(value):
            if wrong := each(item):
                found += under(f"/{index}", wrong)
        return tuple(found)

    return check


def shape(required: Fields, optional: Fields | None = None, *rules: Rule) -> Check:
    """A check for an object of these fields and no others; rules are asked when every field is right."""
    fields = {**required, **(optional or {})}
    needed = tuple(required)

    def check(value: object) -> Found:
        if not isinstance(value, dict):
            return wrong_type("must provide an object")
        found: list[Problem] = []
        for name, item in value.items():
            field = fields.get(name)
            if field is None:
                found.append(surplus(name))
            elif wrong := field(item):
                found += under(f"/{name}", wrong)
        found += [missing(name) for name in needed if name not in value]
        if not found:
            for rule in rules:
                found += rule(value)
        return tuple(found)

    return check


def tagged(kinds: Fields) -> Check:
    """A check for an object whose `type` says which of the checks it must pass."""

    def check(value: object) -> Found:
        if not isinstance(value, dict):
            return wrong_type("must provide an object")
        if "type" not in value:
            return (missing("type"),)
        kind = value["type"]
        one = kinds.get(kind) if isinstance(kind, str) else None
        if one is None:
            return broken(f"unsupported type: {kind}", "enum", sorted(kinds), kind, "/type")
        return one(value)

    return check


def anything(value: object) -> Found:
    """Nothing is ever wrong."""
    return FINE


def nullable(check: Check) -> Check:
    """The check, which null passes too."""
    return lambda value: FINE if value is None else check(value)


def any_of(*names: str) -> Rule:
    """A rule that at least one of the fields is there."""
    named = ", ".join(f"`{name}`" for name in names)

    def rule(value: Json) -> Found:
        return FINE if any(name in value for name in names) else ruled_out(f"must define at least one of: {named}")

    return rule


def at_most_one_of(*names: str) -> Rule:
    """A rule that no two of the fields are there."""
    named = ", ".join(f"`{name}`" for name in names)

    def rule(value: Json) -> Found:
        there = sum(name in value for name in names)
        return FINE if there < 2 else ruled_out(f"must define only one of: {named}")

    return rule


def ordered(low: str, high: str, read: Callable[[object], float] = lambda value: float(str(value))) -> Rule:
    """A rule that the one field is not more than the other, where both are there."""

    def rule(value: Json) -> Found:
        if low in value and high in value and read(value[low]) > read(value[high]):
            return ruled_out(f"`{low}` must not be more than `{high}`", f"/{low}")
        return FINE

    return rule


def unlike(step: str, name: str) -> Rule:
    """A rule that the objects in the list under `step` differ in the field `name`, where they have it."""

    def rule(value: Json) -> Found:
        listed = value.get(step)
        found: list[Problem] = []
        seen: set[object] = set()
        for index, item in enumerate(listed if isinstance(listed, list) else ()):
            given = item.get(name) if isinstance(item, dict) else None
            if given is not None and given in seen:
                found += ruled_out(f'`{name}` "{given}" already exists', f"/{step}/{index}/{name}")
            seen.add(given)
        return tuple(found)

    return rule


ADDRESS = pattern("(https?|mailto|slack|tel):.+", 3000)
WEB_ADDRESS = pattern("https?://.+", 3000)
SECURE_ADDRESS = pattern("https://.+", 3000)
