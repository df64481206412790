"""Requests of other workspaces: a shared channel may bring them, and none of them has a role here."""

from collections.abc import Awaitable, Callable

from slack_bolt import BoltResponse
from slack_bolt.async_app import AsyncApp
from slack_bolt.context.async_context import AsyncBoltContext

from bot.listeners.workspace import Workspace
from engine.errors import RuleViolation

NOT_HERE = "I am at home in another workspace and can do nothing for yours. Ask there to have me installed."


def register(app: AsyncApp, workspace: Workspace) -> None:
    """Lets nothing through that is not from the workspace itself."""

    @app.middleware
    async def on_request(
        context: AsyncBoltContext, next_: Callable[[], Awaitable[BoltResponse]]
    ) -> BoltResponse | None:
        if context.team_id not in (None, workspace.team):
            raise RuleViolation(NOT_HERE)
        return await next_()
