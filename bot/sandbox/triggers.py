"""Trigger ids: short-lived leave to open a modal before one person."""

from dataclasses import dataclass

from bot.sandbox.clock import Clock
from bot.sandbox.errors import SlackError
from bot.sandbox.ids import Ids


@dataclass(slots=True)
class _Trigger:
    person: str
    until: float
    view_id: str | None
    exchanged: bool = False


class Triggers:
    """The trigger ids given out, each good once and for `lifetime` seconds."""

    def __init__(self, lifetime: float, ids: Ids, clock: Clock) -> None:
        self._lifetime = lifetime
        self._ids = ids
        self._clock = clock
        self._given: dict[str, _Trigger] = {}

    def issue(self, person: str, view_id: str | None = None) -> str:
        """A trigger id for what the person has just done, in the modal `view_id` if it was in one."""
        now = self._clock.now()
        trigger_id = f"{int(now * 1000)}.{int(now)}.{self._ids.token()}"
        self._given[trigger_id] = _Trigger(person, now + self._lifetime, view_id)
        if len(self._given) > 2000:
            self._given.pop(next(iter(self._given)))
        return trigger_id

    def exchange(self, trigger_id: str) -> tuple[str, str | None]:
        """The person, and the modal they were in; SlackError when it is unknown, used, or too old."""
        trigger = self._given.get(trigger_id)
        if trigger is None:
            raise SlackError("invalid_trigger_id")
        if trigger.exchanged:
            raise SlackError("exchanged_trigger_id")
        if trigger.until < self._clock.now():
            raise SlackError("expired_trigger_id")
        trigger.exchanged = True
        return trigger.person, trigger.view_id
