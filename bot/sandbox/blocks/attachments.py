"""Secondary attachments: blocks, or the older fields without their buttons and menus."""

from bot.sandbox.blocks.checks import WEB_ADDRESS, boolean, integer, items, pattern, shape, string
from bot.sandbox.blocks.problems import Check, Fields, Found, wrong_type

MOST_FIELDS = 100


def _moment(value: object) -> Found:
    """Seconds since 1970, as a number or in digits."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return wrong_type("must be a time")
    return pattern(r"[0-9]{1,10}(\.[0-9]{1,6})?")(str(value))


_FIELD = shape({}, {"title": string(), "value": string(), "short": boolean})
_TEXTS: Fields = dict.fromkeys(
    (
        "attachment_type",
        "author_name",
        "author_subname",
        "callback_id",
        "color",
        "fallback",
        "footer",
        "pretext",
        "service_name",
        "text",
        "title",
    ),
    string(),
)
_ADDRESSES: Fields = dict.fromkeys(
    (
        "author_icon",
        "author_link",
        "footer_icon",
        "from_url",
        "image_url",
        "original_url",
        "service_icon",
        "service_url",
        "thumb_url",
        "title_link",
    ),
    WEB_ADDRESS,
)


def attachment(blocks: Check) -> Check:
    """A check for an attachment whose blocks, if it has any, pass `blocks`."""
    return shape(
        {},
        {
            **_TEXTS,
            **_ADDRESSES,
            "blocks": blocks,
            "fields": items(_FIELD, MOST_FIELDS, 0),
            "id": integer(1),
            "mrkdwn_in": items(string(), least=0),
            "ts": _moment,
        },
    )
