"""Alerts, cards, and the tasks and plans of an assistant."""

from bot.sandbox.blocks.checks import (
    SECURE_ADDRESS,
    any_of,
    anything,
    at_most_one_of,
    boolean,
    choice,
    items,
    shape,
    string,
    tagged,
    unlike,
)
from bot.sandbox.blocks.composition import CARD_ICON, IMAGE, TASK_ICON, block, rendered
from bot.sandbox.blocks.elements import BUTTON
from bot.sandbox.blocks.rich_text import RICH_TEXT

_SOURCE = tagged({"url": shape({"type": anything, "url": SECURE_ADDRESS, "text": string(None, 1)})})

ALERT = block({"text": rendered(200)}, {"level": choice("default", "info", "warning", "error", "success")})
CARD = block(
    {},
    {
        "hero_image": IMAGE,
        "icon": IMAGE,
        "slack_icon": CARD_ICON,
        "title": rendered(150),
        "subtitle": rendered(150),
        "body": rendered(200),
        "subtext": rendered(200),
        "actions": items(BUTTON, 3),
    },
    any_of("hero_image", "title", "actions", "body"),
    at_most_one_of("icon", "slack_icon"),
    unlike("actions", "action_id"),
)
CAROUSEL = block({"elements": items(tagged({"card": CARD}), 10)})
TASK_CARD = block(
    {"task_id": string(None, 1), "title": string(None, 1)},
    {
        "status": choice("pending", "in_progress", "complete", "error"),
        "details": RICH_TEXT,
        "output": RICH_TEXT,
        "sources": items(_SOURCE, None, 0),
        "icon": TASK_ICON,
        "hide_title": boolean,
    },
)
PLAN = block({"title": string(None, 1)}, {"tasks": items(tagged({"task_card": TASK_CARD}), None, 0)})
