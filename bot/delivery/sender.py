"""Protocol A6-A8: each outbox row is posted once, and its outcome is written down."""

import logging
from datetime import timedelta

from slack_sdk.web.async_client import AsyncWebClient

from bot.delivery.client import Later, Outcome, Refused, Sent, Unknown, call
from bot.delivery.homes import whose_home
from bot.delivery.rendering import Call, Upload, render
from bot.delivery.uploading import upload
from bot.flows.assigned import NothingToPost
from bot.flows.house import House
from bot.flows.scheduling.cards import redraw_for_run
from bot.flows.undeliverable import give_up
from storage import outbox
from storage.outbox import Outgoing
from storage.posts import VerdictCard, VerdictCardUpdate
from storage.runs import Run

log = logging.getLogger(__name__)

TRIES = 10
"""How often a post that does no harm twice, or that cannot be drawn, is tried before it is given up."""


class Sender:
    """Posts outbox rows through one Slack client."""

    def __init__(self, house: House, client: AsyncWebClient, workspace_url: str) -> None:
        self._house = house
        self._client = client
        self.workspace_url = workspace_url

    async def send(self, outgoing: Outgoing) -> None:
        """Posts the row, which must be in state sending, and after it what waits behind it in its lane."""
        following: Outgoing | None = outgoing
        while following:
            following = await self._send_one(following)

    async def _send_one(self, outgoing: Outgoing) -> Outgoing | None:
        try:
            rendered = await render(self._house, outgoing, self.workspace_url)
            await self._redraw_assigned(outgoing)
        except NothingToPost as void:
            log.info("post is void by now", extra={"oid": outgoing.oid, "why": str(void)})
            await outbox.mark_dead(self._house.database, outgoing.oid, str(void), self._house.now())
            return None
        except Exception:  # the boundary of a post: one that cannot be drawn must not hold its lane up for ever
            log.exception("post cannot be drawn", extra={"oid": outgoing.oid, "attempt": outgoing.attempts})
            await self._try_later(outgoing, "cannot be drawn", "")
            return None
        outcome = await self._deliver(rendered)
        extra = {"oid": outgoing.oid, "attempt": outgoing.attempts, "outcome": type(outcome).__name__}
        log.info("post", extra=extra)
        return await self._note(outgoing, rendered, outcome)

    async def _redraw_assigned(self, outgoing: Outgoing) -> None:
        """Before the verdict is known to be posted: after a crash it would not be thought of again."""
        match outgoing:
            case Outgoing(post=VerdictCard(), run=Run(id=run)) | Outgoing(post=VerdictCardUpdate(run=run)):
                await redraw_for_run(self._house, outgoing.team, run)

    async def _deliver(self, rendered: Call | Upload) -> Outcome:
        match rendered:
            case Call(method=method, arguments=arguments):
                return await call(self._client, method, arguments)
            case Upload():
                return await upload(self._client, rendered)

    async def _note(self, outgoing: Outgoing, rendered: Call | Upload, outcome: Outcome) -> Outgoing | None:
        """Writes the outcome down; the next row of the lane when this one was sent."""
        database, now = self._house.database, self._house.now()
        match outcome:
            case Sent(ts=ts, channel=channel):
                name = self._house.worker
                following = await outbox.mark_sent(database, outgoing.oid, ts, now, channel=channel, next_for=name)
                self._house.wake.home_changed(outgoing.team, *whose_home(outgoing))
                return following
            case Later(seconds=seconds):
                await outbox.put_back(database, outgoing.oid, now + timedelta(seconds=seconds), "ratelimited")
            case Refused(error=error):
                await give_up(self._house, outgoing, error, rendered.text)
            case Unknown(why=why, nothing_shown=nothing) if nothing or rendered.idempotent:
                await self._try_later(outgoing, why, rendered.text)
            case Unknown(why=why):
                log.warning("post outcome unknown", extra={"oid": outgoing.oid, "why": why})
                await outbox.mark_lost(database, outgoing.oid, now)
        return None

    async def _try_later(self, outgoing: Outgoing, why: str, text: str) -> None:
        if outgoing.attempts >= TRIES:
            await give_up(self._house, outgoing, why, text)
            return
        later = self._house.now() + timedelta(seconds=min(60, 2**outgoing.attempts))
        await outbox.put_back(self._house.database, outgoing.oid, later, why)
