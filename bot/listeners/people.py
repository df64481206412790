"""Somebody joins the workspace, leaves it, moves, or gets another role."""

from typing import Any

from slack_bolt.async_app import AsyncApp

from bot.delivery.directory import SlackDirectory


def register(app: AsyncApp, directory: SlackDirectory) -> None:
    """Listens to what Slack tells of people."""

    @app.event("user_change")
    async def on_change(event: dict[str, Any]) -> None:
        await directory.note(event["user"])

    @app.event("team_join")
    async def on_join(event: dict[str, Any]) -> None:
        await directory.note(event["user"])
