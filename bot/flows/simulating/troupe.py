"""Who plays the parties of a market that runs unattended."""

from collections.abc import Sequence
from typing import Protocol

from bot.flows.simulating.asked import Simulation
from bot.flows.simulating.held import Due, Held


class Troupe(Protocol):
    """Plays talks. `sellers` is who plays those, `seeds_at_once` how many seeds make a part of the work, and
    `parts_at_once` how many parts are played at the same time."""

    @property
    def sellers(self) -> str: ...
    @property
    def seeds_at_once(self) -> int: ...
    @property
    def parts_at_once(self) -> int: ...

    def buyer_of(self, key: bytes) -> str:
        """Who plays the buyer in the markets of that key."""

    async def hold(self, simulation: Simulation, dues: Sequence[Due]) -> Sequence[Held]:
        """The talks, played to their ends."""
