"""Every Web API method the sandbox answers."""

from bot.sandbox.webapi import (
    auth,
    chat,
    conversations,
    files,
    history,
    reactions,
    scheduled,
    sessions,
    streams,
    users,
    validation,
    views,
)
from bot.sandbox.webapi.method import Method

METHODS: dict[str, Method] = {
    **auth.METHODS,
    **chat.METHODS,
    **conversations.METHODS,
    **files.METHODS,
    **history.METHODS,
    **reactions.METHODS,
    **scheduled.METHODS,
    **sessions.METHODS,
    **streams.METHODS,
    **users.METHODS,
    **validation.METHODS,
    **views.METHODS,
}
