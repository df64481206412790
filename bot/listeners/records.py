"""`/haggle audit` and `/haggle retention`: who did what to others' things, and how long texts are kept."""

from collections.abc import Mapping

from bot.flows.auditing import latest_acts
from bot.flows.retaining import kept, retain
from bot.listeners.asked import Answer, Asked
from bot.views.audit import audit_message
from bot.views.message import Message
from bot.views.retention import retained_text, retention_text


async def _audit(asked: Asked) -> Message:
    """Who saw or changed what, for admins."""
    return audit_message(await latest_acts(asked.house, asked.managers, asked.team, asked.user))


async def _retention(asked: Asked) -> Message:
    """How long texts are kept; admins change it."""
    if not asked.words:
        return Message(retention_text(await kept(asked.house, asked.team)))
    return Message(retained_text(await retain(asked.house, asked.managers, asked.team, asked.user, asked.words)))


ANSWERS: Mapping[str, Answer] = {"audit": _audit, "retention": _retention}
