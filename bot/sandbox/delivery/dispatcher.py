"""Sends payloads to the app, again where an event was not acknowledged, and keeps the log of it."""

import asyncio
from collections import OrderedDict
from collections.abc import Coroutine

from bot.sandbox.clock import Clock
from bot.sandbox.config import Timing
from bot.sandbox.delivery.allowance import Allowance, Withheld
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
from bot.sandbox.delivery.reordering import Reordering
from bot.sandbox.faults.kinds import Duplicate, Latency, LostAck, Reorder, Seam
from bot.sandbox.faults.standing import Faults, Traffic, delay
from bot.sandbox.ids import Ids
from bot.sandbox.wire import Json, text_at
from bot.sandbox.wire_log import KEPT, WireLog


class Dispatcher:
    """The way out to the app."""

    def __init__(
        self,
        transport: Transport,
        timing: Timing,
        allowance: Allowance,
        ids: Ids,
        clock: Clock,
        wire_log: WireLog,
        faults: Faults,
    ) -> None:
        self.transport = transport
        self.allowance = allowance
        self._faults = faults
        self._reordering = Reordering(self._set_out)
        self._timing = timing
        self._ids = ids
        self._clock = clock
        self._wire_log = wire_log
        self._log: OrderedDict[str, Delivery] = OrderedDict()
        self._tasks: set[asyncio.Task[None]] = set()

    def send_event(self, payload: Json) -> Delivery:
        """The delivery of an event callback, under way; it is sent again until acknowledged."""
        delivery = self._enter("events_api", payload, text_at(payload, "event_id"))
        withheld = self.allowance.withheld()
        if withheld:
            self._withhold(delivery, withheld)
            return delivery
        pause = 0.0
        for standing in self._faults.striking(_traffic("event", delivery)):
            match standing.fault:
                case Latency() as fault:
                    pause += delay(fault, standing)
                case Reorder():
                    self._start(self._reordering.hold(standing, delivery))
                    return delivery
                case Duplicate(copies=copies):
                    self._start(self._send_copies(delivery, copies, None, pause))
        self._set_out(delivery, pause)
        return delivery

    def _withhold(self, delivery: Delivery, reason: Withheld) -> None:
        delivery.last_reason = reason
        self._conclude(delivery)
        minute = self.allowance.minute_to_announce() if reason == "rate_limited" else None
        if minute is not None:
            about = {key: delivery.payload.get(key) for key in ("token", "team_id", "api_app_id")}
            notice: Json = {**about, "type": "app_rate_limited", "minute_rate_limited": minute}
            self._set_out(self._enter("events_api", notice, None))

    async def ask(self, kind: DeliveryKind, payload: Json) -> tuple[Delivery, Answer]:
        """What the app answered to a command or an interaction, which is sent once."""
        delivery = self._enter(kind, payload, None)
        striking = self._faults.striking(_traffic("question", delivery))
        pause = sum(delay(each.fault, each) for each in striking if isinstance(each.fault, Latency))
        patience = self._timing.ack
        if pause:  # who waits for the app waits for the network too
            await asyncio.sleep(min(pause, patience))
            patience = max(0.0, patience - pause)
        if not self.transport.connected:
            answer: Answer = Unanswered(NOT_CONNECTED)
        else:
            answer = await self._attempt(delivery, None, patience)
        self._conclude(delivery)
        return delivery, answer

    def repeat(self, delivery: Delivery, times: int) -> None:
        """Sends it `times` more, as Slack does when an acknowledgement got lost."""
        self._start(self._send_copies(delivery, times, "timeout"))

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
        self._reordering.forget()
        self.allowance.forget()

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

    def _set_out(self, delivery: Delivery, pause: float = 0.0) -> None:
        self._start(self._deliver(delivery, pause))

    async def _deliver(self, delivery: Delivery, pause: float) -> None:
        if pause:
            await asyncio.sleep(pause)
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
        self.transport.forget(delivery)
        self._wire_log.tell("delivery", delivery)

    async def _attempt(self, delivery: Delivery, retry: Retry | None, patience: float) -> Answer:
        delivery.attempts += 1
        answer = await self._send(delivery, retry, patience)
        if delivery.kind == "events_api":
            self._judge(answer)
        match answer:
            case Acknowledged(response):
                delivery.acknowledged = True
                delivery.response = response
            case Unanswered(reason):
                delivery.last_reason = reason
        return answer

    def _judge(self, answer: Answer) -> None:
        if isinstance(answer, Unanswered) and answer.reason in (SOCKET_LOST, NOT_CONNECTED):
            return
        if self.allowance.note(acknowledged=isinstance(answer, Acknowledged)):
            text = "The app acknowledged hardly any event of the last hour: it is sent no more until you enable them."
            self._wire_log.stream.publish("warning", text=text)

    async def _send_copies(self, delivery: Delivery, times: int, reason: str | None, pause: float = 0.0) -> None:
        """Sends it `times` more: as retries where there is a reason, else each as if it were the first."""
        if pause:
            await asyncio.sleep(pause)
        await self.transport.ready()
        sends = []
        for _ in range(times):
            retry = Retry(max(delivery.attempts, 1), reason) if reason else None
            delivery.attempts += 1
            sends.append(self._send(delivery, retry, self._timing.ack))
        await asyncio.gather(*sends)

    async def _send(self, delivery: Delivery, retry: Retry | None, patience: float) -> Answer:
        watch = self._wire_log.begin()
        send = Send(watch.at, retry)
        delivery.sends.append(send)
        with self._clock.held(self._timing.ack):
            answer = await self.transport.attempt(delivery, send, patience)
        if isinstance(answer, Acknowledged) and self._faults.first(LostAck, _traffic("acknowledgement", delivery)):
            left = max(0.0, patience - watch.ms / 1000)
            await (self._clock.sleep(left) if delivery.kind == "events_api" else asyncio.sleep(left))
            answer = Unanswered(self.transport.silence)
        send.ms = watch.ms
        send.outcome = "acknowledged" if isinstance(answer, Acknowledged) else answer.reason
        self._wire_log.tell("delivery", delivery)
        return answer


def _traffic(seam: Seam, delivery: Delivery) -> Traffic:
    return Traffic(seam, delivery.name, delivery.channel)
