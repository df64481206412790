"""People's text without the characters that nobody sees: those that turn its direction, and those of no width.

What turns the direction of a quote turns that of the points after it, too. Right-to-left scripts need none of them.
"""

import re

_UNSEEN = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"
    "\u00ad\u061c\u180e"
    "\u200b\u200e\u200f"
    "\u202a-\u202e"
    "\u2060-\u206f"
    "\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f"
    "]"
    "|(?<![^\x00-\x7f])[\u200c\u200d]"
    "|[\u200c\u200d](?![^\x00-\x7f])"
)
"""Controls but tabs and line breaks, soft hyphens, marks, overrides and isolates, invisible signs, tags; joiners where
they join nothing, as in an emoji or between Persian letters they do."""


def visible(text: str) -> str:
    """The text as it looks, in the order in which it was typed."""
    return _UNSEEN.sub("", text)
