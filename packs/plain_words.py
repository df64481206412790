"""What is wrong with a field, in words for a pack's author."""

from collections.abc import Mapping
from types import MappingProxyType

from pydantic_core import ErrorDetails

_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "missing": "is missing",
        "extra_forbidden": "is not a field here; remove it or check its spelling",
        "int_type": "must be a whole number",
        "int_from_float": "must be a whole number",
        "int_parsing": "must be a whole number",
        "finite_number": "must be a number, not infinite or NaN",
        "string_type": "must be a text",
        "bool_type": "must be true or false",
        "tuple_type": "must be a list",
        "dict_type": "must hold named entries",
        "mapping_type": "must hold named entries",
        "model_type": "must hold named fields",
        "model_attributes_type": "must hold named fields",
        "greater_than": "must be more than {gt}",
        "greater_than_equal": "must be {ge} or more",
        "less_than": "must be less than {lt}",
        "less_than_equal": "must be {le} or less",
        "literal_error": "must be {expected}",
        "enum": "must be {expected}",
        "union_tag_invalid": "must be of a kind that there is ({expected_tags}), not {tag}",
        "union_tag_not_found": "must say its {discriminator}",
    }
)
"""By the validator's own names for what can be wrong, with its figures in braces."""

_COUNTED: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "string_too_short": ("must have at least {}", "character"),
        "string_too_long": ("must have at most {}", "character"),
        "too_short": ("must have at least {}", "entry"),
        "too_long": ("must have at most {}", "entry"),
    }
)
_PATTERNS: Mapping[str, str] = MappingProxyType(
    {
        "^[a-z][a-z0-9_]{0,39}$": "must be a name of small letters, digits and underscores that begins with a letter, "
        "at most 40 characters long",
        "^[A-Za-z0-9][A-Za-z0-9_]{1,29}$": "must be a handle of 2 to 30 letters, digits and underscores that begins "
        "with a letter or digit, without the @",
    }
)


def in_plain_words(detail: ErrorDetails) -> str:
    """What the validator found, as a sentence that goes on after the field's name."""
    kind, figures = detail["type"], detail.get("ctx", {})
    if kind == "string_pattern_mismatch":
        return _PATTERNS.get(str(figures["pattern"]), f"must match {figures['pattern']}")
    if kind in _COUNTED:
        words, noun = _COUNTED[kind]
        return words.format(_count(int(figures.get("min_length", figures.get("max_length", 0))), noun))
    if kind in _WORDS:
        return _WORDS[kind].format(**{name: str(value).replace("'", "") for name, value in figures.items()})
    return detail["msg"].removeprefix("Value error, ")


def _count(number: int, noun: str) -> str:
    if number == 1:
        return f"{number} {noun}"
    return f"{number:,} {noun.removesuffix('y')}ies" if noun.endswith("y") else f"{number:,} {noun}s"
