"""Trigger ids: short-lived leave to open a modal before one person."""

from dataclasses import dataclass
from typing import NamedTuple

from bot.sandbox.clock import Clock
from bot.sandbox.errors import SlackError
from bot.sandbox.ids import Ids


class Trigger(NamedTuple):
    """Who did something, and the modal and the conversation they were in, if any."""

    person: str
    view_id: str | None
    channel: str | None


@dataclass(slots=True)
class _Given:
    trigger: Trigger
    until: float
    exchanged: bool = False


class Triggers:
    """The trigger ids given out, each good once and for `lifetime` seconds."""

    def __init__(self, lifetime: float, ids: Ids, clock: Clock) -> None:
        self._lifetime = lifetime
        self._ids = ids
        self._clock = clock
        self._given: dict[str, _Given] = {}

    def issue(self, person: str, view_id: str | None = None, channel: str | None = None) -> str:
        """A trigger id for what the person has just done, in a modal or a conversation if it was in one."""
        now = self._clock.now()
        trigger_id = f"{int(now * 1000)}.{int(now)}.{self._ids.token()}"
        self._given[trigger_id] = _Given(Trigger(person, view_id, channel), now + self._lifetime)
        if len(self._given) > 2000:
            self._given.pop(next(iter(self._given)))
        return trigger_id

    def exchange(self, trigger_id: str) -> Trigger:
        """What the trigger id stands for; SlackError when it is unknown, used, or too old."""
        given = self._given.get(trigger_id)
        if given is None:
            raise SlackError("invalid_trigger_id")
        if given.exchanged:
            raise SlackError("exchanged_trigger_id")
        if given.until < self._clock.now():
            raise SlackError("expired_trigger_id")
        given.exchanged = True
        return given.trigger
