"""Response URLs: leave to answer a command or an action, five times in half an hour."""

from dataclasses import dataclass

from bot.sandbox.clock import Clock
from bot.sandbox.ids import Ids

USES = 5


@dataclass(slots=True)
class ResponseUrl:
    """Whom an answer goes to and where; `original_ts` is the message that the action was in."""

    channel: str
    person: str
    until: float
    original_ts: str | None
    uses: int = 0


class ResponseUrls:
    """The response URLs given out."""

    def __init__(self, lifetime: float, ids: Ids, clock: Clock) -> None:
        self._lifetime = lifetime
        self._ids = ids
        self._clock = clock
        self._given: dict[str, ResponseUrl] = {}

    def issue(self, channel: str, person: str, original_ts: str | None = None) -> str:
        """The last part of a new response URL."""
        ticket = self._ids.token()
        self._given[ticket] = ResponseUrl(channel, person, self._clock.now() + self._lifetime, original_ts)
        if len(self._given) > 2000:
            self._given.pop(next(iter(self._given)))
        return ticket

    def find(self, ticket: str) -> ResponseUrl | str:
        """The response URL, or Slack's word for why it can no longer be used."""
        found = self._given.get(ticket)
        if found is None or found.until < self._clock.now():
            return "expired_url"
        return "used_url" if found.uses >= USES else found
