"""Sends payloads to the app, again where an event was not acknowledged, and keeps the log of it."""

import asyncio
from collections import OrderedDict
from collections.abc import Coroutine

from bot.sandbox.clock import Clock
from bot.sandbox.config import Timing
from bot.sandbox.delivery.envelope import (
    NOT_CONNECTED,
    REFUSED_FOR_GOOD,
    SOCKET_LOST,
    Acknowledged,
    Answer,
    Delivery,
    DeliveryKind,
    Retry,
    Send,
    Transport,
    Unanswered,
)
from bot.sandbox.ids import Ids
from bot.sandbox.wire import Json, text_at
from bot.sandbox.wire_log import KEPT, WireLog


class Dispatcher:
    """The way out to the app."""

    def __init__(self, transport: Transport, timing: Timing, ids: Ids, clock: Clock, wire_log: WireLog) -> None:
        self.transport = transport
        self._timing = timing
        self._ids = ids
        self._clock = clock
        self._wire_log = wire_log
        self._log: OrderedDict[str, Delivery] = OrderedDict()
        self._tasks: set[asyncio.Task[None]] = set()

    def send_event(self, payload: Json) -> Delivery:
        """The delivery of an event callback, under way; it is sent again until acknowledged."""
        delivery = self._enter("events_api", payload, text_at(payload, "event_id"))
        self._start(self._deliver(delivery))
        return delivery

    async def ask(self, kind: DeliveryKind, payload: Json) -> tuple[Delivery, Answer]:
        """What the app answered to a command or an interaction, which is sent once."""
        delivery = self._enter(kind, payload, None)
        if not self.transport.connected:
            answer: Answer = Unanswered(NOT_CONNECTED)
        else:
            answer = await self._attempt(delivery, None, self._timing.ack)
        self._conclude(delivery)
        return delivery, answer

    def repeat(self, delivery: Delivery, times: int) -> None:
        """Sends the same envelope `times` more, as Slack does when an acknowledgement got lost."""
        for _ in range(times):
            retry = Retry(max(delivery.attempts, 1), "timeout")
            delivery.attempts += 1
            self._start(self._send_copy(delivery, retry))

    def find(self, ref: str) -> Delivery | None:
        """The delivery with this envelope id or event id."""
        found = self._log.get(ref)
        return found or next((each for each in self._log.values() if each.event_id == ref), None)

    def recent(self, limit: int) -> list[Delivery]:
        """The last deliveries, newest first."""
        return [delivery for delivery, _ in zip(reversed(self._log.values()), range(limit), strict=False)]

    def forget(self) -> None:
        """Drops the log and everything under way."""
        for task in self._tasks:
            task.cancel()
        self._log.clear()

    async def close(self) -> None:
        """Ends what is under way and every connection."""
        tasks = list(self._tasks)
        self.forget()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self.transport.close()

    def _enter(self, kind: DeliveryKind, payload: Json, event_id: str | None) -> Delivery:
        order = self._wire_log.next_order()
        delivery = Delivery(self._ids.uuid(), kind, payload, self._clock.now(), self.transport.name, order, event_id)
        self._log[delivery.id] = delivery
        if len(self._log) > KEPT:
            self._log.popitem(last=False)
        self._wire_log.tell("delivery", delivery)
        return delivery

    def _start(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _deliver(self, delivery: Delivery) -> None:
        plan, index = self.transport.plan, 0
        retry: Retry | None = None
        while index < len(plan):
            await self._clock.sleep(plan[index].pause)
            await self.transport.ready()
            if self._clock.now() - delivery.at > self._timing.give_up:
                break
            answer = await self._attempt(delivery, retry, plan[index].patience)
            if isinstance(answer, Acknowledged) or answer.reason == REFUSED_FOR_GOOD:
                break
            # A socket that died says nothing of the app's health: it costs no attempt.
            index += answer.reason not in (SOCKET_LOST, NOT_CONNECTED)
            retry = Retry(delivery.attempts, answer.reason)
        self._conclude(delivery)

    def _conclude(self, delivery: Delivery) -> None:
        delivery.given_up = not delivery.acknowledged
        self._wire_log.tell("delivery", delivery)

    async def _attempt(self, delivery: Delivery, retry: Retry | None, patience: float) -> Answer:
        delivery.attempts += 1
        answer = await self._send(delivery, retry, patience)
        match answer:
            case Acknowledged(response):
                delivery.acknowledged = True
                delivery.response = response
            case Unanswered(reason):
                delivery.last_reason = reason
        return answer

    async def _send_copy(self, delivery: Delivery, retry: Retry) -> None:
        await self.transport.ready()
        await self._send(delivery, retry, self._timing.ack)

    async def _send(self, delivery: Delivery, retry: Retry | None, patience: float) -> Answer:
        watch = self._wire_log.begin()
        send = Send(watch.at, retry)
        delivery.sends.append(send)
        with self._clock.held(self._timing.ack):
            answer = await self.transport.attempt(delivery, send, patience)
        send.ms = watch.ms
        send.outcome = "acknowledged" if isinstance(answer, Acknowledged) else answer.reason
        self._wire_log.tell("delivery", delivery)
        return answer
