"""Options that an app offers for what was typed: what Slack would refuse of them."""

from bot.sandbox.blocks.checks import any_of, at_most_one_of, items, shape
from bot.sandbox.blocks.composition import MENU_OPTION, OPTION_GROUP
from bot.sandbox.wire import Json

MOST_OPTIONS = 100
MOST_GROUPS = 100
_OFFER = shape(
    {},
    {"options": items(MENU_OPTION, MOST_OPTIONS, 0), "option_groups": items(OPTION_GROUP, MOST_GROUPS, 0)},
    any_of("options", "option_groups"),
    at_most_one_of("options", "option_groups"),
)


def offer_problems(answer: Json) -> list[str]:
    """What is wrong with the app's answer to a question for options, each fault with its place."""
    return [str(problem) for problem in _OFFER(answer)]
