"""The rich_text block: sections, lists, quotes and preformatted text, and what stands in them."""

from bot.sandbox.blocks.checks import ADDRESS, anything, boolean, choice, integer, items, pattern, shape, string, tagged
from bot.sandbox.blocks.composition import BLOCK_ID
from bot.sandbox.blocks.problems import Check

_ID = string(None, 1)
_BORDER = choice(0, 1)
_STYLE = shape({}, dict.fromkeys(("bold", "italic", "strike", "underline", "code"), boolean))
_MENTION_STYLE = shape(
    {},
    dict.fromkeys(
        ("bold", "italic", "strike", "underline", "code", "highlight", "client_highlight", "unlink"), boolean
    ),
)


def _mention(name: str) -> Check:
    return shape({"type": anything, name: _ID}, {"style": _MENTION_STYLE})


_TEXT = shape({"type": anything, "text": string(None, 1)}, {"style": _STYLE})
_LINK = shape({"type": anything, "url": ADDRESS}, {"text": string(), "unsafe": boolean, "style": _STYLE})
_DATE = shape(
    {"type": anything, "timestamp": integer(0), "format": string(None, 1)},
    {"url": ADDRESS, "fallback": string(), "style": _STYLE},
)
_EMOJI = shape(
    {"type": anything, "name": _ID},
    {"unicode": string(), "skin_tone": integer(1, 6), "url": ADDRESS, "style": _STYLE},
)
_INLINE = tagged(
    {
        "text": _TEXT,
        "link": _LINK,
        "emoji": _EMOJI,
        "user": _mention("user_id"),
        "usergroup": _mention("usergroup_id"),
        "channel": _mention("channel_id"),
        "team": _mention("team_id"),
        "date": _DATE,
        "color": shape({"type": anything, "value": pattern("#?[0-9a-fA-F]{6}")}, {"style": _STYLE}),
        "broadcast": shape({"type": anything, "range": choice("here", "channel", "everyone")}, {"style": _STYLE}),
    }
)
_RUNS = items(_INLINE, None, 0)
_SECTION = shape({"type": anything, "elements": _RUNS})
_LIST = shape(
    {
        "type": anything,
        "style": choice("bullet", "ordered"),
        "elements": items(tagged({"rich_text_section": _SECTION})),
    },
    {"indent": integer(0, 8), "offset": integer(0), "border": _BORDER},
)
_QUOTE = shape({"type": anything, "elements": _RUNS}, {"border": _BORDER})
_PREFORMATTED = shape(
    {"type": anything, "elements": items(tagged({"text": _TEXT, "link": _LINK}), None, 0)},
    {"border": _BORDER, "language": string()},
)

RICH_TEXT = shape(
    {
        "type": choice("rich_text"),
        "elements": items(
            tagged(
                {
                    "rich_text_section": _SECTION,
                    "rich_text_list": _LIST,
                    "rich_text_quote": _QUOTE,
                    "rich_text_preformatted": _PREFORMATTED,
                }
            ),
            None,
            0,
        ),
    },
    {"block_id": BLOCK_ID},
)
