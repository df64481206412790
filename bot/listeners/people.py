"""Somebody joins the workspace, leaves it, moves, or gets another name or role."""

from typing import Any

from slack_bolt.async_app import AsyncApp

from bot.delivery.directory import SlackDirectory


def register(app: AsyncApp, directory: SlackDirectory) -> None:
    """Listens to what Slack tells of people."""

    async def on_news(event: dict[str, Any]) -> None:
        await directory.hear(event["user"])

    for news in ("user_change", "team_join"):
        app.event(news)(on_news)
