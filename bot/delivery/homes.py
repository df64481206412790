"""People's Homes: drawn when they open them, and again when something in them has changed."""

import logging
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from bot.delivery.client import call
from bot.flows.at_home import TeamView, home_view
from bot.flows.house import House
from bot.flows.managers import Managers
from bot.views.home import Shown, first_seed_pack, home_tab
from bot.views.home_team import TeamShown
from storage import homes
from storage.market_posts import TalkVerdict
from storage.outbox import Outgoing
from storage.posts import (
    AssignmentCard,
    AssignmentCardUpdate,
    Brief,
    BriefUpdate,
    Digest,
    DisputeCard,
    DisputeOutcome,
    Reminder,
    VerdictCard,
)

log = logging.getLogger(__name__)


class Homes:
    """The Homes of one workspace."""

    def __init__(self, house: House, client: AsyncWebClient, managers: Managers, workspace_url: str) -> None:
        self._house = house
        self._client = client
        self._managers = managers
        self._workspace_url = workspace_url

    async def opened(self, team: str, user: str) -> None:
        """The person looks at their Home: it is drawn, and from now on again with each change."""
        await homes.note_opened(self._house.database, team, user, self._house.now())
        await self._publish(team, user)

    async def draw_changed(self) -> None:
        """Draws those that have changed of people who have opened theirs before."""
        changed = self._house.wake.changed_homes
        while changed:
            team = next(iter(changed))[0]
            people = [person for other, person in changed if other == team]
            changed.difference_update((team, person) for person in people)
            for person in await homes.opened_by(self._house.database, team, people):
                await self._publish(team, person)

    async def _publish(self, team: str, user: str) -> None:
        outcome = await call(self._client, "views.publish", {"user_id": user, "view": await self._view(team, user)})
        log.info("home", extra={"outcome": type(outcome).__name__})

    async def _view(self, team: str, user: str) -> dict[str, Any]:
        house = self._house
        found = await home_view(house, self._managers, team, user)
        shown = Shown(
            live=found.live,
            markets=found.markets,
            ended=found.ended,
            mine=found.assigned.mine,
            hard=found.assigned.hard,
            threads=found.assigned.threads,
            drill=found.drill,
            chosen=found.chosen,
            team=_team(found.team),
            first=first_seed_pack(house.playable),
            has_voice=house.voice is not None,
        )
        return home_tab(shown, house.now(), self._workspace_url)


def _team(found: TeamView | None) -> TeamShown | None:
    if found is None:
        return None
    return TeamShown(found.funnels, found.more, found.disputes, found.board.shown, found.board.names)


def whose_home(outgoing: Outgoing) -> tuple[str, ...]:
    """Those whose Home shows something else once the post stands: it tells of what has just been committed."""
    match outgoing.post:
        case Brief() | BriefUpdate() | VerdictCard() | TalkVerdict():
            return (outgoing.run.rep,) if outgoing.run else ()
        case AssignmentCard(user=user) | AssignmentCardUpdate(user=user) | Reminder(user=user) | Digest(user=user):
            return (user,)
        case DisputeCard(user=user):
            return (user,)
        case DisputeOutcome():
            return (outgoing.channel,)
        case _:
            return ()
