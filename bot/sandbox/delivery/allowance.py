"""How many events an app is sent, and when Slack stops sending them: too many in an hour, or too few acknowledged."""

from collections import deque
from dataclasses import dataclass, field
from typing import Literal

from bot.sandbox.clock import Clock
from bot.sandbox.config import EventLimits
from bot.sandbox.wire import Json

_WINDOW = 3600.0
Withheld = Literal["rate_limited", "delivery_disabled"]


@dataclass(slots=True)
class Allowance:
    """The last hour of event deliveries, by the sandbox's clock."""

    limits: EventLimits
    clock: Clock
    enabled: bool = True
    _sent: deque[float] = field(default_factory=deque)
    _failed: deque[float] = field(default_factory=deque)
    _succeeded: deque[float] = field(default_factory=deque)
    _announced: int = 0

    def withheld(self) -> Withheld | None:
        """Why the event that now happens is not sent; None counts it as sent."""
        self._expire()
        if not self.enabled:
            return "delivery_disabled"
        if len(self._sent) >= self.limits.an_hour:
            return "rate_limited"
        self._sent.append(self.clock.now())
        return None

    def minute_to_announce(self) -> int | None:
        """The present minute, in seconds, when the app has not been told yet that it is rate limited in it."""
        minute = int(self.clock.now() // 60) * 60
        if minute == self._announced:
            return None
        self._announced = minute
        return minute

    def note(self, *, acknowledged: bool) -> bool:
        """Whether this send of an event was the one too many that failed: from now on none is sent."""
        (self._succeeded if acknowledged else self._failed).append(self.clock.now())
        self._expire()
        if not self.enabled or len(self._sent) < self.limits.judged_from:
            return False
        sends = len(self._succeeded) + len(self._failed)
        self.enabled = len(self._succeeded) >= self.limits.least_success * sends
        return not self.enabled

    def enable(self) -> None:
        """Sends events again, with what was held against the app forgotten."""
        self._failed.clear()
        self._succeeded.clear()
        self.enabled = True

    def forget(self) -> None:
        """Begins anew."""
        self._sent.clear()
        self._announced = 0
        self.enable()

    def to_json(self) -> Json:
        """The state as the control calls show it."""
        self._expire()
        past = {"events": len(self._sent), "acknowledged": len(self._succeeded), "failed": len(self._failed)}
        return {"enabled": self.enabled, "last_hour": past, "an_hour": self.limits.an_hour}

    def _expire(self) -> None:
        oldest = self.clock.now() - _WINDOW
        for times in (self._sent, self._failed, self._succeeded):
            while times and times[0] <= oldest:
                times.popleft()
