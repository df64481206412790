"""Every Web API method the sandbox answers."""

from bot.sandbox.webapi import auth, chat, conversations, history, reactions, users, validation, views
from bot.sandbox.webapi.method import Method

METHODS: dict[str, Method] = {
    **auth.METHODS,
    **chat.METHODS,
    **conversations.METHODS,
    **history.METHODS,
    **reactions.METHODS,
    **users.METHODS,
    **validation.METHODS,
    **views.METHODS,
}
