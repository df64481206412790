"""Disputes on their way to the managers: who they are is asked of Slack, which may take longer than a form waits."""

import logging

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.delivery.client import LOST, Refused, outcome_of
from bot.flows.disputing import Card, tell_managers
from bot.flows.house import House
from bot.flows.managers import Managers, judges_of
from storage import disputes

log = logging.getLogger(__name__)


async def pass_on(house: House, client: AsyncWebClient, managers: Managers) -> bool:
    """Passes every new dispute on; False where Slack does not say who the managers are, and they wait."""
    async with house.database.reading() as connection:
        untold = await disputes.untold(connection)
    try:
        for dispute in untold:
            reached = [await _card(client, manager) for manager in await judges_of(managers, dispute)]
            await tell_managers(house, dispute, [card for card in reached if card])
    except (SlackApiError, *LOST) as error:
        log.warning("managers not told yet", extra={"count": len(untold), "why": _why(error)})
        return False
    return True


async def _card(client: AsyncWebClient, manager: str) -> Card | None:
    """The manager's messages with the app; None where there are none to be had, for somebody who has left, say."""
    try:
        opened = await client.conversations_open(users=manager)
    except SlackApiError as error:
        if not isinstance(outcome_of(error), Refused):
            raise
        log.warning("manager not reachable", extra={"why": _why(error)})
        return None
    return Card(manager, str(opened["channel"]["id"]))


def _why(error: Exception) -> str:
    return str(error.response.get("error")) if isinstance(error, SlackApiError) else type(error).__name__
