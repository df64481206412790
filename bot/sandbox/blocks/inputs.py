"""What a person types: text, numbers, addresses, rich text and files."""

from bot.sandbox.blocks.checks import WEB_ADDRESS, boolean, integer, items, ordered, pattern, string
from bot.sandbox.blocks.composition import DISPATCH, FOCUS, PLACEHOLDER, element
from bot.sandbox.blocks.problems import FINE, Fields, Found, Rule, ruled_out
from bot.sandbox.blocks.rich_text import RICH_TEXT
from bot.sandbox.wire import Json

_DECIMAL = pattern(r"-?\d+(\.\d+)?")
_TYPED: Fields = {**FOCUS, **PLACEHOLDER, "dispatch_action_config": DISPATCH}


def _fits(low: str, high: str, by_length: bool) -> Rule:
    """A rule that the initial value lies between two fields, by its length or as a number."""

    def rule(value: Json) -> Found:
        given = value.get("initial_value")
        if not given:
            return FINE
        size = float(len(str(given))) if by_length else float(str(given))
        if float(str(value.get(low, "-inf"))) <= size <= float(str(value.get(high, "inf"))):
            return FINE
        return ruled_out(f"must lie between `{low}` and `{high}`", "/initial_value")

    return rule


def _whole(value: Json) -> Found:
    if value.get("is_decimal_allowed"):
        return FINE
    broken = [name for name in ("initial_value", "min_value", "max_value") if "." in str(value.get(name, ""))]
    return tuple(each for name in broken for each in ruled_out("must be a whole number", f"/{name}"))


PLAIN_TEXT_INPUT = element(
    {},
    {
        **_TYPED,
        "initial_value": string(3000),
        "multiline": boolean,
        "min_length": integer(0, 3000),
        "max_length": integer(1, 3000),
    },
    ordered("min_length", "max_length"),
    _fits("min_length", "max_length", by_length=True),
)
NUMBER_INPUT = element(
    {"is_decimal_allowed": boolean},
    {**_TYPED, "initial_value": _DECIMAL, "min_value": _DECIMAL, "max_value": _DECIMAL},
    _whole,
    ordered("min_value", "max_value"),
    _fits("min_value", "max_value", by_length=False),
)
EMAIL_INPUT = element({}, {**_TYPED, "initial_value": string()})
URL_INPUT = element({}, {**_TYPED, "initial_value": WEB_ADDRESS})
RICH_TEXT_INPUT = element(
    {},
    {**_TYPED, "initial_value": RICH_TEXT, "min_lines": integer(1, 100), "max_lines": integer(1, 100)},
    ordered("min_lines", "max_lines"),
)
FILE_INPUT = element({}, {"filetypes": items(string(None, 1)), "max_files": integer(1, 10)})
