"""`/haggle managers`"""

import re
from collections.abc import Mapping

from bot.flows.appointing import appoint, appointed, dismiss
from bot.listeners.asked import Answer, Asked
from bot.views.managers import added_text, managers_text, removed_text
from bot.views.message import Message
from engine.errors import RuleViolation

_MENTION = re.compile(r"<@([UW][A-Z0-9]+)(?:\|[^>]*)?>")
_USAGE = (
    "`/haggle managers` lists who may assign and decide. Admins add `/haggle managers add @someone` or take it back "
    "with `/haggle managers remove @someone`."
)


async def _managers(asked: Asked) -> Message:
    """Who the managers are; admins add and remove them."""
    if not asked.words:
        return Message(managers_text(*await appointed(asked.house, asked.managers, asked.team)))
    act, *who = asked.words
    named = [found.group(1) for word in who if (found := _MENTION.fullmatch(word.rstrip(",.")))]
    if act.lower() not in ("add", "remove") or len(named) != 1 or len(who) != 1:
        raise RuleViolation(_USAGE)
    [person] = named
    if act.lower() == "add":
        await appoint(asked.house, asked.managers, asked.directory, asked.team, asked.user, person)
        return Message(added_text(person))
    await dismiss(asked.house, asked.managers, asked.team, asked.user, person)
    return Message(removed_text(person))


ANSWERS: Mapping[str, Answer] = {"managers": _managers}
