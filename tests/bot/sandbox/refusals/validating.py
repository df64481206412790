"""Refusals of blocks.validate."""

from tests.bot.sandbox.refusals.scene import Provoked, by

_BLOCKS = [{"type": "header", "text": {"type": "mrkdwn", "text": "Offer"}}]

REFUSALS: dict[tuple[str, str], Provoked] = {
    ("blocks.validate", "invalid_blocks"): by("blocks.validate", blocks=_BLOCKS),
    ("blocks.validate", "invalid_message"): by("blocks.validate", message={"blocks": _BLOCKS}),
    ("blocks.validate", "invalid_view"): by("blocks.validate", view={"type": "home", "blocks": _BLOCKS}),
}
