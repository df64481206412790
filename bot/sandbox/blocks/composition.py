"""Objects that blocks and elements are made of: texts, options, dialogs, filters, images, icons."""

from bot.sandbox.blocks.checks import (
    ADDRESS,
    WEB_ADDRESS,
    any_of,
    anything,
    at_most_one_of,
    boolean,
    choice,
    items,
    shape,
    string,
    tagged,
)
from bot.sandbox.blocks.icons import ICONS, ICONS_OF_CARDS
from bot.sandbox.blocks.problems import Check, Fields, Found, Rule, missing
from bot.sandbox.wire import Json

STYLE = choice("primary", "danger")
BLOCK_ID = string(255, 1)
ACTION_ID = string(255, 1)


def block(required: Fields, optional: Fields | None = None, *rules: Rule) -> Check:
    """A check for a block with a block id."""
    return shape({"type": anything, **required}, {"block_id": BLOCK_ID, **(optional or {})}, *rules)


def element(required: Fields, optional: Fields, *rules: Rule) -> Check:
    """A check for an element with an action id."""
    return shape({"type": anything, **required}, {"action_id": ACTION_ID, **optional}, *rules)


def plain(most: int) -> Check:
    """A check for a plain_text object of 1 to `most` characters."""
    return shape({"type": choice("plain_text"), "text": string(most, 1)}, {"emoji": boolean})


def texts(most: int) -> Fields:
    """The checks for a text object of 1 to `most` characters, by its type."""
    mrkdwn = shape({"type": anything, "text": string(most, 1)}, {"verbatim": boolean})
    return {"plain_text": plain(most), "mrkdwn": mrkdwn}


def rendered(most: int) -> Check:
    """A check for a text object of either type, of 1 to `most` characters."""
    return tagged(texts(most))


def option(text: Check, description: Check, **more: Check) -> Check:
    """A check for an option: text 75 and value 150 characters, description 75."""
    return shape({"text": text, "value": string(150, 1)}, {"description": description, **more})


MENU_OPTION = option(plain(75), plain(75))
OVERFLOW_OPTION = option(plain(75), plain(75), url=ADDRESS)
CHOICE_OPTION = option(rendered(75), rendered(75))
OPTION_GROUP = shape({"label": plain(75), "options": items(MENU_OPTION, 100)})

CONFIRM = shape(
    {"title": plain(100), "text": rendered(300), "confirm": plain(30), "deny": plain(30)},
    {"style": STYLE},
)
CONFIRMED: Fields = {"confirm": CONFIRM}
FOCUS: Fields = {"focus_on_load": boolean}
PLACEHOLDER: Fields = {"placeholder": plain(150)}
DISPATCH = shape({"trigger_actions_on": items(choice("on_enter_pressed", "on_character_entered"), 2)})
FILTER = shape(
    {},
    {
        "include": items(choice("im", "mpim", "private", "public")),
        "exclude_external_shared_channels": boolean,
        "exclude_bot_users": boolean,
    },
    any_of("include", "exclude_external_shared_channels", "exclude_bot_users"),
)
SLACK_FILE = shape({}, {"id": string(None, 1), "url": WEB_ADDRESS}, any_of("id", "url"), at_most_one_of("id", "url"))
CARD_ICON = shape({"type": choice("icon"), "name": choice(*ICONS, *ICONS_OF_CARDS)})
TASK_ICON = shape({"type": choice("icon"), "name": choice(*ICONS)})
WORKFLOW = shape(
    {
        "trigger": shape(
            {"url": WEB_ADDRESS},
            {"customizable_input_parameters": items(shape({"name": string(None, 1), "value": anything}), None, 0)},
        )
    }
)


def _one_source(image: Json) -> Found:
    if "image_url" not in image and "slack_file" not in image:
        return (missing("image_url"),)
    return at_most_one_of("image_url", "slack_file")(image)


def picture(**more: Check) -> Check:
    """A check for an image, from an address or from a file in Slack, with its words (2,000)."""
    sources: dict[str, Check] = {"image_url": WEB_ADDRESS, "slack_file": SLACK_FILE}
    return shape({"type": choice("image"), "alt_text": string(2000)}, {**sources, **more}, _one_source)


IMAGE = picture()
