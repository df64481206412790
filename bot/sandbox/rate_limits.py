"""How often the app may call: so many times a minute each method, and about one message a second in a channel.

Each limit is a bucket that starts full and refills evenly (the generic cell rate algorithm, ITU-T I.371), kept in
whole microseconds. Slack gives its tiers as minimums and tolerates short bursts without saying how many calls
those are; here a minute's worth of calls may come at once, and ten messages in one channel.
"""

from typing import NamedTuple

from bot.sandbox.clock import Clock
from bot.sandbox.errors import SlackError

BURST_IN_CHANNEL = 10
_SECOND = 1_000_000
_MINUTE = 60 * _SECOND


class RateLimited(SlackError):
    """The call came too soon; it may be made again after `retry_after` whole seconds."""

    def __init__(self, retry_after: int) -> None:
        super().__init__("ratelimited")
        self.retry_after = retry_after


class _Limit(NamedTuple):
    key: tuple[str, str]
    interval: int
    burst: int


class RateLimits:
    """The calls lately made. When it is not `enforced`, every call may be made."""

    def __init__(self, clock: Clock, *, enforced: bool) -> None:
        self._clock = clock
        self._enforced = enforced
        self._empty_until: dict[tuple[str, str], int] = {}

    def admit(self, method: str, a_minute: int, posting_in: str | None = None) -> None:
        """Counts a call; RateLimited when it is one too many. A refused call counts for nothing."""
        if not self._enforced:
            return
        limits = [_Limit(("method", method), _MINUTE // a_minute, a_minute)]
        if posting_in is not None:
            limits.append(_Limit(("channel", posting_in), _SECOND, BURST_IN_CHANNEL))
        now = int(self._clock.now() * _SECOND)
        wait = max(self._wait(limit, now) for limit in limits)
        if wait > 0:
            raise RateLimited(-(-wait // _SECOND))
        for limit in limits:
            self._empty_until[limit.key] = max(self._empty_until.get(limit.key, 0), now) + limit.interval

    def _wait(self, limit: _Limit, now: int) -> int:
        """Microseconds until the call fits; 0 or less when it fits now."""
        return max(self._empty_until.get(limit.key, 0) - now, 0) - limit.interval * (limit.burst - 1)

    def forget(self) -> None:
        """Every bucket is full again."""
        self._empty_until.clear()
