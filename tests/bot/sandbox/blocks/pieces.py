"""Small Block Kit objects that examples and tests are built from."""

from typing import Any

Json = dict[str, Any]

CAR_IMAGE = "https://images.example.com/sedan.png"
LOT_IMAGE = "https://images.example.com/lot.png"


def plain(text: str) -> Json:
    """A plain text object."""
    return {"type": "plain_text", "text": text, "emoji": True}


def mrkdwn(text: str) -> Json:
    """A mrkdwn text object."""
    return {"type": "mrkdwn", "text": text}


def option(text: str, value: str, **more: Any) -> Json:
    """An option of a menu."""
    return {"text": plain(text), "value": value, **more}


def confirm(title: str, text: str, yes: str, no: str, **more: Any) -> Json:
    """A confirm dialog."""
    return {"title": plain(title), "text": mrkdwn(text), "confirm": plain(yes), "deny": plain(no), **more}


def button(action_id: str, text: str, **more: Any) -> Json:
    """A button."""
    return {"type": "button", "action_id": action_id, "text": plain(text), **more}


def image(alt_text: str, url: str = CAR_IMAGE) -> Json:
    """An image element."""
    return {"type": "image", "image_url": url, "alt_text": alt_text}


def actions(*elements: Json) -> Json:
    """An actions block."""
    return {"type": "actions", "elements": list(elements)}


def ask(label: str, element: Json, **more: Any) -> Json:
    """An input block."""
    return {"type": "input", "label": plain(label), "element": element, **more}


def words(text: str, **style: bool) -> Json:
    """A run of rich text."""
    return {"type": "text", "text": text, **({"style": style} if style else {})}


def line(*elements: Json) -> Json:
    """A section of rich text."""
    return {"type": "rich_text_section", "elements": list(elements)}


def rich(*elements: Json) -> Json:
    """A rich_text block."""
    return {"type": "rich_text", "elements": list(elements)}


def cell(text: str) -> Json:
    """A table cell of text."""
    return {"type": "raw_text", "text": text}


def amount(value: float, text: str) -> Json:
    """A table cell of a number."""
    return {"type": "raw_number", "value": value, "text": text}
