"""Cards, containers, and what an assistant shows of its work."""

from tests.bot.sandbox.blocks.pieces import (
    LOT_IMAGE,
    Json,
    actions,
    button,
    image,
    line,
    mrkdwn,
    plain,
    rich,
    words,
)

MARKDOWN = """# How it went

You **opened high** and *stayed friendly*. ~~No threats~~ were needed; see [the guide](https://example.com/guide).

1. Ask what matters
2. Offer two packages
   - price and mats
   - price and warranty

- [x] Named a reason for each concession
- [ ] Asked about the deadline

> I could go to 33,300 if you throw in the mats.

| Round | You | Priya |
| :-- | --: | --: |
| 1 | 36,200 | 30,000 |
| 11 | 33,300 | 33,300 |

```python
surplus = price - reservation_price
```

Inline `code`, too.

---
"""


def card(title: str, subtitle: str, body: str, **more: object) -> Json:
    """A card with a button."""
    return {
        "type": "card",
        "title": mrkdwn(title),
        "subtitle": mrkdwn(subtitle),
        "body": mrkdwn(body),
        "actions": [button("practise", "Practise", value=title)],
        **more,
    }


def task(task_id: str, title: str, status: str, **more: object) -> Json:
    """A task of a plan."""
    return {"type": "task_card", "task_id": task_id, "title": title, "status": status, **more}


SCORED = task(
    "score",
    "Scoring the talk",
    "complete",
    details=rich(line(words("Price, extras and questions, "), words("in that order", italic=True))),
    output=rich(line(words("72 of 100", bold=True))),
    sources=[
        {"type": "url", "url": "https://example.com/rubric", "text": "The rubric"},
        {"type": "url", "url": "https://example.com/guide", "text": "The guide"},
    ],
)

CARD_BLOCKS: dict[str, Json] = {
    "card": card(
        "Priya, first-time buyer",
        "Car sales · medium",
        "She has a loan offer of *$33,500* and two weeks.",
        hero_image=image("A row of cars on the lot", LOT_IMAGE),
        icon=image("The persona's portrait"),
    ),
    "card with an icon": card(
        "Seed 18422", "Car sales · hard", "Nobody has closed it yet.", slack_icon={"type": "icon", "name": "rocket"}
    ),
    "carousel": {
        "type": "carousel",
        "elements": [
            card("Priya", "First-time buyer", "Careful, and short of time."),
            card("Marcus", "Fleet manager", "Buys ten if the price is right."),
            card("Ingrid", "Trading in", "Loves her old car more than it is worth."),
        ],
    },
}

AGENT_BLOCKS: dict[str, Json] = {
    "markdown": {"type": "markdown", "text": MARKDOWN},
    "container": {
        "type": "container",
        "title": plain("The brief"),
        "subtitle": mrkdwn("What *you* know, and she does not"),
        "icon": image("A clipboard"),
        "width": "wide",
        "is_collapsible": True,
        "default_collapsed": False,
        "child_blocks": [
            {"type": "section", "text": mrkdwn("The invoice price is *$31,900*.")},
            {"type": "divider"},
            {"type": "context", "elements": [mrkdwn("Only you can see this.")]},
            actions(button("begin", "Begin", style="primary")),
        ],
    },
    "container with a rich title": {
        "type": "container",
        "rich_text_title": rich(line(words("Round 3", bold=True), words(" of 12"))),
        "has_header_divider": True,
        "child_blocks": [{"type": "section", "text": mrkdwn("Priya is waiting for your answer.")}],
    },
    "context_actions": {
        "type": "context_actions",
        "elements": [
            {
                "type": "feedback_buttons",
                "action_id": "feedback",
                "positive_button": {
                    "text": plain("Good advice"),
                    "value": "good",
                    "accessibility_label": "This advice helped",
                },
                "negative_button": {"text": plain("Bad advice"), "value": "bad"},
            },
            {
                "type": "icon_button",
                "action_id": "remove",
                "icon": "trash",
                "text": plain("Remove"),
                "accessibility_label": "Remove this advice",
                "value": "advice_1",
                "confirm": {
                    "title": plain("Remove it?"),
                    "text": plain("It cannot be brought back."),
                    "confirm": plain("Remove"),
                    "deny": plain("Keep"),
                },
            },
        ],
    },
    "task_card": SCORED,
    "plan": {
        "type": "plan",
        "title": "Preparing your feedback",
        "tasks": [
            task("read", "Reading the talk", "complete", output=rich(line(words("11 rounds, 23 messages")))),
            SCORED | {"status": "in_progress"},
            task("advise", "Writing the advice", "pending"),
            task("share", "Sharing with Mei", "error", details=rich(line(words("Mei is not in this channel.")))),
        ],
    },
}
