"""Every Web API method the sandbox answers."""

from bot.sandbox.webapi import (
    auth,
    chat,
    conversations,
    files,
    history,
    pins,
    reactions,
    scheduled,
    sessions,
    streams,
    usergroups,
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
    **pins.METHODS,
    **reactions.METHODS,
    **scheduled.METHODS,
    **sessions.METHODS,
    **streams.METHODS,
    **usergroups.METHODS,
    **users.METHODS,
    **validation.METHODS,
    **views.METHODS,
}
