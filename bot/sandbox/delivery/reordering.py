"""Events that a fault holds, and lets go in another order."""

import asyncio
from collections.abc import Callable

from bot.sandbox.delivery.envelope import Delivery
from bot.sandbox.faults.kinds import Reorder
from bot.sandbox.faults.standing import Standing


class Reordering:
    """The events held, by the fault that holds them; `let_go` sends one on."""

    def __init__(self, let_go: Callable[[Delivery], None]) -> None:
        self._let_go = let_go
        self._held: dict[str, list[Delivery]] = {}

    async def hold(self, standing: Standing, delivery: Delivery) -> None:
        """Keeps the event; lets all of them go once the fault is over, or its time is up."""
        held = self._held.setdefault(standing.id, [])
        held.append(delivery)
        if standing.over:
            self._release(standing)
        elif len(held) == 1 and isinstance(standing.fault, Reorder):
            await asyncio.sleep(standing.fault.seconds)
            if self._held.get(standing.id) is held:
                self._release(standing)

    def forget(self) -> None:
        """Drops what is held."""
        self._held.clear()

    def _release(self, standing: Standing) -> None:
        held = self._held.pop(standing.id)
        for delivery in shuffled(standing, held):
            self._let_go(delivery)


def shuffled(standing: Standing, held: list[Delivery]) -> list[Delivery]:
    """The events in an order that the fault's seed decides, never the order in which they came."""
    places = sorted(range(len(held)), key=lambda place: standing.draw("order", standing.struck + place))
    if places == sorted(places):
        places.reverse()
    return [held[place] for place in places]
