"""The faults that stand, and which piece of traffic each of them strikes."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import NamedTuple, TypeVar

from bot.sandbox.faults.kinds import AnyFault, Fault, Latency, Seam
from bot.sandbox.ids import Ids
from bot.sandbox.stream import Stream
from bot.sandbox.wire import Json

Kind = TypeVar("Kind", bound=Fault)


class Traffic(NamedTuple):
    """Something that a fault may strike: a method or an event's type, and the channel's id, "" where there is none."""

    seam: Seam
    name: str
    channel: str = ""


@dataclass(slots=True)
class Standing:
    """A fault, how much matching traffic it has seen, and how much of that it struck."""

    id: str
    fault: AnyFault
    seen: int = 0
    struck: int = 0

    @property
    def over(self) -> bool:
        """Whether it has struck as often as it was to."""
        return self.fault.times is not None and self.struck >= self.fault.times

    def strikes(self, traffic: Traffic) -> bool:
        """Whether the fault strikes this, which it has now seen."""
        if self.over or not _matches(self.fault, traffic):
            return False
        self.seen += 1
        if self.seen <= self.fault.after or self.draw("strike", self.seen) >= self.fault.probability:
            return False
        self.struck += 1
        return True

    def draw(self, purpose: str, count: int) -> float:
        """A number from 0 (in) to 1 (out), the same for the same kind, seed, purpose and count."""
        key = f"{self.fault.kind}:{self.fault.seed}:{purpose}:{count}"
        return int.from_bytes(hashlib.sha256(key.encode()).digest()[:6], "big") / 2**48

    def to_json(self) -> Json:
        """The fault as the control calls show it."""
        counted = {"seen": self.seen, "struck": self.struck, "over": self.over}
        return {"id": self.id, "kind": self.fault.kind, **self.fault.model_dump(), **counted}


class Faults:
    """The faults that stand, in the order in which they were set."""

    def __init__(self, ids: Ids, stream: Stream) -> None:
        self._ids = ids
        self._stream = stream
        self._standing: dict[str, Standing] = {}

    def add(self, fault: AnyFault) -> Standing:
        """The fault, which now stands."""
        standing = Standing(self._ids.fresh("Ft"), fault)
        self._standing[standing.id] = standing
        self._show()
        return standing

    def strike(self, standing: Standing) -> bool:
        """Whether the fault strikes the sockets now, as one that does not wait for a delivery."""
        hits = standing.strikes(Traffic("sockets", ""))
        self._show()
        return hits

    def remove(self, fault_id: str) -> bool:
        """Whether there was such a fault; it no longer stands."""
        found = self._standing.pop(fault_id, None)
        self._show()
        return found is not None

    def clear(self) -> None:
        """Takes every fault away."""
        self._standing.clear()
        self._show()

    def all(self) -> list[Standing]:
        """Every fault set and not removed, oldest first, also those that are over."""
        return list(self._standing.values())

    def striking(self, traffic: Traffic) -> Iterator[Standing]:
        """The faults that strike this, one by one; those not asked for have not seen it."""
        for standing in self.all():
            if standing.strikes(traffic):
                self._show()
                yield standing

    def first(self, kind: type[Kind], traffic: Traffic) -> Kind | None:
        """The first fault of the kind that strikes this, if one does."""
        for standing in self.all():
            if isinstance(standing.fault, kind) and standing.strikes(traffic):
                self._show()
                return standing.fault
        return None

    def _show(self) -> None:
        self._stream.publish("faults", faults=[each.to_json() for each in self.all()])


def delay(fault: Latency, standing: Standing) -> float:
    """The seconds that the fault adds this time."""
    return (fault.ms + fault.jitter_ms * standing.draw("jitter", standing.seen)) / 1000


def _matches(fault: Fault, traffic: Traffic) -> bool:
    match, is_call = fault.match, traffic.seam == "call"
    if not fault.strikes_at(traffic.seam) or (match.method and not is_call) or (match.event and is_call):
        return False
    if match.channel and match.channel != traffic.channel:
        return False
    if fault.methods and traffic.name not in fault.methods:
        return False
    return fnmatchcase(traffic.name, match.method or match.event or "*")
